"""Pressmark: a desktop news archive that finds articles and quotes them under their licence."""

__version__ = "0.1.0"

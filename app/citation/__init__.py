"""Quotations and references as text: marks, links, flavours, styles."""

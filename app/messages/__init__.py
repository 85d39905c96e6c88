"""Codes and parameters into English sentences."""

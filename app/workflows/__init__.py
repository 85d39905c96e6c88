"""User jobs over an open archive."""

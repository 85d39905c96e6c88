"""Files into captured articles: one module a format."""

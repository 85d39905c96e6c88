"""Citation styles, one module each."""

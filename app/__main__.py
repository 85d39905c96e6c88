"""`python -m app`: the same as the command `pressmark`."""

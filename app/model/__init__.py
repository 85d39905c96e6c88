"""The tables of an archive and the frozen values that pass between layers; no I/O."""

"""Start-up: the composition root; everything heavy is imported late."""

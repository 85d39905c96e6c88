"""One archive on disk: database, originals, change log, backups."""

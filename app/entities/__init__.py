"""Names and direct speech, recognised in one article."""

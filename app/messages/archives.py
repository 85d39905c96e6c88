"""Sentences on archives, their ledger and their index."""

SENTENCES: dict[str, str] = {
    "archive-missing": "There is no archive in {path}. Import something into it, or choose another folder.",
    "archive-not-given": "No archive was named and none was opened before. Name one with --archive DIR.",
    "archive-locked": "The archive is being written by {holder}. Wait until that has finished, then try again.",
    "ledger-whole": "The ledger is whole: {rows:row,rows}, none changed, moved or removed.",
    "ledger-row-changed": "Row {row} of the ledger was changed after it was written.",
    "ledger-row-missing": "Row {row} of the ledger is missing or out of its place.",
    "ledger-tail-missing": "The end of the ledger is missing or was rewritten: on this computer it already had row {row}.",
    "file-unreadable": "{path} cannot be read: {reason}.",
    "file-unwritable": "{path} cannot be written: {reason}.",
    "check-whole": "Nothing is missing: {articles:article,articles}, {originals:original,originals}, all as they were kept.",
}

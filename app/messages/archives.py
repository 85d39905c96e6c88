"""Sentences on archives, their ledger and their index."""

SENTENCES: dict[str, str] = {
    "archive-missing": "There is no archive in {path}. Import something into it, or choose another folder.",
    "archive-not-given": "No archive was named and none was opened before. Name one with --archive DIR.",
    "archive-exists": "There is an archive in {path} already. Open it, or choose another folder for a new one.",
    "archive-folder-used": "{path} holds other files, such as {name}. Choose an empty folder for the archive.",
    "archive-foreign": "{path} is not an archive of Pressmark. Choose another folder.",
    "archive-newer": (
        "The archive in {path} was written by a later version of Pressmark (form {version}; this one knows {known}). Update Pressmark."
    ),
    "archive-older-read-only": (
        "The archive in {path} has an older form ({version} of {known}) and cannot be changed where it lies. Copy it to a disk that "
        "can be written, and open the copy."
    ),
    "archive-damaged": "The database {path} is damaged ({reason}). Restore a copy from the archive's folder backups.",
    "archive-unreadable": "{path} cannot be read: {reason}.",
    "archive-read-only": "{path} cannot be written. Copy the archive to a place that can, or ask for the right to write there.",
    "archive-locked": "The archive is being written by {holder}. Wait until that has finished, then try again.",
    "archive-busy": "The archive in {path} was busy for too long. Try again; what was done before is kept.",
    "import-broken": "The import broke off. What was reported as kept is kept; import the rest again.",
    "disk-full": "The disk is full at {path}. Free some space and do it again; what was reported as kept is kept.",
    "original-damaged": "The kept original {path} is not what it was. Restore it from a backup; it was not overwritten.",
    "original-missing": "The kept original {path} is missing. Restore it from a backup.",
    "backup-damaged": "The backup of {path} is not whole ({reason}), so nothing was changed.",
    "migration-broken": "The archive {path} cannot be brought to this version: {rows:row,rows} refer to nothing. Nothing was changed.",
    "ledger-whole": "The ledger is whole: {rows:row,rows}, none changed, moved or removed.",
    "ledger-row-changed": "Row {row} of the ledger was changed after it was written.",
    "ledger-row-missing": "Row {row} of the ledger is missing or out of its place.",
    "ledger-tail-missing": "The end of the ledger is missing or was rewritten: on this computer it already had row {row}.",
    "file-unwritable": "{path} cannot be written: {reason}.",
    "check-whole": "Nothing is missing: {articles:article,articles}, {originals:original,originals}, all as they were kept.",
    "check-database": "The database is damaged: {reason}.",
    "check-body": "The text of article {article} is not what was kept (body {body}).",
    "check-index": "The search index did not agree with the database and was made again.",
    "check-original-unknown": "{path} lies among the originals, but no article knows it.",
}

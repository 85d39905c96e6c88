"""Sentences on imported items, and what the user can do about each."""

SENTENCES: dict[str, str] = {
    "file-unreadable": "{path} cannot be read: {reason}.",
    "not-a-file": "{path} is a device or a pipe, not a file.",
    "file-too-large": "{path} is larger than {megabytes} MB.",
    "file-changed": "{path} changed while it was read.",
    "parser-crashed": "{path} made the reader crash; the rest of the batch went on.",
    "parser-too-slow": "{path} took longer than {seconds:second,seconds} to read and was given up.",
    "parser-out-of-memory": "{path} needs more memory than there is.",
    "parser-failed": "{path} could not be read because of a fault in Pressmark ({reason}).",
    "no-article": "No article was found in {path}.",
    "text-not-storable": "{path} holds characters that are no text.",
    "same-file": "This file was imported before (article {articles}).",
    "duplicate-of": "The same text from the same source is in the archive already (article {articles}).",
    "article-partial": "The text is known to be incomplete.",
    "value-inferred": "The {field} “{value}” was inferred (from: {where}); it is not printed in a citation until confirmed.",
}

REMEDIES: dict[str, str] = {
    "file-unreadable": "Check that the file is there and that you may read it, then import it again.",
    "not-a-file": "Copy its content into a file and import that.",
    "file-too-large": "Split it, and import the parts.",
    "file-changed": "Import it again when no other program writes it.",
    "parser-crashed": "Save the article again in another format, such as HTML or text.",
    "parser-too-slow": "Save the article again in another format, such as HTML or text.",
    "parser-out-of-memory": "Split it, or save the article again in another format.",
    "parser-failed": "Save the article again in another format, and report the fault with the file.",
    "no-article": "Open it in its own program and save the article as HTML or text.",
    "text-not-storable": "Save the article again as UTF-8 text.",
    "article-partial": "Import the full text when you have it.",
    "value-inferred": "Confirm or correct it in the article.",
}

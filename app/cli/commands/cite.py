"""`pressmark cite`: references to articles, as lines of a style or as a file for other programs."""

import argparse
from pathlib import Path

from app.citation import Payload
from app.cli.main import DONE, archive_folder, remember
from app.cli.output import say, say_json
from app.messages.reports import write_text
from app.workflows.citing import cite, export_references
from app.workflows.library import Library


def run_cite(given: argparse.Namespace) -> int:
    """Print the references, or write them to a file."""
    folder = archive_folder(given)
    with Library.open(folder) as library:
        remember(folder)
        references: tuple[Payload, ...] = () if given.export else cite(library, given.ids, given.style)
        text = (
            export_references(library, given.ids, given.export)
            if given.export
            else "".join(f"{each.plain}\n" for each in references)
        )
    if given.output:
        # RIS wants its own line ends kept.
        write_text(Path(given.output), text, newline="")
    elif given.json:
        lines = [{"id": id_, "plain": each.plain, "html": each.html, "markdown": each.markdown, "rtf": each.rtf, "url": each.url}
                 for id_, each in zip(given.ids, references, strict=False)]  # fmt: skip
        say_json({"export": given.export, "text": text, "references": lines})
    else:
        # A terminal wants its own line ends, not those of RIS.
        say(text.replace("\r\n", "\n").rstrip("\n"))
    return DONE

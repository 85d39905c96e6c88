"""`pressmark check`: prove that the archive is whole."""

import argparse

from app.cli.main import DONE, FAILED, archive_folder, remember
from app.cli.output import progress_bar, say, say_json
from app.messages import sentence
from app.workflows.check import check
from app.workflows.library import Library


def run_check(given: argparse.Namespace) -> int:
    """Print what is wrong with the archive; exit code 1 when anything is."""
    folder = archive_folder(given)
    with Library.open(folder) as library:
        remember(folder)
        with progress_bar("Checking") as report:
            found = check(library, report=report)
    facts = {"articles": found.articles, "originals": found.originals, "ledger_rows": found.ledger_rows}
    if given.json:
        items = [{"code": f.code, "message": sentence(f.code, f.params)} for f in found.findings]
        say_json({"whole": found.whole, **facts, "findings": items})
    elif found.whole:
        say(sentence("check-whole", facts))
    else:
        for finding in found.findings:
            say(sentence(finding.code, finding.params))
    return DONE if found.whole else FAILED

"""`pressmark recognise`: names and speakers of the whole archive again, with the rules and the model of now."""

import argparse
import signal
from types import FrameType

from app.base.progress import CancelToken
from app.cli.main import DONE, FAILED, INTERRUPTED, archive_folder, remember
from app.cli.output import complain, progress_bar, say, say_json
from app.messages import sentence, sentence_of
from app.workflows.library import Library
from app.workflows.recognise_again import RecognitionReport, recognise_again


def run_recognise(given: argparse.Namespace) -> int:
    """Recognise again and print what changed; Ctrl+C stops it safely."""
    folder = archive_folder(given)
    cancel = CancelToken()

    def stop(number: int, frame: FrameType | None) -> None:
        cancel.cancel()

    with Library.open(folder) as library:
        remember(folder)
        before = signal.signal(signal.SIGINT, stop)
        try:
            with progress_bar("Recognising") as report:
                found = recognise_again(
                    library.archive, only_outdated=not given.all, jobs=given.jobs, report=report, cancel=cancel
                )
        finally:
            signal.signal(signal.SIGINT, before)
        with progress_bar("Indexing") as report:
            library.refresh(report=report)
    _tell(found, as_json=given.json)
    return INTERRUPTED if found.cancelled else FAILED if found.failed else DONE


def _tell(found: RecognitionReport, *, as_json: bool) -> None:
    if as_json:
        say_json(
            {
                "version": found.version, "articles": found.articles, "changed": found.changed, "resumed": found.resumed,
                "cancelled": found.cancelled, "failed": [sentence_of(error) for error in found.failed],
            }
        )  # fmt: skip
    elif not found.articles and not found.cancelled:
        say(sentence("recognised-none"))
    else:
        say(sentence("recognised-again", {"articles": found.articles, "version": found.version, "changed": found.changed}))
    for error in found.failed:
        complain(sentence_of(error))
    if found.failed:
        complain(sentence("recognition-failed", {"count": len(found.failed)}))
    if found.cancelled:
        complain(sentence("recognition-cancelled"))

"""The sample archive: invented articles to try everything on."""

from pathlib import Path

from app.archive import Archive
from app.base.paths import data_dir, resource
from app.base.progress import Report, silent
from app.workflows.batch import BatchReport
from app.workflows.ingest import ingest
from app.workflows.library import Library

SAMPLE_NAME = "sample-archive"


def sample_folder() -> Path:
    """Return where the user's copy of the sample archive lies, made or not."""
    return data_dir() / SAMPLE_NAME


def make_sample(folder: Path, *, report: Report = silent) -> BatchReport:
    """Import the invented articles into the archive in `folder`, made when there is none, and return the report.

    Done again it changes nothing: articles that are known stay as they are.
    """
    with Library.open(folder, create=True) as library:
        batch = ingest(library.archive, [resource("sample")], report=report)
        library.refresh()
        return batch


def has_sample(folder: Path) -> bool:
    """Return whether there is an archive with at least one article in `folder`."""
    if not (folder / "archive.db").is_file():
        return False
    with Archive.open(folder, read_only=True) as archive:
        return archive.article_count() > 0

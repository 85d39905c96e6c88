"""Every code that the program raises or reports has a sentence, and every sentence can be filled in."""

import ast
import string
from pathlib import Path

import pytest

from app.base.errors import PressmarkError, UsageError
from app.messages import CATALOGUE, REMEDIES, remedy, sentence, sentence_of

APP = Path(__file__).resolve().parents[2] / "app"
RAISED = ("ArchiveError", "ArchiveLocked", "ItemError", "QueryError", "QuoteError", "UsageError", "PressmarkError", "Warning")


def codes() -> list[tuple[str, str, frozenset[str]]]:
    """Every literal code in `app/` with the file it stands in and the parameters that are given by name."""
    found = []
    for path in sorted(APP.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISED and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    names = frozenset(k.arg for k in node.keywords if k.arg)
                    found.append((first.value, f"{path.relative_to(APP)}:{node.lineno}", names))
    return found


@pytest.mark.parametrize(("code", "place"), sorted({(code, place) for code, place, _ in codes()}))
def test_code_has_a_sentence(code: str, place: str) -> None:
    assert code in CATALOGUE, f"{place} raises {code!r}, which app.messages does not know"


def test_parameters_that_a_sentence_wants_are_given_where_it_is_raised() -> None:
    missing = []
    for code, place, given in codes():
        wanted = {name for _, name, _, _ in string.Formatter().parse(CATALOGUE.get(code, "")) if name}
        if given and not wanted <= given:
            missing.append((place, code, sorted(wanted - given)))
    assert missing == []


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_sentence_can_be_filled_in_with_numbers_and_text(code: str) -> None:
    fields = [(name, spec) for _, name, spec, _ in string.Formatter().parse(CATALOGUE[code]) if name]
    params = {name: 1234 if spec else "x" for name, spec in fields}
    text = sentence(code, params)
    assert text[0].isupper() or text[0] in "“{x"
    assert text.endswith((".", "?", "!"))
    assert "{" not in text


@pytest.mark.parametrize("code", sorted(REMEDIES))
def test_remedy_belongs_to_a_sentence(code: str) -> None:
    assert code in CATALOGUE
    assert remedy(code).endswith(".")


def test_numbers_have_plurals_and_groups() -> None:
    assert sentence("ledger-whole", {"rows": 1}).startswith("The ledger is whole: 1 row,")
    assert "1,204 rows" in sentence("ledger-whole", {"rows": 1204})


def test_hostile_names_are_shown_not_obeyed_and_cut() -> None:
    text = sentence("archive-missing", {"path": "\x1b[2J\u202eevil" + "x" * 1000})
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert len(text) < 500


def test_sentence_of_an_error() -> None:
    error: PressmarkError = UsageError("medium-unknown", medium="smoke", media="website, print")
    assert sentence_of(error) == "“smoke” is not a medium. Choose one of: website, print."


def test_code_without_remedy_has_an_empty_one() -> None:
    assert remedy("same-file") == ""

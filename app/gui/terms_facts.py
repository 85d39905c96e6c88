"""A rights statement as facts with names, for the page that shows them."""

from app.gui.facts_page import Fact
from app.gui.terms_bar import ORIGINS
from app.messages.terms import confidence_of, conflicts_of, period_of, state_of, words_of
from app.model.rights import RightsStatement
from app.workflows.terms import TermsView


def terms_facts(view: TermsView) -> tuple[Fact, ...]:
    """Return what terms say, what they do not say, and how they are known; what they do not state is said so."""
    statement = view.statement
    return (*_said(statement), *_holder(statement), *_known(view))


def _said(statement: RightsStatement) -> tuple[Fact, ...]:
    words = words_of(statement)
    nothing = ("Nothing by these terms. Quoting then rests on the law, or on a permission.",)
    found = (
        *_listed("Allowed", words.allowed or nothing),
        *_listed("Asked for", words.asked or ("not stated",)),
        *_listed("Not allowed", words.forbidden),
        ("Not covered", _capital(", ".join(words.left_out)), ""),
        ("Not stated", _capital(", ".join(words.unstated)), "What is not stated is not taken as allowed."),
        *_listed("Also stated", conflicts_of(statement)),
    )
    return tuple(fact for fact in found if fact[1])


def _listed(name: str, lines: tuple[str, ...]) -> tuple[Fact, ...]:
    """Return a fact a line, the name before the first one alone."""
    return tuple((name if number == 0 else "", line, "") for number, line in enumerate(lines))


def _holder(statement: RightsStatement) -> tuple[Fact, ...]:
    found = (
        ("Rights holder", statement.holder or "not stated", str(statement.year) if statement.year else ""),
        ("Licence", statement.licence or "", ""),
        ("Its address", statement.uri or "", ""),
        ("Statute", statement.statute or "", ""),
        ("Jurisdiction", statement.jurisdiction or "", ""),
        ("Period", period_of(statement), ""),
    )
    return tuple(fact for fact in found if fact[1])


def _known(view: TermsView) -> tuple[Fact, ...]:
    statement = view.statement
    found = (
        ("Read", ORIGINS[statement.origin], confidence_of(statement)),
        ("State", _capital(state_of(statement)), ""),
        ("Source’s terms", view.terms_page or "", "Look there before you confirm: a page may have changed since it was read."),
    )
    return tuple(fact for fact in found if fact[1])


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]

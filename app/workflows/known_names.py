"""The names that recognition is told beforehand, because a person confirmed them."""

from sqlmodel import Session, col, select

from app.base.text import fold
from app.entities import KnownName
from app.entities.lexicon import load_lexicon
from app.model.recognition import Kind
from app.model.tables import Authority, AuthorityName
from app.workflows.always import always_known


def known_names(session: Session) -> tuple[KnownName, ...]:
    """Return the texts that are always treated in one way, the last decision first, then the names of confirmed records.

    Of those, a single word that is a person's (a surname is many people's) or an everyday word is left to what the article says of it.
    """
    kinds = dict(session.exec(select(Authority.id, Authority.kind)).all())
    always = [
        KnownName(decision.rule["text"], Kind(kinds[decision.target]))
        for _, decision in reversed(always_known(session))
        if decision.target is not None
    ]
    confirmed = select(Authority.kind, Authority.preferred).where(Authority.status == "confirmed")
    typed = (
        select(Authority.kind, AuthorityName.name)
        .join(AuthorityName, col(AuthorityName.authority_id) == col(Authority.id))
        .where(Authority.status == "confirmed", AuthorityName.origin == "typed")
    )
    listed = [*session.exec(confirmed), *session.exec(typed)]
    common = load_lexicon().common if listed else frozenset()
    names = [
        KnownName(name, Kind(kind)) for kind, name in listed if " " in name or (kind != "person" and fold(name) not in common)
    ]
    return tuple(dict.fromkeys((*always, *names)))

"""What was found under a name that is no longer a record's joins the record that the name means now."""

from sqlalchemy import update
from sqlmodel import Session, col, select

from app.base.text import fold
from app.model.tables import Authority, AuthorityName, MentionRow, QuotationRow
from app.workflows.authorities import AuthorityDesk
from app.workflows.correction_log import LoggedCorrection
from app.workflows.overlay import IN_BULK, record_changes
from app.workflows.record_state import names_decided


def rejoin(session: Session, undone: LoggedCorrection) -> None:
    """Let go what articles kept since then have joined to the records of a decision because of the names that it gave them."""
    for record in (undone.record, undone.target):
        if record is None:
            continue
        row = session.get_one(Authority, record)
        names = {fold(name) for name, given in names_decided(undone, row) if given}
        if undone.kind == "rename":
            names.add(fold(undone.rule["to"]))
        typed = select(AuthorityName.folded).where(AuthorityName.authority_id == record, AuthorityName.origin == "typed")
        lost = names.difference(session.exec(typed).all())
        if lost:
            _let_go(session, record, lost)


def _let_go(session: Session, record: int, lost: set[str]) -> None:
    found = (col(MentionRow.authority_id) == record, col(MentionRow.correction_id).is_(None))
    forms = session.exec(select(MentionRow.name, MentionRow.kind).where(*found).distinct()).all()
    wanted = [(name, kind) for name, kind in forms if fold(name) in lost]
    desk = AuthorityDesk(session) if wanted else None
    for name, kind in wanted:
        assert desk is not None
        other = desk.record(session, kind=kind, name=name)
        if other == record:
            continue
        desk.note_variant(session, other, name)
        articles = session.exec(select(MentionRow.article_id).where(*found, MentionRow.name == name).distinct()).all()
        mentions = update(MentionRow).where(*found, col(MentionRow.name) == name)
        session.execute(mentions.values(authority_id=other, kind=desk.kind(other)), execution_options=IN_BULK)
        spoken = (
            col(QuotationRow.speaker_id) == record,
            col(QuotationRow.correction_id).is_(None),
            col(QuotationRow.speaker) == name,
        )
        session.execute(update(QuotationRow).where(*spoken).values(speaker_id=other), execution_options=IN_BULK)
        record_changes(session, articles)

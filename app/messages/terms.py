"""Terms in plain words: what they allow, ask, forbid and leave out, and what they do not state."""

from dataclasses import dataclass

from app.model.rights import Cap, RightsStatement

NOT_ADVICE = "Pressmark reads terms; it gives no legal advice."
KIND_NAMES: dict[str, str] = {
    "public_domain": "the public domain", "open_licence": "an open licence", "republish": "that it may be republished",
    "quote_cap": "that short quotations are allowed", "all_rights_reserved": "that all rights are reserved", "unknown": "nothing clear",
}  # fmt: skip
MEDIA_NAMES = {
    "website": "websites", "print": "print", "newsletter": "newsletters", "email": "e-mail", "social": "social media",
    "broadcast": "broadcasts", "book": "books", "app": "apps",
}  # fmt: skip
_PURPOSES = {
    "noncommercial_website": "websites that are not commercial", "quotation": "quotations", "review": "a review", "study": "study",
    "personal": "personal use",
}  # fmt: skip
_UNREAD = {
    "long": "The terms are a long page that could not be read for sure: read it yourself, and put what it allows in words.",
    "amount": "The terms name an amount that cannot be counted: read them yourself, and put what they allow in words.",
}
_EXCLUDED = {
    "photos": "photos", "video": "video", "third_party": "what belongs to others", "logos": "logos", "multimedia": "sound and pictures",
}  # fmt: skip
_TARGETS = {"article": "the article", "homepage": "the source’s first page", "licence": "the licence"}
_POSITIONS = {
    "start_and_end": "at the start and at the end", "top": "at the top", "end": "at the end", "first_paragraph": "in the first paragraph",
    "second_paragraph": "in the second paragraph",
}  # fmt: skip
_OF = {"words": "words", "chars": "characters"}


@dataclass(frozen=True, slots=True)
class TermsWords:
    """Terms in groups of short lines. `unstated` names what the terms say nothing about, which is never taken as allowed."""

    allowed: tuple[str, ...]
    asked: tuple[str, ...]
    forbidden: tuple[str, ...]
    left_out: tuple[str, ...]
    unstated: tuple[str, ...]


def words_of(statement: RightsStatement) -> TermsWords:
    """Return what terms say, in words."""
    return TermsWords(
        _allowed(statement), _asked(statement), _forbidden(statement), tuple(_EXCLUDED.get(name, name) for name in statement.excluded),
        _unstated(statement),
    )  # fmt: skip


def amount_of(cap: Cap) -> str:
    """Return a limit in words: "up to 5 % of the text", "fewer than 300 words"."""
    if cap.unit == "percent":
        return f"{'less than' if cap.op == 'lt' else 'up to'} {cap.figure} % of the text"
    unit = "characters" if cap.unit == "chars" else cap.unit
    return f"{'fewer than' if cap.op == 'lt' else 'up to'} {cap.figure} {unit if cap.n != 1 else unit.removesuffix('s')}"


def purpose_name(name: str) -> str:
    """Return a purpose in words: "a review"."""
    return _PURPOSES.get(name, name.replace("_", " "))


def confidence_of(statement: RightsStatement) -> str:
    """Return in words how surely the terms were read, "" where there was nothing to read."""
    if statement.origin in ("none", "user"):
        return ""
    if statement.confidence >= 0.9:
        return "read with little doubt"
    return "fairly sure" if statement.confidence >= 0.75 else "to be checked"


def state_of(statement: RightsStatement) -> str:
    """Return whether a person confirmed the terms: by whom and on which day (UTC), or that nobody did."""
    if statement.confirmed_at:
        return f"confirmed by {statement.confirmed_by or 'somebody'} on {statement.confirmed_at[:10]}"
    return "not confirmed yet" if statement.origin != "none" else ""


def conflicts_of(statement: RightsStatement) -> tuple[str, ...]:
    """Return what else the article states, and why terms that it states could not be read, a sentence each."""
    others = tuple(f"The page also states {KIND_NAMES.get(kind, kind)}; the stricter holds." for kind in statement.conflicts)
    return (*others, _UNREAD[statement.unread]) if statement.unread else others


def period_of(statement: RightsStatement) -> str:
    """Return for which articles, and how long, the terms hold; "" where they do not say."""
    parts = (
        (statement.valid_from, f"from {statement.valid_from} on"),
        (statement.applies_after, f"for articles after {statement.applies_after}"),
        (statement.applies_before, f"for articles before {statement.applies_before}"),
        (statement.expiry_days, f"for {statement.expiry_days} days after publication"),
    )
    return ", ".join(words for stated, words in parts if stated)


def _allowed(statement: RightsStatement) -> tuple[str, ...]:
    lines = [_cap_words(cap) for cap in statement.caps] or _by_kind(statement)
    if len(statement.caps) > 1:
        lines.append(_how_combined(statement))
    told = (
        (statement.full_republication, "Republishing the whole article"),
        (statement.media, f"In these media only: {_media(statement.media)}"),
        (statement.commercial, "Commercial use"),
        (statement.advertising, "Use beside advertising"),
        (statement.derivatives == "allowed", "Changes"),
        (statement.derivatives == "share_alike", "Changes, if the result is shared under the same licence"),
        (statement.derivatives == "style_only", "Changes of style alone"),
    )
    return (*lines, *(words for states, words in told if states))


def _how_combined(statement: RightsStatement) -> str:
    if statement.combine == "by_purpose":
        return "Each limit holds for its purpose."
    if all(cap.media for cap in statement.caps):
        return "Each limit holds for its medium."
    return "Of several limits the lower one holds."


def _by_kind(statement: RightsStatement) -> list[str]:
    licence = statement.licence or "that is named"
    return {
        "public_domain": ["Any use: the text is in the public domain"], "open_licence": [f"What the licence {licence} allows"],
        "quote_cap": ["Short quotations; how long they may be is not stated"], "republish": ["Republishing the article"],
    }.get(statement.kind, [])  # fmt: skip


def _cap_words(cap: Cap) -> str:
    counted = f"counted in {_OF[cap.of]}" if cap.of else "counted in words and in characters, both must pass"
    details = (
        ("in each quotation" if cap.scope == "per_quote" else "all quotations for a publication together"),
        counted if cap.unit == "percent" else "",
        "only from the beginning of the text" if cap.position == "leading" else "",
        f"for {purpose_name(cap.purpose)}" if cap.purpose else "",
        f"in {_media((cap.media,))}" if cap.media else "",
        "with a link" if cap.link else "",
    )
    amount = amount_of(cap)
    return f"{amount[0].upper()}{amount[1:]}: {'; '.join(part for part in details if part)}"


def _media(media: tuple[str, ...]) -> str:
    return ", ".join(MEDIA_NAMES.get(name, name) for name in media)


def _asked(statement: RightsStatement) -> tuple[str, ...]:
    target = " or ".join(_TARGETS[name] for name in (statement.link_target or "").split("_or_") if name in _TARGETS)
    where = f", {_POSITIONS.get(statement.link_position, '')}" if statement.link_position else ""
    name = f" as “{statement.source_name}”" if statement.source_name else ""
    told = (
        (statement.mark, "Mark it as a quotation"),
        (statement.name_source, f"Name the source{name}"),
        (statement.name_author, "Name the author"),
        (statement.link, f"Link {target or 'the source'}{where}"),
        (statement.link_dofollow, "A link that search engines may follow"),
        (statement.licence_link, "Name the licence and link it"),
        (statement.licence_notice, "Keep the licence notice"),
        (statement.changes_notice, "Say what was changed"),
        (statement.credit_text, f"Print this credit: “{statement.credit_text}”"),
        (statement.notify, "Tell the source"),
        (statement.tracker, "Keep the source’s counting mark"),
        (statement.permission_beyond, "Ask for permission for anything more"),
        (statement.purpose, f"Only for {purpose_name(statement.purpose or '')}"),
    )
    return tuple(words for states, words in told if states)


def _forbidden(statement: RightsStatement) -> tuple[str, ...]:
    told = (
        (statement.kind == "all_rights_reserved", "All rights are reserved: nothing is allowed by these terms"),
        (statement.commercial is False, "Commercial use"),
        (statement.advertising is False, "Use beside advertising"),
        (statement.derivatives == "none", "Changes, gaps among them"),
        (statement.full_republication is False or bool(statement.partial_only), "Republishing the whole article"),
    )
    return tuple(words for states, words in told if states)


def _unstated(statement: RightsStatement) -> tuple[str, ...]:
    media = statement.media or any(cap.media for cap in statement.caps)
    told = (
        (bool(statement.caps) or statement.kind not in ("quote_cap", "unknown"), "how much may be quoted"),
        (statement.mark is not None, "marking"), (statement.name_source is not None, "naming the source"),
        (statement.name_author is not None, "naming the author"), (statement.link is not None, "a link"),
        (bool(media), "where it may appear"), (statement.commercial is not None, "commercial use"),
        (statement.derivatives is not None, "changes"),
    )  # fmt: skip
    return tuple(words for stated, words in told if not stated)

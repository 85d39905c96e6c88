"""Two statements of one article: the stricter wins, what it leaves open the other may fill, and `conflicts` names the other."""

from dataclasses import replace

from app.model.rights import Cap, RightsStatement
from app.rights.lexicon import everywhere

_STRICTNESS = ("public_domain", "open_licence", "republish", "unknown", "quote_cap", "all_rights_reserved")
_PERMISSIONS = ("quote_cap", "open_licence", "republish")
_FILLED = ("spdx", "uri", "holder", "year", "credit_text", "source_name")


def stricter(first: RightsStatement, second: RightsStatement) -> RightsStatement:
    """Return the stricter of two statements; of equal ones the second, which a notice makes and machines only sum up.

    `conflicts` names what the other said otherwise: its kind, its licence, or its limit.
    """
    if first.kind == second.kind:
        return _same_kind(first, second)
    for bare, other in ((first, second), (second, first)):
        if other.kind in _PERMISSIONS and _is_bare(bare):
            return _filled(other, bare)
    if first.kind == "all_rights_reserved" and second.kind in _PERMISSIONS and not _is_explicit(first):
        return replace(_filled(second, first), conflicts=(*second.conflicts, first.kind))
    strict, loose = sorted((first, second), key=lambda s: _STRICTNESS.index(s.kind), reverse=True)
    named = () if loose.kind == "unknown" else (loose.kind,)
    return replace(
        strict, holder=strict.holder or loose.holder, year=strict.year or loose.year, conflicts=(*strict.conflicts, *named)
    )


def contradictions(caps: "tuple[Cap, ...]") -> tuple[str, ...]:
    """Return the caps that a smaller one of the same measure, scope, purpose and medium overrules, as "10 percent"."""
    overruled = [cap for cap in caps if any(_rivals(cap, other) and other.n < cap.n for other in caps)]
    return tuple(f"{cap.n} {cap.unit}" for cap in overruled)


def _rivals(one: Cap, other: Cap) -> bool:
    return (one.unit, one.of, one.scope, one.position, one.purpose, one.media) == (
        other.unit, other.of, other.scope, other.position, other.purpose, other.media,
    )  # fmt: skip


def _is_bare(statement: RightsStatement) -> bool:
    """Return whether a statement is a mere copyright line: it says who holds the rights, and takes back no permission beside it."""
    formula = everywhere("reserved").search(statement.statement_text)
    return statement.kind == "all_rights_reserved" and not _is_explicit(statement) and formula is None


def _is_explicit(statement: RightsStatement) -> bool:
    """Return whether a statement says more than the formula, which machines repeat on every page: it refuses, or names a standard."""
    return bool(statement.permission_beyond) or statement.uri is not None


def _same_kind(first: RightsStatement, second: RightsStatement) -> RightsStatement:
    strict, loose = second, first
    if (
        first.spdx
        and second.spdx
        and not _is_less_exact(second.spdx, first.spdx)
        and not _is_less_exact(first.spdx, second.spdx)
    ):
        loose, strict = sorted((first, second), key=_restrictions)
        return replace(_filled(strict, loose), conflicts=(*strict.conflicts, str(loose.spdx)))
    caps = tuple(dict.fromkeys((*strict.caps, *loose.caps)))
    merged = _filled(strict, loose)
    if loose.spdx and _is_less_exact(strict.spdx or "", loose.spdx):
        merged = replace(merged, spdx=loose.spdx, uri=loose.uri)
    return replace(merged, caps=caps, conflicts=tuple(dict.fromkeys((*merged.conflicts, *contradictions(caps)))))


def _is_less_exact(one: str, other: str) -> bool:
    """Return whether one licence is the other without its version, or the same."""
    return other == one or (other.startswith(one) and other[len(one) + 1 : len(one) + 2].isdigit())


def _restrictions(statement: RightsStatement) -> int:
    parts = (statement.spdx or "").split("-")
    return 4 * ("ND" in parts) + 2 * ("NC" in parts) + ("SA" in parts)


def _filled(statement: RightsStatement, other: RightsStatement) -> RightsStatement:
    return replace(
        statement,
        **{name: getattr(other, name) for name in _FILLED if getattr(statement, name) is None and getattr(other, name)},
    )

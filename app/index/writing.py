"""A tree as the words a person would type for it: the other way round than `parse`."""

from app.index.syntax import And, Leaf, Node, Not, Or

_TYPED = {"organisation": "org", "language": "lang"}


def as_text(node: Node | None) -> str:
    """Return a query that `parse` reads as this tree again; "" for None."""
    match node:
        case None:
            return ""
        case Leaf():
            return _leaf(node)
        case Not(part):
            inner = as_text(part) if isinstance(part, Leaf) else f"({as_text(part)})"
            return f"NOT {inner}" if inner.startswith("-") else f"-{inner}"
        case And(parts):
            return " ".join(f"({as_text(part)})" if isinstance(part, And | Or) else as_text(part) for part in parts)
        case Or(parts):
            return " OR ".join(f"({as_text(part)})" if isinstance(part, Or) else as_text(part) for part in parts)


def _leaf(leaf: Leaf) -> str:
    field = f"{_TYPED.get(leaf.field, leaf.field)}:" if leaf.field else ""
    match leaf.form:
        case "phrase":
            return f'{field}"{leaf.text}"' + (f"~{leaf.distance}" if leaf.distance else "")
        case "prefix":
            return f"{field}{leaf.text}*"
        case "fuzzy":
            return f"{field}{leaf.text}~{leaf.distance}"
        case _:
            return f"{field}{leaf.text}"

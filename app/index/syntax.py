"""The query language as a tree."""

from dataclasses import dataclass
from typing import Literal, Union

WordForm = Literal["word", "prefix", "pattern", "fuzzy", "phrase"]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One condition: `text` in `field` ("" for all texts). `distance` is a phrase's slop or a fuzzy word's edits."""

    field: str
    text: str
    form: WordForm
    position: int
    distance: int = 0


@dataclass(frozen=True, slots=True)
class And:
    """All parts must match."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """One part must match."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part must not match."""

    part: "Node"


Node = Union[Leaf, And, Or, Not]  # noqa: UP007  # a recursive alias needs the quoted names


def leaves(node: Node | None, *, wanted: bool = True) -> list[Leaf]:
    """Return the leaves of a tree in order, without those under NOT unless `wanted` is False."""
    match node:
        case Leaf():
            return [node]
        case And(parts) | Or(parts):
            return [leaf for part in parts for leaf in leaves(part, wanted=wanted)]
        case Not(part):
            return [] if wanted else leaves(part, wanted=wanted)
    return []

"""What a tagger finds before the rules of the document look at it."""

from dataclasses import dataclass
from typing import Protocol

from app.entities.tokens import Tokens
from app.model.recognition import Kind


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of tokens of one text that may be a name.

    `first` to `last` (exclusive) count tokens; `text` is the index of the text. `kind` is None for a capitalised name
    whose kind the tagger could not tell: the rest of the article may. `name` is set where a list knows the preferred form.
    """

    text: int
    first: int
    last: int
    kind: Kind | None
    how: str
    confidence: float
    title: str = ""
    name: str = ""


class Tagger(Protocol):
    """Finds candidates in the texts of one article: by rules, or by a trained model that is told what the rules think."""

    version: str

    def tag(self, texts: tuple[Tokens, ...], *, language: str = "en") -> list[Candidate]:
        """Return candidates that do not overlap, in order of appearance; `language` is a BCP 47 tag."""
        ...

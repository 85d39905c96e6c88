"""Find candidates by rules: listed names, titles before names, first names, words that organisations and places are made of."""

from collections.abc import Sequence

from app.entities.candidates import Candidate
from app.entities.casing import Reading, read_capitals
from app.entities.lexicon import Lexicon
from app.entities.segments import Segmenter
from app.entities.tokens import Tokens


class RuleTagger:
    """The tagger of rules and lists."""

    version = "rules-2"

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def tag(self, texts: tuple[Tokens, ...], *, language: str = "en") -> list[Candidate]:
        """Return candidates that do not overlap, text by text in order of appearance."""
        return self.tag_readings(read_capitals(texts, self._lexicon), language=language)

    def tag_readings(self, readings: Sequence[Reading], *, language: str) -> list[Candidate]:
        """Return the candidates of texts whose capitals are read already."""
        found: list[Candidate] = []
        for index, reading in enumerate(readings):
            found += _tag_text(Segmenter(index, reading, self._lexicon, language=language), len(reading.tokens))
        return found


def _tag_text(segmenter: Segmenter, size: int) -> list[Candidate]:
    found: list[Candidate] = []
    at = segmenter.slug(found)
    while at < size:
        following = segmenter.step(at, found)
        at = following if following > at else at + 1
    return found

"""Words and marks of a text with their places."""

import re
from dataclasses import dataclass

_ABBREVIATIONS = (
    "Mr Mrs Ms Mx Dr Prof Sen Sens Rep Reps Gov Gen Col Lt Sgt Capt St Jr Sr Snr Jnr Inc Ltd Corp Co Maj Adm Cmdr Brig Rev Hon Msgr "
    "Mme Mlle Mt Bros Cpl Pvt Sra Dott Mw Dhr Ala Ariz Ark Calif Colo Conn Del Fla Ill Ind Kan Ky La Md Mass Mich Minn Miss "
    "Mo Mont Neb Nev Okla Ore Pa Tenn Tex Vt Va Wash Wis Wyo"
).replace(" ", "|")
_TOKEN = re.compile(
    rf"(?:{_ABBREVIATIONS})\.(?=[ \u00a0,;)\n]|$)"
    r"|(?:[A-Z]\.){2,}[A-Z]?(?![a-z])"
    r"|(?:EE\. ?UU\.|W\.Va\.|S\.p\.A\.|e\.V\.)"
    r"|(?<!\w)[A-Z]\.(?=[ \u00a0]?[A-ZÀ-Þ])"
    r"|\d+(?:[.,]\d+)*\w*"
    r"|(?:Mc|Mac|[OD]|[dl])[’'](?=[A-ZÀ-Þ])[^\W\d_]+"
    r"|[^\W\d_]+(?:[’'](?=[A-ZÀ-Þ][^\W\d_]*[a-zß-ÿ])[^\W\d_]+)*\d*"
    r"|[’'](?:s|S)(?!\w)|\n|[^\w\s]|_"
)
_ENDS = frozenset('.!?:\n•“„«"|;')
_CLOSERS = frozenset("”’\"')]»“")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one field, as columns: what is printed, where it starts and ends, whether it opens a sentence."""

    field: str
    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    opens: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.words)

    def touching(self, index: int) -> bool:
        """Return whether nothing stands between token `index` and the one before it."""
        return index > 0 and self.ends[index - 1] == self.starts[index]

    def spaced(self, index: int) -> bool:
        """Return whether token `index` follows the one before it after a single space."""
        return index > 0 and self.ends[index - 1] + 1 == self.starts[index]

    def surface(self, first: int, last: int) -> str:
        """Return the text from token `first` up to, not including, token `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def words_of(text: str) -> tuple[str, ...]:
    """Return the tokens of a name as the phrase lists hold them: typewriter apostrophes."""
    return tuple(m[0].replace("’", "'") for m in _TOKEN.finditer(text))


def _plain(word: str) -> str:
    """Return a token with typewriter apostrophes; half a surrogate pair, which no encoding has, becomes the sign for a lost letter."""
    if "\ud800" <= word <= "\udfff":
        return "\ufffd"
    return word.replace("’", "'") if "’" in word else word


def tokenise(text: str, field: str = "body") -> Tokens:
    """Return the tokens of `text`; possessive ’s is a token of its own, initials and known abbreviations keep their dot."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    opens: list[bool] = []
    opening = True
    for match in _TOKEN.finditer(text):
        word = match[0]
        words.append(_plain(word))
        starts.append(match.start())
        ends.append(match.end())
        opens.append(opening)
        if word in _ENDS:
            opening = True
        elif word not in _CLOSERS:
            opening = False
    return Tokens(field, text, tuple(words), tuple(starts), tuple(ends), tuple(opens))

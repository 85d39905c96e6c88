"""Where sentences and paragraphs end, for limits that are told in them (`pressmark-count/1`).

A sentence too many only makes a limit stricter, one too few lets more be taken than the terms allow. So every mark that ends
sentences ends one, unless the text itself says that it does not: a small letter follows (Unicode UAX #29, SB8), or the stop
belongs to an abbreviation that wants a word after it ("Dr.", "z. B."), to initials, or to a number ("No. 5", "4. März"). Even
then it ends one before a word with which sentences begin: "in the U.S. The …". Clock times ("p.m.") and "etc." always do.
"""

from array import array

import regex


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_LETTER = regex.compile(r"[\p{L}\p{N}]")
_CLOSING = r"[\"'”’“‘»«›‹)\]」』）]*"
_END = regex.compile(
    rf"(?P<marks>(?:[\p{{Sentence_Terminal}}…]|(?<=\p{{Greek}})[;\u037e])[\p{{Sentence_Terminal}}…]*{_CLOSING})(?=\s|$)"
    rf"|[。！？．｡]+{_CLOSING}|(?<=[\p{{Thai}}\p{{Lao}}])\s+(?=[\p{{Thai}}\p{{Lao}}])|[\n\r\u2028\u2029]+"
)
"""Marks before white space, with the semicolon that asks in Greek; those of Chinese and Japanese anywhere; the spaces of Thai and
Lao, which know no mark; the ends of paragraphs."""
_PARAGRAPH = regex.compile(r"[\n\r\u2028\u2029]+")

_GAP = r"[^\S\n\r\u2028\u2029]+[\"'“‘„‚«»(\[¿¡–—-]*"
_SMALL_FOLLOWS = regex.compile(rf"{_GAP}\p{{Ll}}")
_DIGIT_FOLLOWS = regex.compile(rf"{_GAP}\p{{Nd}}")
_MONTH_FOLLOWS = regex.compile(rf"{_GAP}(?:Jan|Jän|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)")
_NEXT = regex.compile(rf"{_GAP}([\p{{L}}\p{{M}}’']+|\p{{Nd}})")
_BEFORE = regex.compile(r"(?<![\p{L}\p{M}\p{N}.])[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}]|[.-](?=\p{L}))*$")
_LONGEST_BEFORE = 16
_DAY = regex.compile(r"[12]?\d|3[01]")
_INITIALS = regex.compile(r"\p{Lu}\p{M}*(?:[.-]+\p{Lu}\p{M}*)*")

_TITLES = _set(
    "Mr Mrs Ms Dr Drs Prof St Sen Rep Gov Gen Col Lt Sgt Cpl Capt Cpt Maj Cmdr Adm Rev Hon Pres Messrs Mme Mlle Hr Fr Frl Ing Dipl "
    "Sr Sra Srta Dña Dn Ud Sig Dott Avv Dhr Mevr"
)
_CONNECTING = _set(
    "e.g i.e eg ie cf vs approx a b d e i k o p u v z z.b d.h u.a o.ä v.a bzw bspw ca vgl sog evtl ggf inkl p.ej p.ex ej o.a m.n d.w.z bijv np tj tzn "
    "m.in т т.е т.к т.н напр t.ex d.v.s bl bl.a f.eks dvs jfr"
)
_NUMBERED = _set("no nos nr n núm num art arts abs sec vol fig figs p pp s ch č št ст с")
_BEGINNERS = _set(
    "the a an it its he his she her they their we our i you this that these those there in on at but and so if when while after before as "
    "der die das ein eine er sie es wir ich im am auf aber und doch nach als wenn le la les un une il elle ils elles nous ce cette dans "
    "mais et el los las una ella ellos en pero lo gli uno nel ma het een hij zij wij он она они это в на но ten ta to w na ale"
)
"""Small words with which sentences begin, in the languages whose abbreviations are known here."""


def sentence_ends(text: str) -> "array[int]":
    """Return where sentences end, in order; each piece between has a letter or digit, and the last one has no end."""
    return _with_words(text, [match.end() for match in _END.finditer(text) if not _goes_on(text, match)])


def paragraph_ends(text: str) -> "array[int]":
    """Return where paragraphs end, in order; each piece between has a letter or digit, and the last one has no end."""
    return _with_words(text, [match.end() for match in _PARAGRAPH.finditer(text)])


def _goes_on(text: str, match: "regex.Match[str]") -> bool:
    """Return whether the sentence goes on after the marks."""
    marks, at = match["marks"], match.end()
    if marks is None:
        return False
    if _SMALL_FOLLOWS.match(text, at):
        return True
    before = _BEFORE.search(text, max(match.start() - _LONGEST_BEFORE, 0), match.start()) if marks == "." else None
    if before is None:
        return False
    word = before[0]
    if word.isdecimal():
        return _DAY.fullmatch(word) is not None and _MONTH_FOLLOWS.match(text, at) is not None
    if word.lower() in _NUMBERED and _DIGIT_FOLLOWS.match(text, at):
        return True
    if word in _TITLES or word.lower() in _CONNECTING or _INITIALS.fullmatch(word):
        following = _NEXT.match(text, at)
        return following is not None and following[1].lower() not in _BEGINNERS
    return False


def _with_words(text: str, places: list[int]) -> "array[int]":
    """Return the places but those that leave marks and spaces alone, which belong to the piece before."""
    ends = array("L")
    start = 0
    for place in places:
        if _LETTER.search(text, start, place):
            ends.append(place)
        elif ends:
            ends[-1] = place
        start = place
    if ends and not _LETTER.search(text, start):
        ends.pop()
    return ends

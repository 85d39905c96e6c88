"""From the words that a person types to a tree; every mistake has its position and a hint."""

import re
from dataclasses import dataclass
from functools import lru_cache

from app.base.errors import QueryError
from app.index.syntax import And, Leaf, Node, Not, Or, WordForm

MAX_CHARS = 1_000
MAX_TERMS = 64
MAX_DEPTH = 32
FIELDS = {
    "headline": "headline", "title": "headline", "deck": "deck", "body": "body", "said": "said", "person": "person", "people": "person",
    "org": "organisation", "organisation": "organisation", "organization": "organisation", "place": "place", "speaker": "speaker",
    "source": "source", "author": "author", "licence": "licence", "license": "licence", "lang": "language", "language": "language",
    "tag": "tag", "date": "date", "added": "added",
}  # fmt: skip
_TOKEN = re.compile(
    r"""(?P<space>\s+)|(?P<open>\()|(?P<close>\))|(?P<not>-(?=[^\s-]))|(?P<quoted>["“”„«](?P<phrase>[^"“”„«»]*)["“”»](?:~(?P<slop>\d{1,2}))?)"""
    r"""|(?P<stray>["“”„«»])|(?P<field>[A-Za-z]+):(?=\S)|(?P<word>[^\s()"“”„«»]+)"""
)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    position: int
    distance: int = 0


@lru_cache(maxsize=64)
def parse(text: str) -> Node | None:
    """Return the tree of a query, None for an empty one.

    Bare words must all match; `OR`, `NOT` or `-`, parentheses; "a phrase", "loose phrase"~5; wor*, w?rd, word~1; field:word.
    QueryError with its position where it cannot be understood.
    """
    if len(text) > MAX_CHARS:
        raise QueryError("query-too-long", position=MAX_CHARS, most=MAX_CHARS)
    tokens = _tokens(text)
    if sum(token.kind in ("word", "quoted") for token in tokens) > MAX_TERMS:
        raise QueryError("query-too-many-words", position=tokens[-1].position, most=MAX_TERMS)
    return _Parser(tokens, len(text)).whole()


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise QueryError("query-sign", position=at, sign=text[at])
        kind = match.lastgroup or ""
        kind = next(
            name for name in ("space", "open", "close", "not", "quoted", "stray", "field", "word") if match[name] is not None
        )
        if kind == "stray":
            raise QueryError("query-quote-open", position=at)
        if kind == "field" and match["field"].lower() not in FIELDS and text[match.end() : match.end() + 2] != "//":
            known = ", ".join(sorted(set(FIELDS.values())))
            raise QueryError("query-field-unknown", position=at, field=match["field"], fields=known)
        if kind == "quoted":
            found.append(_Token("quoted", match["phrase"], at, int(match["slop"] or 0)))
        elif kind != "space":
            found.append(_Token(kind, match["field"] if kind == "field" else match[0], at))
        at = match.end()
    return found


@dataclass(frozen=True, slots=True)
class LastWord:
    """The word at the end of a query that is being typed, with the field it is asked in, and where both begin."""

    field: str
    text: str
    position: int


def last_word(text: str) -> LastWord | None:
    """Return the word that a query ends with, as it may go on; None behind a space, a closed phrase or a sign."""
    match = re.search(
        r"""(?:^|(?<=[\s(-]))(?:(?P<field>[A-Za-z]+):)?(?:["“„«](?P<open>[^"“”„«»]*)|(?P<word>[^\s()"“”„«»:*?~-][^\s()"“”„«»:*?~]*))$""",
        text,
    )
    if match is None or (match["field"] and match["field"].lower() not in FIELDS):
        return None
    if match["open"] is not None and text[: match.start("open")].count('"') % 2 == 0 and text[match.start("open") - 1] == '"':
        return None
    return LastWord(
        (match["field"] or "").lower(), match["open"] if match["open"] is not None else match["word"], match.start()
    )


class _Parser:
    def __init__(self, tokens: list[_Token], end: int) -> None:
        self._tokens = tokens
        self._end = end
        self._at = 0
        self._depth = 0

    def whole(self) -> Node | None:
        node = self._either()
        if self._at < len(self._tokens):
            raise QueryError("query-parenthesis", position=self._tokens[self._at].position)
        return node

    def _either(self) -> Node | None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise QueryError("query-too-deep", position=self._position())
        parts: list[Node] = []
        while True:
            part = self._all()
            if part is not None:
                parts.append(part)
            if not self._is_word("OR"):
                break
            if part is None:
                raise QueryError("query-or-alone", position=self._position())
            self._at += 1
            if self._at >= len(self._tokens):
                raise QueryError("query-or-alone", position=self._end)
        self._depth -= 1
        return parts[0] if len(parts) == 1 else Or(tuple(parts)) if parts else None

    def _all(self) -> Node | None:
        parts: list[Node] = []
        while self._at < len(self._tokens) and self._tokens[self._at].kind != "close" and not self._is_word("OR"):
            if self._is_word("AND"):
                self._at += 1
                continue
            node = self._one()
            if node is not None:
                parts.append(node)
        return parts[0] if len(parts) == 1 else And(tuple(parts)) if parts else None

    def _one(self) -> Node | None:
        token = self._tokens[self._at]
        if token.kind == "not" or self._is_word("NOT"):
            self._at += 1
            if self._at >= len(self._tokens) or self._tokens[self._at].kind == "close":
                raise QueryError("query-not-alone", position=token.position)
            part = self._one()
            return Not(part) if part is not None else None
        if token.kind == "open":
            return self._group(token)
        self._at += 1
        if token.kind == "field":
            return self._of_field(token)
        return _leaf("", token)

    def _group(self, token: _Token) -> Node | None:
        self._at += 1
        node = self._either()
        if self._at >= len(self._tokens) or self._tokens[self._at].kind != "close":
            raise QueryError("query-parenthesis", position=token.position)
        self._at += 1
        return node

    def _of_field(self, token: _Token) -> Node | None:
        if self._at >= len(self._tokens) or self._tokens[self._at].kind not in ("word", "quoted"):
            raise QueryError("query-field-empty", position=token.position, field=token.text)
        value = self._tokens[self._at]
        self._at += 1
        return _leaf(FIELDS.get(token.text.lower(), ""), value)

    def _is_word(self, word: str) -> bool:
        return self._at < len(self._tokens) and self._tokens[self._at].kind == "word" and self._tokens[self._at].text == word

    def _position(self) -> int:
        return self._tokens[self._at].position if self._at < len(self._tokens) else self._end


def _leaf(field: str, token: _Token) -> Leaf | None:
    if token.kind == "quoted":
        return Leaf(field, token.text, "phrase", token.position, token.distance) if token.text.strip() else None
    text, form, distance = token.text, "word", 0
    if field not in ("date", "added"):
        fuzzy = re.fullmatch(r"(.+?)~([12]?)", text)
        if fuzzy:
            text, form, distance = fuzzy[1], "fuzzy", int(fuzzy[2] or 1)
        elif text.endswith("*") and not re.search(r"[*?]", text[:-1]):
            text, form = text[:-1], "prefix"
        elif re.search(r"[*]|\?(?=.)", text):
            form = "pattern"
    wanted: WordForm = form  # type: ignore[assignment]
    return Leaf(field, text, wanted, token.position, distance)

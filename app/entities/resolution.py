"""Which candidates of one article name the same, and what they are: full names give their kind and form to shorter ones."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from app.base.spans import Span
from app.base.text import fold
from app.entities.candidates import Candidate
from app.entities.lexicon import Lexicon
from app.entities.tokens import Tokens
from app.model.recognition import Kind, Mention


def resolve(candidates: Sequence[Candidate], texts: tuple[Tokens, ...], lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return the mentions, text by text in order. One string has one kind; for persons the fullest form printed is the name."""
    surfaces = [_surface(candidate, texts) for candidate in candidates]
    people = _full_names(candidates, surfaces, lexicon)
    kinds = _kinds(candidates, surfaces)
    found: list[Mention] = []
    for candidate, surface in zip(candidates, surfaces, strict=True):
        kind, name, how = _decided(candidate, surface, people, kinds, lexicon)
        if kind is not None:
            tokens = texts[candidate.text]
            span = Span(tokens.starts[candidate.first], tokens.ends[candidate.last - 1], tokens.field)
            found.append(Mention(span, kind, surface, name, how, candidate.confidence or 0.6, candidate.title))
    return _one_form(found)


def _surface(candidate: Candidate, texts: tuple[Tokens, ...]) -> str:
    return texts[candidate.text].surface(candidate.first, candidate.last)


def _full_names(candidates: Sequence[Candidate], surfaces: Sequence[str], lexicon: Lexicon) -> dict[str, list[str]]:
    """Return the persons' fullest names by each folded surname (with and without particles), the latest last."""
    found: dict[str, list[str]] = defaultdict(list)
    for candidate, surface in zip(candidates, surfaces, strict=True):
        if candidate.kind is Kind.PERSON and len(surface.split()) > 1:
            for form in _surnames(surface, lexicon):
                known = found[form]
                if surface not in known:
                    known.append(surface)
    return {form: _without_shorter(names) for form, names in found.items()}


def _surnames(name: str, lexicon: Lexicon) -> list[str]:
    words = [word for word in name.split() if word not in lexicon.parts.suffixes] or name.split()
    start = len(words) - 1
    forms = [fold(words[start])]
    while start > 1 and words[start - 1].lower() in lexicon.parts.particles:
        start -= 1
        forms.append(fold(" ".join(words[start:])))
    return forms


def _without_shorter(names: Sequence[str]) -> list[str]:
    """Leave out names that are a shorter form of another: "Jens Stoltenberg" beside "Jens O. Stoltenberg"."""
    words = {name: fold(name).split() for name in names}
    return [
        name
        for name in names
        if not any(
            other != name and len(words[other]) > len(words[name]) and words[other][0][0] == words[name][0][0]
            and set(words[name]) <= set(words[other])
            for other in names
        )
    ]  # fmt: skip


def _kinds(candidates: Sequence[Candidate], surfaces: Sequence[str]) -> dict[str, Kind]:
    """Return the kind of each string by the weight of its evidence."""
    votes: dict[str, Counter[Kind]] = defaultdict(Counter)
    for candidate, surface in zip(candidates, surfaces, strict=True):
        if candidate.kind is not None:
            votes[fold(surface)][candidate.kind] += round(candidate.confidence * 100)
    return {surface: counted.most_common(1)[0][0] for surface, counted in votes.items()}


def _decided(
    candidate: Candidate, surface: str, people: dict[str, list[str]], kinds: dict[str, Kind], lexicon: Lexicon
) -> tuple[Kind | None, str, str]:
    folded = fold(surface)
    if folded in people and candidate.how not in ("listed", "slug"):
        return Kind.PERSON, people[folded][-1], "surname" if candidate.kind is None else candidate.how
    kind = kinds.get(folded)
    if kind is Kind.PERSON:
        return Kind.PERSON, _fullest(surface, people, lexicon), candidate.how
    if kind is not None:
        return kind, candidate.name or surface, candidate.how
    words = surface.split()
    if len(words) in (2, 3) and words[-1] in lexicon.parts.surnames and not any(w.lower() in lexicon.common for w in words):
        return Kind.PERSON, surface, "surname listed"
    return None, "", ""


def _fullest(surface: str, people: dict[str, list[str]], lexicon: Lexicon) -> str:
    """Return the fullest printed form of a person's name that `surface` may shorten."""
    words = fold(surface).split()
    for name in people.get(_surnames(surface, lexicon)[0], ()):
        other = fold(name).split()
        initials = {word[0] for word in other}
        if len(other) >= len(words) and all(
            word in other or (len(word.strip(".")) == 1 and word[0] in initials) for word in words
        ):
            return name
    return surface


def _one_form(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Give mentions of one folded name the form that was printed first."""
    first: dict[tuple[Kind, str], str] = {}
    return tuple(
        Mention(m.span, m.kind, m.surface, first.setdefault((m.kind, fold(m.name)), m.name), m.how, m.confidence, m.title)
        for m in mentions
    )

"""Our evaluation, Whoosh's searcher on our codec, and Whoosh on its own codec: the same hits with the same scores."""

import random
from collections.abc import Iterator
from functools import reduce
from pathlib import Path

import pytest
from whoosh import index as whoosh_index
from whoosh import query as wq
from whoosh.searching import Searcher

from app.index import ArticleIndex
from app.index.analysis import stem, words
from app.index.document import IndexDocument
from app.index.parsing import parse
from app.index.query import Query
from app.index.schema import BOOSTS, STEM_BOOST, TEXT_FIELDS, make_schema
from app.index.syntax import And, Leaf, Node, Not, Or, leaves
from tests.benchmarks.corpus import articles, word

ARTICLES, WORDS, SEGMENTS = 4_000, 40, 5
LANGUAGES = ("de", "en")
GONE = tuple(range(7, ARTICLES, 13))
CLASSES = {
    "rare": word(2_500), "common": word(3), "two words": f"{word(4)} {word(11)}", "three words": f"{word(1)} {word(3)} {word(7)}",
    "any of three": f"{word(40)} OR {word(90)} OR {word(300)}", "phrase": f'"{word(1)} {word(0)}"', "long phrase": f'"{word(0)} {word(1)} {word(0)}"',
    "loose phrase": f'"{word(5)} {word(9)}"~5', "exact": f'"{word(12)}"', "headline": f"headline:{word(2)}", "said": f"said:{word(6)}",
    "not": f"{word(8)} -{word(2)}", "nested": f"({word(30)} OR {word(31)}) {word(0)} -{word(5)}", "signs": f"{word(2)}-{word(3)}", "nothing": "zzzz",
}  # fmt: skip
EXPANDED = {"prefix": f"{word(200)[:3]}*", "fuzzy": f"{word(500)}~1", "pattern": f"{word(300)[:2]}?{word(300)[3:]}"}


class Nobody:
    """Names that no query here asks for."""

    def find(self, kind: str, text: str) -> frozenset[int]:
        return frozenset()

    def beginning(self, kind: str, text: str) -> frozenset[int]:
        return self.find(kind, text)

    def spelled(self, kind: str, text: str) -> tuple[str, ...]:
        return ()

    def canonical(self, kind: str, record: int) -> int:
        return record

    def moved(self, kind: str) -> frozenset[str]:
        return frozenset()

    def members(self, kind: str, record: int) -> frozenset[int]:
        return frozenset({record})

    def name(self, kind: str, record: int) -> str:
        return str(record)


@pytest.fixture(scope="module")
def documents() -> list[IndexDocument]:
    return list(articles(ARTICLES, seed=3, words=WORDS))


@pytest.fixture(scope="module")
def stock(documents: list[IndexDocument], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    """Whoosh's own index of the articles, some of them deleted."""
    made = whoosh_index.create_in(str(tmp_path_factory.mktemp("stock")), make_schema())
    writer = made.writer(limitmb=256)
    for document in documents:
        texts = {name: getattr(document, name) for name in TEXT_FIELDS}
        stems = " ".join(filter(None, (stem(w.term, document.language) for text in texts.values() for w in words(text))))
        said = " \U000f0000 ".join(passage for _, passage in document.quotations)
        writer.add_document(article_id=document.article_id, **texts, said=said, stems=stems)
    writer.commit()
    writer = made.writer()
    for number, document in enumerate(documents):
        if document.article_id in GONE:
            writer.delete_document(number)
    writer.commit(merge=False)
    with made.searcher() as searcher:
        yield searcher
    made.close()


@pytest.fixture(scope="module")
def folder(documents: list[IndexDocument], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our index of the same articles in several segments, the same ones deleted."""
    made = tmp_path_factory.mktemp("ours")
    share = ARTICLES // SEGMENTS
    index = ArticleIndex.build(made, "uid", documents[:share], seq=1)
    for n in range(1, SEGMENTS):
        index.apply(documents[n * share : (n + 1) * share], [], seq=1 + n, count=(n + 1) * share)
    index.apply([], GONE, seq=9, count=ARTICLES - len(GONE))
    index.close()
    return made


@pytest.fixture
def ours(folder: Path) -> Iterator[ArticleIndex]:
    index = ArticleIndex.open(folder, "uid")
    yield index
    index.close()


@pytest.fixture
def through_codec(folder: Path) -> Iterator[Searcher]:
    """Whoosh's own searcher on our index."""
    (generation,) = folder.glob("generation-*")
    opened = whoosh_index.open_dir(str(generation))
    with opened.searcher() as searcher:
        assert len(searcher.reader().leaf_readers()) == SEGMENTS
        yield searcher
    opened.close()


def condition(node: Node) -> wq.Query:
    """Return what Whoosh is asked for a tree, without scores."""
    match node:
        case And(parts):
            return wq.And([condition(part) for part in parts])
        case Or(parts):
            return wq.Or([condition(part) for part in parts])
        case Not(part):
            return wq.And([wq.Every(), wq.Not(condition(part))])
        case Leaf():
            return of_words(node)


def of_words(leaf: Leaf) -> wq.Query:
    fields = TEXT_FIELDS if not leaf.field else (leaf.field,)
    terms = [found.term for found in words(leaf.text)]
    if leaf.form == "phrase" and len(terms) > 1:
        return wq.Or([wq.Phrase(name, terms, slop=leaf.distance + 1, boost=BOOSTS.get(name, 1.0)) for name in fields])
    return reduce(
        lambda a, b: wq.And([a, b]), (of_term(fields, term, stems=not leaf.field and leaf.form == "word") for term in terms)
    )


def of_term(fields: tuple[str, ...], term: str, *, stems: bool) -> wq.Query:
    options = [wq.Term(name, term, boost=BOOSTS.get(name, 1.0)) for name in fields]
    if stems:
        options += [wq.Term("stems", text, boost=STEM_BOOST) for language in LANGUAGES if (text := stem(term, language))]
    return wq.Or(options)


def asked(searcher: Searcher, text: str) -> dict[int, float]:
    """Return article → score as Whoosh finds them."""
    tree = parse(text)
    assert tree is not None
    matching = {searcher.stored_fields(n)["article_id"] for n in searcher.docs_for_query(condition(tree))}
    scored = searcher.search(wq.Or([of_words(leaf) for leaf in leaves(tree)]), limit=None)
    return {hit["article_id"]: hit.score for hit in scored if hit["article_id"] in matching}


def found(index: ArticleIndex, text: str, limit: int = ARTICLES) -> dict[int, float]:
    results = index.search(Query(text, limit=limit, counted=()), Nobody())
    assert results.total == len(index.search(Query(text, limit=ARTICLES, counted=()), Nobody()).hits)
    return {hit.article_id: hit.score for hit in results.hits}


@pytest.mark.parametrize("text", CLASSES.values(), ids=CLASSES)
def test_hits_and_scores_are_those_of_whoosh(ours: ArticleIndex, through_codec: Searcher, stock: Searcher, text: str) -> None:
    expected = asked(stock, text)
    assert asked(through_codec, text) == pytest.approx(expected, abs=1e-9)
    assert found(ours, text) == pytest.approx(expected, abs=1e-9)
    best = sorted(expected.values(), reverse=True)[:50]
    assert list(found(ours, text, limit=50).values()) == pytest.approx(best, abs=1e-9)
    assert bool(expected) is (text != "zzzz")


def test_words_that_mean_several_find_what_whoosh_finds(ours: ArticleIndex, through_codec: Searcher, stock: Searcher) -> None:
    for name, text in EXPANDED.items():
        bare = text.rstrip("*").removesuffix("~1")
        make = {
            "prefix": lambda field, bare=bare: wq.Prefix(field, bare),
            "fuzzy": lambda field, bare=bare: wq.FuzzyTerm(field, bare, maxdist=1, prefixlength=0),
            "pattern": lambda field, text=text: wq.Wildcard(field, text),
        }[name]
        query = wq.Or([make(field) for field in TEXT_FIELDS])
        for searcher in (stock, through_codec):
            expected = {searcher.stored_fields(n)["article_id"] for n in searcher.docs_for_query(query)}
            assert expected
            assert set(found(ours, text)) == expected, name


def test_random_queries_agree(ours: ArticleIndex, stock: Searcher) -> None:
    rng = random.Random(5)
    for _ in range(60):
        picked = [word(int(2 ** (rng.random() * 10))) for _ in range(rng.randint(1, 4))]
        text = rng.choice((" ".join, " OR ".join, lambda p: f'"{" ".join(p[:2])}"', lambda p: " -".join(p)))(picked)
        assert found(ours, text) == pytest.approx(asked(stock, text), abs=1e-9), text

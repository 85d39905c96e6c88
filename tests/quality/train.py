"""Train the model of names: `python -m tests.quality train --data DIR`; the same data make the same model.

DIR holds the openly licensed texts (`ewt`, `crossner`, `wikigold`, each `.jsonl.gz`); the articles of `tests/annotated/train` come with them,
twice as they are and twice with their names exchanged. (GUM takes states that act for organisations, which no newspaper does: without it
the model is better, on GUM's own news too.)
"""

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from app.entities.article_features import ArticleFeatures
from app.entities.lexicon import load_lexicon
from app.entities.rule_tagger import RuleTagger
from app.entities.tokens import Tokens, tokenise
from app.entities.word_features import WordFeatures
from tests.annotated import reading
from tests.quality.swapping import Swapper

OPEN_SETS = ("ewt", "crossner", "wikigold")
MODEL = Path(__file__).resolve().parents[2] / "resources" / "models" / "names.crfsuite"
PARAMETERS = {
    "c1": 0.1, "c2": 0.1, "max_iterations": 120, "feature.minfreq": 2, "feature.possible_transitions": True,
}  # fmt: skip
KINDS = ("PER", "ORG", "LOC")
COPIES = 2

Name = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Document:
    """Texts of one document with the names in each; sentences with a `doubtful` stretch (of the first text) teach nothing."""

    texts: tuple[Tokens, ...]
    names: tuple[list[Name], ...]
    language: str = "en"
    doubtful: tuple[tuple[int, int], ...] = ()


class Describer:
    """Turns documents into the features and labels that the trainer takes."""

    def __init__(self) -> None:
        self.lexicon = load_lexicon()
        self._words = WordFeatures(self.lexicon)
        self._rules = RuleTagger(self.lexicon)

    def sentences(self, document: Document) -> Iterator[tuple[list[list[str]], list[str]]]:
        """Yield features and labels of each sentence with a capital."""
        texts = document.texts
        features = ArticleFeatures(texts, self.lexicon, self._words, self._rules, language=document.language)
        known = {(c.text, at) for c in features.rules if c.kind is not None for at in range(c.first, c.last)}
        for text, tokens in enumerate(texts):
            labels = labels_of(tokens, document.names[text])
            doubtful = {at for at in _inside(tokens, document.doubtful) if (text, at) in known} if not text else set()
            for first, last in features.sentences(text):
                if not any(first <= at < last for at in doubtful):
                    yield features.of(text, first, last), labels[first:last]


def _inside(tokens: Tokens, stretches: Iterable[tuple[int, int]]) -> Iterator[int]:
    """Yield the tokens that stand in the stretches."""
    for start, end in stretches:
        yield from (at for at in range(len(tokens)) if tokens.starts[at] < end and tokens.ends[at] > start)


def labels_of(tokens: Tokens, names: Iterable[Name]) -> list[str]:
    """Return for each token its label: `B-` and `I-` with the kind, or `O`."""
    labels = ["O"] * len(tokens)
    for start, end, kind in names:
        inside = [at for at in range(len(tokens)) if tokens.starts[at] < end and tokens.ends[at] > start]
        for at in inside:
            labels[at] = f"{'I' if at != inside[0] else 'B'}-{kind}"
    return labels


def open_documents(folder: Path, name: str) -> Iterator[Document]:
    """Yield the documents of an openly licensed set.

    Where a name of another kind (an event, a work) holds what rules take for a name of ours ("Treaty of Lisbon"), the set says
    nothing about news: its sentence is doubtful.
    """
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            text = record["text"]
            names = [(s, e, k) for s, e, k in record["ents"] if k in KINDS]
            doubtful = tuple((s, e) for s, e, k in record["ents"] if k not in KINDS)
            yield Document((tokenise(text),), (names,), doubtful=doubtful)


def own_documents(articles: Iterable[reading.Annotated]) -> Iterator[Document]:
    """Yield annotated articles of our own, the headline with the body."""
    for article in articles:
        texts = (tokenise(article.body), tokenise(article.headers["headline"], "headline"))
        names = tuple(
            [(m.start, m.end, m.label) for m in marks if m.label in KINDS] for marks in (article.marks, article.headline_marks)
        )
        yield Document(texts, names, article.headers["language"])


def train(documents: Iterable[Document], model: Path, parameters: dict[str, object] = PARAMETERS) -> None:
    """Write the model that the documents teach."""
    describer = Describer()
    trainer = pycrfsuite.Trainer(verbose=False)
    for document in documents:
        for features, labels in describer.sentences(document):
            trainer.append(features, labels)
    trainer.set_params(parameters)
    model.parent.mkdir(exist_ok=True)
    trainer.train(str(model))


def all_documents(folder: Path, sets: Sequence[str] = OPEN_SETS) -> Iterator[Document]:
    """Yield what the model learns from; our own articles, which are news, count twice and twice more with other names."""
    for name in sets:
        yield from open_documents(folder, name)
    articles = list(reading.articles("train"))
    for copy in range(COPIES):
        yield from own_documents(articles)
        swapper = Swapper(articles, seed=copy)
        yield from own_documents(swapper.swapped(article) for article in articles)

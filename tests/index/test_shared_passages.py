"""Words that a text shares with articles, against looking for every shingle in every text."""

import random
from pathlib import Path

from app.index import ArticleIndex, words
from app.index.shared_passages import REACH, SHINGLE
from tests.index.test_index import document


def terms(text: str) -> list[str]:
    return [word.term for word in words(text)]


def made(seed: int, count: int, length: int) -> list[str]:
    chance = random.Random(seed)
    vocabulary = [f"w{number}" for number in range(400)]
    weights = [1 / (number + 1) for number in range(400)]
    return [" ".join(chance.choices(vocabulary, weights, k=length)) for _ in range(count)]


def test_every_passage_of_six_words_is_found(tmp_path: Path) -> None:
    bodies = made(1, 40, 120)
    with ArticleIndex.build(
        tmp_path / "index", "uid", [document(n + 1, body=body) for n, body in enumerate(bodies)], seq=1
    ) as index:
        chance = random.Random(2)
        for _ in range(60):
            number = chance.randrange(len(bodies))
            own = bodies[number].split()
            start, length = chance.randrange(100), chance.randrange(SHINGLE + 2, 20)
            passage = own[start : start + length]
            before = chance.choice([0, 3, REACH, 400])
            draft = [f"x{n}" for n in range(before)] + passage + ["y1", "y2", "y3"]
            found = [p for p in index.shared_passages(draft) if p.article_id == number + 1]
            here = [p for p in found if p.first >= before and p.last < before + length and p.at - p.first == start - before]
            assert here, (number, start, length, before)


def test_text_of_other_words_shares_nothing(tmp_path: Path) -> None:
    with ArticleIndex.build(tmp_path / "index", "uid", [document(1, body="one two three four five six seven")], seq=1) as index:
        assert index.shared_passages(terms("seven six five four three two one")) == []
        assert index.shared_passages(terms("one two three four five")) == []
        assert index.shared_passages([]) == []


def test_deleted_articles_share_nothing(tmp_path: Path) -> None:
    text = "the fence of the old pier was painted green last spring"
    with ArticleIndex.build(tmp_path / "index", "uid", [document(1, body=text), document(2, body=text)], seq=1) as index:
        assert {p.article_id for p in index.shared_passages(terms(text))} == {1, 2}
        index.apply([], [1], seq=2, count=1)
        assert {p.article_id for p in index.shared_passages(terms(text))} == {2}

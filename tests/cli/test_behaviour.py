"""What `quote` does and says in each situation of the behaviour table (specification of rights, §4)."""

from pathlib import Path

import pytest

from app.base.clock import utc_now
from app.cli.main import run
from tests.articles import HARBOUR

BODY = "The keeper of the lighthouse of Halden has lit it again. Nobody knows why he did so on a Tuesday.\n\nHe said nothing to the paper."
NOTICES = {
    "short": "Articles may be quoted up to 5 % of the text with a link.",
    "reserved": "© 2022 Halden Courier. All rights reserved.",
    "unknown": "",
    "by": "This article is licensed under CC BY 4.0.",
    "nc": "This article is licensed under CC BY-NC 4.0.",
    "nd": "This article is licensed under CC BY-ND 4.0.",
    "ogl": "Contains information licensed under the Open Government Licence v3.0.",
    "author": "Up to 10 words may be quoted if the author is named.",
    "photo": "Up to 50 words may be quoted.",
}
ARTICLE = {"harbour": 1, **{name: number for number, name in enumerate(NOTICES, 2)}}
CRANE = "A harbour with one crane"
URL = "https://wire.example.org/crane"
REASON = ("--reason", "evidence in a review")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with an article for each situation."""
    root = tmp_path_factory.mktemp("behaviour")
    (root / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    for name, notice in NOTICES.items():
        body = {"short": "The lighthouse shines.", "photo": f"(Photo: Ann Berg) {BODY}"}.get(name, BODY)
        head = f"---\ntitle: Keeper of {name}\nsource: Halden {name}\nurl: https://courier.example.org/{name}\ndate: 2022-03-04\n---\n\n"
        (root / f"{name}.md").write_text(f"{head}{body}\n\n{notice}\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CACHE", "DATA", "SETTINGS"):
            patch.setenv(f"PRESSMARK_{name}", str(root / name.lower()))
        for name in ("harbour.txt", *(f"{name}.md" for name in NOTICES)):
            assert run(["--archive", str(root / "archive"), "import", str(root / name), "--jobs", "1"]) == 0
        for words in (["shop", "--commercial", "yes"], ["house", "--house-limit", "2"]):
            assert run(["--archive", str(root / "archive"), "publications", *words]) == 0
    return root / "archive"


@pytest.mark.parametrize(
    ("article", "passage", "options", "code", "told"),
    [
        ("harbour", CRANE, (), 3, ("no address of this article", "--url", "choose another basis", "pressmark cite")),
        ("harbour", CRANE, ("--url", "javascript:x"), 1, ("“javascript:x” cannot be linked", "http or https address")),
        ("harbour", CRANE, ("--url", URL, "--medium", "print"), 3, ("cover websites alone, not print", "Choose another basis")),
        ("harbour", CRANE, ("--url", URL, "--medium", "print", "--basis", "permission"), 1, ("the basis “permission”", "--reason")),
        ("harbour", CRANE, ("--url", URL, "--medium", "print", "--basis", "permission", *REASON), 0, ("basis: permission",)),
        ("author", "lit it again", (), 3, ("want the author named", "Choose another basis")),
        ("short", "lighthouse", (), 3, ("nothing may be quoted under these terms (Articles may be", "Choose another basis")),
        ("reserved", "lit it again", (), 1, ("does not rest on the terms", "“statutory”", "--reason")),
        ("reserved", "lit it again", REASON, 0, ("basis: statutory",)),
        ("unknown", "lit it again", REASON, 0, ("basis: statutory",)),
        ("unknown", "lit it again", (*REASON, "--publication", "house"), 0, ("the house’s own: no law names a number",)),
        ("nc", "lit it again", (), 0, ("forbid commercial use. Say whether web is commercial",)),
        ("nc", "lit it again", ("--publication", "shop"), 3, ("forbid commercial use", "CC BY-NC 4.0.", "shop is commercial")),
        ("nd", "lit it again", ("--text", "He said nothing"), 3, ("forbid changes", "CC BY-ND 4.0.", "Quote one piece")),
        ("photo", "(Photo: Ann Berg) The keeper", (), 0, ("credit of others, (Photo: Ann Berg)", "50 words used")),
        ("photo", BODY.split("\n")[0], ("--plain", "--basis", "private_study"), 0, ("private study, which counts for no publication",)),
        ("author", BODY.split("\n")[0], ("--basis", "own_work", *REASON), 0, ("basis: own work",)),
    ],
)  # fmt: skip
def test_situation_has_its_sentence(
    archive: Path,
    capsys: pytest.CaptureFixture[str],
    article: str,
    passage: str,
    options: tuple[str, ...],
    code: int,
    told: tuple[str, ...],
) -> None:
    capsys.readouterr()
    given = ["--archive", str(archive), "quote", str(ARTICLE[article]), "--text", passage, "--publication", "web", *options]
    assert run(given) == code
    out, err = capsys.readouterr()
    assert bool(out) == (code == 0)
    assert [words for words in told if words not in err] == []


@pytest.mark.parametrize(
    ("article", "texts", "shown"),
    [
        ("by", ("lit it again",), "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)"),
        ("by", ("lit it again", "He said nothing"), "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/), abridged"),
        ("ogl", ("lit it again",), "OGL-UK 3.0 (https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/)"),
    ],
)
def test_open_licence_is_named_linked_and_not_metered(
    archive: Path, capsys: pytest.CaptureFixture[str], article: str, texts: tuple[str, ...], shown: str
) -> None:
    capsys.readouterr()
    pieces = [part for text in texts for part in ("--text", text)]
    assert run(["--archive", str(archive), "quote", str(ARTICLE[article]), *pieces, "--publication", "web"]) == 0
    out, err = capsys.readouterr()
    assert shown in out
    assert "used" not in err


def test_refusal_shows_the_arithmetic_and_what_would_be_allowed(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["--archive", str(archive), "quote", "1", "--span", "0:300", "--publication", "calm", "--url", URL]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert "the terms allow 9 of 190 words for calm; 0 are used and this passage brings it to 54." in err
    assert "Whole sentences, 4 words: --span" in err


def test_private_study_is_summed_by_itself(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = utc_now()[:10]
    run(
        [
            "--archive",
            str(archive),
            "quote",
            "9",
            "--text",
            "lit it again",
            "--publication",
            "quiet",
            "--plain",
            "--basis",
            "private_study",
        ]
    )
    capsys.readouterr()
    assert run(["--archive", str(archive), "ledger", "--publication", "quiet", "--from", first]) == 0
    out = capsys.readouterr().out
    assert "Private study: 1 excerpt, 3 words" in out
    assert "quiet: " not in out

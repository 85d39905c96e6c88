"""The command line, end to end: exit codes, sentences, JSON as its schemas describe it."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from referencing import Registry, Resource

from app.base.paths import resource
from app.cli.main import run
from tests.articles import GARDEN, HARBOUR

SCHEMAS = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in resource("schemas").glob("*.schema.json")}
REGISTRY = Registry().with_resources((name, Resource.from_contents(schema)) for name, schema in SCHEMAS.items())
Call = Callable[..., tuple[int, str, str]]
URL = "https://wire.example.org/crane"


@pytest.fixture
def call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    """Run a command on an archive of this test's own."""

    def run_it(*arguments: str) -> tuple[int, str, str]:
        code = run(["--archive", str(tmp_path / "archive"), *arguments])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run_it


@pytest.fixture
def filled(call: Call, tmp_path: Path) -> Call:
    """The same with two articles: 1 harbour, 2 garden."""
    for name, text in (("a-harbour.txt", HARBOUR), ("b-garden.md", GARDEN)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert call("import", str(tmp_path / name), "--jobs", "1")[0] == 0
    return call


def valid(text: str, schema: str) -> dict:  # type: ignore[type-arg]
    document = json.loads(text)
    jsonschema.Draft202012Validator(SCHEMAS[f"{schema}.schema.json"], registry=REGISTRY).validate(document)
    return document


def test_import_reports_and_tells_failures(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(HARBOUR, encoding="utf-8")
    (folder / "b.txt").write_text(HARBOUR, encoding="utf-8")
    (folder / "c.pdf").write_bytes(b"%PDF-1.7 nothing")
    (folder / "d.txt").write_bytes(b"")
    report = tmp_path / "report.csv"
    code, out, _ = call("import", str(folder), "--json", "--report", str(report))
    document = valid(out, "import")
    assert code == 1
    assert (document["imported"], document["same"], document["failed"]) == (1, 1, 2)
    assert [item["code"] for item in document["items"]] == ["", "same-file", "not-supported", "empty-file"]
    lines = report.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "path,status,code,message,remedy,article_ids"
    assert len(lines) == 5
    code, out, _ = call("import", str(folder / "a.txt"))
    assert (code, out) == (0, "1 same\n")


def test_search_finds_by_words_people_and_dates(filled: Call) -> None:
    code, out, _ = filled("search", "crane", "--json")
    document = valid(out, "search")
    assert (code, document["total"]) == (0, 1)
    assert document["hits"][0]["id"] == 1
    snippet = document["hits"][0]["snippets"][0]
    start, end = snippet["hits"][0]
    assert snippet["text"][start:end].lower() == "crane"
    assert [row["value"] for row in document["facets"]["person"]] == ["Ingrid Solbakken"]
    assert valid(filled("search", "--person", "solbakken", "--json")[1], "search")["total"] == 1
    assert valid(filled("search", "--speaker", "Tomas Okafor", "--json")[1], "search")["total"] == 1
    assert valid(filled("search", "--from", "2019-06", "--to", "2019", "--json")[1], "search")["total"] == 1
    assert valid(filled("search", "--undated", "--json")[1], "search")["total"] == 1
    assert (
        valid(filled("search", "--source", "Halden Courier", "--source", "Northbridge Wire", "--json")[1], "search")["total"]
        == 2
    )
    assert valid(filled("search", "--language", "de", "--json")[1], "search")["total"] == 0


def test_search_for_people_tells_unknown_names_and_slips(filled: Call) -> None:
    code, out, err = filled("search", "--person", "Nobody Atall")
    assert (code, out.splitlines()[0].split(" in ")[0]) == (0, "0 articles")
    assert err == "pressmark: No person in this archive is called “Nobody Atall”.\n"
    assert "Did you mean: lighthuose" not in out
    assert "Did you mean: harbour (1)" in filled("search", "harbuor")[1]
    assert "«crane»" in filled("search", "crane", "--facets")[1]


def test_mistake_in_a_query_has_its_place(filled: Call) -> None:
    code, _, err = filled("search", "crane", '"open')
    assert (code, err.count("\n")) == (1, 1)
    assert "character 6" in err


def test_show_tells_evidence(filled: Call) -> None:
    document = valid(filled("show", "2", "--json")[1], "show")
    assert document["fields"]["published"] == {"value": "2019-06-12", "how": "stated", "where": "head"}
    assert document["authors"][0]["value"] == "Maren Tveit"
    assert "Ingrid Solbakken" in filled("show", "1")[1]
    code, _, err = filled("show", "9")
    assert (code, err) == (1, "pressmark: There is no article 9 in this archive.\n")


def test_quote_allows_refuses_and_records(filled: Call) -> None:
    passage = ("quote", "1", "--text", "A harbour with one crane", "--publication", "my-site.example")
    code, _, err = filled(*passage)
    assert (code, "want a link" in err) == (3, True)
    code, out, _ = filled(*passage, "--url", URL, "--json")
    document = valid(out, "quote")
    assert (code, document["verdict"], document["reason"], document["basis"]) == (0, "allowed", None, "licence")
    assert document["measures"]["words"]["used"] == 5
    code, out, _ = filled("quote", "1", "--span", "0:900", "--publication", "my-site.example", "--json")
    document = valid(out, "quote")
    assert (code, document["verdict"], document["reason"], document["html"]) == (3, "refused", "over_cap", None)
    code, out, err = filled("quote", "1", "--span", "0:900", "--publication", "my-site.example")
    assert (code, out) == (3, "")
    assert "the terms allow" in err
    ledger = valid(filled("ledger", "--json")[1], "ledger")
    assert [row["publication"] for row in ledger["entries"]] == ["my-site.example"]
    assert valid(filled("ledger", "verify", "--json")[1], "ledger")["whole"]
    assert "my-site.example" in filled("ledger")[1]


@pytest.mark.parametrize("flavour", ["plain", "html", "markdown", "rtf"])
def test_quote_prints_each_flavour(filled: Call, flavour: str) -> None:
    code, out, _ = filled(
        "quote",
        "1",
        "--text",
        "A harbour with one crane",
        "--publication",
        "x",
        "--url",
        URL,
        "--format",
        flavour,
        "--style",
        "mla",
    )
    assert code == 0
    assert URL in out


def test_passage_that_stands_twice_wants_a_span(filled: Call) -> None:
    code, _, err = filled("quote", "1", "--text", "second", "--publication", "x")
    assert code == 2
    assert "--span" in err
    code, _, err = filled("quote", "1", "--text", "nowhere to be found", "--publication", "x")
    assert (code, "does not stand" in err) == (1, True)


def test_ledger_as_csv_runs_no_formula(filled: Call, tmp_path: Path) -> None:
    filled("quote", "1", "--text", "A harbour with one crane", "--publication", "=evil()", "--url", URL)
    filled("ledger", "--csv", str(tmp_path / "ledger.csv"))
    assert "'=evil()" in (tmp_path / "ledger.csv").read_text(encoding="utf-8")
    code, _, err = filled("ledger", "--csv", str(tmp_path / "no" / "where.csv"))
    assert (code, "cannot be written" in err) == (1, True)


def test_check_and_rebuild(filled: Call, tmp_path: Path) -> None:
    assert valid(filled("check", "--json")[1], "check")["whole"]
    assert filled("check")[0] == 0
    assert valid(filled("rebuild", "--json")[1], "rebuild")["articles"] == 2
    assert "2 articles" in filled("rebuild")[1]
    original = next((tmp_path / "archive" / "originals").glob("??/*"))
    original.chmod(0o644)
    original.write_bytes(b"forged")
    code, out, _ = filled("check")
    assert (code, str(original) in out) == (1, True)


def test_single_files_are_looked_into_without_importing(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(HARBOUR, encoding="utf-8")
    assert valid(call("rights", str(file), "--json")[1], "rights")["kind"] == "quote_cap"
    assert "≤ 5 %" in call("rights", str(file))[1]
    entities = valid(call("entities", str(file), "--json")[1], "entities")
    assert "Ingrid Solbakken" in {entity["name"] for entity in entities}
    assert "Ingrid Solbakken" in call("entities", str(file))[1]
    quotations = valid(call("quotations", str(file), "--json")[1], "quotations")
    assert {quotation["speaker"] for quotation in quotations} == {"Ingrid Solbakken"}
    assert "Ingrid Solbakken: “" in call("quotations", str(file))[1]
    assert not (tmp_path / "archive").exists()
    code, _, err = call("rights", str(tmp_path / "missing.txt"))
    assert (code, "cannot be read" in err) == (1, True)


def test_usage(call: Call, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert run([]) == 0
    assert "commands" in capsys.readouterr().out
    assert run(["search", "x"]) == 2
    assert "--archive" in capsys.readouterr().err
    assert call("search", "x")[0] == 1
    for wrong in (
        ["search", "--from", "yesterday"],
        ["quote", "1", "--span", "9:3", "--publication", "x"],
        ["show", "-1"],
        ["show", "1" * 30],
    ):
        with pytest.raises(SystemExit) as caught:
            run(wrong)
        assert caught.value.code == 2
    with pytest.raises(SystemExit) as caught:
        run(["--version"])
    assert caught.value.code == 0


def test_last_archive_is_remembered(filled: Call, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["search", "crane"]) == 0
    assert "1 article" in capsys.readouterr().out


def test_selftest(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CACHE", "SETTINGS", "DATA"):
        monkeypatch.setenv(f"PRESSMARK_{name}", "unused")
    assert run(["--selftest"]) == 0
    assert "The self-test passed." in capsys.readouterr().out


def test_ways_to_go_on(filled: Call) -> None:
    code, out, _ = filled("complete", "person:sol", "--json")
    assert code == 0
    found = valid(out, "complete")["completions"]
    assert found
    assert all(each["kind"] == "person" and each["count"] for each in found)
    code, out, _ = filled("complete", "harb")
    assert (code, out.splitlines()[0]) == (0, "Word: harbour (1)")
    code, out, _ = filled("similar", "1", "--json")
    assert code == 0
    valid(out, "similar")
    assert filled("similar", "99")[0] == 1
    code, out, _ = filled("search", "harb OR (garden)", "--within", "person=zzz", "--json")
    document = valid(out, "search")
    assert (code, document["understood"], document["facets"]["person"]) == (0, "harb OR garden", [])
    with pytest.raises(SystemExit) as caught:
        filled("search", "x", "--within", "colour=red")
    assert caught.value.code == 2


def test_draft_is_refused_for_what_goes_against_the_terms(filled: Call, tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("Some say a harbour with one crane is a port that waits; others do not.", encoding="utf-8")
    code, out, _ = filled("draft", str(draft), "--json")
    document = valid(out, "draft")
    assert (code, document["refused"]) == (3, True)
    (quote,) = document["quotes"]
    assert (quote["kind"], quote["article"]) == ("altered", 1)
    assert quote["changes"] == [{"how": "altered", "draft": "port", "article": "harbour"}]
    assert {"unmarked", "unattributed", "link-missing"} <= {problem["code"] for problem in quote["problems"]}
    code, out, _ = filled("draft", str(draft))
    assert code == 3
    assert "✗ Not marked as a quotation." in out
    assert "no legal advice" in out
    page = tmp_path / "report.html"
    code, out, _ = filled("draft", str(draft), "--html", str(page))
    assert (code, out) == (3, "")
    assert "<del>harbour</del> <ins>port</ins>" in page.read_text(encoding="utf-8")


def test_draft_in_order_exits_with_nought(filled: Call, tmp_path: Path) -> None:
    draft = tmp_path / "draft.html"
    draft.write_text(
        "<p>“Nobody had ever asked to see the garden in the dark before,” Tomas Okafor told the Halden Courier.</p>",
        encoding="utf-8",
    )
    code, out, _ = filled("draft", str(draft), "--publication", "site.example")
    assert code == 0
    assert "verbatim, from [2]" in out
    code, out, err = filled("draft", str(tmp_path / "missing.txt"))
    assert (code, out) == (1, "")
    assert "missing.txt cannot be read" in err
    draft.write_text("<p>Nothing of the kind.</p>", encoding="utf-8")
    assert "Nothing in this draft stands in the archive." in filled("draft", str(draft))[1]


def test_quote_offers_what_fits_when_it_is_too_long(filled: Call) -> None:
    long = ("quote", "1", "--text", "Two firms have shown interest. Neither wanted to speak about prices before the tender is out",
            "--publication", "my-site.example", "--url", URL)  # fmt: skip
    code, out, err = filled(*long)
    assert (code, out) == (3, "")
    assert "Whole sentences, 5 words: --span" in err
    document = valid(filled(*long, "--json")[1], "quote")
    ((start, end),) = document["shorter"][0]["spans"]
    assert filled("quote", "1", "--span", f"{start}:{end}", "--publication", "my-site.example")[0] == 0


def test_several_passages_become_one_quotation(filled: Call) -> None:
    code, out, _ = filled(
        "quote", "1", "--text", "Two firms have", "--text", "the tender is out", "--publication", "a.example", "--url", URL
    )
    assert code == 0
    assert "“Two firms have […] the tender is out”" in out


def test_plain_copy_counts_and_has_no_marks(filled: Call) -> None:
    code, out, err = filled("quote", "1", "--text", "Two firms have shown interest", "--plain", "--publication", "a.example")
    assert (code, out.strip()) == (0, "Two firms have shown interest")
    assert "5 of" in err


def test_excerpt_is_published_or_given_back_once(filled: Call) -> None:
    filled("quote", "1", "--text", "Two firms have shown interest", "--publication", "a.example", "--url", URL)
    assert filled("ledger", "publish", "1")[0] == 2
    assert filled("ledger", "publish")[0] == 2
    assert filled("ledger", "publish", "1", "--url", "nowhere")[0] == 1
    document = valid(filled("ledger", "publish", "1", "--url", "https://a.example/story", "--json")[1], "ledger")
    assert (document["status"], document["url"]) == ("published", "https://a.example/story")
    code, _, err = filled("ledger", "release", "1")
    assert code == 1
    assert "was published" in err
    (entry,) = valid(filled("ledger", "--json")[1], "ledger")["entries"]
    assert (entry["status"], entry["published_url"], entry["measure"]) == ("published", "https://a.example/story", "solid")
    assert filled("ledger", "verify")[0] == 0


def test_ledger_reports_as_page_and_csv_with_its_head(filled: Call, tmp_path: Path) -> None:
    for name in ("a.example", "b.example"):
        filled("quote", "1", "--text", "Two firms have shown interest", "--publication", name, "--url", URL)
    page, rows = tmp_path / "report.html", tmp_path / "report.csv"
    assert filled("ledger", "--publication", "a.example", "--html", str(page), "--csv", str(rows))[0] == 0
    assert "a.example: 1 excerpt, 5 words, 0 published, 0 given back." in filled("ledger")[1]
    head = valid(filled("ledger", "verify", "--json")[1], "ledger")["head"]
    for text in (page.read_text(encoding="utf-8"), rows.read_text(encoding="utf-8")):
        assert "a.example" in text
        assert "b.example" not in text
        assert head in text
        assert "no legal advice" in text
    assert valid(filled("ledger", "--from", "2001", "--to", "2002", "--json")[1], "ledger")["entries"] == []
    assert filled("ledger", "--html", str(tmp_path / "no" / "report.html"))[0] == 1


def test_terms_are_shown_confirmed_reworded_and_exported(filled: Call) -> None:
    document = valid(filled("terms", "1", "--json")[1], "terms")
    assert (document["rights"]["kind"], document["changed"]) == ("quote_cap", None)
    assert "Confirmed for 1 article of" in filled("terms", "1", "--confirm")[1]
    document = valid(filled("terms", "1", "--as", "Up to 20 words may be quoted.", "--json")[1], "terms")
    assert document["rights"]["caps"][0]["n"] == "20"
    assert document["rights"]["origin"] == "user"
    assert filled("terms", "1", "--as", "Be nice.")[0] == 1
    policy = json.loads(filled("terms", "1", "--export", "odrl")[1])
    assert policy["@type"] == "Agreement"
    assert json.loads(filled("terms", "1", "--export", "schema.org")[1])["copyrightNotice"] == "Up to 20 words may be quoted."
    assert filled("terms", "99")[0] == 1


def test_paragraphs_are_listed_struck_out_and_counted_again(filled: Call) -> None:
    code, out, _ = filled("strike", "1")
    assert (code, out.count("  counted  ")) == (0, len(out.splitlines()))
    count = len(out.splitlines())
    assert f"{count:>4}  struck out   Two firms" in filled("strike", "1", str(count))[1]
    document = valid(filled("strike", "1", "--json")[1], "strike")
    assert [each["counted"] for each in document["paragraphs"]] == [True] * (count - 1) + [False]
    shown = valid(filled("show", "1", "--json")[1], "show")
    assert [shown["body"][start:end][:9] for start, end in shown["uncounted"]] == ["Two firms"]
    assert "[not counted] Two firms" in filled("show", "1")[1]
    assert filled("strike", "1", str(count), "--undo")[1] == out
    assert filled("strike", "1", "99")[0] == 1


def test_publications_are_listed_and_described(filled: Call) -> None:
    assert filled("publications")[1] == ""
    filled("publications", "The Paper", "--medium", "print", "--commercial", "yes")
    document = valid(filled("publications", "the paper", "--language", "de", "--json")[1], "publications")
    assert document["publications"] == [
        {"name": "The Paper", "medium": "print", "commercial": True, "language": "de", "house_words": None}
    ]
    assert "house rule: at most 50 words" in filled("publications", "The Paper", "--house-limit", "50")[1]
    assert "house rule" not in filled("publications", "The Paper", "--house-limit", "0")[1]
    assert filled("publications", "The Paper", "--medium", "smoke")[0] == 2
    assert "“german” is no code of a language" in filled("publications", "The Paper", "--language", "german")[2]
    assert "200 letters at the most" in filled("publications", "x" * 201)[2]


def test_ledger_of_an_unknown_publication_names_the_known_ones(filled: Call) -> None:
    code, _, told = filled("ledger", "--publication", "Nope")
    assert (code, told) == (2, "pressmark: There is no publication named “Nope”; nothing was quoted for any publication yet.\n")
    for name in ("the radio", "The Paper"):
        filled("publications", name)
    code, _, told = filled("ledger", "--publication", "Nope")
    assert (code, told) == (2, "pressmark: There is no publication named “Nope”; the archive has: The Paper, the radio.\n")
    assert filled("ledger", "--publication", "the  PAPER")[0] == 0


def test_references_are_printed_and_exported(filled: Call, tmp_path: Path) -> None:
    code, out, _ = filled("cite", "2", "1", "--style", "apa")
    assert code == 0
    assert out.splitlines()[0].startswith("Tveit, M. (2019, June 12).")
    document = valid(filled("cite", "2", "--json")[1], "cite")
    assert "—" not in document["references"][0]["plain"]
    target = tmp_path / "references.ris"
    assert filled("cite", "1", "2", "--export", "ris", "--output", str(target))[0] == 0
    assert target.read_bytes().count(b"TY  - NEWS\r\n") == 2
    assert filled("cite", "2", "--export", "ris")[1].startswith("TY  - NEWS\nAU  - ")
    assert filled("cite", "2", "--style", "baroque")[0] == 2
    assert filled("cite", "99")[0] == 1


def test_show_carries_the_terms_and_leaves_an_event(filled: Call) -> None:
    assert "[Editorial content from Northbridge Wire may be quoted" in filled("show", "1")[1].replace("\n", " ")
    document = valid(filled("show", "1", "--json")[1], "show")
    assert document["rights"]["kind"] == "quote_cap"

"""`pressmark authorities` and `pressmark recognise`, end to end."""

from pathlib import Path

import pytest

from tests.cli.test_commands import Call, call, filled, valid

__all__ = ["call", "filled"]


def decided(out: str) -> int:
    (made,) = valid(out, "authorities")["decisions"]
    return made["decision"]


def numbers(filled: Call) -> dict[str, int]:
    document = valid(filled("authorities", "list", "--all", "--json")[1], "authorities")
    return {record["name"]: record["record"] for record in document["records"]}


def test_list_holds_what_was_confirmed_or_named_twice(filled: Call) -> None:
    assert valid(filled("authorities", "list", "--json")[1], "authorities")["records"] == []
    assert {"Ingrid Solbakken", "Tomas Okafor"} <= set(numbers(filled))
    code, out, _ = filled("authorities", "confirm", "Ingrid Solbakken")
    assert code == 0
    assert "“Ingrid Solbakken” was confirmed. Take it back with: pressmark authorities undo 1." in out
    (record,) = valid(filled("authorities", "list", "ingrid", "--kind", "person", "--json")[1], "authorities")["records"]
    assert (record["status"], record["articles"]) == ("confirmed", 1)
    assert "Ingrid Solbakken  person, confirmed, 1 article" in filled("authorities", "list")[1]


def test_decisions_are_made_shown_and_taken_back(filled: Call) -> None:
    mayor = numbers(filled)["Ingrid Solbakken"]
    decision = decided(filled("authorities", "merge", "Tomas Okafor", str(mayor), "--json")[1])
    assert valid(filled("search", "--person", "Tomas Okafor", "--json")[1], "search")["total"] == 2
    shown = valid(filled("authorities", "show", "tomas okafor", "--json")[1], "authorities")
    assert (shown["record"]["record"], shown["record"]["article_ids"]) == (mayor, [1, 2])
    assert [each["name"] for each in shown["record"]["merged"]] == ["Tomas Okafor"]
    assert "“Tomas Okafor” is one with “Ingrid Solbakken”." in filled("authorities", "log")[1]
    decided(filled("authorities", "undo", str(decision), "--json")[1])
    assert valid(filled("search", "--person", "Tomas Okafor", "--json")[1], "search")["total"] == 1
    assert f"(undone by {decision + 1})" in filled("authorities", "show", str(mayor))[1]


def test_each_action_decides(filled: Call) -> None:
    mayor = str(numbers(filled)["Ingrid Solbakken"])
    for arguments in (
        ("rename", mayor, "Ingrid M. Solbakken"),
        ("ids", mayor, "--isni", "0000 0001 2103 2683", "--titles", "Mayor; Dr"),
        ("ids", mayor, "--add-name", "The Iron Mayor"),
        ("always", "Varnsund", "--kind", "place"),
        ("reject", "Oslo", "--article", "1"),
        ("kind", "Halden", "organisation"),
        ("speaker", "1", "--span", "330:340", "--nobody"),
        ("mention", "1", "--span", "0:3", "--kind", "person", "--name", "Odd Lunde"),
        ("split", mayor, "--article", "1", "--name", "Another Solbakken"),
        ("suggest", "--decline", mayor, "Tomas Okafor"),
        ("reject", "Tomas Okafor"),
    ):
        code, out, err = filled("authorities", *arguments, "--json")
        assert (code, err) == (0, ""), arguments
        number = decided(out)
        assert filled("authorities", "undo", str(number))[0] == 0, arguments
    log = valid(filled("authorities", "log", "--record", mayor, "--json")[1], "authorities")["decisions"]
    assert len(log) >= 10
    assert all(each["message"].endswith(".") for each in log)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("show", "Nobody Atall"), "No record in this archive is called"),
        (("show", "999"), "There is no record 999"),
        (("merge", "Ingrid Solbakken", "Ingrid Solbakken"), "one record already"),
        (("ids", "Ingrid Solbakken", "--gnd", "118540239"), "no identifier of GND"),
        (("ids", "Ingrid Solbakken"), "State at least one fact"),
        (("reject",), "Say which record"),
        (("undo", "7"), "no decision 7"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(filled: Call, arguments: tuple[str, ...], words: str) -> None:
    code, out, err = filled("authorities", *arguments)
    assert (code, out) == (2, "")
    assert words in err


def test_suggestions_tell_their_reason(filled: Call, tmp_path: Path) -> None:
    text = "The mayor wrote\n\n“We shall see what the harbour needs next year,” said I. Solbakken in Oslo on Monday."
    (tmp_path / "c.txt").write_text(text, encoding="utf-8")
    filled("import", str(tmp_path / "c.txt"), "--jobs", "1")
    found = valid(filled("authorities", "suggest", "--kind", "person", "--json")[1], "authorities")["suggestions"]
    (one,) = [each for each in found if {each["name"], each["into_name"]} == {"I. Solbakken", "Ingrid Solbakken"}]
    assert one["message"] == "Same surname, the initial fits."
    assert "the initial fits" in filled("authorities", "suggest")[1]
    filled("authorities", "suggest", "--decline", str(one["record"]), str(one["into"]))
    assert valid(filled("authorities", "suggest", "--kind", "person", "--json")[1], "authorities")["suggestions"] == []


def test_lists_go_out_and_come_in(filled: Call, tmp_path: Path) -> None:
    filled("authorities", "confirm", "Ingrid Solbakken")
    for name in ("list.csv", "list.jsonld"):
        path = tmp_path / name
        assert valid(filled("authorities", "export", str(path), "--json")[1], "authorities")["records"] == 1
        report = valid(filled("authorities", "import", str(path), "--json")[1], "authorities")
        assert (report["unchanged"], report["refused"]) == (1, 0)
    path = tmp_path / "more.csv"
    path.write_text("kind,name,gnd\nperson,Tomas Okafor,118540238\nperson,Nobody,1\n", encoding="utf-8")
    code, out, _ = filled("authorities", "import", str(path))
    assert code == 1
    assert out.splitlines()[0] == "From the list: 0 records added, 1 joined, 0 unchanged, 1 refused."
    assert out.splitlines()[1].startswith("line 3: “1” is no identifier of GND")
    code, _, err = filled("authorities", "import", str(tmp_path / "missing.csv"))
    assert (code, "cannot be read" in err) == (1, True)


def test_recognise_says_what_it_did(filled: Call) -> None:
    assert filled("recognise")[1] == "All articles were recognised with the rules of now.\n"
    document = valid(filled("recognise", "--all", "--json")[1], "recognise")
    assert (document["articles"], document["changed"], document["failed"], document["cancelled"]) == (2, 0, [], False)
    assert ": 2 articles; names or speakers changed in 0." in filled("recognise", "--all")[1]

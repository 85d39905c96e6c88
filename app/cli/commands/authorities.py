"""`pressmark authorities`: the authority list, decisions on names and records, their log, and lists as files."""

import argparse
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

from app.base.errors import Param, UsageError
from app.base.spans import Span
from app.cli.main import DONE, FAILED, archive_folder, remember
from app.cli.output import progress_bar, say, say_json
from app.messages import sentence
from app.messages.decisions import decision_words, reason_words
from app.messages.reports import write_text
from app.model.identifiers import SCHEMES
from app.model.recognition import Kind
from app.workflows import corrections as decide
from app.workflows import mention_corrections as decide_here
from app.workflows.authority_exchange import LINE_STATUSES, LineReport, export_list, import_list, is_skos, read_list
from app.workflows.authority_list import RecordSummary, RecordView, authorities, authority, record_named
from app.workflows.decisions import Decision, decision, decisions
from app.workflows.library import Library
from app.workflows.suggestions import suggestions

FACT_OPTIONS = (*SCHEMES, "dates", "titles", "note")


def run_authorities(given: argparse.Namespace) -> int:
    """List or show records, or make decisions on them and tell how each is taken back."""
    folder = archive_folder(given)
    with Library.open(folder) as library:
        remember(folder)
        told = _TELLING.get(given.action)
        if told is not None and not getattr(given, "decline", None):
            return told(library, given)
        made = [decision(library, number) for number in _decide(library, given)]
        with progress_bar("Indexing") as report:
            library.refresh(report=report)
    words = [sentence("decision-made", {"words": decision_words(each), "decision": each.made.correction_id}) for each in made]
    if given.json:
        say_json({"decisions": [decision_json(each) for each in made]})
    else:
        for line in words:
            say(line)
    return DONE


def _decide(library: Library, given: argparse.Namespace) -> Iterator[int]:
    """Make the decisions that are asked for and give their numbers."""
    record = record_named(library, given.record) if getattr(given, "record", None) is not None else None
    if given.action == "ids" and record is not None:
        yield from _state(library, given, record)
    elif record is not None and given.action in _ON_RECORD:
        yield _ON_RECORD[given.action](library, record, given)
    else:
        yield _ELSEWHERE[given.action](library, record, given)


def _state(library: Library, given: argparse.Namespace, record: int) -> Iterator[int]:
    facts = {name: value for name in FACT_OPTIONS if (value := getattr(given, name)) is not None}
    if not (facts or given.add_name or given.remove_name):
        raise UsageError("facts-missing", facts=", ".join(FACT_OPTIONS))
    decide.checked_facts(facts or {"note": ""})
    if facts:
        yield decide.edit_facts(library, record, facts)
    for name in given.add_name:
        yield decide.add_variant(library, record, name)
    for name in given.remove_name:
        yield decide.remove_variant(library, record, name)


def _split(library: Library, record: int, given: argparse.Namespace) -> int:
    to = record_named(library, given.to) if given.to else None
    return decide.split(library, record, articles=given.article, variants=given.variant, to=to, name=given.name)


def _reject(library: Library, record: int | None, given: argparse.Namespace) -> int:
    if given.span is not None and given.article is not None:
        return decide_here.reject_here(library, given.article, span=Span(*given.span))
    if record is None or given.span is not None:
        raise UsageError("reject-what")
    if given.article is not None:
        return decide_here.reject_here(library, given.article, record=record)
    return decide.reject(library, record)


def _decline(library: Library, record: int | None, given: argparse.Namespace) -> int:
    one, other = (record_named(library, name) for name in given.decline)
    return decide.decline(library, one, other)


def _kind(given: argparse.Namespace) -> Kind | None:
    return Kind(given.kind) if given.kind else None


_ON_RECORD: dict[str, Callable[[Library, int, argparse.Namespace], int]] = {
    "merge": lambda library, record, given: decide.merge(library, record, record_named(library, given.into)),
    "split": _split,
    "rename": lambda library, record, given: decide.rename(library, record, given.name),
    "kind": lambda library, record, given: decide.change_kind(library, record, Kind(given.kind)),
    "confirm": lambda library, record, given: decide.confirm(library, record),
}
_ELSEWHERE: dict[str, Callable[[Library, int | None, argparse.Namespace], int]] = {
    "suggest": _decline,
    "reject": _reject,
    "always": lambda library, record, given: decide_here.always(library, given.text, record=record, kind=_kind(given)),
    "mention": lambda library, record, given: decide_here.add_mention(
        library, given.article, Span(*given.span), record=record, kind=_kind(given), name=given.name
    ),
    "speaker": lambda library, record, given: decide_here.set_speaker(library, given.article, Span(*given.span), record),
    "undo": lambda library, record, given: decide_here.undo(library, given.decision),
}


def _list(library: Library, given: argparse.Namespace) -> int:
    found = authorities(library, kind=_kind(given), text=given.text, status=given.status, everything=given.all)
    shown = found if given.limit is None else found[: given.limit]
    if given.json:
        say_json({"total": len(found), "records": [_record_json(each) for each in shown]})
        return DONE
    for each in shown:
        say(_line(each))
    if not found:
        say("No record is listed. With --all, records that one article alone names are too.")
    return DONE


def _line(each: RecordSummary) -> str:
    articles = f"{each.articles:,} {'article' if each.articles == 1 else 'articles'}"
    dates = f" ({each.dates})" if each.dates else ""
    return f"{each.record:>7}  {each.name}{dates}  {each.kind.value}, {each.status}, {articles}"


def _show(library: Library, given: argparse.Namespace) -> int:
    found = authority(library, record_named(library, given.record))
    made = decisions(library, record=found.summary.record)
    if given.json:
        say_json({"record": _whole_json(found), "decisions": [decision_json(each) for each in made]})
        return DONE
    say(_line(found.summary))
    listed = {
        "titles": "; ".join(found.titles), "note": found.note,
        **{SCHEMES[scheme].name: value for scheme, value in found.identifiers.items()},
        "codes": ", ".join(f"{scheme}:{code}" for scheme, code in found.codes),
        "also called": ", ".join(each.name + (" (typed)" if each.origin == "typed" else "") for each in found.variants),
        "merged": ", ".join(f"{name} ({number})" for number, name in found.merged),
        "articles": ", ".join(map(str, found.article_ids[:50])) + (" …" if len(found.article_ids) > 50 else ""),
    }  # fmt: skip
    for name, value in listed.items():
        if value:
            say(f"  {name}: {value}")
    for each in made:
        say(_log_line(each))
    return DONE


def _suggest(library: Library, given: argparse.Namespace) -> int:
    found = suggestions(library, kind=_kind(given), limit=given.limit)
    if given.json:
        told = [{**asdict(each), "kind": each.kind.value, "message": reason_words(each.reason)} for each in found]
        say_json({"suggestions": told})
        return DONE
    for each in found:
        say(f"{each.record:>7}  {each.name}  →  {each.into}  {each.into_name}   {reason_words(each.reason)}")
    say("Merge with: pressmark authorities merge RECORD INTO. Decline with: pressmark authorities suggest --decline RECORD RECORD."
        if found else "No two records look like one.")  # fmt: skip
    return DONE


def _log(library: Library, given: argparse.Namespace) -> int:
    record = record_named(library, given.record) if given.record else None
    made = decisions(library, record=record, article=given.article, limit=given.limit)
    if given.json:
        say_json({"decisions": [decision_json(each) for each in made]})
        return DONE
    for each in made:
        say(_log_line(each))
    if not made:
        say("Nothing was decided yet.")
    return DONE


def _log_line(each: Decision) -> str:
    made = each.made
    undone = f"  (undone by {made.undone_by})" if made.undone_by is not None else ""
    return f"{made.correction_id:>6}  {made.at[:16].replace('T', ' ')}  {made.user_name}  {decision_words(each)}{undone}"


def _export(library: Library, given: argparse.Namespace) -> int:
    path = Path(given.file)
    text, records = export_list(library, skos=is_skos(path), everything=given.all)
    write_text(path, text, newline="")
    if given.json:
        say_json({"file": str(path), "records": records})
    else:
        say(sentence("list-written", {"records": records, "path": str(path)}))
    return DONE


def _import(library: Library, given: argparse.Namespace) -> int:
    path = Path(given.file)
    lines = import_list(library, read_list(path), source=path.name)
    library.refresh()
    counts: dict[str, Param] = {status: sum(line.status == status for line in lines) for status in LINE_STATUSES}
    if given.json:
        say_json({**counts, "lines": [_line_json(line) for line in lines]})
    else:
        say(sentence("list-taken", counts))
        for line in lines:
            if line.status == "refused":
                say(f"line {line.line}: {sentence(line.code, line.params)}")
    return FAILED if counts["refused"] else DONE


_TELLING: dict[str, Callable[[Library, argparse.Namespace], int]] = {
    "list": _list, "show": _show, "suggest": _suggest, "log": _log, "export": _export, "import": _import,
}  # fmt: skip


def _record_json(each: RecordSummary) -> dict[str, object]:
    return {**asdict(each), "kind": each.kind.value}


def _whole_json(found: RecordView) -> dict[str, object]:
    """Return a record as `resources/schemas/authorities.schema.json` describes it."""
    return {
        **_record_json(found.summary), "titles": list(found.titles), "note": found.note, "identifiers": found.identifiers,
        "codes": [{"scheme": scheme, "code": code} for scheme, code in found.codes],
        "variants": [asdict(each) for each in found.variants],
        "merged": [{"record": number, "name": name} for number, name in found.merged], "article_ids": list(found.article_ids),
    }  # fmt: skip


def decision_json(each: Decision) -> dict[str, object]:
    """Return a decision as `resources/schemas/authorities.schema.json` describes it."""
    made = each.made
    return {
        "decision": made.correction_id, "at": made.at, "user_name": made.user_name, "kind": made.kind, "rule": made.rule,
        "record": made.record, "target": made.target, "article": made.article, "undone_by": made.undone_by,
        "message": decision_words(each),
    }  # fmt: skip


def _line_json(line: LineReport) -> dict[str, object]:
    message = sentence(line.code, line.params) if line.code else ""
    return {
        "line": line.line, "name": line.name, "status": line.status, "record": line.record, "code": line.code, "message": message,
    }  # fmt: skip

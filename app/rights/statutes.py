"""Laws that notices name: statutes on quotation, and the law by which a text is in the public domain."""

from collections.abc import Sequence

import regex as re

from app.rights.clauses import Clause

_STATUTES = (
    ("DE-URHG-51", re.compile(r"§\s*51\s*(?:a\s*)?(?:Abs\.[^.]{0,12})?(?:UrhG|Urheberrechtsgesetz)|Zitatrecht", re.I)),
    ("FR-CPI-L122-5", re.compile(r"L\.?\s?122-5", re.I)),
    ("UK-CDPA-30", re.compile(r"section 30\b|s\.\s?30\b|fair dealing", re.I)),
    ("US-17-107", re.compile(r"17 U\.?S\.?C\.?\s*(?:§\s*)?107|\bfair use\b", re.I)),
    ("ES-LPI-32", re.compile(r"art[íi]culo 32|art\.\s?32", re.I)),
    ("IT-LDA-70", re.compile(r"art(?:icolo|\.)\s?70", re.I)),
    ("PT-CDADC-75", re.compile(r"artigo 75", re.I)),
    ("BR-LDA-46", re.compile(r"art(?:igo|\.)\s?46", re.I)),
    ("NL-AW-15A", re.compile(r"artikel 15a", re.I)),
    ("PL-PRAUT-29", re.compile(r"art\.?\s?29\b", re.I)),
    ("RU-GK-1274", re.compile(r"стать[ияеё]\w* 1274|ст\.\s?1274", re.I)),
    ("AT-URHG-42F", re.compile(r"§\s*42f", re.I)),
    ("BERNE-10-1", re.compile(r"berne? [^.]{0,20}10", re.I)),
)  # fmt: skip


_COUNTRIES = (
    ("US", re.compile(r"\bUnited States\b|\bU\.S\.|\bUSA?\b|17 U\.?S\.?C")),
    ("DE", re.compile(r"§\s*5\s*(?:Abs\.[^.]{0,8})?(?:UrhG|Urheberrechtsgesetz|des Urheberrechtsgesetzes)", re.I)),
    ("AT", re.compile(r"§\s*7\s*(?:Abs\.[^.]{0,8})?(?:öUrhG|UrhG)", re.I)),
    ("CH", re.compile(r"Art\.?\s*5\s*URG", re.I)),
    ("NL", re.compile(r"artikel 11 (?:van de )?Auteurswet", re.I)),
    ("IT", re.compile(r"art(?:icolo|\.)\s?5,? (?:della )?(?:legge|l\.)\s?(?:n\.\s?)?633", re.I)),
    ("ES", re.compile(r"art[íi]culo 13 (?:de la )?(?:LPI|Ley de Propiedad Intelectual)", re.I)),
    ("PL", re.compile(r"art\.?\s?4 (?:ustawy|pr\.?\s?aut)", re.I)),
    ("CZ", re.compile(r"§\s*3 (?:autorského zákona|zákona č\. 121)", re.I)),
    ("RU", re.compile(r"(?:ст\.|стать\w+)\s?1259", re.I)),
    ("CA", re.compile(r"\bin Canada\b")), ("AU", re.compile(r"\bin Australia\b")), ("GB", re.compile(r"\bUnited Kingdom\b")),
)  # fmt: skip


def statute_of(clauses: Sequence[Clause]) -> str | None:
    """Return the statute on quotation that the terms name, None for none. It never carries a number of words."""
    text = " ".join(clause.text for clause in clauses)
    return next((name for name, pattern in _STATUTES if pattern.search(text)), None)


def jurisdiction_of(clauses: Sequence[Clause]) -> str | None:
    """Return the country whose law the clauses name as the reason of a public domain, None where they name none."""
    text = " ".join(clause.text for clause in clauses)
    return next((country for country, pattern in _COUNTRIES if pattern.search(text)), None)

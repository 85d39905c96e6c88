"""What a notice asks of those who quote: mark, name, link, keep unchanged; and what it leaves out."""

import re


def _any(*patterns: str) -> "re.Pattern[str]":
    return re.compile("|".join(patterns), re.IGNORECASE)


MARK = _any(
    r"marked as such", r"(?:in|within) quot(?:e|ation) marks", r"marked as (?:a )?quot", r"anführungszeichen", r"als zitat (?:zu )?\w*kenn",
    r"als solche[sr]? (?:\w+ )?gekennzeichnet", r"(?:entre )?guillemets", r"entre comillas", r"tra virgolette", r"entre aspas",
    r"aanhalingstekens", r"как цитат", r"отрывок, отметьте",
)  # fmt: skip
NAME_SOURCE = _any(
    r"source (?:\w+ )?(?:is|be|must be|to be) (?:named|credited|acknowledged|cited|mentioned)", r"(?:name|cite|credit|mention) the (?:source|agency)",
    r"as the source", r"attributed to", r"publisher's name", r"appropriate credit", r"quellenangabe", r"quelle (?:\w+ )?(?:ge)?nenn",
    r"nennung der quelle", r"unter angabe der quelle", r"mention(?:ner)? (?:de )?la source", r"(?:avec|et) (?:\S+ ){0,5}la source", r"citar? la fuente",
    r"citando la fuente", r"mencion\w+ (?:de )?la fuente", r"citare la fonte", r"citando la fonte", r"citad[ao] a fonte", r"citar a fonte",
    r"bronvermelding", r"указание[мя]? (?:\S+ )?источник", r"згадвання назвы", r"credit (?-i:[A-Z])", r"first published by", r"is acknowledged",
)  # fmt: skip
NAME_AUTHOR = _any(
    r"name the author", r"credit the (?:author|writer)", r"author must be named", r"keep (?:the )?bylines?", r"and the writers",
    r"autor(?:in)?\w* (?:\w+ )?(?:zu )?nennen", r"nom de l'auteur", r"nombre del autor", r"nome dell'autore", r"nome do autor",
    r"naam van de auteur", r"укажите автора",
)  # fmt: skip
LINK = _any(
    r"hyper-?link", r"link(?:ed)? back", r"\blink to\b", r"\bwith a (?:direct )?link\b", r"needs? a link", r"link its name", r"verlink\w+",
    r"mit link", r"link auf", r"avec (?:un )?lien", r"lien (?:hypertexte|vers)", r"con (?:un )?enlace", r"enlace (?:a|al)\b", r"con (?:un )?link",
    r"com (?:um )?link", r"met (?:een )?link", r"ссылк", r"гіперспасылк",
)  # fmt: skip
LINK_TO_LICENCE_ONLY = re.compile(r"link to the licence(?! or)", re.IGNORECASE)
PERMISSION = _any(r"permission", r"genehmigung", r"autorisation", r"autorización")
UNCHANGED = _any(
    r"change nothing", r"not be (?:changed|altered|edited|modified)", r"without (?:changes|alteration)", r"nicht verändert", r"unverändert",
    r"sans modification", r"sin (?:modificar|cambios)", r"senza modifiche", r"sem alterações", r"ongewijzigd",
)  # fmt: skip
HOUSE_STYLE = _any(r"house style")
NOT_COMMERCIAL = _any(
    r"non-?commercial", r"not for commercial", r"do not resell", r"nicht-?kommerziell", r"non commercia", r"no comercial", r"niet-?commercieel",
    r"не в коммерческих",
)  # fmt: skip
NO_ADVERTISING = _any(r"not for advertising", r"no use for marketing")
CHANGES_NOTICE = _any(r"changes (?:are|be|must be) (?:indicated|marked)", r"indicate (?:any|if) changes")
NO_FULL = _any(r"full re(?:print|publication) is (?:prohibited|forbidden)", r"полнотекстовое копирование \w+ запрещено")
TRACKER = _any(r"page view counter", r"tracking pixel", r"keep our (?:\w+ )?(?:counter|pixel)")
NOTIFY = _any(r"(?:let us know|notify us|inform us)", r"belegexemplar")
NO_NOFOLLOW = _any(r"open (?:to|for) search engines", r"without redirects", r"открыт\w+ для поисковых")
_EXCLUDED = (
    ("photos", _any(r"(?:images?|photo(?:graph)?s?|pictures?)[^.]{0,60}(?:not (?:included|covered)|excluded)", r"ask before using our photo",
                    r"использование фото", r"(?:fotos?|bilder)[^.]{0,40}(?:ausgenommen|nicht)")),
    ("video", _any(r"фото и видео")),
    ("third_party", _any(r"from other creators", r"not owned by", r"third[- ]part", r"only where we are the credit", r"material from (?:news )?agencies")),
    ("multimedia", _any(r"media files have their own")),
)  # fmt: skip
_MEDIA = (
    ("website", _any(r"\b(?:other )?web ?sites?\b", r"\bonline\b", r"on the web\b", r"\bweb(?:seiten|sites)\b", r"internetseiten",
                     r"sites? (?:web|internet)", r"sitios? web", r"páginas web", r"siti web")),
    ("print", _any(r"\bin print\b", r"\bprint\b", r"\breprinted\b", r"gedruckt")),
    ("email", _any(r"e-?mailed")),
)  # fmt: skip
_MEDIA_LIMITED = _any(r"on other (?:web)?sites", r"online or in print", r"posted on the web", r"auf anderen (?:web|internet)",
                      r"sur d'autres sites", r"en otros sitios", r"su altri siti", r"em outros sites", r"op andere websites")  # fmt: skip


def media(text: str) -> tuple[str, ...]:
    """Return the media to which the permission is limited, empty where it names none."""
    if not _MEDIA_LIMITED.search(text):
        return ()
    return tuple(name for name, pattern in _MEDIA if pattern.search(text))


def excluded(text: str) -> tuple[str, ...]:
    """Return what the permission does not cover."""
    return tuple(name for name, pattern in _EXCLUDED if pattern.search(text))


def states(pattern: "re.Pattern[str]", text: str) -> bool | None:
    """Return True when the notice states it, None when it does not."""
    return True if pattern.search(text) else None

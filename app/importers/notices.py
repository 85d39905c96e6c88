"""Which closing paragraphs are a rights notice: terms, not news."""

import re
from collections.abc import Sequence

_NOTICE = re.compile(
    r"©|\(c\)\s*\d{4}|\bcopyright\b|all rights reserved|licen[cs]ed under|creative commons|\bCC[ -]BY|open government licen[cs]e|"
    r"public domain|may (?:not )?be (?:quoted|republished|reprinted|reproduced|published|broadcast|redistributed)|"
    r"(?:you )?may (?:quote|republish|reprint)|liability for this|editorial content from|terms of use|reproduction|"
    r"alle rechte vorbehalten|urheberrecht|nachdruck|(?:darf|dürfen)[^.]{0,60}zitiert|zitate? (?:sind|ist|aus)|"
    r"tous droits réservés|droits d'auteur|reproduction (?:autorisée|interdite)|(?:peut|peuvent) être cité|citations?[^.]{0,40}(?:autoris|permis)|"
    r"(?:permitido|consentito|permette|permite)[^.]{0,30}\bcitar|\b(?:zitieren|citeren|citer) |todos los derechos|derechos reservados|se permite (?:la )?(?:reproducción|cita)|se puede citar|"
    r"tutti i diritti|riproduzione|todos os direitos|reprodução|alle rechten|overname|перепечатка|права защищены",
    re.IGNORECASE,
)
_REPORTING = re.compile(
    r"\b(?:said|says|told|according to|sagte|laut|a déclaré|selon|dijo|según|ha detto|secondo)\b", re.IGNORECASE
)
MAX_NOTICE_CHARS = 2_000
MAX_NOTICE_PARAGRAPHS = 4


def is_notice(paragraph: str) -> bool:
    """Return whether a paragraph reads as terms: it speaks of rights, reports nobody's words, and is short."""
    text = paragraph.strip()
    opens_speech = text[:1] in '“„«"‘'
    return len(text) <= MAX_NOTICE_CHARS and not opens_speech and bool(_NOTICE.search(text)) and not _REPORTING.search(text)


def split_notice(paragraphs: Sequence[str]) -> tuple[list[str], str]:
    """Return the paragraphs of the body, and the notice that closes them, "" where there is none. A body is never left empty."""
    end = len(paragraphs)
    while end > 1 and len(paragraphs) - end < MAX_NOTICE_PARAGRAPHS and is_notice(paragraphs[end - 1]):
        end -= 1
    return list(paragraphs[:end]), "\n".join(paragraphs[end:])

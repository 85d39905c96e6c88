"""Credits of others inside a text: "(Photo: Port Authority)", "Foto: dpa", "(AFP)". What stands beside them is third-party material."""

import regex

from app.base.spans import Span

_PICTURE = (
    r"photos?|photographs?|pictures?|images?|graphics?|illustrations?|cartoons?|videos?|screenshots?|fotos?|fotograf(?:ie|ía|ia|ii|ij)|bild(?:er)?|"
    r"grafik|abbildung|crédits?(?:\s+photos?)?|photo\s+credits?|image\s+credits?|imagen(?:es)?|imag[eo]ns?|immagin[ei]|afbeelding|beeld|"
    r"zdjęci[ea]|fot\.|фото|изображение|снимок|foto:|kuvat?|billede|valokuva"
)
_AGENCIES = (
    "AFP", "ANP", "ANSA", "AP", "APA", "Associated Press", "Belga", "CTK", "ČTK", "dpa", "EFE", "EPA", "Getty Images", "Imago", "Interfax",
    "Keystone", "KNA", "Kyodo", "Lusa", "NTB", "PAP", "picture alliance", "Reuters", "Ritzau", "Scanpix", "Shutterstock", "SID", "STT",
    "TASS", "TT", "Ukrinform", "Xinhua",
)  # fmt: skip
_BY = r"(?:\s*[:/©]\s*|\s+(?:by|von|par|por|di|de|door|av|af)\s+|\s+(?=(?-i:\p{Lu})))"
_CREDIT = regex.compile(
    rf"[(\[]\s*(?:{_PICTURE}){_BY}[^()\[\]\n]{{2,80}}[)\]]"
    rf"|(?:^|(?<=\n)|(?<=[.!?”\"»]\s))(?:{_PICTURE})\s*(?:[:/©]|\b(?:by|von|par)\b)\s*[^\n.]{{2,80}}",
    regex.IGNORECASE,
)
_AGENCY = regex.compile(rf"[(\[]\s*(?:{'|'.join(map(regex.escape, _AGENCIES))})(?:\s*/\s*[^()\[\]\n]{{2,40}})?\s*[)\]]")


def third_party_credits(text: str, span: Span) -> tuple[str, ...]:
    """Return the credits of pictures and agencies that stand in a span of `text`, as they are printed, in order, each once."""
    passage = span.of(text)
    found = [
        (match.start(), " ".join(match[0].split())) for pattern in (_CREDIT, _AGENCY) for match in pattern.finditer(passage)
    ]
    return tuple(dict.fromkeys(words for _, words in sorted(found)))

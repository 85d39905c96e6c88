"""Credits of others inside a text."""

import pytest

from app.base.spans import Span
from app.rights import third_party_credits


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("(Photo: Port Authority of Varnsund)", ("(Photo: Port Authority of Varnsund)",)),
        ("The ship sank. (Foto: dpa) Nobody was hurt.", ("(Foto: dpa)",)),
        ("(Fot. Jan Nowak / PAP) Statek", ("(Fot. Jan Nowak / PAP)",)),
        ("Crédit photo : Mairie de Kerval\nLe phare", ("Crédit photo : Mairie de Kerval",)),
        ("OSLO (AFP) - Ships wait", ("(AFP)",)),
        ("OSLO (Reuters/NTB) - Ships wait", ("(Reuters/NTB)",)),
        ("(AFP) first, (AFP) again", ("(AFP)",)),
        ("The picture was clear: nobody came.", ()),
        ("He took a photo by the harbour and left.", ()),
        ("The council (NATO) met.", ()),
        ("She (photographed in May) smiled.", ()),
        ("", ()),
    ],
)
def test_credits_are_found_as_they_are_printed(text: str, found: tuple[str, ...]) -> None:
    assert third_party_credits(text, Span(0, len(text))) == found


def test_only_the_span_is_looked_at() -> None:
    text = "(AFP) Ships wait in Oslo."
    assert third_party_credits(text, Span(6, len(text))) == ()

"""Dates in terms."""

import pytest

from app.rights import RightsEvidence, detect


@pytest.mark.parametrize(
    ("notice", "valid_from", "before", "after"),
    [
        ("Articles published after 1 January 2020 are licensed under CC BY-SA 4.0.", None, None, "2020-01-01"),
        ("These terms are valid from 1 May 2023. You may quote up to 100 words of an article.", "2023-05-01", None, None),
        ("Stories published before 2010 may be reprinted with credit to the source.", None, "2010", None),
        ("Unsere Texte, die nach dem 3. Mai 2021 erschienen sind, dürfen nachgedruckt werden.", None, None, "2021-05-03"),
        (
            "Наши статьи, опубликованные до 1 марта 2015 года, можно перепечатывать с указанием на источник.",
            None,
            "2015-03-01",
            None,
        ),
        ("Stories from after 31 February 2020 may be reprinted.", None, None, None),
        ("Articles may be reprinted. © Example News 2021", None, None, None),
    ],
)
def test_dates(notice: str, valid_from: str | None, before: str | None, after: str | None) -> None:
    found = detect(RightsEvidence(notice))
    assert (found.valid_from, found.applies_before, found.applies_after) == (valid_from, before, after)


def test_date_of_another_permission_is_not_taken() -> None:
    found = detect(RightsEvidence("Texts are under CC BY 2.5. Stories from before 25 September 2005 are in the public domain."))
    assert (found.spdx, found.applies_before) == ("CC-BY-2.5", None)


@pytest.mark.parametrize(
    ("notice", "purpose"),
    [
        ("This article may be copied for educational purposes with credit to the source.", "education"),
        ("Vous pouvez reproduire cet article pour un usage privé.", "personal"),
        ("Der Text darf für redaktionelle Zwecke nachgedruckt werden.", "editorial"),
        ("This article may be reprinted.", None),
    ],
)
def test_purpose(notice: str, purpose: str | None) -> None:
    assert detect(RightsEvidence(notice)).purpose == purpose

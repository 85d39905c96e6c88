"""A licence is given by what gives it, not by what names it: nothing that denies, ends or narrows it is a permission."""

import pytest

from app.rights import RightsEvidence, detect

NO_LEAVE = [
    "This article is not licensed under CC BY 4.0.",
    "Unlike Wikipedia, this text is not available under a Creative Commons Attribution licence.",
    "You may not copy, republish or distribute this article under any Creative Commons licence such as CC BY.",
    "This article used to be available under CC BY 4.0. It no longer is.",
    "Until 2019 our articles were published under CC BY 4.0; all articles since then are all rights reserved.",
    "Comments are licensed under CC BY. Articles are all rights reserved.",
    "Text: all rights reserved. Photos: CC BY 4.0.",
    "Photos on this page are licensed under CC BY 4.0.",
    "Diese Fotos stehen unter CC BY 4.0.",
    "Photo: Jane Doe / CC BY-SA 4.0",
    "Image credit: Wikimedia Commons, CC0.",
    "Our podcast is available under a Creative Commons CC BY licence. © 2024 The Varn Post. All rights reserved.",
    "Map data © OpenStreetMap contributors, CC BY-SA",
    "The photographs are in the public domain.",
    "Books published before 1929 are in the public domain.",
    "No more than 5‰ of the text may be quoted.",
    "This article may be republished upon payment of a fee.",
    "You can republish this article for free if you become a subscriber.",
    "Members of the Varn Press Union may republish this article free of charge.",
    "Content may be republished only by members of the press.",
]
LEAVE = [
    ("This article is licensed under CC BY 4.0.", "open_licence"),
    ("Unless otherwise noted, text and images on this site are licensed under CC BY-SA 4.0.", "open_licence"),
    ("Images and text are available under CC BY 4.0.", "open_licence"),
    ("Except for photos, our articles are under CC BY 4.0.", "open_licence"),
    ("Sofern nicht anders angegeben, steht dieser Text unter CC BY 4.0.", "open_licence"),
    ("Der Text steht unter CC BY-NC 4.0, nicht die Fotos.", "open_licence"),
    ("This article may be republished free of charge, without a fee.", "republish"),
]


@pytest.mark.parametrize("notice", NO_LEAVE)
def test_what_denies_ends_or_narrows_a_licence_allows_nothing(notice: str) -> None:
    found = detect(RightsEvidence(notice=notice))
    assert found.kind in ("unknown", "all_rights_reserved")
    assert found.full_republication is not True


@pytest.mark.parametrize(("notice", "kind"), LEAVE)
def test_what_gives_a_licence_still_does(notice: str, kind: str) -> None:
    assert detect(RightsEvidence(notice=notice)).kind == kind

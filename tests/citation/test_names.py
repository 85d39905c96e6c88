"""Names: turned, shortened, listed; and those that are left as they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.citation.name_words import DEGREE, TITLE
from app.citation.names import Name, initials, inverted, is_agency, listed, parted, separate, straight


@pytest.mark.parametrize(
    ("name", "turned", "short"),
    [
        ("Maren Tveit", "Tveit, Maren", "Tveit, M."),
        ("Ursula von der Leyen", "von der Leyen, Ursula", "von der Leyen, U."),
        ("Vincent van Gogh", "van Gogh, Vincent", "van Gogh, V."),
        ("Maria de la Cruz", "de la Cruz, Maria", "de la Cruz, M."),
        ("Maria De La Cruz", "De La Cruz, Maria", "De La Cruz, M."),
        ("Jean Le Vent", "Le Vent, Jean", "Le Vent, J."),
        ("José Ortega y Gasset", "Ortega y Gasset, José", "Ortega y Gasset, J."),
        ("Sean O’Neil", "O’Neil, Sean", "O’Neil, S."),
        ("Martin Holt Jr.", "Holt, Martin, Jr.", "Holt, M., Jr."),
        ("Jean-Paul Holt III", "Holt, Jean-Paul, III", "Holt, J.-P., III"),
        ("J.R. Holt", "Holt, J.R.", "Holt, J. R."),
        ("Anna Maria Berg", "Berg, Anna Maria", "Berg, A. M."),
        ("Анна Берг", "Берг, Анна", "Берг, А."),
        ("Madonna", "Madonna", "Madonna"),
        ("王 小明", "王 小明", "王 小明"),
        ("Tveit, Maren", "Tveit, Maren", "Tveit, M."),
        ("Northern Press Agency", "Northern Press Agency", "Northern Press Agency"),
        ("Redaktion Politik", "Redaktion Politik", "Redaktion Politik"),
        ("", "", ""),
    ],
)
def test_name_is_turned_and_shortened(name: str, turned: str, short: str) -> None:
    assert inverted(name) == turned
    assert initials(name) == short


@pytest.mark.parametrize(
    ("name", "language", "turned"),
    [
        # Two surnames: by the language and a listed name, or by listed names alone.
        ("Gabriel García Márquez", "en", "García Márquez, Gabriel"),
        ("Gabriel García Márquez", "es", "García Márquez, Gabriel"),
        ("María José Sánchez López", "en", "Sánchez López, María José"),
        ("María José Sánchez", "es", "Sánchez, María José"),
        ("Rosa Brunet Armengol", "ca", "Brunet Armengol, Rosa"),
        ("María del Carmen Ruiz", "es", "Ruiz, María del Carmen"),
        ("Miguel de Cervantes Saavedra", "es", "de Cervantes Saavedra, Miguel"),
        ("Josep Prat i Fatjó", "ca", "Prat i Fatjó, Josep"),
        ("Ana M. Torres", "es", "Torres, Ana M."),
        ("Anna Maria Holt", "es", "Holt, Anna Maria"),
        ("Juan Ramón Ibarra", "es", "Ibarra, Juan Ramón"),
        ("Luis Brunet Armengol", "en", "Armengol, Luis Brunet"),
        ("Luis Herrero Pérez-Castaño", "en", "Herrero Pérez-Castaño, Luis"),
        ("Ana María Martín López", "es", "Martín López, Ana María"),
        ("José Martín Pérez", "es", "José Martín Pérez"),
        ("John Vicente Smith", "en", "Smith, John Vicente"),
        ("Maren Tveit Holt", "en", "Holt, Maren Tveit"),
        # One surname, the last: Portuguese; what tells namesakes apart is a part of it.
        ("Tiago Lima Barros", "pt", "Barros, Tiago Lima"),
        ("Tiago Barros Filho", "pt", "Barros Filho, Tiago"),
        ("Tiago da Costa e Silva", "pt-BR", "da Costa e Silva, Tiago"),
        # Small words
        ("Jan van der Berg", "nl", "van der Berg, Jan"),
        ("Sophie in 't Holt", "nl", "in 't Holt, Sophie"),
        ("Karl von und zu Berg", "de", "von und zu Berg, Karl"),
        ("Omar al-Halabi", "en", "al-Halabi, Omar"),
        ("Omar Al Halabi", "en", "Al Halabi, Omar"),
        ("Ben Holt", "en", "Holt, Ben"),
        # Turned already
        ("García Márquez, Gabriel", "en", "García Márquez, Gabriel"),
        ("O'Neil Jr., Pat", "en", "O'Neil, Pat, Jr."),
        ("O'Neil, Jr., Pat", "en", "O'Neil, Pat, Jr."),
        ("O'Neil, Pat, III", "en", "O'Neil, Pat, III"),
        ("Pat O'Neil, Jr.", "en", "O'Neil, Pat, Jr."),
        ("von der Berg, Ursula", "en", "von der Berg, Ursula"),
        ("Maren Tveit, PhD", "en", "Tveit, Maren"),
        # In their own order, or in one that nobody can tell
        ("Zhang Weimin", "en", "Zhang Weimin"),
        ("Moon Su-bin", "en", "Moon Su-bin"),
        ("Li Wei", "en", "Li Wei"),
        ("Chen Xiaoming", "en", "Chen Xiaoming"),
        ("Li Halvorsen", "en", "Halvorsen, Li"),
        ("Su Miller", "en", "Miller, Su"),
        ("Wei-Lin Ma", "en", "Ma, Wei-Lin"),
        ("Dr. Ann Berg", "en", "Berg, Ann"),
        ("Nguyễn Văn Bình", "en", "Nguyễn Văn Bình"),
        ("Szép Ilona", "hu", "Szép Ilona"),
        ("Birna Jónsdóttir", "is", "Birna Jónsdóttir"),
        ("김 민수", "ko", "김 민수"),
        # Organisations
        ("Ministry of Health, Labour and Welfare", "en", "Ministry of Health, Labour and Welfare"),
        ("Holt, Berg & Partners", "en", "Holt, Berg & Partners"),
        ("Holt, Berg and Lie", "en", "Holt, Berg and Lie"),
        ("Northern Press, Inc.", "en", "Northern Press, Inc."),
        ("Doctors without Fear", "en", "Doctors without Fear"),
        ("Ann Berg and Jan Holt", "en", "Ann Berg and Jan Holt"),
        ("A, B, C, D", "en", "A, B, C, D"),
    ],
)
def test_name_is_turned_by_its_language(name: str, language: str, turned: str) -> None:
    assert inverted(name, language) == turned


def test_name_stands_straight_in_a_sentence_however_it_was_written() -> None:
    assert straight("O'Neil Jr., Pat") == "Pat O'Neil Jr."
    assert straight("Pat O'Neil, Jr.") == "Pat O'Neil Jr."
    assert straight("García Márquez, Gabriel") == "Gabriel García Márquez"
    assert straight("Holt, Berg & Partners") == "Holt, Berg & Partners"


def test_given_names_alone_are_shortened() -> None:
    assert initials("Gabriel García Márquez", "es") == "García Márquez, G."
    assert initials("María del Carmen Ruiz", "es") == "Ruiz, M. C."
    assert initials("O'Neil Jr., Pat") == "O'Neil, P., Jr."
    assert initials("Zhang Weimin") == "Zhang Weimin"
    assert initials("Holt, Berg & Partners") == "Holt, Berg & Partners"


def test_name_that_cannot_be_parted_says_so() -> None:
    assert parted("Szép Ilona", "hu") == Name("Szép Ilona")
    assert parted("Madonna") == Name("Madonna")
    assert parted("Martin Holt Jr.") == Name("Holt", "Martin", "Jr.")


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("Ann Berg and Jan Holt", ("Ann Berg", "Jan Holt")),
        ("Ann Berg, Jan Holt & Eva Lie", ("Ann Berg", "Jan Holt", "Eva Lie")),
        ("Ann Berg, Jan Holt, and Eva Lie", ("Ann Berg", "Jan Holt", "Eva Lie")),
        ("Ann Berg und Jan Holt", ("Ann Berg", "Jan Holt")),
        ("Ann Berg; Jan Holt", ("Ann Berg", "Jan Holt")),
        ("Ana Ruiz y Eva Soto", ("Ana Ruiz", "Eva Soto")),
        ("José Ortega y Gasset", ("José Ortega y Gasset",)),
        ("Holt and Sons", ("Holt and Sons",)),
        ("Ministry of Health, Labour and Welfare", ("Ministry of Health, Labour and Welfare",)),
        ("Department of Health and Social Care", ("Department of Health and Social Care",)),
        ("Berg, Ann", ("Berg, Ann",)),
        ("Sophie in 't Holt", ("Sophie in 't Holt",)),
    ],
)
def test_several_people_named_as_one_are_told_apart(name: str, names: tuple[str, ...]) -> None:
    assert separate([name]) == names


def test_initials_stand_together_where_a_style_wants_it() -> None:
    assert initials("Jean-Paul R. Holt Jr.", between="") == "Holt, J.-P.R., Jr."


def test_wire_services_are_no_people() -> None:
    assert is_agency("Reuters")
    assert is_agency("Northern Press Agency")
    assert not is_agency("Ansa Holt")
    assert not is_agency("The Halden Courier")


def test_names_are_listed() -> None:
    three = ["A", "B", "C"]
    assert listed(three, last=" and ", most=3, others="") == "A, B, and C"
    assert listed(three, last=" and ", most=3, others="", before_last="") == "A, B and C"
    assert listed(three, last=" and ", most=2, others=" et al.") == "A et al."
    assert listed(["B, A", "C"], last=" and ", most=2, others="", comma_of_two=True) == "B, A, and C"
    assert listed([], last=" and ", most=2, others="") == ""


@given(st.text(max_size=30))
def test_no_name_is_too_odd(name: str) -> None:
    if not any(DEGREE.match(part.strip()) for part in name.split(",")) and not any(map(TITLE.match, name.split())):
        assert sorted(inverted(name).replace(",", " ").split()) == sorted(name.replace(",", " ").split())
        assert sorted(straight(name).replace(",", " ").split()) == sorted(name.replace(",", " ").split())
    assert initials(name) is not None

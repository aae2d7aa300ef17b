"""Names that most likely mean the same, and such that do not."""

import pytest

from site_builder.new.likeness import Said

ADDED = ["the", "Mr", "'s", "은", "의원"]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Norden Kurrier", "Norden Kurier"),
        ("Nordne Kurier", "Norden Kurier"),
        ("Norden Kuriar", "Norden Kurier"),
        ("norden-kurier", "Norden Kurier"),
        ("The Norden Kurier's", "The Norden Kurier"),
        ("Mr Norden", "Norden"),
        ("Harbor Office", "Harbour Office"),
        ("Élysée Post", "Elysee Post"),
        ("Lind Mara", "Mara Lind"),
        ("Han Byulkee", "Han Byul-kee"),
        ("옴버시청", "옴버 시청"),
        ("국정언", "국정원"),
        ("국정원은", "국정원"),
        ("한빛나 의원", "한빛나"),
    ],
)
def test_another_spelling_is_nearly_the_same(said: str, name: str) -> None:
    assert Said(said, ADDED).is_nearly(name)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Norden Kurier", "Omber Daily"),
        ("Mara Ollinek", "Mara Lind"),
        ("Mara", "Mara Lind"),
        ("KBS 뉴스", "SBS 뉴스"),
        ("MBC", "MBN"),
        ("North Land", "South Land"),
        ("Unit 11", "Unit 12"),
        ("국방부", "국정원"),
        ("1", "Unit 1"),
        ("1", "nis"),
        ("!", "!"),
        ("", "nis"),
    ],
)
def test_another_name_is_not(said: str, name: str) -> None:
    assert not Said(said, ADDED).is_nearly(name)


@pytest.mark.parametrize(
    ("said", "name", "is_nearly"),
    [
        ("Han Min-ju", "Han Min-su", False),
        ("한민주", "한민수", False),
        ("Mara Olinek", "Mara Ollinek", True),
        ("한빛나은", "한빛나", True),
    ],
)
def test_of_people_one_other_letter_makes_another_person(said: str, name: str, is_nearly: bool) -> None:
    assert Said(said, ADDED).is_nearly(name, of_person=True) == is_nearly

"""The passage that is nearest to a quote is shown with the difference, and never passes for the quote."""

from site_builder.sources.matching import Text, find
from site_builder.sources.nearest import nearest

TEXT = """Walk draws crowd
The City Office said on Monday that about 1,200 people came to the walk, and that nobody was hurt.
옴버 시청은 월요일에 시민 약 1천200명이 걷기 행사에 왔다고 밝혔다.
"""


def shown(quote: str, text: str = TEXT) -> list[tuple[str, str]]:
    found = nearest(quote, Text(text))
    return [(piece.of, piece.words) for piece in found.difference] if found else []


def test_the_difference_is_told_by_words() -> None:
    quote = "about 1,300 people came to the walk and"
    assert shown(quote) == [
        ("both", "about"),
        ("quote", "1,300"),
        ("source", "1,200"),
        ("both", "people came to the"),
        ("quote", "walk"),
        ("source", "walk,"),
        ("both", "and"),
    ]
    assert find(quote, Text(TEXT), "en").outcome == "not-found"


def test_korean_is_compared_by_words_as_well() -> None:
    assert shown("시민 약 1천300명이 걷기 행사에 왔다고") == [
        ("both", "시민 약"),
        ("quote", "1천300명이"),
        ("source", "1천200명이"),
        ("both", "걷기 행사에 왔다고"),
    ]


def test_marks_that_are_set_in_another_way_are_no_difference() -> None:
    text = "He said: “The walk – it’s over, and 1,200 came.”"
    assert shown("walk - it's over, and 1,300 came", text) == [
        ("both", "walk – it’s over, and"),
        ("quote", "1,300 came"),
        ("source", "1,200 came.”"),
    ]


def test_the_passage_has_whole_words() -> None:
    text = Text(TEXT)
    found = nearest("City Office said on Monday that about 200 people", text)
    assert found
    assert text.original[slice(*found.span)].split() == TEXT.split()[4:13]


def test_there_may_be_nothing_like_it() -> None:
    assert nearest("zyx wvu tsr qpo", Text(TEXT)) is None
    assert nearest("about 1,200 people", Text("")) is None


def test_two_passages_that_are_equally_near_are_told_of() -> None:
    text = Text("Then 600 soldiers were killed there.\nNext 700 soldiers were killed there.\n")
    found = nearest("800 soldiers were killed", text)
    assert found
    assert found.is_ambiguous


def test_the_same_passage_twice_is_one() -> None:
    found = nearest("800 soldiers were killed", Text("Then 600 soldiers were killed there.\n" * 2))
    assert found
    assert not found.is_ambiguous

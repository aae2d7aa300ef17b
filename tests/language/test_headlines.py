import pytest

from site_builder.language.headlines import SMALL_WORDS, headline


@pytest.mark.parametrize(
    ("title", "capitals"),
    [
        ("City Office counts about 1,200 at the lake", "City Office Counts About 1,200 at the Lake"),
        ("the end: a report of iPhones", "The End: A Report of iPhones"),
        ("came and went. and then", "Came and Went. And Then"),
        ("two  spaces", "Two  Spaces"),
        ("", ""),
        ("시청, 약 600명", "시청, 약 600명"),
    ],
)
def test_a_title_in_the_capitals_of_headlines(title: str, capitals: str) -> None:
    assert headline(title, SMALL_WORDS["en"]) == capitals

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.addresses import normalised

PAGE = "https://example.org/news/ships-held"


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/news/ships-held",
        "https://EXAMPLE.org/news/ships-held/",
        "https://example.org:443/news/ships-held",
        "http://example.org:80/news/ships-held",
        f"{PAGE}#:~:text=40",
        f"{PAGE}#top",
        f"{PAGE}?utm_source=letter&fbclid=1",
        f"{PAGE}?",
        "https://example.org/news/ships%2dheld",
        "https://example.org/%6Eews/ships-held",
    ],
)
def test_one_page_has_one_address(url: str) -> None:
    assert normalised(url) == normalised(PAGE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/%eb%b0%b0", "https://example.org/%EB%B0%B0"),
        ("https://example.org/배", "https://example.org/%EB%B0%B0"),
        ("https://한국.kr/a", "https://xn--3e0b707e.kr/a"),
    ],
)
def test_letters_are_written_in_several_ways(one: str, other: str) -> None:
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org:8443/news/ships-held",
        "https://example.org/news/Ships-held",
        "https://example.org/news%2Fships-held",
        f"{PAGE}?id=2",
        "https://www.example.org/news/ships-held",
        "https://example.org/news/ships-held%25",
    ],
)
def test_other_pages_have_other_addresses(url: str) -> None:
    assert normalised(url) != normalised(PAGE)


@given(st.text())
def test_any_text_can_be_compared(text: str) -> None:
    assert normalised(normalised(text)) == normalised(normalised(normalised(text)))

"""The lines by which HTML is laid out, and the spaces that are meant."""

import pytest

from site_builder.text.lines import on_one_line


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<ul>\n  <li>a\n  <li>b c\n</ul>\n", "<ul><li>a<li>b c</ul>"),
        ("<b>a</b> <i>b</i>", "<b>a</b> <i>b</i>"),
        ("a \r\n\n\t b", "ab"),
        ("", ""),
    ],
)
def test_only_line_breaks_go_with_the_spaces_around_them(html: str, expected: str) -> None:
    assert on_one_line(html) == expected

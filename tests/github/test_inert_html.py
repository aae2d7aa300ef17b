"""HTML of a page says what it says in another place, and does nothing there."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_builder.github import inert_html


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<p>a<p>b", "<p>a</p><p>b</p>"),
        ("<ul><li>a<li>b</ul>c", "<ul><li>a</li><li>b</li></ul>c"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
        ("<dl><dt>a<dd>b<dt>c</dl>", "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"),
        ("<dl><div><dt>a<dd>b</div></dl>", "<dl><div><dt>a</dt><dd>b</dd></div></dl>"),
        ('<h1 id=a class="b c" lang=ko>x</h1>', '<h1 class="b c" lang="ko">x</h1>'),
        ("<details><summary>a</summary>b</details>", "<details open><summary>a</summary>b</details>"),
        ("a<br>b<hr>c", "a<br>b<hr>c"),
        ("</div></main></body>a", "a"),
        ("<div><b>a</div>b", "<div><b>a</b></div>b"),
        ("a &lt;b&gt; &amp;amp; &#60;c", "a &lt;b&gt; &amp;amp; &lt;c"),
        ('<a href="https://example.org/" ping=x target=y>a</a>', "<a>a</a>"),
        ("<a href=javascript:alert(1) onclick=alert(1) style=x>a</a>", "<a>a</a>"),
        ("<script>alert('</p>')</script>a", "a"),
        ("<style>*{}</style>a<noscript>b</noscript>", "a"),
        ("<img src=x onerror=alert(1)>a<iframe src=x></iframe><object data=x>b</object>", "ab"),
        ("<form action=x><input name=y><button>z</button></form>a", "a"),
        ("<template><p>x</template>a<select><option>b<option>c</select>d", "ad"),
        ('<svg viewBox="0 0 1 1"><a href=x><path d="M0 0"></path></a><image href=x /></svg>', None),
        ("<svg><foreignObject><script>alert(1)</script></foreignObject><use href=x /></svg>", "<svg></svg>"),
        ("<base href=x><meta http-equiv=refresh content=0><link rel=stylesheet href=x>a", "a"),
        ("<!-- a --><![CDATA[b]]><?c?><!doctype d>e", "e"),
        ('<p title="&quot;><script>">a</p>', '<p title="&#34;&gt;&lt;script&gt;">a</p>'),
        ("<p class=a\x00b>c", None),
    ],
)
def test_what_is_left_of_html(html: str, left: str | None) -> None:
    if left is not None:
        assert inert_html.inert(html) == left
    assert inert_html.inert(inert_html.inert(html)) == inert_html.inert(html)


PARTS = st.sampled_from(
    [
        *(
            "<p>",
            "<div>",
            "</div>",
            "<ul>",
            "<li>",
            "</ul>",
            "<table>",
            "<tr>",
            "<td>",
            "</table>",
            "<a href=x>",
            "</a>",
        ),
        *("<script>", "</script>", "<svg>", "</svg>", "<style>", "</style>", "<select>", "</select>", "<option>"),
        *(
            "<textarea>",
            "</textarea>",
            "<!--",
            "-->",
            "<",
            ">",
            '"',
            "'",
            "&lt;",
            "a",
            " ",
            "<b",
            " onclick=x",
            " class='",
        ),
    ]
)


_TAG = re.compile("<[^>]*>")
"""Text may say anything, also what began as a comment that never ended: there each `<` is escaped."""


@given(st.lists(PARTS, max_size=30).map("".join))
@example("<!--<a href=x>")
def test_whatever_is_read_ends_where_it_stands(html: str) -> None:
    left = inert_html.inert(html)
    assert not any(mark in left for mark in ("<script", "<style", "<textarea", "<!--"))
    assert not any(name in tag for tag in _TAG.findall(left) for name in ("onclick", "href"))
    for tag in ("div", "ul", "table", "svg", "p", "li", "a", "td", "tr"):
        assert left.count(f"<{tag}>") + left.count(f"<{tag} ") == left.count(f"</{tag}>")


def test_the_text_of_a_page_has_a_line_for_each_block() -> None:
    html = "<h1>A  <a href=x>title</a></h1><p>one<br>two<ul><li>a <b>b</b><li>c</ul><script>x</script>"
    assert inert_html.lines(html) == ["A title", "one", "two", "a b", "c"]
    assert inert_html.heading(html) == "A title"
    assert inert_html.heading("<p>a") == ""

"""Each escape, read back by what reads its form."""

import html
import json
import re
from collections.abc import Callable

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.text.escaping import (
    as_is,
    in_bibtex,
    in_html,
    in_json,
    in_markdown,
    in_markdown_code,
    in_ris,
    in_wikitext,
    in_workflow_command,
    in_workflow_property,
)

TEXT = st.text(st.characters(exclude_categories=["Cs"])) | st.text("\\{}~^<>|&%$#_'\" \n[]a;0")
TEX = {
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
}
LINE_ENDS = re.compile("[\n\v\f\r\x85\u2028\u2029]")


def on_one_line(text: str) -> str:
    return re.sub(r"(?: *[\n\v\f\r\x85\u2028\u2029] *)+", " ", text)


@given(TEXT)
def test_json(text: str) -> None:
    assert json.loads(f'"{in_json(text)}"') == text


@given(TEXT)
def test_bibtex_is_balanced_and_means_the_text(text: str) -> None:
    escaped, depth = in_bibtex(text), 0
    for brace in re.findall("[{}]", escaped):
        depth += 1 if brace == "{" else -1
        assert depth in (0, 1)
    assert depth == 0
    assert not LINE_ENDS.search(escaped)
    read = re.sub(r"\{\\(\w+)\}|\\([&%$#_])", lambda match: TEX[match[1]] if match[1] else match[2], escaped)
    assert read == on_one_line(text)
    assert not re.search(r"(?<!\\)[&%$#_]", re.sub(r"\{\\\w+\}", "", escaped))


@given(TEXT)
def test_ris_is_one_line(text: str) -> None:
    assert not LINE_ENDS.search(in_ris(text))
    assert in_ris(text) == on_one_line(text)


@given(TEXT)
def test_wikitext_orders_nothing_and_means_the_text(text: str) -> None:
    escaped = in_wikitext(text)
    assert not re.search(r"[<>\[\]{|}]|''|~~~|__", escaped)
    # A wiki takes an ampersand for a reference only where that ends with a semicolon.
    assert re.sub("&#?[0-9A-Za-z]+;", lambda found: html.unescape(found[0]), escaped) == on_one_line(text)


@given(TEXT)
def test_html_means_the_text(text: str) -> None:
    escaped = in_html(text)
    assert not re.search(r"[<>\"']", escaped.replace("<br>", ""))
    lines = [html.unescape(line) for line in escaped.split("<br>")]
    assert [line.strip(" ") for line in lines] == [
        line.strip(" ") for line in re.split(r"(?: *[\n\v\f\r\x85\u2028\u2029] *)+", text)
    ]


@pytest.mark.parametrize("escape", [as_is, in_bibtex, in_html, in_json, in_ris, in_wikitext])
def test_plain_words_stay_as_they_are(escape: Callable[[str], str]) -> None:
    assert escape("About 600 people, 북한군 약 600명.") == "About 600 people, 북한군 약 600명."


@given(TEXT | st.text("%0AD\r\n:,"))
def test_a_workflow_command_is_one_line_and_means_the_text(text: str) -> None:
    """Read back as the runner does it: https://github.com/actions/runner, `ActionCommand`."""
    command, value = in_workflow_command(text), in_workflow_property(text)
    assert not {"\r", "\n"} & {*command}
    assert not {"\r", "\n", ":", ","} & {*value}
    unescaped = command.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
    assert unescaped == text
    assert value.replace("%3A", ":").replace("%2C", ",") == command


@given(TEXT | st.text("` a\n@#"))
def test_code_in_markdown_cannot_be_left(text: str) -> None:
    """Code ends with the first run of as many backticks as it began with; one space at both ends belongs to these."""
    code = in_markdown_code(text)
    fence = re.match("`+", code)
    assert fence
    inside = code.removeprefix(fence[0]).removesuffix(fence[0])
    assert fence[0] not in re.findall("`+", inside)
    assert not LINE_ENDS.search(code)
    assert on_one_line(text) == (
        inside[1:-1] if on_one_line(text)[:1] == "`" or on_one_line(text)[-1:] == "`" else inside
    )


@given(
    st.text(
        st.characters(exclude_categories=["C", "Zl", "Zp", "Zs"])
        | st.sampled_from(" \\`*_{}[]()<>&#!~|^=+-.:1'\"/@$%"),
        min_size=1,
    )
)
def test_a_text_in_markdown_is_only_itself(text: str) -> None:
    text = text.strip() or "x"
    page = markdown.markdown(f"# {in_markdown(text)} {{#here}}\n", extensions=["attr_list", "tables", "toc"])
    match = re.fullmatch('<h1 id="here">([^<>]*)</h1>', page)
    assert match
    assert html.unescape(match[1]) == text

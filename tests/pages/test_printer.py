"""How templates are printed, and that all in them is text until it is said to be HTML."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from site_builder.language.language import Language, Link
from site_builder.pages import fragments, printer
from site_builder.pages.printer import Printer
from site_builder.text.escaping import Markup


@dataclass(slots=True)
class Sample:
    text: str
    to: Link


SAMPLE = Sample('<b> & "quotes"', Link("<i>", "claims/"))


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(printer, "TEMPLATES", tmp_path)
    return tmp_path


def printed(templates: Path, template: str, tag: str = "en", path: str = "en/a/") -> str:
    (templates / "page.html").write_text(template, "utf-8")
    return Printer(Language(tag)).print("page.html", SAMPLE, path)


def test_text_is_escaped_once(templates: Path) -> None:
    text = printed(templates, "{{ context.text }} {{ context.to|link(root) }}")
    assert text == '&lt;b&gt; &amp; &#34;quotes&#34; <a href="../claims/">&lt;i&gt;</a>'


@pytest.mark.parametrize("template", ["{{ context.no_such_thing }}", "{{ no_such_thing }}", "{{ contexts.text }}"])
def test_what_is_not_there_is_an_error(templates: Path, template: str) -> None:
    with pytest.raises(UndefinedError):
        printed(templates, template)


def test_messages_are_said_in_the_language_of_the_page(templates: Path) -> None:
    assert printed(templates, '{{ _("Claims") }}: {{ _("as of {date}", date="2031") }}', "ko") == "발언: 2031 기준"


def test_a_page_gets_the_ways_to_its_language_and_to_the_root(templates: Path) -> None:
    assert printed(templates, "{{ root }} {{ top }}", path="en/claims/some-claim/") == "../../ ../../../"


def test_templates_are_compiled_once(templates: Path) -> None:
    assert printed(templates, "before") == "before"
    assert printed(templates, "after") == "before"


def test_a_text_is_escaped_whatever_stood_somewhere_as_html() -> None:
    for text in (Markup("<u>"), "<u>"):
        assert fragments.link(Link(text, "claims/"), "") == '<a href="claims/">&lt;u&gt;</a>'


def test_the_lines_of_a_template_are_not_printed_and_those_of_texts_are(templates: Path) -> None:
    template = "<ul>\n  {% for text in ['a\\nb', ' c '] %}\n  <li>{{ text }} <b>d</b>\n  {% endfor %}\n\n</ul>\n"
    assert printed(templates, template) == "<ul><li>a\nb <b>d</b><li> c  <b>d</b></ul>"


def test_an_error_names_its_line_in_the_template(templates: Path) -> None:
    with pytest.raises(UndefinedError) as raised:
        printed(templates, "<p>\n\n<b>\n{{ context.no_such_thing }}")
    lines = [entry.lineno + 1 for entry in raised.traceback if str(entry.path).endswith("page.html")]
    assert lines == [4]

"""A page that shows the changed pages of a site before and after, side by side, in all of its languages.

It is one file, which opens wherever it lies. Nothing in it loads, runs or leads anywhere (`inert_html`), and its policy
says so to the browser as well.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from site_builder.github import inert_html, used_css
from site_builder.github.comparison import ChangedPage, Version
from site_builder.github.room import that_fit
from site_builder.language.language import Language
from site_builder.model import urls
from site_builder.problems import message
from site_builder.text.escaping import escape

FILE = "preview.html"
_ROOM = 2_000_000
"""Characters of the pages that are shown; the others are listed, in as much room again."""
_SHOWN, _LISTED = 12, 500
_WORDS = 40
_STYLESHEET = re.compile(r'<link rel=stylesheet href="([^"]+)"')
_OWN_STYLE = Path(__file__).with_suffix(".css")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'"

_TITLE = message("What the site would change")


def page(
    changed: Sequence[ChangedPage], others: Sequence[ChangedPage], site: Path, languages: Sequence[Language]
) -> str:
    """Write the page: the first changed pages are shown, the others listed. `site` is the built one, for its looks."""
    shown = that_fit([_shown(each, languages) for each in changed[:_SHOWN]], _ROOM)
    behind = [*changed[len(shown) :], *others]
    listed = that_fit([_listed(each, languages) for each in behind[:_LISTED]], _ROOM)
    rest = len(behind) - len(listed)
    body = [
        _in_each("h1", [(each, each.text(_TITLE)) for each in languages]),
        *shown,
        *([_in_each("h2", [(each, each.text("Other pages that change")) for each in languages])] if listed else []),
        *([f"<ul>{''.join(listed)}</ul>"] if listed else []),
        *([_in_each("p", [(each, _more(each, rest)) for each in languages])] if rest else []),
    ]
    html = '<body class="md-typeset">\n' + "\n".join(body)
    first = languages[0]
    return (
        f'<!doctype html>\n<html lang="{first.tag}" dir="{first.direction}">\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(first.text(_TITLE))}</title>\n"
        f"<style>\n{_style(site, html)}</style>\n{html}\n"
    )


def _more(language: Language, count: int) -> str:
    return language.plural("{count} more page", "{count} more pages", count)


def _in_each(tag: str, said: Sequence[tuple[Language, str]]) -> str:
    """Something in each language, once where two have the same words."""
    different = dict[str, Language]()
    for language, text in said:
        if text:
            different.setdefault(text, language)
    parts = [
        f'<span lang="{language.tag}" dir="{language.direction}">{escape(text)}</span>'
        for text, language in different.items()
    ]
    return f"<{tag}>{' · '.join(parts)}</{tag}>"


def _shown(changed: ChangedPage, languages: Sequence[Language]) -> str:
    parts = [_version(language, changed.versions[language.tag]) for language in languages]
    return f'<section class="preview-page">\n<p><code>{_named(changed)}</code></p>\n{"".join(parts)}</section>'


def _listed(changed: ChangedPage, languages: Sequence[Language]) -> str:
    titles = [(each, changed.versions[each.tag].title) for each in languages]
    return f"<li>{_in_each('span', titles)} <code>{_named(changed)}</code></li>\n"


def _named(changed: ChangedPage) -> str:
    return escape(changed.address or "/")


def _version(language: Language, version: Version) -> str:
    if version.before == version.after:
        return ""
    marks = {"-": "del", "+": "ins"}
    differ = version.differences(_WORDS) if version.before and version.after else []
    words = "".join(f"<li><{marks[line[0]]}>{escape(line[2:])}</{marks[line[0]]}></li>" for line in differ)
    panes = [(language.text("Before"), version.before), (language.text("After"), version.after)]
    return (
        f'<div lang="{language.tag}" dir="{language.direction}">\n<h2>{escape(language.name)}</h2>\n'
        f'<ul class="preview-words">{words}</ul>\n'
        f'<div class="preview-pair">{"".join(_pane(title, html, language) for title, html in panes)}</div>\n</div>\n'
    )


def _pane(title: str, html: str, language: Language) -> str:
    nothing = f'<p class="preview-nothing">{escape(language.text("There is no such page."))}</p>'
    return f"<div>\n<p><strong>{escape(title)}</strong></p>\n{inert_html.inert(html) if html else nothing}\n</div>\n"


def _style(site: Path, html: str) -> str:
    """The rules of the site's stylesheets that the page needs, and those of the page; none of them can end them."""
    first = next(iter(sorted(site.glob(f"*/{urls.ROOT}"))), None)
    links = _STYLESHEET.findall(first.read_text("utf-8")) if first else []
    sheets = [(first.parent / link).resolve() for link in links] if first else []
    inside = [sheet for sheet in sheets if sheet.is_relative_to(site.resolve()) and sheet.is_file()]
    names = used_css.classes(html)
    rules = [used_css.used(sheet.read_text("utf-8"), names) for sheet in inside]
    return "\n".join([*rules, _OWN_STYLE.read_text("utf-8")]).replace("</", r"<\/")

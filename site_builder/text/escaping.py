"""One escape for each form that text is written in; what an escape returns stands for exactly the text that it got.

HTML and XML are escaped as Jinja escapes what templates print. What is HTML already is a `Markup`, which is not escaped
again; Jinja and MkDocs know it as well. The escapes of citations are written a second time in `cite.js`, for the script
of a claim's page: a test holds the two together.
"""

import json
import re

from markupsafe import Markup, escape

__all__ = [
    "Markup",
    "as_is",
    "escape",
    "in_bibtex",
    "in_html",
    "in_json",
    "in_markdown",
    "in_markdown_code",
    "in_ris",
    "in_wikitext",
    "in_workflow_command",
    "in_workflow_property",
]

_LINE_BREAK = re.compile(r"(?: *[\n\v\f\r\x85\u2028\u2029] *)+")
_TEX = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",  # `\{` would still be counted, and end the value of a text that has one brace alone
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    "<": r"{\textless}",
    ">": r"{\textgreater}",
    "|": r"{\textbar}",
    **{mark: rf"\{mark}" for mark in "&%$#_"},
}
_TEX_SPECIAL = re.compile(r"[\\{}~^<>|&%$#_]")
_MARKDOWN_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&#!~|^$@=]")
_WIKI_SPECIAL = re.compile(r"&(?=#?[0-9A-Za-z]+;)|[<>\[\]{|}]|''+|~~~+|__+")
"""What begins a character reference, a template, a link, an element, bold text, a signature or an order to the wiki."""


def as_is(text: str) -> str:
    """A text where no character means anything else than itself."""
    return text


def in_html(text: str) -> str:
    """A text of several lines as HTML."""
    return _LINE_BREAK.sub("<br>", str(escape(text)))


def in_json(text: str) -> str:
    """A text between the quotation marks of a JSON string."""
    return json.dumps(text, ensure_ascii=False)[1:-1]


def in_markdown(text: str) -> str:
    """A text within a line of Markdown, in which nothing is HTML, a link or emphasis."""
    return _MARKDOWN_SPECIAL.sub(lambda match: f"&#{ord(match[0])};", _on_one_line(text))


def in_bibtex(text: str) -> str:
    """A text between the braces of a BibTeX value, on one line."""
    return _TEX_SPECIAL.sub(lambda match: _TEX[match[0]], _on_one_line(text))


def in_ris(text: str) -> str:
    """A text as the value of a RIS tag, which ends with its line."""
    return _on_one_line(text)


def in_wikitext(text: str) -> str:
    """A text as the value of a template's parameter in a wiki, on one line."""
    return _WIKI_SPECIAL.sub(
        lambda match: "".join([f"&#{ord(character)};" for character in match[0]]), _on_one_line(text)
    )


def _on_one_line(text: str) -> str:
    return _LINE_BREAK.sub(" ", text)


def in_workflow_command(text: str) -> str:
    """A text as what a workflow command of GitHub Actions says, which ends with its line."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def in_workflow_property(text: str) -> str:
    """A text as the value of a property of such a command, which ends with a colon or a comma, too."""
    return in_workflow_command(text).replace(":", "%3A").replace(",", "%2C")


def in_markdown_code(text: str) -> str:
    """A text as code within a line of Markdown, which it cannot leave: a mention in it reaches nobody."""
    shown = _on_one_line(text)
    fence = "`" * (max(map(len, re.findall("`+", shown)), default=0) + 1)
    return f"{fence} {shown} {fence}" if shown.startswith("`") or shown.endswith("`") else f"{fence}{shown}{fence}"

"""Words that want to be more than words, and an archive whose every text holds some."""

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

STRINGS = (
    # Elements, whole, broken off, and in spellings that browsers forgive.
    "<script>alert(1)</script>",
    "<SCRIPT>alert(1)</SCRIPT >",
    "<script src=//example.org/x.js></script>",
    "<script\t>alert(1)</script\t>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script>/*",
    "</script>",
    "</script><script>alert(1)</script>",
    "</script ><img src=x onerror=alert(1)>",
    "<script type=application/ld+json>{}</script>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)//",
    "<img/src/onerror=alert(1)>",
    "<img src=x:x onerror\x3d\x22alert(1)\x22>",
    "<image href=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext></form><form><mglyph><style></math><img src=x onerror=alert(1)>",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<object data=data:text/html,x></object><embed src=x>",
    "<base href=//example.org/>",
    "<meta http-equiv=refresh content='0;url=//example.org'>",
    "<link rel=stylesheet href=//example.org/x.css>",
    "<style>*{display:none}</style>",
    "<style>@import '//example.org/x.css'",
    "<form action=//example.org><input name=x><button>Go</button></form>",
    "<input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)><summary>x</summary></details>",
    "<video src=x onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<body onload=alert(1)>",
    "<html onclick=alert(1) lang=xx>",
    "<template><img src=x onerror=alert(1)></template>",
    "<textarea><img src=x onerror=alert(1)></textarea>",
    "<title><img src=x onerror=alert(1)></title>",
    "<xmp><img src=x onerror=alert(1)></xmp>",
    "<plaintext>",
    "<table><tr><td>x</table>",
    "<select><option>x</select>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='java&#10;script:alert(1)'>x</a>",
    "<b>bold</b> <i>italic</i> <br><hr>",
    "<p><div><main><h1>x</h1></main></div></p>",
    "<custom-element onclick=alert(1)>",
    "< script>alert(1)</ script>",
    "<",
    ">",
    "<>",
    "</>",
    "<!>",
    "<?xml version='1.0'?>",
    "<!doctype html>",
    "<![CDATA[x]]>",
    "]]>",
    "<!--",
    "-->",
    "--!><img src=x onerror=alert(1)>",
    "<!--><img src=x onerror=alert(1)>-->",
    # Ends of what may stand around a text.
    "</title></h1></main></svg>",
    "</p></li></ul></dd></dl></table></body></html>",
    "</blockquote></q></cite></a></span>",
    "</title><img src=x onerror=alert(1)>",
    "</textarea></style></xmp></noscript>",
    # Ends of attributes.
    '" onfocus="alert(1)" autofocus x="',
    "' onfocus='alert(1)' autofocus x='",
    "\" onmouseover=alert(1) \"",
    "' style='color:red",
    '" style="position:fixed;inset:0',
    '"><img src=x onerror=alert(1)>',
    "'><img src=x onerror=alert(1)>",
    '" class="x" id="content" hidden="',
    "` onfocus=alert(1) `",
    "x onfocus=alert(1) y",
    "/onfocus=alert(1)/",
    '"',
    "'",
    "\"'`=<>&",
    # What stands for characters.
    "&lt;b&gt;&amp;&#x3c;",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "&lt&gt&quot&amp",
    "&notit; &copy &nbsp; &#0; &#xD800;",
    "&",
    "&amp;amp;",
    "\\u003cb\\u003e\\",
    "\\x3cscript\\x3e \\74 \\0",
    "%3Cscript%3E%00",
    "+ADw-script+AD4-",
    # Templates, slots, formats.
    "{{ 7*7 }}{% raw %}{# #}",
    "{{ config }}{{ self.__init__.__globals__ }}",
    "{% endblock %}{% include 'claim.html' %}",
    "{% endraw %}{{ 7*7 }}",
    "${7*7} #{7*7} <%= 7*7 %> [[7*7]] {7*7}",
    "<!-- slot:content -->",
    "<!-- slot:title --><!-- slot:description -->",
    "<!-- slot:newest-claims -->",
    "{0}{name}{quantity:i/ga}%s%(x)s%n",
    "{name:i/ga} {claimant} {when} {outlets}",
    "`${alert(1)}`",
    "\\1 \\g<0> $& $1",
    # Markdown and what MkDocs adds to it.
    "[x](javascript:alert(1))",
    "[x]: https://example.org 'y'",
    "![x](x.png){ onerror=alert(1) }",
    "**bold** `code` # h",
    "# Heading {#content .x onclick=alert(1)}",
    "- list 1. list > quote",
    "| a | b | |---|---|",
    "```html <b>x</b> ```",
    "--- title: x ---",
    "<https://example.org/> https://example.org/",
    "[[wiki]] [^1] :smile: ==mark== ~~x~~ $$x$$",
    '--8<-- "mkdocs.yml"',
    "!!! note ??? note === \"Tab\"",
    "::: site_builder.cli.plugin",
    "*[HTML]: x",
    # Scripts that run from right to left, and letters of several code units.
    "אבג العربية",
    "<b>אבג</b> العربية 123",
    "𝕏 👩🏽‍🚒 \U000323af é",
    # What readers of other formats take for a command.
    "=HYPERLINK(\"https://example.org\")",
    "@import 'x'; */ } body { display: none",
    "'; DROP TABLE claims; --",
    "\x5b\x5d{}():;,.!?*_~^|\\/@#$%",
    "javascript:alert(1)",
    "vbscript:x data:text/html,<script>alert(1)</script>",
)  # fmt: skip


def strings(further: int) -> list[str]:
    """The strings above and some put together of them, always the same ones."""
    rng = random.Random(1)
    return [*STRINGS, *("".join(rng.choices(STRINGS, k=rng.randint(2, 6))) for _ in range(further))]


def words(count: int) -> list[str]:
    """A word for each set of records, which tells its addresses from those of the others: aaa, aab, …"""
    return [f"{chr(97 + n // 676)}{chr(97 + n // 26 % 26)}{chr(97 + n % 26)}" for n in range(count)]


def write(root: Path, hostile: Sequence[str]) -> None:
    """Write for each string a set of records all of whose texts hold it; of "" the texts are as those of others."""
    for word, string in zip(words(len(hostile)), hostile, strict=True):
        for name, record in records(word, string).items():
            file = root / "claims" / f"{name}.yml"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(json.dumps(record, ensure_ascii=False, indent=1), "utf-8")


def records(word: str, string: str) -> Mapping[str, Any]:
    """Records of every kind by their names, in which every text that a record can hold ends in a string.

    What may be a text of several paragraphs begins with it, too.
    """

    def line(text: str) -> str:
        return f"{text} {word} {string}".strip()

    def text(text: str) -> str:
        return f"{string} {line(text)}".strip()

    def lines(english: str, korean: str) -> dict[str, str]:
        return {"en": line(english), "ko": line(korean)}

    def texts(english: str, korean: str) -> dict[str, str]:
        return {"en": text(english), "ko": text(korean)}

    def entity(kind: str, english: str, korean: str, **rest: Any) -> Any:
        return {
            "kind": kind,
            "name": lines(english, korean),
            "short": lines(english[:5], korean[:2]),
            "aliases": [line(f"Alias of {english}")],
            "description": texts(f"It is {english}.", f"{korean}이다."),
            **rest,
        }

    def source(path: str) -> Any:
        address = f"https://example.org/{path}-{word}?'onfocus='alert(1)&lt;{{{{7*7}}}}"
        return {"url": address, "publisher": f"daily-{word}", "title": line(f"Headline of {path}")}

    def claim(who: str, day: int, value: int, **rest: Any) -> Any:
        return {
            "title": lines(f"A count of {value} people", f"{value}명 집계"),
            "said": f"2031-03-{day}",
            "claimant": f"{who}-{word}",
            "relayed_by": [f"guide-{word}"],
            "about": [f"walk-{word}"],
            "quotes": {
                "en": {"text": text(f"we count {value} people"), "origin": "source", "source": source(f"{who}-{day}")},
                "ko": {
                    "text": text(f"{value}명이 왔다"),
                    "origin": "translation",
                    "from": "en",
                    "method": "human",
                    "by": line("Translator"),
                    "reviewed": "false",
                },
            },
            "reports": [source(f"again-{who}-{day}")],
            "figures": [
                {
                    "series": f"visitors-{word}",
                    "value": str(value),
                    "hedge": "exact",
                    "basis": texts("All of them together", "모두 더한 수"),
                }
            ],
            "notes": texts("A note", "참고"),
            **rest,
        }

    note = texts("Put right", "바로잡음")
    claims = {
        f"2031-03-11-union-{word}": claim("union", 11, 300),
        f"2031-03-12-office-{word}": claim("office", 12, 20, disputes=[f"2031-03-11-union-{word}"]),
        f"2031-03-13-gone-{word}": claim("office", 13, 21, withdrawn={"on": "2031-03-14", "reason": note}),
        f"2031-03-15-office-{word}": claim(
            "office",
            15,
            1,
            revises=[f"2031-03-12-office-{word}"],
            corrections=[{"on": "2031-03-16", "kind": "typo", "note": note}],
        ),
    }
    others = {
        f"entities/office-{word}": entity("organization", "Omber Office", "옴버 시청"),
        f"entities/union-{word}": entity("group", "Walkers Union", "걷기 모임", part_of=f"office-{word}"),
        f"entities/walk-{word}": entity("event", "Lantern Walk", "등불 걷기"),
        f"entities/guide-{word}": entity("person", "Mara Lind", "마라 린드"),
        f"entities/daily-{word}": entity("outlet", "Daily Omber", "옴버 일보"),
        f"series/visitors-{word}": {
            "question": lines("How many visitors came?", "방문객은 몇 명이었나?"),
            "unit": {"en": {"one": line("person"), "other": line("people")}, "ko": {"other": line("명")}},
        },
    }
    return {**{f"2031/{id}": record for id, record in claims.items()}, **others}


def spoken(record: Any, language: str, at: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every text that a page of a record in a language must show, with the keys that lead to it."""
    if isinstance(record, Mapping):
        for key, value in record.items():
            if key in ("en", "ko") and key != language and at[-1:] != ("quotes",):
                continue
            yield from spoken(value, language, at if key in ("en", "ko") else (*at, key))
    elif isinstance(record, list):
        for value in record:
            yield from spoken(value, language, at)
    elif at[-1] in TEXTS:
        yield at, record


PLURALS = {"zero", "two", "few", "many"}
"""Forms of a unit that other languages have."""
TEXTS = {
    *PLURALS,
    "aliases",
    "basis",
    "by",
    "description",
    "name",
    "note",
    "notes",
    "one",
    "other",
    "question",
    "reason",
    "short",
    "text",
    "title",
}
"""The keys under which a record holds words of a person's choice."""

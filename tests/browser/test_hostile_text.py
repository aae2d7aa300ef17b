"""Whatever a record says is text: a page has the same elements with the same attributes, whatever the words are."""

import json
import shutil
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from site_builder import plugin
from tests.browser.conftest import Invite, serving
from tests.golden import ARCHIVE

pytestmark = pytest.mark.browser

FRAGMENTS = (
    "<script>alert(1)</script>",
    "</title></h1></main></svg>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "</script><!--",
    "-->]]>",
    '" onfocus="alert(1)" autofocus x="',
    "' style='color:red",
    "{{ 7*7 }}{% raw %}{# #}",
    "<!-- slot:content -->",
    "<!-- slot:title -->",
    "[x](javascript:alert(1))",
    "**bold** `code` # h",
    "&lt;b&gt;&amp;&#x3c;",
    "{0}{name}{quantity:i/ga}%s%(x)s",
    "\\u003cb\\u003e\\",
    "אבג العربية",
    "`${alert(1)}`",
)
SKELETON = """[...document.querySelectorAll("*")].map(element =>
    element.tagName + " " + element.getAttributeNames().sort().join(" "))"""
PAGES = (
    "",
    "changes/",
    "claims/",
    "claims/2031-03-11-union/",
    "claims/2031-03-12-office/",
    "claims/2031-03-13-gone/",
    "corrections/",
    "disagreements/",
    "entities/",
    "entities/office/",
    "series/",
    "series/visitors/",
    "sources/",
    "timeline/",
)


def both(english: str, korean: str, more: str) -> dict[str, str]:
    return {"en": f"{english} {more}".strip(), "ko": f"{korean} {more}".strip()}


def records(more: str) -> dict[str, Any]:
    """An archive in which every text that a record can hold ends in some more."""

    def claim(id: str, claimant: str, said: str, value: int, **rest: Any) -> tuple[str, Any]:
        said_en, said_ko = f"we count {value} people", f"{value}명이 왔다"
        return f"2031/{id}", {
            "title": both(f"A count of {value} people", f"{value}명 집계", more),
            "said": said,
            "claimant": claimant,
            "about": ["walk"],
            "quotes": {
                "en": {
                    "text": f"{said_en} {more}".strip(),
                    "origin": "source",
                    "source": {
                        "url": f"https://example.org/{id}",
                        "publisher": "daily",
                        "title": f"Headline {more}".strip(),
                    },
                },
                "ko": {
                    "text": f"{said_ko} {more}".strip(),
                    "origin": "translation",
                    "from": "en",
                    "method": "human",
                    "by": f"Translator {more}".strip(),
                    "reviewed": "false",
                },
            },
            "figures": [{"series": "visitors", "value": str(value), "hedge": "exact"}],
            "notes": both("A note", "참고", more),
            **rest,
        }

    def entity(kind: str, english: str, korean: str) -> Any:
        return {
            "kind": kind,
            "name": both(english, korean, more),
            "short": both(english[:5], korean[:2], more),
            "aliases": [f"Alias of {english} {more}".strip()],
            "description": both(f"It is {english}.", f"{korean}이다.", more),
        }

    note = both("Put right", "바로잡음", more)
    return dict(
        [
            claim("2031-03-11-union", "union", "2031-03-11", 300),
            claim("2031-03-12-office", "office", "2031-03-12", 20, disputes=["2031-03-11-union"]),
            claim("2031-03-13-gone", "office", "2031-03-13", 21, withdrawn={"on": "2031-03-14", "reason": note}),
            claim(
                "2031-03-15-office",
                "office",
                "2031-03-15",
                22,
                revises=["2031-03-12-office"],
                corrections=[{"on": "2031-03-16", "kind": "typo", "note": note}],
            ),
            ("entities/office", entity("organization", "Omber Office", "옴버 시청")),
            ("entities/union", entity("group", "Walkers Union", "걷기 모임")),
            ("entities/walk", entity("event", "Lantern Walk", "등불 걷기")),
            ("entities/daily", entity("outlet", "Daily Omber", "옴버 일보")),
            (
                "series/visitors",
                {
                    "question": both("How many visitors came?", "방문객은 몇 명이었나?", more),
                    "unit": {
                        "en": {"one": f"person {more}".strip(), "other": f"people {more}".strip()},
                        "ko": {"other": f"명 {more}".strip()},
                    },
                },
            ),
        ]
    )


def skeletons(invite: Invite, more: str) -> dict[str, Counter[str]]:
    """The elements with their attributes' names of every kind of page, where all texts end in some more."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "archive"
        shutil.copytree(ARCHIVE, root, ignore=shutil.ignore_patterns("claims"))
        for name, record in records(more).items():
            file = root / "claims" / f"{name}.yml"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(json.dumps(record, ensure_ascii=False, indent=1), "utf-8")
        plugin.make(root / "mkdocs.yml", None)
        with serving(root / "site", Path(folder) / "server") as site:
            page = invite().context.new_page()
            found = {}
            for language in ("en", "ko"):
                for address in PAGES:
                    page.goto(f"{site.address}{language}/{address}")
                    found[f"{language}/{address}"] = Counter(page.evaluate(SKELETON))
                    if more:
                        assert more.split()[0] in page.locator("main").inner_text()
            return found


@pytest.fixture
def tame(invite: Invite) -> dict[str, Counter[str]]:
    """The pages with nothing hostile on them."""
    return skeletons(invite, "")


@settings(
    max_examples=4,
    phases=[Phase.generate],
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(more=st.lists(st.sampled_from(FRAGMENTS), min_size=2, max_size=8).map("".join))
def test_no_text_is_ever_more_than_text(invite: Invite, tame: dict[str, Counter[str]], more: str) -> None:
    assert skeletons(invite, more) == tame

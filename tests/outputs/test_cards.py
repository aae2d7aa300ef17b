"""Preview cards: what they say, how they look, and the tags by which messengers find them."""

import io
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from shutil import copytree, rmtree
from typing import Any

import pytest
from noto_cjk_sans_otc import FONT_PATH
from PIL import Image, ImageFont

from site_builder.library.localized import LocalizedLibrary
from site_builder.model.verification import LEDGER
from site_builder.outputs import card_drawing, card_words
from site_builder.outputs.card_words import CardWords
from site_builder.publish import build, limits
from site_builder.read import settings
from tests import bare_engine, golden, libraries
from tests.browser import hostile
from tests.commands import RunCli, run_module
from tests.records import ROOT, changed, claim, entity, series

WORDS = CardWords(
    "Omber · 옴버",
    ("City Office puts visitors at 1,200", "시청, 방문객 1200명으로 집계"),
    ("City Office · March 12, 2031", "시청 · 2031년 3월 12일"),
)
LONG = "words that go on and on, " * 12 + "가나다라마바사 " * 40
AWKWARD = (
    *(LONG, "x" * 300, "가" * 300, "漢" * 300, "אבג العربية", "\u202etxt.exe", "Z̸͑a̷l̶g̵o" * 9, "क्षि"),
    *("🎉🇰🇷\U0001f468\u200d\U0001f469", "\ud800", ""),
)
SAFE = range(10, 410)
"""The rows that KakaoTalk shows."""


def image(card: bytes) -> Image.Image:
    return Image.open(io.BytesIO(card))


def rows(card: bytes) -> list[set[tuple[int, ...]]]:
    """The colours of each row of a card."""
    picture = image(card).convert("RGB")
    return [{picture.getpixel((x, y)) for x in range(picture.width)} for y in range(picture.height)]  # type: ignore[misc]


def rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


def test_a_card_is_small_has_sixteen_tones_and_is_the_same_every_time() -> None:
    card = card_drawing.draw(WORDS)
    assert card == card_drawing.draw(WORDS)
    picture = image(card)
    assert (picture.format, picture.mode, picture.size) == ("PNG", "P", (800, 420))
    assert card[24] == 4  # bits of a pixel
    assert len(picture.getcolors() or ()) <= 16
    assert len(card) < 16_000


def test_the_colours_are_those_of_the_theme() -> None:
    light = (ROOT / "site_builder/engine/theme/assets/claims.css").read_text("utf-8").partition("@media")[0]
    theme = {name: rgb(f"{value}{value[1:]}"[:7]) for name, value in re.findall(r"--ca-([a-z]+): (#[0-9a-f]+)", light)}
    ours = (card_drawing.PAPER, card_drawing.INK, card_drawing.ACCENT, card_drawing.QUIET, card_drawing.LINE)
    assert [theme[name] for name in ("paper", "ink", "accent", "quiet", "line")] == [rgb(each) for each in ours]


@pytest.mark.parametrize(
    "words",
    [
        WORDS,
        CardWords(LONG, (LONG,) * 3, (LONG,) * 3, LONG),
        CardWords("", ("gjpqy",), ()),
        CardWords("Ag", (), ("g",) * 99),
    ],
    ids=["usual", "everything too long", "one word", "many details"],
)
def test_nothing_is_said_outside_what_messengers_show(words: CardWords) -> None:
    found = rows(card_drawing.draw(words))
    for y in set(range(420)) - set(SAFE):
        assert found[y] == {rgb(card_drawing.ACCENT if y < SAFE.start else card_drawing.PAPER)}, y
    picture = image(card_drawing.draw(words)).convert("RGB")
    for margin in ((0, 20, 50, 420), (750, 20, 800, 420)):
        assert picture.crop(margin).getcolors() == [(50 * 400, rgb(card_drawing.PAPER))]


def test_titles_neither_touch_what_stands_above_them_nor_below() -> None:
    for titles in (
        WORDS.titles,
        (LONG, LONG),
        ("one",),
        ("one two three four five six " * 3, "가나다 라마바 " * 9),
    ):
        found = rows(card_drawing.draw(CardWords("Omber", titles, WORDS.details)))
        paper = {rgb(card_drawing.PAPER)}
        line = next(y for y, colours in enumerate(found) if rgb(card_drawing.LINE) in colours and len(colours) == 2)
        assert found[90:98] == [paper] * 8
        assert found[line - 6 : line] == [paper] * 6


def test_each_title_is_drawn_in_letters_as_large_as_have_room() -> None:
    def height(title: str) -> int:
        """The height of the letters of the first line."""
        inked = [rgb(card_drawing.INK) in colours for colours in rows(card_drawing.draw(CardWords("", (title,), ())))]
        first = inked.index(True)
        return inked.index(False, first) - first

    assert height("City Office") > height("City Office " * 20) > height("City Office " * 40) > 10


def test_hangul_is_drawn_and_no_boxes() -> None:
    font = ImageFont.truetype(str(FONT_PATH), 40, 1)
    assert "KR" in (font.getname()[0] or "")
    box = bytes(font.getmask("\U0001f9ff"))
    syllables = "가각힣뷁국정원"
    assert all(bytes(font.getmask(each)) != box for each in syllables)
    cards = {card_drawing.draw(CardWords("", (each,), ())) for each in syllables}
    assert len(cards) == len(syllables)
    blank = card_drawing.draw(CardWords("", (), ()))
    assert blank not in cards
    assert card_drawing.draw(CardWords("", ("אבג", "🎉"), ())) == blank


@pytest.mark.parametrize("texts", [hostile.STRINGS, AWKWARD], ids=["hostile", "awkward"])
def test_no_text_stops_a_card(texts: Sequence[str]) -> None:
    for some in (texts[place : place + 4] for place in range(0, len(texts), 4)):
        assert image(card_drawing.draw(CardWords(some[0], tuple(some), tuple(some), some[-1]))).size == (800, 420)


def these(*, is_withdrawn: bool = False) -> list[LocalizedLibrary]:
    more: dict[str, Any] = (
        {"withdrawn": {"on": "2031-05-01", "reason": {"en": "Wrong.", "ko": "오류."}}} if is_withdrawn else {}
    )
    more["figures"] = [{"series": "visitors", "hedge": "exact", "value": "1200"}]
    records = (claim(**more), entity(), entity(id="lantern-walk"), entity(id="omber-daily"), series())
    return [libraries.localized(tag, *records) for tag in ("en", "ko")]


def test_a_card_says_who_said_what_and_when_in_all_languages() -> None:
    found = these()
    [one] = found[0].archive.claims.values()
    said = card_words.of_claim(found, one)
    assert said.site == "Omber · 옴버"
    assert said.titles == (one.title["en"], one.title["ko"])
    assert said.details == tuple(f"{each.entity(one.claimant).text} · {each.card(one).date}" for each in found)
    assert said.label == ""


def test_the_card_of_a_withdrawn_claim_says_that_it_is() -> None:
    found = these(is_withdrawn=True)
    [one] = found[0].archive.claims.values()
    assert card_words.of_claim(found, one).label == "withdrawn · 철회"


def test_a_series_shows_its_newest_answer_and_an_entity_its_kind() -> None:
    found = these()
    [asked] = found[0].archive.series.values()
    said = card_words.of_series(found, asked)
    assert said.titles == (asked.question["en"], asked.question["ko"])
    [answer] = found[0].groups.answers[asked.id]
    assert all(text.startswith(f"{each.figure(answer)} · ") for text, each in zip(said.details, found, strict=True))
    assert card_words.of_series(these(is_withdrawn=True), asked).details == ()
    [one, *_] = found[0].archive.entities.values()
    assert card_words.of_entity(found, one).titles == (one.name["en"], one.name["ko"])
    assert len(card_words.of_entity(found, one).details) == 2


class Head(HTMLParser):
    """The tags of a page's head, by property or name, and its links by their media types."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: dict[str, list[str]] = {}
        self.links: dict[str, str] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if tag == "meta":
            for name in {given.get("property", ""), given.get("name", "")} - {""}:
                self.tags.setdefault(name, []).append(given["content"])
        if tag == "link":
            self.links[given.get("type", "")] = given.get("href", "")


def pages(site: Path) -> Iterator[tuple[str, Head]]:
    for file in sorted(site.rglob("*.html")):
        if file.name != "404.html":
            yield file.relative_to(site).as_posix(), Head(file.read_text("utf-8"))


def expected(path: str, claims: str = r"c/\1/card.png") -> str:
    """The card of a page, by the page's path."""
    for page, card in {
        r"(?:../claims|c)/([0-9][^/]*)/.*": claims,
        r"../entities/((?!page-)[^/]+)/.*": r"cards/entities/\1.png",
        r"../series/((?!page-)[^/]+)/.*": r"cards/series/\1.png",
    }.items():
        if found := re.fullmatch(page, path):
            return found.expand(card)
    return "cards/site.png"


def test_every_page_names_its_card(golden_site: Path) -> None:
    kinds = set()
    for path, head in pages(golden_site):
        [card] = head.tags["og:image"]
        name = card.removeprefix(golden.SITE_URL)
        assert (golden_site / name).is_file(), path
        is_merged = "http-equiv" in (golden_site / path).read_text("utf-8").partition("refresh")[0].rpartition("<")[2]
        assert name == expected(path) or is_merged, path
        assert head.tags["twitter:card"] == ["summary_large_image"]
        kinds.add(name.partition("/")[0] + name.rpartition("/")[0].partition("cards")[2])
    assert kinds == {"c", "cards", "cards/entities", "cards/series"}
    assert {file.relative_to(golden_site).as_posix() for file in golden_site.rglob("*.png")} == {
        head.tags["og:image"][0].removeprefix(golden.SITE_URL) for _, head in pages(golden_site)
    }


def test_a_permanent_link_tells_messengers_without_script(golden_site: Path) -> None:
    id = "2031-03-11-city-office-visitors"
    file = golden_site / "c" / id / "index.html"
    head = Head(file.read_text("utf-8"))
    twins = {tag: (golden_site / tag / "claims" / id / "index.html").read_text("utf-8") for tag in ("en", "ko")}
    titles = [Head(html).tags["og:title"][0] for html in twins.values()]
    assert head.tags["og:title"] == [" · ".join(titles)]
    assert head.tags["og:url"] == [f"{golden.SITE_URL}c/{id}/"]
    assert head.links["application/ld+json"] == f"{golden.SITE_URL}c/{id}/claim.json"
    body = file.read_text("utf-8").partition("<body")[2]
    for html in twins.values():
        [said] = re.findall("<p class=ca-lead>(.*?)<(?:div|nav)", html)
        words = re.sub("<[^>]+>", "", said)
        assert f"<p>{words}<p>" in body
        assert words in head.tags["og:description"][0].replace("'", "&#39;")
    assert file.stat().st_size <= 3000


@pytest.fixture
def edited(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The golden archive with another word for its cards."""
    root = copytree(golden.ARCHIVE, tmp_path / "archive")
    file = root / "mkdocs.yml"
    file.write_text(
        changed(file.read_text("utf-8"), "[en, ko]\n", f"[en, ko]\n      cards: {request.param}\n"), "utf-8"
    )
    return root


def bare(root: Path) -> Path:
    """Build the site of an archive with the engine that makes bare pages."""
    site = settings.read(root / "mkdocs.yml")
    build.build(replace(site, site_dir=root / "site"), bare_engine.render)
    return root / "site"


@pytest.mark.parametrize("edited", ["entities"], indirect=True)
def test_a_site_may_have_no_cards_of_claims(edited: Path) -> None:
    site = bare(edited)
    assert not list(site.glob("c/*/*.png"))
    for path, head in pages(site):
        if head.tags:
            card = head.tags["og:image"][0].removeprefix(golden.SITE_URL)
            assert (site / card).is_file(), path
            assert "/claims/" not in path or card == "cards/site.png"


@pytest.mark.parametrize("edited", ["none"], indirect=True)
def test_a_site_may_have_no_cards(edited: Path) -> None:
    site = bare(edited)
    assert not list(site.rglob("*.png"))
    assert not [path for path, head in pages(site) if head.tags.keys() & {"og:image", "twitter:card"}]


def drawn(root: Path) -> Mapping[str, bytes]:
    """The cards that are kept for the next build."""
    return {file.name: file.read_bytes() for file in (root / ".cache" / "claims" / "cards").iterdir()}


def test_only_what_says_something_else_is_drawn_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = copytree(golden.ARCHIVE, tmp_path / "archive")
    (root / LEDGER).unlink()  # it would refuse other words than those that it knows
    bare(root)
    before = drawn(root)
    assert len(before) == len(list((root / "site").rglob("*.png")))
    rmtree(root / "site")
    with monkeypatch.context() as patch:
        patch.setattr(card_drawing, "draw", None)
        bare(root)
        file = root / "claims/2031/2031-03-11-walkers-union-visitors.yml"
        text = file.read_text("utf-8")
        file.write_text(changed(text, "of us, whatever", "of us; whatever"), "utf-8")
        bare(root)
    assert drawn(root) == before
    file.write_text(changed(text, "Walkers' Union counts more", "The Walkers' Union counts more"), "utf-8")
    bare(root)
    assert len([name for name, card in drawn(root).items() if before[name] != card]) == 1


@pytest.mark.parametrize(
    ("tag", "told", "module"), [("en", "warning[W821]", "PIL"), ("ko", "경고[W821]", "noto_cjk_sans_otc")]
)
def test_without_the_extra_a_build_says_so_once_and_goes_on(
    tmp_path: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch, module: str, tag: str, told: str
) -> None:
    root = copytree(golden.ARCHIVE, tmp_path / "archive")
    monkeypatch.setattr("site_builder.engine.load", lambda name: bare_engine.render)
    monkeypatch.setitem(sys.modules, module, None)
    done = run_cli("build", "--lang", tag, at=root)
    assert (done.code, done.err.count(told)) == (0, 1)
    assert "pip install" in done.err
    assert not list((root / "site").rglob("*.png"))
    assert "og:image" not in (root / "site/en/index.html").read_text("utf-8")
    done = run_cli("build", "--no-cards", at=root)
    assert (done.code, "W821" in done.err) == (0, False)


@pytest.mark.parametrize("edited", ["claims"], indirect=True)
def test_a_large_site_is_told_to_do_without_cards_of_claims(
    edited: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("site_builder.engine.load", lambda name: bare_engine.render)
    run_cli("build", at=edited)
    size = sum(path.stat().st_size for path in (edited / "site").rglob("*") if path.is_file())
    monkeypatch.setattr(limits, "SIZE", size * 100 // 70)
    done = run_cli("build", at=edited)
    assert (done.code, done.err.count("W822")) == (0, 1)
    assert "cards: entities" in done.err
    assert run_cli("build", "--no-cards", at=edited).err == ""
    file = edited / "mkdocs.yml"
    file.write_text(changed(file.read_text("utf-8"), "cards: claims", "cards: entities"), "utf-8")
    assert run_cli("build", at=edited).err == ""
    monkeypatch.setattr(limits, "SIZE", 1_000_000_000)
    file.write_text(changed(file.read_text("utf-8"), "cards: entities", "cards: claims"), "utf-8")
    assert run_cli("build", at=edited).err == ""


@pytest.mark.parametrize("edited", ["sometimes"], indirect=True)
def test_another_word_is_an_error_at_its_line(edited: Path, run_cli: RunCli) -> None:
    for command in ("check", "build"):
        done = run_cli(command, at=edited)
        assert done.code == 1
        assert "mkdocs.yml:15:14: error[E820]" in done.out + done.err


@pytest.mark.parametrize("edited", ["entities"], indirect=True)
def test_mkdocs_takes_the_option(edited: Path) -> None:
    done = run_module("mkdocs", "build", "--strict", at=edited)
    assert (done.code, done.err.count("cards")) == (0, 0)
    assert (edited / "site/cards/site.png").is_file()
    assert not list(edited.glob("site/c/*/card.png"))

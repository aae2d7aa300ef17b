"""Citing a chart from its page, and saving its numbers and its picture."""

import csv
import io
import json
import re
import shutil
import struct
from base64 import b64encode
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from tests import repository
from tests.browser import hostile
from tests.browser.conftest import Invite, Reader, Server, serving
from tests.browser.test_accessibility import violations
from tests.building import make_site, undrawn_cards
from tests.golden import ARCHIVE, SITE_URL

pytestmark = pytest.mark.browser

LANGUAGES = ("en", "ko")
HOSTILE = ('"visitors","', 'a,b "" ,visitors-aaa,', "</text></svg><script>alert(1)</script> &notit; &")
LINES = 'first 첫째, "quoted"\n\n2031-03-11-union-aaa,x,visitors-aaa,"\n"'
FORMS = ("text", "apa", "chicago", "quote")
CHARTS: Mapping[str, list[tuple[str, str | None]]] = {
    "series/visitors/": [("visitors", None)],
    "series/surplus/": [("surplus", None)],
    "series/lantern-price/": [("lantern-price", None)],
    "series/visitors-aaa/": [("visitors-aaa", None)],
    "series/visitors-aab/": [("visitors-aab", None)],
    "series/visitors-aac/": [("visitors-aac", None)],
    "entities/city-office/": [
        ("children", "city-office"),
        ("sales-change", "city-office"),
        ("visitors", "city-office"),
    ],
    "entities/office-aab/": [("visitors-aab", "office-aab")],
}
"""The pages that have something to cite, with the series of each and the claimant whose answers are shown."""
NO_CHART = "series/lantern-price/"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def charted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The site of the golden archive with more hostile records, whose history is known but for one record."""
    root = shutil.copytree(ARCHIVE, tmp_path_factory.mktemp("charted") / "archive")
    hostile.write(root, HOSTILE)
    file = root / "claims/2031/2031-03-15-office-aab.yml"
    record = json.loads(file.read_text("utf-8"))
    record["figures"][0]["basis"] = {"en": LINES, "ko": LINES}
    file.write_text(json.dumps(record), "utf-8")
    later = root / "claims/series/children.yml"
    aside = later.rename(root / "later")
    (root / ".gitignore").write_text("/later\n/site/\n/.cache/\n", "utf-8")
    repository.commit(root, day="2031-05-01")
    aside.rename(later)
    with undrawn_cards():
        make_site(root)
    with serving(root / "site", tmp_path_factory.mktemp("server")) as server:
        yield server


def come(invite: Invite, **settings: Any) -> Reader:
    """A reader on 27 November 2031, late in the evening, whose browser lets tests read what was copied."""
    permissions = ["clipboard-read", "clipboard-write"]
    reader = invite(**{"timezone_id": "Asia/Seoul", "permissions": permissions, **settings})
    reader.context.clock.set_fixed_time("2031-11-27T14:30:00Z")
    return reader


def opened(server: Server, invite: Invite, path: str, **settings: Any) -> Page:
    """A page of the site, in a browser of such a reader."""
    page = come(invite, **settings).context.new_page()
    page.goto(f"{server.address}{path}")
    return page


def copied(page: Page, form: str, place: int = 0) -> str:
    """What a click on a button copies; the page shows the same."""
    button = page.locator(f'[data-cite="{form}"]').nth(place)
    button.click()
    expect(page.get_by_role("status").nth(place)).to_contain_text(button.inner_text())
    text = str(page.evaluate("navigator.clipboard.readText()"))
    assert page.locator(".ca-cite__text").nth(place).text_content() == text
    return text


def saved(page: Page, kind: str, place: int = 0) -> tuple[str, bytes]:
    """The name and the content of the file that a click saves."""
    with page.expect_download() as download:
        page.locator(f'[data-download="{kind}"]').nth(place).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def rows(server: Server, tag: str, series: str, claimant: str | None) -> bytes:
    """The header of the published table of figures, and the rows of a series, as they stand there."""
    table = (server.folder / f"data/figures.{tag}.csv").read_bytes()
    starts = [match.end() for match in re.finditer(rb"\r\n", table)]
    kept, line = [], b""
    for start, end in zip([0, *starts], starts, strict=False):
        line += table[start:end]
        if line.count(b'"') % 2 == 0:
            kept.append(line)
            line = b""
    header, *others = kept
    names = next(csv.reader([header.decode("utf-8-sig")]))
    wanted = {"series": series, **({"claimant": claimant} if claimant else {})}

    def is_wanted(line: bytes) -> bool:
        row = next(csv.reader(io.StringIO(line.decode(), newline="")))
        return wanted.items() <= dict(zip(names, row, strict=True)).items()

    return header + b"".join(line for line in others if is_wanted(line))


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_data_of_a_chart_are_its_rows_of_the_published_table(charted: Server, invite: Invite, tag: str) -> None:
    reader = come(invite)
    page = reader.context.new_page()
    for address, charts in CHARTS.items():
        page.goto(f"{charted.address}{tag}/{address}")
        expect(page.locator('[data-download="csv"]')).to_have_count(len(charts))
        for place, (series, claimant) in enumerate(charts):
            name, content = saved(page, "csv", place)
            assert name == ".".join(filter(None, (claimant, series, tag, "csv")))
            assert content == rows(charted, tag, series, claimant)
            assert content.startswith(b"\xef\xbb\xbfclaim,")
            assert len(list(csv.reader(io.StringIO(content.decode(), newline="")))) > 1


EXPECTED = {
    "en": {
        "text": "Golden Archive contributors. (2031, May 1). How many people came to the Lantern Walk? Golden Archive. "
        "Retrieved November 27, 2031, from {url}",
        "apa": "Golden Archive contributors. (2031, May 1). How many people came to the Lantern Walk? Golden Archive. "
        "Retrieved November 27, 2031, from {url}",
        "chicago": "Golden Archive contributors. “How Many People Came to the Lantern Walk?” Golden Archive, "
        "May 1, 2031. Accessed November 27, 2031. {url}.",
        "quote": "How many people came to the Lantern Walk? — The newest answer is 5,000–6,000 people, "
        "given by City Office, as of March 12, 2031. Golden Archive, {url} (accessed November 27, 2031)",
    },
    "ko": {
        "text": "황금 기록관 기여자. 「등불 걷기에 온 사람은 몇 명인가?」. 황금 기록관, 2031. 5. 1. {url} "
        "(검색일: 2031. 11. 27.)",
        "apa": "황금 기록관 기여자. (2031년 5월 1일). 등불 걷기에 온 사람은 몇 명인가? 황금 기록관. "
        "{url} (2031년 11월 27일 검색)",
        "chicago": "황금 기록관 기여자. “등불 걷기에 온 사람은 몇 명인가?”. 황금 기록관, 2031년 5월 1일. "
        "2031년 11월 27일 접속. {url}.",
        "quote": "등불 걷기에 온 사람은 몇 명인가? — "
        "최신 수치는 시청이 2031년 3월 12일 기준으로 밝힌 5000~6000명입니다. "
        "황금 기록관, {url} (검색일: 2031. 11. 27.)",
    },
}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_chart_is_cited_in_the_forms_that_people_read(charted: Server, invite: Invite, tag: str) -> None:
    page = opened(charted, invite, f"{tag}/series/visitors/")
    expect(page.locator("[data-cite]")).to_have_count(len(FORMS))
    url = f"{SITE_URL}{tag}/series/visitors/"
    assert {form: copied(page, form) for form in FORMS} == {
        form: text.format(url=url) for form, text in EXPECTED[tag].items()
    }


def test_each_chart_of_an_entity_is_cited_by_itself(charted: Server, invite: Invite) -> None:
    page = opened(charted, invite, "en/entities/city-office/")
    url = f"{SITE_URL}en/entities/city-office/"
    assert copied(page, "quote", 2) == (
        "City Office of Omber: How many people came to the Lantern Walk? — The newest answer is 5,000–6,000 people, "
        f"given by City Office, as of March 12, 2031. Golden Archive, {url} (accessed November 27, 2031)"
    )
    names = page.locator("#cite [role=group]").evaluate_all("groups => groups.map(group => group.ariaLabel)")
    assert names[:2] == [
        f"{does}: City Office of Omber: How many children came to the Lantern Walk?" for does in ("Copy", "Save")
    ]
    assert len(set(names)) == 6


def test_a_day_that_is_not_known_is_left_out(charted: Server, invite: Invite) -> None:
    page = opened(charted, invite, "ko/series/children/")
    line = page.locator("#cite > p").first.inner_text()
    assert (
        line
        == f"황금 기록관 기여자. 「등불 걷기에 온 어린이는 몇 명인가?」. 황금 기록관. {SITE_URL}ko/series/children/"
    )
    assert copied(page, "text") == f"{line} (검색일: 2031. 11. 27.)"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_without_script_the_page_says_the_text(charted: Server, invite: Invite, tag: str) -> None:
    with_script = opened(charted, invite, f"{tag}/series/visitors/")
    page = opened(charted, invite, f"{tag}/series/visitors/", java_script_enabled=False, permissions=[])
    line = page.locator("#cite > p").inner_text()
    read = {"en": "Retrieved November 27, 2031, from ", "ko": " (검색일: 2031. 11. 27.)"}[tag]
    assert line == copied(with_script, "text").replace(read, "")
    expect(page.locator("#cite > *")).to_have_count(2)  # heading and text


def texts(tree: ElementTree.Element) -> list[str]:
    return ["".join(each.itertext()) for each in tree.iter(f"{SVG}text")]


def shown(page: Page, chart: str) -> dict[str, Any]:
    """What a chart on a page has: its labels, its names of marks, and the number of what is drawn."""
    return dict(
        page.locator(chart).first.evaluate(
            """chart => ({
                labels: [...chart.querySelectorAll("text")].map(each => each.textContent),
                names: [...chart.querySelectorAll("a title")].map(each => each.textContent),
                drawn: chart.querySelectorAll("line, path, use, circle").length,
                keys: [...chart.parentElement.querySelectorAll(".ca-keys li")].map(key => key.textContent.trim()),
            })"""
        )
    )


COLOURS = """async (address) => {
    const image = new Image();
    image.src = address;
    await image.decode();
    const [width, height] = [image.naturalWidth, image.naturalHeight];
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    const pen = canvas.getContext("2d");
    pen.drawImage(image, 0, 0);
    const points = new Uint32Array(pen.getImageData(0, 0, width, height).data.buffer);
    return { width, height, colours: new Set(points).size, corner: points[0] };
}"""
WHITE = 0xFFFFFFFF


def painted(page: Page, content: bytes, type: str) -> dict[str, int]:
    """A picture painted by itself: its size, how many colours it has, and that of its corner."""
    return dict(page.evaluate(COLOURS, f"data:{type};base64,{b64encode(content).decode()}"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("path", "chart"),
    [
        ("en/series/visitors/", ".ca-figure .ca-chart"),
        ("ko/series/surplus/", ".ca-figure .ca-chart"),
        ("en/series/visitors-aac/", ".ca-figure .ca-chart"),
        ("ko/entities/city-office/", '.ca-questions li:has(a[href$="/children/"]) .ca-chart'),
    ],
)
def test_a_picture_stands_alone(charted: Server, invite: Invite, path: str, chart: str, scheme: Any) -> None:
    page = opened(charted, invite, path, color_scheme=scheme)
    on_page = shown(page, chart)
    title, newest = page.locator("#cite > p").first.evaluate(
        "line => [line.querySelector('cite').textContent, line.dataset.newest]"
    )
    name, content = saved(page, "svg")
    assert re.fullmatch(rf"[a-z.-]+\.{path[:2]}\.svg", name)
    tree = ElementTree.fromstring(content)
    assert tree.tag == f"{SVG}svg"
    assert (tree.get("width"), tree.find(f"{SVG}title").text) == ("960", title)  # type: ignore[union-attr]
    said = texts(tree)
    whole = " ".join(said)
    assert [label for label in said if label in on_page["labels"]] == on_page["labels"]
    assert all(key in said for key in on_page["keys"])
    for words in (title, newest, f"{SITE_URL}{path}"):
        assert "".join(words.split()) in "".join(whole.split())
    assert [each.text for each in tree.iter(f"{SVG}title")][1:] == on_page["names"]
    in_keys = page.locator(chart).first.evaluate(
        "chart => chart.parentElement.querySelectorAll('.ca-keys :is(line, path, use, circle)').length"
    )
    drawn = [each for each in tree.iter() if each.tag in {f"{SVG}{name}" for name in ("line", "path", "circle")}]
    assert len(drawn) == on_page["drawn"] + in_keys
    for each in tree.iter():
        assert not {"class", "style", "id", "href"} & set(each.attrib)
        assert not any("%" in value or "var(" in value for value in each.attrib.values())
        assert each.tag.startswith(SVG) and not each.tag.endswith(("script", "foreignObject", "}a", "use"))
    alone = painted(page, content, "image/svg+xml")
    assert (alone["width"], alone["height"]) == (960, int(tree.get("height", "")))
    assert alone["colours"] > 2
    assert alone["corner"] == WHITE


def test_a_picture_is_the_same_on_dark_and_on_light_ground(charted: Server, invite: Invite) -> None:
    path = "en/series/visitors/"
    light = saved(opened(charted, invite, path, color_scheme="light"), "svg")
    page = opened(charted, invite, path, color_scheme="dark")
    assert saved(page, "svg") == light
    page.locator("[data-scheme-toggle]").click()
    chosen = page.evaluate("document.documentElement.dataset.scheme")
    assert saved(page, "svg") == light
    assert page.evaluate("document.documentElement.dataset.scheme") == chosen == "light"
    assert saved(opened(charted, invite, path, viewport={"width": 360, "height": 740}), "svg")[1].count(
        b"<circle"
    ) == light[1].count(b"<circle")


def test_a_picture_in_pixels_is_twice_as_large(charted: Server, invite: Invite) -> None:
    page = opened(charted, invite, "ko/series/visitors/", color_scheme="dark")
    _, vector = saved(page, "svg")
    name, content = saved(page, "png")
    assert name == "visitors.ko.png"
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    height = int(ElementTree.fromstring(vector).get("height", ""))
    assert struct.unpack(">II", content[16:24]) == (1920, 2 * height)
    alone = painted(page, content, "image/png")
    assert alone["colours"] > 2
    assert alone["corner"] == WHITE


def test_what_has_no_chart_has_no_picture(charted: Server, invite: Invite) -> None:
    page = opened(charted, invite, f"en/{NO_CHART}")
    kinds = page.locator("[data-download]").evaluate_all("buttons => buttons.map(button => button.dataset.download)")
    assert kinds == ["csv"]


@pytest.mark.parametrize("path", ["en/entities/lake-omber/", "en/entities/walkers-union/"])
def test_an_entity_without_charts_has_nothing_to_cite(charted: Server, invite: Invite, path: str) -> None:
    page = opened(charted, invite, path)
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("#cite")).to_have_count(0)


def test_nothing_is_asked_for_before_a_reader_comes_near_and_the_table_on_a_click(
    charted: Server, invite: Invite
) -> None:
    reader = come(invite)
    page = reader.context.new_page()
    page.goto(f"{charted.address}en/series/visitors/", wait_until="networkidle")
    expect(page.locator("[data-cite]")).to_have_count(len(FORMS))
    before = list(reader.watched.requests)
    assert not [url for url in before if re.search(r"\.(json|csv)$|/chart\.", url)]
    copied(page, "text")
    saved(page, "svg")
    saved(page, "png")
    asked = [
        url.rpartition("/")[2]
        for url in reader.watched.requests[len(before) :]
        if not url.startswith(("data:", "blob:"))
    ]
    assert sorted(re.sub(r"\.[0-9a-f]{8}\.", ".", name) for name in asked) == ["chart.js", "citations.en.json"]
    saved(page, "csv")
    assert reader.watched.requests[-1].endswith("/data/figures.en.csv") or "blob:" in reader.watched.requests[-1]


def test_a_keyboard_reaches_every_button_and_a_screen_reader_is_told(charted: Server, invite: Invite) -> None:
    page = opened(charted, invite, "en/series/visitors/")
    page.locator('[data-cite="text"]').focus()
    reached = []
    for _ in range(len(FORMS) + 3):
        reached.append(page.evaluate("document.activeElement.dataset.cite ?? document.activeElement.dataset.download"))
        page.keyboard.press("Tab")
    assert reached == [*FORMS, "csv", "svg", "png"]
    page.locator('[data-download="csv"]').focus()
    with page.expect_download():
        page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Saved: Data (CSV)")
    page.locator('[data-cite="quote"]').focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Copied: Quote")
    assert page.evaluate("document.activeElement.dataset.cite") == "quote"


def test_where_the_table_does_not_come_a_reader_is_told(charted: Server, invite: Invite) -> None:
    reader = come(invite)
    page = reader.context.new_page()
    reader.context.route("**/figures.*.csv", lambda route: route.abort("aborted"))
    page.goto(f"{charted.address}en/series/visitors/")
    page.locator('[data-download="csv"]').click()
    expect(page.get_by_role("status")).to_have_text("Not saved, please try again: Data (CSV)")
    reader.context.unroute("**/figures.*.csv")
    saved(page, "csv")
    expect(page.get_by_role("status")).to_have_text("Saved: Data (CSV)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["ko/series/visitors/", "en/entities/city-office/"])
def test_everyone_can_use_the_buttons(charted: Server, invite: Invite, path: str, scheme: Any) -> None:
    page = opened(charted, invite, path, color_scheme=scheme, viewport={"width": 360, "height": 740})
    copied(page, "quote")
    for button in page.locator("#cite button").all():
        box = button.bounding_box()
        assert box and box["width"] >= 44 and box["height"] >= 44
    assert violations(page) == []

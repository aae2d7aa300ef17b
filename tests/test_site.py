"""What holds of every page of a site, read as a browser reads it."""

import gzip
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from html.parser import HTMLParser
from itertools import chain, pairwise
from pathlib import Path
from urllib.parse import quote, unquote, urldefrag, urlencode, urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from benchmarks.archive import write_archive
from site_builder.github import proposal_form
from site_builder.model.merging import unified
from site_builder.model.records import Archive, Claim, Record, Translation
from site_builder.pages.sections import SECTIONS
from site_builder.read.loader import load
from tests.golden import SITE_URL

LANGUAGES = ("en", "ko")
LIMIT = 100_000
"""Bytes that a page may have."""
_VOID = frozenset(("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"))
_CLOSES_P = frozenset(
    (
        *("address", "article", "aside", "blockquote", "details", "dialog", "div", "dl", "fieldset", "figcaption"),
        *("figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "main", "menu"),
        *("nav", "ol", "p", "pre", "search", "section", "table", "ul"),
    )
)
_ENDS_BEFORE = {
    "head": frozenset(("body",)),
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "p": _CLOSES_P,
    "thead": frozenset(("tbody", "tfoot")),
    "tbody": frozenset(("tbody", "tfoot")),
    "tr": frozenset(("tr", "tbody", "tfoot")),
    "td": frozenset(("td", "th")),
    "th": frozenset(("td", "th")),
}
"""The elements whose end tag HTML lets one leave out before certain others (HTML Living Standard, 13.1.2.4)."""
_ENDS_WITH_PARENT = frozenset(("html", "body", "li", "dd", "p", "tbody", "tr", "td", "th"))
"""Those whose end tag may be left out where nothing follows in the element that holds them."""
_KEEPS_P_OPEN = frozenset(("a", "audio", "del", "ins", "map", "noscript", "video"))
"""What a `p` that is the last of it must be closed in."""
_PARENTS = {
    "li": frozenset(("ol", "ul")),
    "dt": frozenset(("div", "dl")),
    "dd": frozenset(("div", "dl")),
    "tr": frozenset(("table", "tbody", "thead")),
    "td": frozenset(("tr",)),
    "th": frozenset(("tr",)),
    "head": frozenset(("html",)),
    "body": frozenset(("html",)),
}
_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_XHTML = "{http://www.w3.org/1999/xhtml}"

Attributes = dict[str, str]


@dataclass(eq=False, repr=False)
class Page(HTMLParser):
    """One page: its tags with their attributes in order, its texts by tag, and how it is badly nested, if it is."""

    path: str
    tags: list[tuple[str, Attributes]] = field(default_factory=list)
    texts: dict[str, list[str]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._end_before(tag)
        if tag in _CLOSES_P and "p" in self._open:
            self.faults.append(f"{self.getpos()}: <{tag}> in <p>")
        if tag in _PARENTS and (not self._open or self._open[-1] not in _PARENTS[tag]):
            self.faults.append(f"{self.getpos()}: <{tag}> in {self._open[-1:]}")
        if len(dict(attrs)) < len(attrs):
            self.faults.append(f"{self.getpos()}: an attribute twice")
        tag = f"svg {tag}" if tag == "title" and "svg" in self._open else tag
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self.texts.setdefault(tag, []).append("")
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open[-1] != tag and self._may_end_with_parent(len(self._open) - 1):
            self._open.pop()
        if not self._open or self._open.pop().removeprefix("svg ") != tag:
            self.faults.append(f"{self.getpos()}: </{tag}>")

    def _end_before(self, tag: str) -> None:
        """Close what a start tag closes without an end tag, with what is the last in it."""
        for place in range(len(self._open) - 1, -1, -1):
            if tag in _ENDS_BEFORE.get(self._open[place], ()):
                del self._open[place:]
                return self._end_before(tag)
            if not self._may_end_with_parent(place):
                return None
        return None

    def _may_end_with_parent(self, place: int) -> bool:
        """Tell whether an open element may be the last in its parent without an end tag."""
        is_kept = self._open[place] == "p" and place > 0 and self._open[place - 1] in _KEEPS_P_OPEN
        return self._open[place] in _ENDS_WITH_PARENT and not is_kept

    def handle_data(self, data: str) -> None:
        for tag in set(self._open):
            self.texts[tag][-1] += data

    def close(self) -> None:
        super().close()
        self.faults += [
            f"<{tag}> is open at the end"
            for place, tag in enumerate(self._open)
            if not self._may_end_with_parent(place)
        ]

    @property
    def url(self) -> str:
        return SITE_URL + self.path.removesuffix("index.html")

    @property
    def language(self) -> str | None:
        """The language of the page's folder; None for pages of no language."""
        folder = self.path.split("/")[0]
        return folder if folder in LANGUAGES else None

    @property
    def address(self) -> str:
        """The path below the language."""
        return self.path.removesuffix("index.html").partition("/")[2]

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.tags if "id" in attributes]

    @property
    def is_indexed(self) -> bool:
        return not any("noindex" in meta.get("content", "") for meta in self.all("meta", name="robots"))

    @property
    def alternates(self) -> list[tuple[str, str]]:
        return [(link["hreflang"], link["href"]) for link in self.all("link", rel="alternate") if "hreflang" in link]

    @property
    def canonical(self) -> list[str]:
        return [link["href"] for link in self.all("link", rel="canonical")]

    @property
    def links(self) -> list[str]:
        """Where the reader can go, as whole URLs."""
        return [urljoin(self.url, link["href"]) for link in self.all("a")]

    @property
    def requests(self) -> list[str]:
        """What the browser asks for by itself, as whole URLs."""
        asked = [link["href"] for link in self.all("link") if link["rel"] in ("icon", "stylesheet", "preload")]
        asked += [attributes[name] for _, attributes in self.tags for name in ("src", "poster") if name in attributes]
        return [urljoin(self.url, href) for href in asked]

    def all(self, tag: str, **attributes: str) -> list[Attributes]:
        """The attributes of every element of a kind that has these."""
        return [found for name, found in self.tags if name == tag and attributes.items() <= found.items()]


@dataclass(eq=False, repr=False)
class Site:
    """A built site and the archive that it was built from; `leading` on are the addresses of what was merged."""

    folder: Path
    archive: Archive
    pages: Mapping[str, Page]
    leading: Mapping[str, str]

    @cached_property
    def by_url(self) -> Mapping[str, Page]:
        """The pages by their whole URLs."""
        return {page.url: page for page in self.pages.values()}

    def shown_at(self, page: Page) -> str:
        """The address of what a page shows: its own, unless it leads on."""
        return self.leading.get(page.address, page.address)

    def file(self, url: str) -> Path | None:
        """The file that a web server gives for a URL of the site, if there is one."""
        path = unquote(urlsplit(url).path).removeprefix(urlsplit(SITE_URL).path)
        file = self.folder / (f"{path}index.html" if path.endswith("/") or not path else path)
        return file if file.is_file() else None

    def listed(self, *addresses: str) -> set[str]:
        """The ids of the claims that lists link to, with their further pages; the same in every language."""
        found = []
        for language in LANGUAGES:
            ids = set()
            for address in addresses:
                ids |= {id for page in self.parts(f"{language}/{address}") for id in _claims_of(page)}
            found.append(ids)
        assert found[0] == found[1]
        return found[0]

    def parts(self, path: str) -> Iterator[Page]:
        """A list's page and those that its "next" links lead to."""
        page: Page | None = self.pages[f"{path}index.html"]
        while page:
            yield page
            following = page.all("a", rel="next")
            page = self.pages[_path(urljoin(page.url, following[0]["href"]))] if following else None


def read(folder: Path, root: Path) -> Site:
    pages = {}
    for file in sorted(folder.rglob("*.html")):
        page = Page(file.relative_to(folder).as_posix())
        page.feed(file.read_text("utf-8"))
        page.close()
        pages[page.path] = page
    found = unified(load(root).archive)
    leading = {f"entities/{id}/": f"entities/{merged.into}/" for id, merged in found.entities.items()}
    leading |= {f"series/{id}/": f"series/{merged.into}/" for id, merged in found.series.items()}
    return Site(folder, found.archive, pages, leading)


@pytest.fixture(scope="session")
def sample(sample_site: Path) -> Site:
    return read(sample_site, sample_site.parent)


@pytest.fixture(scope="session")
def golden(golden_site: Path) -> Site:
    return read(golden_site, golden_site.parent)


@pytest.fixture(scope="session")
def large(large_site: Path) -> Site:
    return read(large_site, large_site.parent)


@pytest.fixture(scope="session")
def bare(bare_site: Path) -> Site:
    return read(bare_site, bare_site.parent)


@pytest.fixture(scope="session")
def crowded(crowded_site: Path) -> Site:
    return read(crowded_site, crowded_site.parent)


@pytest.fixture(scope="session")
def half_translated(half_translated_site: Path) -> Site:
    return read(half_translated_site, half_translated_site.parent)


@pytest.fixture(params=["sample", "golden", "large", "bare", "crowded", "half_translated"])
def site(request: pytest.FixtureRequest) -> Site:
    found: Site = request.getfixturevalue(request.param)
    return found


def test_every_link_leads_to_a_page_and_to_an_anchor_of_it(site: Site) -> None:
    anchors = {path: {"", *page.ids} for path, page in site.pages.items()}
    for page in site.pages.values():
        for url in page.links:
            if url.startswith(SITE_URL):
                target, anchor = urldefrag(url)
                assert site.file(target), f"{page.path}: {url}"
                assert unquote(anchor) in anchors.get(_path(target), {""}), f"{page.path}: {url}"


def test_no_link_leaves_the_folder_that_the_site_lies_in(site: Site) -> None:
    """Below any folder of any host: links inside the site are relative, but for those of the page for lost readers."""
    for page in site.pages.values():
        for href in [link["href"] for tag in ("a", "link") for link in page.all(tag)] + _sources(page):
            if urlsplit(href).scheme:
                continue
            assert urljoin(page.url, href).startswith(SITE_URL), f"{page.path}: {href}"
            assert href.startswith("/") == (page.path == "404.html"), f"{page.path}: {href}"


def test_readers_are_not_sent_to_another_copy_of_the_site(site: Site) -> None:
    for page in site.pages.values():
        assert [link["href"] for link in page.all("a") if link["href"].startswith(SITE_URL)] == [], page.path


def test_links_to_elsewhere_are_web_addresses(site: Site) -> None:
    schemes = {urlsplit(url).scheme for page in site.pages.values() for url in page.links}
    assert schemes <= {"http", "https"}


def test_the_page_for_lost_readers_works_from_any_address(site: Site) -> None:
    for depth in ("", "nowhere/", "en/claims/no-such-claim/"):
        for href in [each["href"] for tag in ("a", "link") for each in site.pages["404.html"].all(tag)]:
            assert site.file(urljoin(SITE_URL + depth, href)), href


def test_no_page_asks_another_host_for_anything(site: Site) -> None:
    for page in site.pages.values():
        for url in page.requests:
            assert url.startswith(SITE_URL), f"{page.path}: {url}"
            assert site.file(url), f"{page.path}: {url}"
    for file in site.folder.rglob("*.css"):
        for url in re.findall(r"(?:url\(|@import)\s*['\"]?([^'\")]+)", file.read_text("utf-8")):
            assert url.startswith(("data:", "#")) or (file.parent / url).is_file(), f"{file.name}: {url}"


def test_every_page_says_its_language(site: Site) -> None:
    for page in site.pages.values():
        [html] = page.all("html")
        assert html["lang"] == (page.language or LANGUAGES[0]), page.path


def test_every_page_has_one_heading_a_title_and_a_description(site: Site) -> None:
    for page in site.pages.values():
        if page.language:
            [heading], [title] = page.texts["h1"], page.texts["title"]
            [description] = page.all("meta", name="description")
            assert heading.strip(), page.path
            assert title.strip(), page.path
            assert description["content"].strip(), page.path


def test_pages_of_no_language_have_a_heading_and_a_title(site: Site) -> None:
    for page in site.pages.values():
        if not page.language:
            assert page.texts["title"][0].strip(), page.path
            assert len(page.texts.get("h1", [])) == 1, page.path


def test_the_title_names_what_the_heading_names(site: Site) -> None:
    for page in site.pages.values():
        if page.language and page.address and page.path not in _HAND_WRITTEN:
            heading = page.texts["h1"][0]
            assert page.texts["title"][0].startswith(heading), page.path


def test_every_page_is_its_own_canonical_address(site: Site) -> None:
    for page in site.pages.values():
        if page.address not in site.leading:
            assert page.canonical == [page.url]


def test_what_was_merged_leads_on_from_its_address_with_and_without_script(site: Site) -> None:
    for language in LANGUAGES:
        for address, target in site.leading.items():
            page, url = site.pages[f"{language}/{address}index.html"], f"{SITE_URL}{language}/{target}"
            [refresh] = page.all("meta", **{"http-equiv": "refresh"})
            assert urljoin(page.url, refresh["content"].removeprefix("0; url=")) == url
            assert page.canonical == [url]
            assert page.links.count(url) == 1
            assert site.pages[_path(url)].is_indexed
    assert [page.path for page in site.pages.values() if page.all("meta", **{"http-equiv": "refresh"})] == sorted(
        f"{language}/{address}index.html" for language in LANGUAGES for address in site.leading
    )


def test_nothing_leads_to_what_was_merged(site: Site) -> None:
    old = {f"{SITE_URL}{language}/{address}" for language in LANGUAGES for address in site.leading}
    for page in site.pages.values():
        assert not old.intersection(page.links), page.path
        assert not old.intersection(url for _, url in page.alternates), page.path


def test_every_page_names_its_twins_and_they_name_it(site: Site) -> None:
    for page in site.pages.values():
        if page.path == "404.html":
            continue
        x_default = _neutral(page)
        address = site.shown_at(page) if page.language else f"claims/{page.address}" if page.address else ""
        fallback = SITE_URL + (f"{LANGUAGES[0]}/{address}" if x_default is None else x_default)
        assert page.alternates == [*[(tag, f"{SITE_URL}{tag}/{address}") for tag in LANGUAGES], ("x-default", fallback)]
        assert (page.url in dict(page.alternates).values()) == (page.address not in site.leading)
        for _, url in page.alternates:
            assert site.pages[_path(url)].alternates == page.alternates, f"{page.path}: {url}"


def test_the_sitemap_lists_what_may_be_found_and_nothing_else(site: Site) -> None:
    listed = {}
    parts = [gzip.decompress(part.read_bytes()) for part in site.folder.glob("sitemap-*.xml.gz")]
    for entry in chain.from_iterable(map(ElementTree.fromstring, parts)):
        url = entry.findtext(f"{_SITEMAP}loc")
        assert url not in listed
        listed[url] = [(link.attrib["hreflang"], link.attrib["href"]) for link in entry.findall(f"{_XHTML}link")]
    assert listed == {page.url: page.alternates for page in site.pages.values() if page.is_indexed}


def test_only_withdrawn_claims_what_was_merged_and_what_editors_need_are_hidden_from_search_engines(site: Site) -> None:
    withdrawn = {id for id, claim in site.archive.claims.items() if claim.withdrawn}
    for_editors = {page.path for page in site.pages.values() if re.search("/contribute/(?:problems|work)/", page.path)}
    hidden = {page.path for page in site.pages.values() if not page.is_indexed} - for_editors
    assert not [page for page in for_editors if site.pages[page].is_indexed]
    places = ("c/{}/index.html", "en/claims/{}/index.html", "ko/claims/{}/index.html")
    leading = {f"{language}/{address}index.html" for language in LANGUAGES for address in site.leading}
    assert hidden == {"404.html", *leading, *(place.format(id) for id in withdrawn for place in places)}


def test_the_language_switch_leads_to_the_same_address(site: Site) -> None:
    for page in site.pages.values():
        if page.language:
            switch = {link["hreflang"]: urljoin(page.url, link["href"]) for link in page.all("a", rel="alternate")}
            others = [tag for tag in LANGUAGES if tag != page.language]
            assert switch == {tag: f"{SITE_URL}{tag}/{site.shown_at(page)}" for tag in others}, page.path


def test_every_page_of_a_record_leads_to_its_file_where_it_is_kept(golden: Site) -> None:
    hosted, archive = "https://code.example/golden", golden.archive
    shown = unified(archive).archive
    claimants = {claim.claimant for claim in shown.claims.values() if not claim.withdrawn}
    known = {question.id for question in proposal_form.form(LANGUAGES).questions}

    def propose(folder: str, id: str) -> list[str]:
        if id not in {"claims": {}, "entities": shown.entities, "series": shown.series}[folder]:
            return []
        asked = "series" if folder == "series" else "claimant" if id in claimants else "about"
        assert asked in known
        return [f"{hosted}/issues/new?{query(template='propose.yml', **{asked: id})}"]

    def query(**values: str) -> str:
        return urlencode(values, quote_via=quote)

    folders: list[tuple[str, Mapping[str, Record]]] = [
        ("claims", archive.claims), ("entities", archive.entities), ("series", archive.series)
    ]  # fmt: skip
    for folder, records in folders:
        for id, record in records.items():
            for language in LANGUAGES:
                page = golden.pages[f"{language}/{folder}/{id}/index.html"]
                assert [url for url in page.links if url.startswith(hosted)] == [
                    f"{hosted}/edit/main/{record.file}",
                    f"{hosted}/commits/main/{record.file}",
                    f"{hosted}/issues/new?{query(template='correct.yml', claim=id)}",
                    *propose(folder, id),
                    hosted,
                ], page.path


def test_every_hand_written_page_leads_to_its_file_where_it_is_kept(golden: Site) -> None:
    for language in LANGUAGES:
        for address, name in (("", "index"), ("about/", "about")):
            edit = f"https://code.example/golden/edit/main/content/{language}/{name}.md"
            assert edit in golden.pages[f"{language}/{address}index.html"].links


def test_without_a_repository_nothing_leads_to_one_and_nothing_is_missing(sample: Site) -> None:
    for page in sample.pages.values():
        if page.language:
            text = (sample.folder / page.path).read_text("utf-8")
            assert not re.search("(?i)Edit this|History of this|이 (기록|페이지) 고치기", text), page.path
            assert "" not in [link["href"] for link in page.all("a")], page.path
            [footer] = page.texts["footer"]
            assert "Repository" not in footer, page.path
            assert not re.search(r"<p[^>]*>\s*</p>", text), page.path
    claim = sample.pages["en/claims/2031-04-30-sso-killed/index.html"]
    assert f"{SITE_URL}en/contribute/#report" in claim.links


def test_no_description_is_cut_within_a_word(site: Site) -> None:
    for page in site.pages.values():
        for meta in page.all("meta", name="description"):
            assert 0 < len(meta["content"]) <= 160, page.path
            assert not meta["content"].endswith(" …"), page.path


def test_a_claims_page_is_light(sample: Site, golden: Site) -> None:
    for site in (sample, golden):
        for path in site.pages:
            if re.fullmatch(r"../claims/[0-9][^/]*/index\.html", path):
                assert (site.folder / path).stat().st_size <= 12_000, path


def test_the_page_for_lost_readers_has_the_menu_of_every_language(site: Site) -> None:
    lost = site.pages["404.html"]
    for language in LANGUAGES:
        addresses = ["", *(section.address for section in SECTIONS if section.title)]
        assert {f"{SITE_URL}{language}/{address}" for address in addresses} <= set(lost.links)
    assert [link["hreflang"] for link in lost.all("a") if "hreflang" in link] == list(LANGUAGES)


def test_entries_in_a_line_are_parted_by_more_than_space(site: Site) -> None:
    """The entries of a list that reads as a line, which stand in its text one behind the other."""
    lines = re.compile(r'<([ou]l) class="?ca-inline[^>]*>(.*?)</\1>', re.DOTALL)
    for path in site.pages:
        for _, items in lines.findall((site.folder / path).read_text("utf-8")):
            one, *others = re.findall(r"<li>((?:(?!<li>).)*?) ?(?=<li>|$)", items)
            for before, after in pairwise([one, *others]):
                assert before.endswith((",", " ·")) or after.startswith("<span aria-hidden=true>› "), path


def test_pages_of_no_language_lead_to_every_language(site: Site) -> None:
    for page in site.pages.values():
        if not page.language and page.path != "404.html":
            assert [link["hreflang"] for link in page.all("a")] == list(LANGUAGES), page.path
            expected = [url for tag, url in page.alternates if tag in LANGUAGES] or [
                f"{SITE_URL}{tag}/" for tag in LANGUAGES
            ]
            assert page.links == expected


def test_every_claim_stands_with_everyone_whom_it_names(site: Site) -> None:
    expected: dict[str, set[str]] = {id: set() for id in site.archive.entities}
    for claim in _shown(site):
        for id in {claim.claimant, *claim.relayed_by, *claim.about, *_publishers(claim)}:
            expected[id].add(claim.id)
    for id, claims in expected.items():
        assert site.listed(f"entities/{id}/") == claims, id


def test_every_claim_stands_under_its_day_month_and_year(site: Site) -> None:
    expected: dict[str, set[str]] = {}
    for claim in _shown(site):
        for period in _periods(claim.said.text):
            expected.setdefault(period, set()).add(claim.id)
    built = {path.split("/")[2] for path in site.pages if re.match(r"en/dates/[0-9]", path)}
    assert built == expected.keys()
    for period, claims in expected.items():
        assert site.listed(f"dates/{period}/") == claims, period


def test_every_figure_stands_under_its_question(site: Site) -> None:
    for id in site.archive.series:
        answering = {claim.id for claim in _shown(site) if any(figure.series == id for figure in claim.figures)}
        disputed = {(claim.id, other) for claim in _shown(site) for other in claim.disputes}
        beside = {claim for pair in disputed if answering & {*pair} for claim in pair}
        assert answering <= site.listed(f"series/{id}/") <= answering | beside, id


def test_every_part_stands_with_its_whole(site: Site) -> None:
    for folder, of_kind in (("entities", site.archive.entities), ("series", site.archive.series)):
        for id, record in of_kind.items():
            if record.part_of:
                for language in LANGUAGES:
                    pages = site.parts(f"{language}/{folder}/{record.part_of}/")
                    assert any(f"{SITE_URL}{language}/{folder}/{id}/" in page.links for page in pages), id


def test_every_question_and_every_year_is_in_its_list(site: Site) -> None:
    for language in LANGUAGES:
        expected = {f"series/{id}/" for id in site.archive.series}
        expected |= {
            f"dates/{period}/" for claim in _shown(site) for period in _periods(claim.said.text) if len(period) == 4
        }
        for address in ("series/", "dates/"):
            wanted = {f"{SITE_URL}{language}/{each}" for each in expected if each.startswith(address)}
            assert wanted <= {url for page in site.parts(f"{language}/{address}") for url in page.links}


def test_every_claim_is_in_the_lists_of_all(site: Site) -> None:
    shown = {claim.id for claim in _shown(site)}
    assert site.listed("claims/") == site.listed("changes/") == site.listed("sources/") == shown
    corrected = {id for id, claim in site.archive.claims.items() if claim.corrections or claim.withdrawn}
    assert site.listed("corrections/") == corrected


def test_linked_claims_link_to_each_other(site: Site) -> None:
    for claim in _shown(site):
        for other in {*claim.revises, *claim.disputes, *claim.repeats}:
            assert other in site.listed(f"claims/{claim.id}/")
            if not site.archive.claims[other].withdrawn:
                assert claim.id in site.listed(f"claims/{other}/")


def test_a_claim_shows_every_quote_in_every_language(site: Site) -> None:
    for claim in _shown(site):
        for language in LANGUAGES:
            page = site.pages[f"{language}/claims/{claim.id}/index.html"]
            quotes = zip(page.all("blockquote"), page.texts["blockquote"], strict=True)
            assert {quote["lang"]: text for quote, text in quotes} == {
                tag: _as_shown(claim, tag) for tag in claim.quotes
            }
            own = claim.quotes[language]
            if isinstance(own, Translation) and own.method == "machine" and not own.reviewed:
                assert page.all("blockquote")[0]["lang"] == own.from_
            else:
                assert page.all("blockquote")[0]["lang"] == language


def _as_shown(claim: Claim, tag: str) -> str:
    """A quote with the marks of English and Korean, which are the same, if it is direct."""
    text = claim.quotes[tag].text
    return f"“{text}”" if claim.speech(tag) == "direct" else text


def test_a_claim_is_where_readers_look_for_it(sample: Site) -> None:
    for language in LANGUAGES:
        page = sample.pages[f"{language}/claims/2031-04-30-sso-killed/index.html"]
        assert set(page.texts["blockquote"]) == {
            "approximately 600 Velman soldiers have been killed while fighting for Sarna in the Luvia war",
            "루비아 전쟁에서 사르나 편에 서서 싸우던 벨만군 약 600명이 사망했다",
        }
        for address in (
            "claims/",
            "dates/2031/",
            "dates/2031-04/",
            "dates/2031-04-30/",
            "entities/tern-news/",
            "entities/survey-committee/",
            "entities/toma-bree/",
            "entities/omber-herald/",
            "entities/serin-loden/",
            "entities/sso/",
            "entities/velman-troops/",
            "entities/lbs/",
            "series/velman-soldiers-killed/",
        ):
            assert page.url in sample.pages[f"{language}/{address}index.html"].links, f"{language}/{address}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "address",
    [
        "",
        "about/",
        "changes/",
        "cite/",
        "claims/",
        "claims/2031-04-30-sso-killed/",
        "contribute/",
        "corrections/",
        "data/",
        "dates/",
        "dates/2031-04-30/",
        "dates/2031-04/",
        "dates/2031/",
        "entities/",
        "entities/sso/",
        "series/",
        "series/velman-soldiers-killed/",
        "sources/",
    ],
)
def test_published_addresses_stay(sample: Site, language: str, address: str) -> None:
    assert f"{language}/{address}index.html" in sample.pages


@pytest.mark.parametrize(
    "path", ["index.html", "404.html", "c/2031-04-30-sso-killed/index.html", "c/2031-04-30-sso-killed/claim.json"]
)
def test_published_addresses_of_no_language_stay(sample: Site, path: str) -> None:
    assert (sample.folder / path).is_file()


def test_addresses_are_lower_case_ascii_and_end_in_a_slash(site: Site) -> None:
    for path in site.pages:
        assert re.fullmatch(r"(?:[a-z0-9-]+/)*index\.html|404\.html", path)
    for page in site.pages.values():
        for url in page.links:
            if url.startswith(SITE_URL):
                address = urldefrag(url)[0].removeprefix(SITE_URL)
                assert re.fullmatch(r"(?:[a-z0-9-]+/)*(?:claim\.json)?|data/[a-z.]+", address), f"{page.path}: {url}"


def test_pages_stay_small(site: Site) -> None:
    sizes = {path: (site.folder / path).stat().st_size for path in site.pages}
    assert {path: size for path, size in sizes.items() if size > LIMIT} == {}


def test_a_long_list_has_several_pages(large: Site) -> None:
    counts = Counter(id for claim in _shown(large) for id in {claim.claimant, *claim.relayed_by, *claim.about})
    [(most, count)] = counts.most_common(1)
    assert count > 50
    pages = list(large.parts(f"en/entities/{most}/"))
    assert len(pages) > 1
    assert [page.path for page in pages[1:]] == [
        f"en/entities/{most}/page-{number}/index.html" for number in range(2, len(pages) + 1)
    ]
    assert len({page.texts["title"][0] for page in pages}) == len(pages)


@pytest.mark.parametrize(
    "address",
    [
        "claims/2031-03-11-city-office-visitors/",
        "dates/",
        "entities/city-office/",
        "series/",
        "series/visitors/",
        "sources/",
    ],
)
def test_a_list_inside_a_page_has_several_pages(crowded: Site, address: str) -> None:
    for language in LANGUAGES:
        assert len(list(crowded.parts(f"{language}/{address}"))) > 1


def test_ids_are_unique_on_a_page(site: Site) -> None:
    for page in site.pages.values():
        assert [id for id, count in Counter(page.ids).items() if count > 1] == [], page.path


@pytest.mark.parametrize(
    "html",
    [
        "<ul><li>a<li><p>b<li>c<ul><li>d</ul></ul><p>e",
        "<p>a<p>b<ul><li>c</ul><div><p>d</div>",
        "<dl><dt>a<dd>b<dt>c<dd><p>d</dl><dl><div><dt>a<dd>b</div></dl>",
        "<table><caption>a</caption><thead><tr><th>b<tbody><tr><td>c<td><p>d<tr><td>e</table>",
        "<html><head><title>a</title><body><p>b",
        "<figure><blockquote><p>a</blockquote><figcaption>b</figcaption></figure>",
    ],
)
def test_end_tags_may_be_left_out_where_html_lets_one(html: str) -> None:
    assert _faults(html) == []


@pytest.mark.parametrize(
    "html",
    [
        "<ul><li><b>a<li>b</ul>",
        "<ul><li>a</ul></li>",
        "<p><span>a<div>b</div></span>",
        "<p><ul><li>a</ul></p>",
        "<a><p>a</a>",
        "<dl><dt>a</dl>",
        "<li>a",
        "<dl><div><dt>a<dd>b</dl>",
        "<table><thead><tr><th>a</table>",
        "<table><tr><p><td>a</table>",
        "<div><p>a",
        "<h1>a<h2>b</h2>",
        "<section><p>a</div></section>",
        "<html><head><title>a</title>",
    ],
)
def test_what_is_badly_nested_is_found_though_end_tags_are_left_out(html: str) -> None:
    assert _faults(html)


def _faults(html: str) -> list[str]:
    page = Page("index.html")
    page.feed(html)
    page.close()
    return page.faults


def test_pages_are_well_nested(site: Site) -> None:
    for page in site.pages.values():
        assert page.faults == [], page.path


def test_pages_carry_no_script_but_the_sites_own(site: Site) -> None:
    for page in site.pages.values():
        scripts = [script for script in page.all("script") if script.get("type") != "application/ld+json"]
        assert scripts and all(script.keys() == {"src"} for script in scripts), page.path
        for tag, attributes in page.tags:
            assert not [name for name in attributes if name.startswith("on") or name == "style"], f"{page.path}: {tag}"


def test_every_page_first_says_what_it_may_load(site: Site) -> None:
    for page in site.pages.values():
        charset, policy = page.all("meta")[:2]
        assert charset == {"charset": "utf-8"}, page.path
        assert policy["http-equiv"] == "Content-Security-Policy", page.path
        rules = dict(rule.strip().split(" ", 1) for rule in policy["content"].split(";"))
        assert rules.pop("img-src") == "'self' data:"
        assert rules.pop("default-src") == "'self'"  # so that no script or style in a page itself counts
        assert rules.pop("form-action") == "'self'"  # for the search
        assert rules == dict.fromkeys(("base-uri", "object-src"), "'none'")


def test_every_claim_is_three_steps_from_home(site: Site) -> None:
    for language in LANGUAGES:
        reached = {f"{SITE_URL}{language}/"}
        for _ in range(3):
            reached |= {url for here in reached & site.by_url.keys() for url in site.by_url[here].links}
        claims = {f"{SITE_URL}{language}/claims/{id}/" for id in site.archive.claims}
        assert claims <= reached


def test_no_page_shows_what_only_templates_may_hold(site: Site) -> None:
    """Slots, undefined values and messages that were not filled in. (Records of the golden archive hold some.)"""
    for page in site.pages.values():
        text = (site.folder / page.path).read_text("utf-8")
        assert "<!--" not in text, page.path
        assert not re.search(r">(None|Undefined|True|False)<", text), page.path


def test_text_that_looks_like_markup_adds_no_element(sample: Site, golden: Site) -> None:
    tame = {tag for page in sample.pages.values() for tag, _ in page.tags}
    for page in golden.pages.values():
        assert {tag for tag, _ in page.tags} <= tame, page.path


def test_text_that_looks_like_markup_is_shown_as_it_is(golden: Site) -> None:
    claim = golden.archive.claims["2031-03-12-mara-lind-hostile"]
    for language in LANGUAGES:
        page = golden.pages[f"{language}/claims/{claim.id}/index.html"]
        assert page.texts["h1"] == [claim.title[language]]
        assert page.texts["title"][0].startswith(claim.title[language])
        assert claim.sources[0].title in page.texts["cite"]


def test_a_text_without_translation_is_shown_in_the_other_language_with_a_label(half_translated: Site) -> None:
    claim, entity = "claims/2031-03-12-city-office-visitors/", "entities/lake-omber/"
    for path, words, tag in (
        (f"ko/{claim}", "The <b>city</b> counted until dusk.", "en"),
        (f"ko/{claim}", "The children came with a school.", "en"),
        (f"en/{claim}", "한국어로만 적었습니다.", "ko"),
        ("en/corrections/", "한국어로만 적었습니다.", "ko"),
        (f"en/{entity}", "한국어로만 적은 설명이다.", "ko"),
        ("en/entities/", "한국어로만 적은 설명이다.", "ko"),
    ):
        page = half_translated.pages[f"{path}index.html"]
        spans = [attributes for name, attributes in page.tags if name == "span"]
        said = [(attributes.get("lang"), text) for attributes, text in zip(spans, page.texts["span"], strict=True)]
        assert (None, {"en": "영어로 작성", "ko": "in Korean"}[tag]) == said[said.index((tag, words)) - 1], path
    for path in (f"ko/{entity}", "ko/corrections/", "ko/entities/"):
        assert "한국어로 작성" not in half_translated.pages[f"{path}index.html"].texts["span"], path


def test_the_archive_that_is_measured_is_not_trivial(tmp_path: Path) -> None:
    """What stands for a large archive here has withdrawn and corrected claims and every kind of link."""
    write_archive(tmp_path, 300)
    claims = load(tmp_path).archive.claims.values()
    for name in ("withdrawn", "corrections", "revises", "disputes", "repeats", "relayed_by", "reports"):
        assert any(getattr(claim, name) for claim in claims), name


_HAND_WRITTEN = {
    f"{language}/{page}/index.html" for language in LANGUAGES for page in ("about", "cite", "contribute", "data")
}


@cache
def _claims_of(page: Page) -> frozenset[str]:
    """The claims that a page links to, itself aside."""
    found = (re.fullmatch(rf"{re.escape(SITE_URL)}{page.language}/claims/([0-9][^/]*)/", url) for url in page.links)
    return frozenset(match[1] for match in found if match)


def _path(url: str) -> str:
    path = urldefrag(url)[0].removeprefix(SITE_URL)
    return f"{path}index.html" if path.endswith("/") or not path else path


def _sources(page: Page) -> list[str]:
    return [attributes["src"] for _, attributes in page.tags if "src" in attributes]


def _neutral(page: Page) -> str | None:
    """The path of no language for a page that has one."""
    if not page.language:
        return page.path.removesuffix("index.html")
    match = re.fullmatch(r"claims/([0-9][^/]*/)", page.address)
    return f"c/{match[1]}" if match else "" if page.address == "" else None


def _shown(site: Site) -> list[Claim]:
    return [claim for claim in site.archive.claims.values() if not claim.withdrawn]


def _publishers(claim: Claim) -> set[str]:
    return {source.publisher for source in (*claim.sources, *claim.reports)}


def _periods(said: str) -> set[str]:
    """The year, month and day that hold a whole date; years where it reaches across one."""
    first, _, last = said.rstrip("~").partition("/")
    last = last or first
    if first[:4] != last[:4]:
        return {str(year) for year in range(int(first[:4]), int(last[:4]) + 1)}
    return {first[:length] for length in (4, 7, 10) if first[:length] == last[:length] and len(first) >= length}

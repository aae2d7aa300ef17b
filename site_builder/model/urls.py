"""Every path of the site.

An *address* is a page's path below its language (`claims/2025-04-30-nis-killed/`), the same in every language;
`localized` makes it a path below the site's root. Paths are relative, end in `/` and never begin with one, so that
a site works under any folder.
"""

import re

HOME = ""
ABOUT = "about/"
CONTRIBUTE = "contribute/"
GENERATED = (
    CLAIMS := "claims/",
    ENTITIES := "entities/",
    DATES := "dates/",
    SERIES := "series/",
    TIMELINE := "timeline/",
    DISAGREEMENTS := "disagreements/",
    SOURCES := "sources/",
    CHANGES := "changes/",
    CORRECTIONS := "corrections/",
    PROBLEMS := f"{CONTRIBUTE}problems/",
    WORK := f"{CONTRIBUTE}work/",
)
"""What the addresses of all generated pages begin with, and those of no other page."""

PERMALINKS = "c/"
ROOT = "index.html"
JSON_FEED = "feed.json"
WITHDRAWN = "withdrawn"
"""The anchor of a withdrawal on the page that tells of it."""
CORRECTED = "corrections"
"""The anchor of all corrections of a claim on its page."""
CONTEXT = "context.jsonld"
ASSETS = "assets/"
CARDS = "cards/"
SITE_CARD = f"{CARDS}site.png"
DATA = "data/"
DATABASE = f"{DATA}archive.sqlite"
CLAIMS_JSON = f"{DATA}claims.json.gz"
CHANGES_JSON = f"{DATA}changes.json"
DATA_PACKAGE = f"{DATA}datapackage.json"
SITEMAP_STEM = "sitemap"
SITEMAP = f"{SITEMAP_STEM}.xml"
NOT_FOUND = "404.html"
ROBOTS = "robots.txt"
SECURITY = ".well-known/security.txt"
OPENSEARCH = "opensearch.xml"
SEARCH = "search/"
SEARCH_INDEX = f"{SEARCH}index.json"
SEARCH_WORDS, SEARCH_ENDS, SEARCH_CARDS, SEARCH_FILTERS, SEARCH_NAMES = (f"{SEARCH}{each}/" for each in "tedfn")
"""The folders of the search (see `outputs/search.py`)."""


_OF_CLAIM = re.compile(rf"(?:[^/]+/{CLAIMS}|{PERMALINKS})([0-9][^/]*)/")


def claim(id: str) -> str:
    """The address of a claim's page."""
    return f"{CLAIMS}{id}/"


def claim_of(path: str) -> str:
    """Return the id of the claim that a file of the site belongs to; empty where it belongs to none."""
    match = _OF_CLAIM.match(path)
    return match[1] if match else ""


def entity(id: str) -> str:
    """The address of an entity's page."""
    return f"{ENTITIES}{id}/"


def period(text: str) -> str:
    """The address of a year's, month's or day's page."""
    return f"{DATES}{text}/"


def series(id: str) -> str:
    """The address of a series' page."""
    return f"{SERIES}{id}/"


def problems(topic: str) -> str:
    """The address of the page that explains what the check can find of one topic."""
    return f"{PROBLEMS}{topic}/"


def numbered(address: str, number: int) -> str:
    """The address of one page of a paged list; the first is the list's own."""
    return address if number == 1 else f"{address}page-{number}/"


def anchored(address: str, anchor: str) -> str:
    """A place on a page."""
    return f"{address}#{anchor}"


def page_file(language: str, address: str) -> str:
    """The path of the file of a page in one language."""
    return f"{language}/{address}index.html"


def localized(language: str, address: str) -> str:
    """The path of an address in one language."""
    return f"{language}/{address}"


def permalink(id: str) -> str:
    """The path of a claim that belongs to no language."""
    return f"{PERMALINKS}{id}/"


def permalink_file(id: str) -> str:
    """The path of the file behind a claim's permalink."""
    return f"{permalink(id)}index.html"


def claim_json(id: str) -> str:
    """The path of a claim's record, for programs."""
    return f"{permalink(id)}claim.json"


def claim_card(id: str) -> str:
    """The path of a claim's preview card."""
    return f"{permalink(id)}card.png"


def entity_card(id: str) -> str:
    """The path of an entity's preview card."""
    return f"{CARDS}{ENTITIES}{id}.png"


def series_card(id: str) -> str:
    """The path of a series' preview card."""
    return f"{CARDS}{SERIES}{id}.png"


def table(name: str, language: str) -> str:
    """The path of a table of the archive's data in a language."""
    return f"{DATA}{name}.{language}.csv"


def feed(address: str) -> str:
    """The address of the feed (Atom) of a page."""
    return f"{address}feed.xml"


def correction(number: int) -> str:
    """The anchor of a correction on its claim's page, counted from 1."""
    return f"correction-{number}"


def quote(tag: str) -> str:
    """The anchor of the quote in a language on its claim's page, and its name in the claim's record."""
    return f"quote-{tag}"


def figure(series: str, number: int) -> str:
    """The anchor of a claim's figure on its page: of the second one that answers a series, `figure-<series>-2`."""
    return f"figure-{series}" if number == 1 else f"figure-{series}-{number}"


def citations(tag: str) -> str:
    """The path of what the script of pages makes citations of in a language."""
    return f"{ASSETS}citations.{tag}.json"


def search_texts(tag: str) -> str:
    """The path of what the script of the search says in a language."""
    return f"{ASSETS}search.{tag}.json"


def root_from(path: str) -> str:
    """The relative way from a page to the site's root: `../../` from `en/claims/`, `./` from the root itself."""
    return "../" * path.count("/") or "./"


def way(path: str, target: str) -> str:
    """The relative way from a page to another path of the site: `../claims/` from `en/about/` to `en/claims/`."""
    language = path[: path.find("/") + 1]
    if language and target.startswith(language):
        path, target = path.removeprefix(language), target.removeprefix(language)
    return f"{root_from(path).removeprefix('./')}{target}" or "./"


def language_root_from(path: str, language: str) -> str:
    """The relative way from a page to the root of a language: `../` from `en/claims/`, `../../en/` from `c/x/`."""
    inside = path.removeprefix(f"{language}/")
    return root_from(inside) if inside != path else f"{root_from(path)}{language}/"


def sitemap_part(number: int) -> str:
    """The path of one part of the sitemap."""
    return f"{SITEMAP_STEM}-{number}.xml.gz"


def search_file(folder: str, name: str) -> str:
    """The path of a file of the search by its name."""
    return f"{folder}{name}.json"

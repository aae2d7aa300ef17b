"""The site itself: its address, repository and languages, and its name in each of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from site_builder.language.language import Language
from site_builder.library.repository import Repository, repository
from site_builder.model import licences, urls
from site_builder.model.licences import Licence
from site_builder.model.slots import QUOTE_STATES
from site_builder.read.appearance import Appearance
from site_builder.read.content import Content
from site_builder.read.settings import Cards, Settings
from site_builder.text.escaping import Markup

POLICY = "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; object-src 'none'"
"""What a browser may load for a page: nothing but the site's own files, no script or style that stands in the page.

Every page begins with it, so it says no more: each kind of file that has no rule of its own goes by the first. The one
form is that of the search.
"""

ICON, PALETTE = "icon.svg", "palette.css"
"""The names of two assets: the usual icon, and the stylesheet of colours that the owner chose, where there are some."""
CARD_SIZE = (800, 420)
"""Width and height of a preview card in pixels, of which KakaoTalk shows the middle 800 × 400 and others 1.91:1."""


@dataclass(frozen=True, slots=True)
class Site:
    """`url` ends in `/`; `repository` has no address where the settings name none.

    `assets` are the paths of the theme's own files by their names: `claims.css` is at `assets/claims.1f2e3d4c.css`.
    `content` are the addresses of the hand-written pages, `quote_states` that of the one which says what the states of
    quotes mean. `cards` says which of its pages have a preview card, `search` that readers can search. `licence` is
    that of the records.
    """

    url: str
    repository: Repository
    names: Mapping[str, str]
    languages: tuple[Language, ...]
    assets: Mapping[str, str]
    content: frozenset[str]
    quote_states: str | None
    cards: Cards
    search: bool
    appearance: Appearance = field(default_factory=Appearance)
    licence: Licence = licences.DEFAULT

    @property
    def icon(self) -> str:
        """The path of the picture that browsers show beside the name of a page."""
        return quote(self.appearance.favicon) or self.assets[ICON]

    @property
    def styles(self) -> list[str]:
        """The paths of the stylesheets that change the usual look: for the palette, and the owner's own."""
        own = map(quote, self.appearance.stylesheets)
        return [*([self.assets[PALETTE]] if PALETTE in self.assets else []), *own]

    @property
    def scheme(self) -> Markup:
        """The attributes of a page's root that say whether it begins light or dark, and stays so; none as a rule."""
        palette = self.appearance.palette
        begins = f" data-scheme={palette.begins}" if palette.begins else ""
        return Markup(begins if palette.can_change else f"{begins} data-fixed")

    def absolute(self, path: str) -> str:
        """The whole URL of a path of the site."""
        return self.url + path

    def card(self, path: str) -> str | None:
        """The path of the card that a page shows which would have the one at `path`; None where there are no cards."""
        if self.cards is Cards.NONE:
            return None
        return urls.SITE_CARD if self.cards is Cards.ENTITIES and path.startswith(urls.PERMALINKS) else path

    def page(self, tag: str, address: str) -> str:
        """The whole URL of an address in a language."""
        return self.absolute(urls.localized(tag, address))

    def alternates(self, address: str, x_default: str | None = None) -> list[tuple[str, str]]:
        """The URLs of one page as (hreflang, URL), `x-default` last.

        That is the page's path without language where it has one, else its page in the first language.
        """
        pages = [(language.tag, self.page(language.tag, address)) for language in self.languages]
        return [*pages, ("x-default", pages[0][1] if x_default is None else self.absolute(x_default))]


def describe(settings: Settings, content: Content, assets: Mapping[str, str]) -> Site:
    """Return the site of an archive; its name in a language is the title of the home page."""
    names = {tag: next(page.title for page in content.pages(tag) if page.address == urls.HOME) for tag in settings.tags}
    kept_in = repository(settings.repository, settings.edit_uri)
    return Site(
        settings.url,
        kept_in,
        names,
        settings.languages,
        assets,
        content.addresses,
        min(content.with_slot(QUOTE_STATES, settings.tags), default=None),
        settings.cards,
        settings.search,
        settings.appearance,
        settings.licence,
    )

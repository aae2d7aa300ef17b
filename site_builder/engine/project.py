"""A project: a folder of pages, theme and settings, of which any engine makes the hand-written pages and the frames.

The theme gets all that it needs by `config.extra.claims`, as HTML: templates of MkDocs and of Zensical know no Python,
and escape differently.
"""

import re
import shutil
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from site_builder.engine import headings, palette_css
from site_builder.language.language import Language
from site_builder.library.site import PALETTE, POLICY, Site, describe
from site_builder.model import urls
from site_builder.outputs import cards
from site_builder.pages import frames, licence
from site_builder.pages.sections import SECTIONS, frame_paths
from site_builder.problems import message
from site_builder.read import files
from site_builder.read.appearance import OutsideLink
from site_builder.read.content import Content, ContentFile, ContentPage
from site_builder.read.links import page_path
from site_builder.read.own_theme import BASE, MAIN
from site_builder.read.settings import Settings, Unusable
from site_builder.runtime.digest import digest
from site_builder.text.escaping import escape
from site_builder.text.lines import on_one_line

CONFIG = "mkdocs.yml"
DOCS = "docs"
THEME = "theme"
SITE = "site"
OURS = Path(__file__).parent / "theme"
_FINGERPRINTED = (".css", ".js")
"""The files of the theme whose names change with their content, so that no browser uses an old one; the stylesheet
names pictures, whose names stay."""
_IMPORTED = re.compile(r'(?<=")\./([a-z-]+\.js)(?=")')
"""What a script says of another one that it imports."""
_COMMENT = re.compile(r"^ *//.*\n", re.MULTILINE)
"""A line of a script that is for those who read its source: a seventh of what a browser would load."""
_MESSAGE = re.compile(r"""\b_\((["'])(.+?)\1\)""")
MARKDOWN_EXTENSIONS = ("fenced_code", headings.EXTENSION)
"""What every engine reads Markdown with beside what the owner chooses; MkDocs has the first of them anyway."""
_UNUSED = ("theme", "nav", "not_in_nav")
"""Settings of the owner's that engines must not heed: the generator has done what they ask for."""


class Rendered(NamedTuple):
    """An engine's answer: what it built in `folder`, and the hand-written pages by the tags of their languages.

    `verbatim` are the files that it did not see, by their paths in the site; `templates` the owner's that it used.
    """

    site: Site
    content_pages: Mapping[str, Sequence[ContentPage]]
    folder: Path
    verbatim: Mapping[str, Path]
    templates: Sequence[str]


class Project(NamedTuple):
    """A project in a folder, made of the settings of its owner; `extra` is what its theme gets."""

    folder: Path
    settings: Settings
    extra: Mapping[str, object]
    site: Site
    content_pages: Mapping[str, Sequence[ContentPage]]
    verbatim: Mapping[str, Path]

    def rendered(self, folder: Path) -> Rendered:
        """Return what an engine built of it in a folder."""
        return Rendered(self.site, self.content_pages, folder, self.verbatim, self.settings.own_theme.templates)


def write(folder: Path, settings: Settings, content: Content) -> Project:
    """Write the project of a site into an empty folder."""
    _write_pages(folder / DOCS, settings, content)
    assets, stylesheet = _write_theme(folder / THEME, settings)
    pages = {tag: content.pages(tag) for tag in settings.tags}
    site = describe(replace(settings, cards=cards.possible(settings.cards)), content, assets)
    extra = {"claims": _for_theme(site, content, stylesheet)}
    ours = {
        "docs_dir": DOCS,
        "site_dir": SITE,
        "theme": {"name": None, "custom_dir": THEME},
        "use_directory_urls": True,
        "extra": extra,
    }
    (folder / CONFIG).write_text(settings.for_engine(ours, _UNUSED, MARKDOWN_EXTENSIONS), "utf-8")
    verbatim = {path: settings.root / file for path, file in content.published_verbatim.items()}
    return Project(folder, settings, extra, site, pages, verbatim)


def _write_pages(docs: Path, settings: Settings, content: Content) -> None:
    """Copy the hand-written pages and what lies beside them; write the frames."""
    for path, file in content.published.items():
        if path not in content.published_verbatim:
            _copy(settings.root / file, docs / path)
    pages = {page_path(page.path) for page in content.files}
    for page in content.files:
        text = _with_links(page, files.text(settings.root, page.file)[0], pages | content.published.keys())
        (docs / page.path).parent.mkdir(parents=True, exist_ok=True)
        (docs / page.path).write_text(text, "utf-8")
    for _, section, path in frame_paths(settings.languages):
        frame = docs / path / "index.md"
        frame.parent.mkdir(parents=True, exist_ok=True)
        frame.write_text(f"---\ntitle: {section.address}\n---\n\n{frames.mark('content')}\n", "utf-8")


def _with_links(page: ContentFile, text: str, known: Collection[str]) -> str:
    """Give links to what no file of `content/` becomes a form that engines leave as it is; `frames.cut` takes it back.

    Engines take a link to a folder differently, and know nothing of the pages of records.
    """
    lines = text.split("\n")
    for link in sorted(page.links, key=lambda link: link.place, reverse=True):
        path = page.led_to(link)
        is_file = path in known and not link.is_html and not link.path.endswith("/")
        if link.path and not is_file and not path.startswith("/"):
            place, line = link.place, lines[link.place.line - 1]
            whole = frames.INSIDE + quote(path) + link.rest
            lines[place.line - 1] = line[: place.column - 1] + whole + line[place.column - 1 + place.length :]
    return "\n".join(lines)


def _write_theme(theme: Path, settings: Settings) -> tuple[dict[str, str], str]:
    """Copy the owner's files of the theme, then ours, and of Material's 14,000 the one that our pages use.

    The paths of our own files by their names, and that of Material's stylesheet.
    """
    if own := settings.theme.get("custom_dir"):
        for name in settings.own_theme.files:
            _copy(settings.root / str(own) / name, theme / name)
    theme.mkdir(parents=True, exist_ok=True)
    ours = on_one_line((OURS / MAIN).read_text("utf-8"))
    (theme / (BASE if settings.own_theme.has_main else MAIN)).write_text(ours, "utf-8")
    assets: dict[str, str] = {}
    for file in sorted((OURS / "assets").iterdir()):
        _write_asset(file, theme, assets)
    if colours := palette_css.stylesheet(settings.appearance.palette):
        _write_content(Path(PALETTE), colours.encode(), theme, assets)
    stylesheet = _stylesheet(settings)
    published = f"assets/{stylesheet.name.replace('.min.', '.')}"  # as short as can be: every page names it
    _copy(stylesheet, theme / published)
    return assets, published


def _write_asset(file: Path, theme: Path, assets: dict[str, str]) -> str:
    """Write a file of ours, and those that it imports, under their published names; its path in `assets`."""
    if file.name not in assets:
        content = file.read_bytes()
        if file.suffix == ".js":
            content = _IMPORTED.sub(
                lambda name: f"./{Path(_write_asset(file.with_name(name[1]), theme, assets)).name}",
                _COMMENT.sub("", content.decode()),
            ).encode()
        _write_content(file, content, theme, assets)
    return assets[file.name]


def _write_content(file: Path, content: bytes, theme: Path, assets: dict[str, str]) -> None:
    """Write what a file of ours holds under its published name."""
    mark = f".{digest(content)[:8]}" if file.suffix in _FINGERPRINTED else ""
    assets[file.name] = f"assets/{file.stem}{mark}{file.suffix}"
    (theme / "assets").mkdir(parents=True, exist_ok=True)
    (theme / assets[file.name]).write_bytes(content)


def _stylesheet(settings: Settings) -> Path:
    """Return the stylesheet of the theme that the owner names."""
    for theme in entry_points(group="mkdocs.themes", name=str(settings.theme.get("name"))):
        spec = find_spec(theme.module)
        for folder in map(Path, (spec and spec.submodule_search_locations) or ()):
            for found in folder.glob("assets/stylesheets/main.*.min.css"):
                return found
    raise Unusable(message("{file}: write theme: material, whose stylesheet the pages use"), file=settings.file)


def _for_theme(site: Site, content: Content, stylesheet: str) -> dict[str, object]:
    texts = [match[2] for match in _MESSAGE.finditer((OURS / MAIN).read_text("utf-8"))]
    return {
        "url": _html(site.url),
        "repository": _html(site.repository.url),
        "policy": POLICY,
        "assets": dict(site.assets),
        "search": site.search,
        "stylesheet": stylesheet,
        "scheme": str(site.scheme),
        "can_change_scheme": site.appearance.palette.can_change,
        "icon": site.icon,
        "styles": site.styles,
        "logo": quote(site.appearance.logo),
        "author": _html(site.appearance.author),
        "social": [{"text": _html(link.text), "url": _html(link.url)} for link in site.appearance.social],
        "copyright": "".join(map(_with_link, site.appearance.copyright)),
        "languages": [_language(language, site, content, texts) for language in site.languages],
    }


def _language(language: Language, site: Site, content: Content, texts: Iterable[str]) -> dict[str, object]:
    """Return what the theme says in a language.

    `about` are the hand-written pages, `menu` the sections and of those pages the one that says what the archive is.
    """
    about = [
        _outside(each) if isinstance(each, OutsideLink) else _entry(language, each.address, each.title)
        for each in content.menu(language.tag)
        if isinstance(each, OutsideLink) or each.address != urls.HOME
    ]
    sections = [_entry(language, each.address, language.text(each.title)) for each in SECTIONS if each.title]
    what_it_is = urls.localized(language.tag, urls.ABOUT)
    return {
        "tag": language.tag,
        "direction": language.direction,
        "locale": language.territory_locale,
        "name": _html(language.name),
        "site_name": _html(site.names[language.tag]),
        "menu": [*sections, *(entry for entry in about if entry.get("path") == what_it_is)],
        "about": about,
        "licence": str(licence.sentence(language, site.licence)),
        "texts": {text: _html(language.text(text)) for text in texts},
    }


def _entry(language: Language, address: str, title: str) -> dict[str, str]:
    return {"path": urls.localized(language.tag, address), "title": _html(title)}


def _outside(link: OutsideLink) -> dict[str, str]:
    return {"url": _html(link.url), "title": _html(link.text)}


def _with_link(part: str | OutsideLink) -> str:
    if isinstance(part, str):
        return _html(part)
    return f'<a rel=noopener href="{_html(part.url)}">{_html(part.text)}</a>'


def _html(text: str) -> str:
    return str(escape(text))


def _copy(file: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, to)

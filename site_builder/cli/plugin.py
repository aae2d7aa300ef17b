"""The one place that knows MkDocs: it renders the hand-written pages and the frames, between `prepare` and `publish`.

Works under `mkdocs build`, `mkdocs serve` and `claims build` alike: MkDocs builds into a folder of its own, from which
the site is made.
"""

import logging
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from jinja2 import Environment
from mkdocs.commands.build import build as render
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.config_options import ListOfItems, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext

from site_builder.check import reports
from site_builder.language.language import Language
from site_builder.library.site import POLICY, Site
from site_builder.model import urls
from site_builder.pages import sections
from site_builder.pages.sections import SECTIONS
from site_builder.publish import build
from site_builder.publish.preview import Preview
from site_builder.publish.rendering import ContentPage, Rendered, UnknownSlot
from site_builder.publish.site_writer import Built
from site_builder.publish.staging import NotASite
from site_builder.read import settings
from site_builder.read.files import lines_of
from site_builder.read.loader import Loaded
from site_builder.runtime.digest import digest
from site_builder.runtime.progress import Progress, no_progress

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

THEME = Path(__file__).parents[1] / "engine" / "theme"
_FINGERPRINTED = (".css", ".js")
"""The theme's own files whose names change with their content, so that no browser uses an old one; the stylesheet names
pictures, whose names stay."""


class Failed(Exception):
    """MkDocs could not render the pages: the configuration or `content/` is at fault, as the message says."""


class MenuEntry(NamedTuple):
    """A link of the site's navigation, its path from the root."""

    title: str
    path: str
    is_current: bool


class Options(Config):
    """`languages`: the site's languages, the first being the fallback."""

    languages = ListOfItems(Type(str))


class ClaimsPlugin(BasePlugin[Options]):
    """Makes a claim archive of a MkDocs project."""

    def __init__(self) -> None:
        self._prepared: Loaded | None = None
        self._workshop: tempfile.TemporaryDirectory[str] | None = None
        self._shown: tempfile.TemporaryDirectory[str] | None = None
        self._is_preview = False
        self._progress: Progress = no_progress
        self.preview: Preview | None = None

    def prepare(self, config: MkDocsConfig, progress: Progress = no_progress) -> Loaded:
        """Load and check the records; `build.Refused` if they must not be published."""
        self._progress = progress
        self._languages = _languages(self.config.languages)
        self._prepared = build.prepare(_root(config), [language.tag for language in self._languages], progress)
        return self._prepared

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Take note of whether this is a preview. MkDocs may have used this plugin before."""
        self._is_preview = command == "serve"
        self.preview = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Refuse bad records before MkDocs touches anything, then give it a folder of its own to build into.

        A preview shows bad records with what is wrong with them.
        """
        try:
            if self._is_preview:
                self._languages = _languages(self.config.languages)
                self.preview = self.preview or Preview(_root(config), self._languages)
            else:
                self._ready = self._prepared or self.prepare(config)
        except build.Refused as refused:
            text = reports.as_text(refused.problems, lines_of(_root(config)), self._languages[0])
            raise PluginError(text) from None
        self._prepared = None
        self._destination = Path(config.site_dir)
        self._workshop = tempfile.TemporaryDirectory(prefix="claims-")
        config.site_dir = self._workshop.name
        self._material, self._stylesheet = _stylesheet(config.theme.dirs)
        own = config.theme.custom_dir
        config.theme.dirs = [str(THEME), *([own] if own else [])]
        config.theme.static_templates.difference_update({urls.NOT_FOUND, urls.SITEMAP})
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the frames, and of Material's 14,000 files the one that these pages use."""
        for file in files.documentation_pages():
            address = file.url.partition("/")[2]
            if sections.section_of(address):
                raise PluginError(
                    self._languages[0].text(
                        "content/{file}: this address belongs to a generated page; choose another name",
                        file=file.src_uri,
                    )
                )
        self._assets: dict[str, str] = {}
        for file in list(files):
            if file.abs_src_path and THEME in Path(file.abs_src_path).parents:
                own = Path(file.src_uri)
                if own.suffix in _FINGERPRINTED:
                    file.dest_uri = f"{own.parent}/{own.stem}.{digest(file.content_bytes)[:8]}{own.suffix}"
                self._assets[own.name] = file.dest_uri
        files.append(File(self._stylesheet, self._material, config.site_dir, config.use_directory_urls))
        for _, section, path in sections.frame_paths(self._languages):
            text = f"---\ntitle: {section.address}\n---\n\n<!-- slot:content -->\n"
            files.append(File.generated(config, f"{path}index.md", content=text, inclusion=InclusionLevel.NOT_IN_NAV))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Collect the hand-written pages; each must be there in every language."""
        language = self._languages[0]
        self._written: dict[str, dict[str, Page]] = {language.tag: {} for language in self._languages}
        for page in nav.pages:
            tag, _, address = page.url.partition("/")
            if tag not in self._written:
                known = ", ".join(f"content/{tag}/" for tag in self._written)
                raise PluginError(
                    language.text(
                        "content/{file}: pages belong into one of the folders {known}",
                        file=page.file.src_uri,
                        known=known,
                    )
                )
            self._written[tag][address] = page
        for tag, pages in self._written.items():
            for twins in self._written.values():
                for address in sorted(twins.keys() - pages.keys()):
                    raise PluginError(
                        language.text(
                            "content/{file} has no translation in content/{language}/",
                            file=twins[address].file.src_uri,
                            language=tag,
                        )
                    )
            if urls.HOME not in pages:
                raise PluginError(language.text("content/{language}/index.md is missing", language=tag))
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """The pages have been read: the titles of the home pages are the names of the site."""
        self._site = Site(
            (config.site_url or "http://localhost:8000/").rstrip("/") + "/",
            (config.repo_url or "").rstrip("/"),
            {tag: str(pages[urls.HOME].title) for tag, pages in self._written.items()},
            self._languages,
            self._assets,
        )
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the theme the page's language and the navigation in it."""
        tag, _, address = page.url.partition("/")
        language = next(language for language in self._languages if language.tag == tag)
        written = [(key, str(other.title)) for key, other in self._written[tag].items() if key != urls.HOME]
        more = {
            "language": language,
            "_": language.text,
            "languages": self._languages,
            "policy": POLICY,
            "site_name": self._site.names[tag],
            "site_url": self._site.url,
            "assets": self._assets,
            "stylesheet": self._stylesheet,
            "menu": _menu(tag, address, [(each.address, language.text(each.title)) for each in SECTIONS if each.title]),
            "about": _menu(tag, address, written),
        }
        return cast(TemplateContext, {**context, **more})

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the site of what MkDocs rendered, unless it is about to fail for its warnings."""
        if self.preview:
            self.preview.show(Rendered(self._site, self._content_pages(), Path(config.site_dir)))
            self._clean_up(self._shown)
            self._shown, self._workshop = self._workshop, None
            return
        try:
            if not (config.strict and _has_warned()):
                rendered = Rendered(self._site, self._content_pages(), Path(config.site_dir))
                self.built = build.publish(_root(config), self._ready, rendered, self._destination, self._progress)
        except NotASite as other:
            raise PluginError(
                self._languages[0].text(
                    "{folder} holds something else than a site; name an empty folder", folder=str(other)
                )
            ) from None
        except UnknownSlot as unknown:
            raise PluginError(self._languages[0].text("there is no such slot: {slot}", slot=str(unknown))) from None
        finally:
            self._clean_up(self._workshop)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing behind."""
        self._clean_up(self._workshop)

    def on_shutdown(self) -> None:
        """Leave nothing behind. That this exists makes MkDocs keep the plugin from one preview to the next."""
        self._clean_up(self._workshop)
        self._clean_up(self._shown)

    def _clean_up(self, folder: tempfile.TemporaryDirectory[str] | None) -> None:
        if folder:
            folder.cleanup()

    def _content_pages(self) -> dict[str, list[ContentPage]]:
        return {
            tag: [
                ContentPage(address, str(page.title), str(page.meta.get("description", "")))
                for address, page in pages.items()
            ]
            for tag, pages in self._written.items()
        }

    def on_serve(
        self, server: "LiveReloadServer", *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> "LiveReloadServer":
        """Let a server of our own show the preview: MkDocs would build the whole site for every saved record."""
        preview = self.preview
        if not preview:
            return server

        def render() -> None:
            try:
                builder()
            except Abort as error:
                preview.fail(str(error.__context__ or error))

        from site_builder.publish.server import Server  # a build needs neither it nor what it imports

        own = Server(_root(config), preview, cast(tuple[str, int], server.server_address), server.mount_path, render)
        for path in (config.docs_dir, config.config_file_path):
            own.watch(path)
        return cast("LiveReloadServer", own)


def _menu(tag: str, address: str, entries: Sequence[tuple[str, str]]) -> list[MenuEntry]:
    """Addresses with their names as a navigation of the page at an address."""
    return [
        MenuEntry(title, urls.localized(tag, entry), address.split("/")[0] == entry.split("/")[0])
        for entry, title in entries
    ]


def make(config_file: Path, destination: Path | None, progress: Progress = no_progress) -> Built:
    """What `claims build` does: the same as `mkdocs build --strict`. Raises `build.Refused` or `Failed`."""
    logging.getLogger("mkdocs.commands.build").setLevel(logging.CRITICAL)  # what it would say is said by whoever calls
    given = {"site_dir": str(destination)} if destination else {}
    try:
        config = load_config(str(config_file), strict=True, **given)
        plugin = config.plugins.get(settings.PLUGIN)
        if not isinstance(plugin, ClaimsPlugin):
            raise Failed(f"{config_file}: the plugin `claims` is missing")
        config.plugins.on_startup(command="build", dirty=False)
        plugin.prepare(config, progress)
        render(config)
    except (Abort, ConfigurationError, PluginError) as error:
        cause = error.__context__ if isinstance(error, Abort) else None
        raise Failed(str(cause or error)) from error
    return plugin.built


def serve(config_file: Path, port: int) -> None:
    """What `claims serve` does: the same as `mkdocs serve`."""
    logging.getLogger("mkdocs").setLevel(logging.INFO)  # it says where the preview is, and what it builds
    from mkdocs.commands.serve import serve as preview  # a build needs neither it nor what it imports

    preview(str(config_file), dev_addr=f"127.0.0.1:{port}")


def _stylesheet(folders: Iterable[str]) -> tuple[str, str]:
    """The folder of the theme that has Material's stylesheet, and the stylesheet's path in it."""
    for folder in folders:
        for found in Path(folder).glob("assets/stylesheets/main.*.min.css"):
            return folder, found.relative_to(folder).as_posix()
    raise PluginError("theme: name: material is needed")


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _languages(tags: Sequence[str]) -> tuple[Language, ...]:
    try:
        return settings.known(tags)
    except settings.Unusable as unusable:
        raise PluginError(str(unusable)) from None


def _has_warned() -> bool:
    handlers = logging.getLogger("mkdocs").handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))

"""The adapter of `mkdocs build` and `mkdocs serve`: MkDocs builds the same project that any engine gets.

The settings stay the owner's; MkDocs is only told to find pages and theme in the project, and to build into it.
"""

import logging
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

import mkdocs
from mkdocs.config.base import Config
from mkdocs.config.config_options import ListOfItems, Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.utils import CountHandler

from site_builder.check import reports
from site_builder.cli.failures import FAILURES, reason
from site_builder.engine import project
from site_builder.engine.mkdocs import read_hooks_again, turn
from site_builder.publish import build
from site_builder.publish.preview import Preview
from site_builder.read import settings
from site_builder.read.content import Content
from site_builder.read.files import lines_of

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer


class Options(Config):
    """`languages`: the site's languages, the first being the fallback; `cards`: which pages have preview cards.

    `licence` is that of the records. What is wrong with these two is said as of a record, so any value passes here.
    """

    languages = ListOfItems(Type(str))
    cards = Optional(Type(object))
    licence = Optional(Type(object))


class ClaimsPlugin(BasePlugin[Options]):
    """Makes a claim archive of a MkDocs project."""

    def __init__(self) -> None:
        self._workshop: tempfile.TemporaryDirectory[str] | None = None
        self._shown: tempfile.TemporaryDirectory[str] | None = None
        self._is_preview = False
        self.preview: Preview | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Take note of whether this is a preview. That this exists makes MkDocs keep the plugin while it previews."""
        self._is_preview = command == "serve"
        self.preview = None

    @event_priority(-100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Refuse what is wrong before MkDocs touches anything, then give it the project instead of the owner's folders.

        It comes last, when the owner's other plugins have seen the folders that they know.
        """
        try:
            site = settings.read(Path(config.config_file_path))
        except settings.Unusable as unusable:
            raise PluginError(str(unusable)) from None
        url = config.site_url if self._is_preview and config.site_url else site.url
        self._settings = replace(site, url=url, site_dir=Path(config.site_dir))
        try:
            self._content = self._prepared()
            self._workshop = tempfile.TemporaryDirectory(prefix="claims-")
            self._project = project.write(Path(self._workshop.name), self._settings, self._content)
        except build.Refused as refused:
            raise PluginError(self._report(refused)) from None
        except FAILURES as failure:
            raise PluginError(reason(failure, site.languages[0].for_contributors)) from None
        turn(config, self._project)
        return config

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the site of what MkDocs and other plugins built, unless MkDocs is about to fail for its warnings."""
        rendered = self._project.rendered(Path(config.site_dir))
        if self.preview:
            self.preview.show(rendered, self._content)
            self._clean_up(self._shown)
            self._shown, self._workshop = self._workshop, None
            return
        try:
            if not (config.strict and _has_warned()):
                site = self._settings
                built = build.publish(site.root, self._validated, self._content, rendered, site.site_dir)
                if told := build.notices(site, built):  # MkDocs would count it, and fail for it with --strict
                    spoken = site.languages[0].for_contributors
                    print(reports.as_text(told, lines_of(site.root), spoken), file=sys.stderr)
        except build.Refused as refused:
            raise PluginError(self._report(refused)) from None
        except FAILURES as failure:
            raise PluginError(reason(failure, self._settings.languages[0].for_contributors)) from None
        finally:
            self._clean_up(self._workshop)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing behind."""
        self._clean_up(self._workshop)

    def on_shutdown(self) -> None:
        """Leave nothing behind."""
        self._clean_up(self._workshop)
        self._clean_up(self._shown)

    def on_serve(
        self, server: "LiveReloadServer", *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> "LiveReloadServer":
        """Let a server of our own show the preview: MkDocs would build the whole site for every saved record."""
        preview = self.preview
        if not preview:
            return server

        def render() -> None:
            read_hooks_again()
            try:
                builder()
            except Abort as error:
                preview.fail(str(error.__context__ or error))

        from site_builder.publish.server import Server  # a build needs neither it nor what it imports

        address = cast(tuple[str, int], server.server_address)
        try:
            own = Server(self._settings.file, preview, address, server.mount_path, render)
        except OSError as failure:
            raise PluginError(reason(failure, self._settings.languages[0].for_contributors)) from None
        return cast("LiveReloadServer", own)

    def _prepared(self) -> Content:
        """Read and check all, or for a preview, which shows wrong records too, the hand-written pages alone."""
        if self._is_preview:
            self.preview = self.preview or Preview(self._settings.root, self._settings.languages)
            return build.prepare_content(self._settings)
        self._validated, content = build.prepare(self._settings)
        return content

    def _report(self, refused: build.Refused) -> str:
        language = self._settings.languages[0]
        told = reports.as_text(refused.problems, lines_of(self._settings.root), language.for_contributors)
        return "\n\n".join(filter(None, [reports.notice(language), told]))

    def _clean_up(self, folder: tempfile.TemporaryDirectory[str] | None) -> None:
        if folder:
            folder.cleanup()


def _has_warned() -> bool:
    handlers = logging.getLogger(mkdocs.__name__).handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))

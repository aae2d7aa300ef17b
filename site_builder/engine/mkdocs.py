"""MkDocs 1.x, or ProperDocs, which goes on with it, where that is installed."""

import contextlib
import io
import logging
import os
import sys
import traceback
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

from site_builder.engine import Failed
from site_builder.engine.project import DOCS, MARKDOWN_EXTENSIONS, SITE, THEME, Project
from site_builder.read.settings import PLUGIN

if "mkdocs" not in sys.modules and find_spec("properdocs"):
    import_module("properdocs.replacement")  # whoever imports MkDocs from now on gets ProperDocs

import mkdocs
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.config_options import Hooks
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority


def render(project: Project) -> Path:
    """Build a project as `mkdocs build --strict` does: to the owner's plugins it is the owner's folder."""
    owners = project.settings
    read_hooks_again()
    with _words() as words:
        try:
            config = load_config(
                io.BytesIO(owners.for_engine({}, ()).encode()),
                config_file_path=str(owners.file.absolute()),
                site_dir=str(owners.site_dir),
                strict=True,
            )
            config.plugins[PLUGIN] = _Turn(project)
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
        except Exception as error:  # of MkDocs, its plugins and hooks, the theme
            raise Failed("\n".join([*words, f"{_place(error, project)}{error}"])) from error
    return project.folder / SITE


def read_hooks_again() -> None:
    """Have MkDocs read the owner's hooks when they are next needed: it would go on with what they were at first.

    Nor may Python keep them compiled: it tells a new file from an old one by whole seconds and length, and somebody who
    edits may save twice in a second.
    """
    Hooks._load_hook.cache_clear()
    sys.dont_write_bytecode = True


def turn(config: MkDocsConfig, project: Project) -> None:
    """Have MkDocs find pages and theme in a project, and build into it."""
    config.docs_dir = str(project.folder / DOCS)
    config.site_dir = str(project.folder / SITE)
    config.theme.dirs = [str(project.folder / THEME)]
    config.theme.static_templates.clear()
    config.extra.update(project.extra)
    config.use_directory_urls = True
    config.nav = None
    config.markdown_extensions += [each for each in MARKDOWN_EXTENSIONS if each not in config.markdown_extensions]


class _NoOptions(Config):
    """The options of a plugin that has none."""


class _Turn(BasePlugin[_NoOptions]):
    """Turns MkDocs to a project, when the owner's plugins have seen the folders and the theme that they know."""

    def __init__(self, project: Project) -> None:
        self._project = project

    @event_priority(-100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Turn to the project."""
        turn(config, self._project)
        return config


def _place(error: Exception, project: Project) -> str:
    """Name the line of a template or a hook in which something went wrong, if it did there: in the owner's files."""
    settings, theme = project.settings, project.folder / THEME
    hooks = {path.resolve() for path in settings.sources if path.suffix == ".py"}
    for step in reversed(traceback.extract_tb(error.__traceback__)):
        file = Path(step.filename)
        if file.is_relative_to(theme):
            name = file.relative_to(theme).as_posix()
            is_own = name in settings.own_theme.files
            return f"{PurePosixPath(str(settings.theme['custom_dir']), name) if is_own else name}:{step.lineno}: "
        if file.resolve() in hooks:  # which may lie beside the archive
            return f"{os.path.relpath(file.resolve(), settings.root.resolve())}:{step.lineno}: "
    return ""


class _Words(logging.Handler):
    """Keeps what is said as a warning or an error."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


@contextlib.contextmanager
def _words() -> Iterator[list[str]]:
    """Collect the warnings and errors of MkDocs, instead of printing them."""
    handler, log = _Words(), logging.getLogger(mkdocs.__name__)
    log.addHandler(handler)
    log.propagate = False
    try:
        yield handler.said
    finally:
        log.propagate = True
        log.removeHandler(handler)

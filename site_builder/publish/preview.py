"""An archive as its readers will see it, while somebody works on it.

Nothing is built: a page is made when it is asked for. A record that was saved is read again, and with it the archive is
put together and checked anew: shown as soon as pages can be made of it, told of all its problems soon after. While no
pages can be made of it, they stay as they were.
"""

import mimetypes
import re
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from site_builder.check import SOUND, reports, schemas
from site_builder.check import links as check_links
from site_builder.check.validate import check_loaded
from site_builder.engine.project import Rendered
from site_builder.language.language import Language
from site_builder.model import urls
from site_builder.problems import Problem, in_order
from site_builder.publish import links
from site_builder.publish.contents import Contents
from site_builder.publish.links import Links
from site_builder.publish.rendering import UnknownSlot
from site_builder.read import git, ledger, loader
from site_builder.read.cache import cache_file
from site_builder.read.content import Content
from site_builder.read.files import lines_of
from site_builder.read.loader import Loaded
from site_builder.runtime import garbage
from site_builder.text.escaping import escape

_COURTESY = 0.3
"""Seconds for which the checks wait for a browser to get the page that changed: they would slow its answer."""
_OWN = "/-/"
"""What the paths begin with that only a preview has."""
CHANGES = f"{_OWN}changes"
OWN_FILES = {f"{_OWN}{name}": Path(__file__).parent / name for name in ("preview.css", "preview.js")}
_BARE = b'<!doctype html><meta charset="utf-8"><body>'
_BODY = re.compile(r"<body[^>]*>")
_MEDIA_TYPES = mimetypes.MimeTypes()  # not those of the machine
for _suffix, _type in {
    ".atom": "application/atom+xml",
    ".avif": "image/avif",
    ".bib": "application/x-bibtex",
    ".csv": "text/csv",
    ".ico": "image/vnd.microsoft.icon",
    ".js": "text/javascript",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".jsonld": "application/ld+json",
    ".md": "text/markdown",
    ".ris": "application/x-research-info-systems",
    ".rss": "application/rss+xml",
    ".sqlite": "application/vnd.sqlite3",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".yml": "text/yaml",
}.items():
    _MEDIA_TYPES.add_type(_type, _suffix)
_TEXTS = ("text/", "application/json")


@dataclass(frozen=True, slots=True)
class Response:
    """An answer to a browser."""

    status: int
    media_type: str
    content: bytes


def media_type(name: str) -> str:
    """Return the media type of a file by its name, with the encoding of a text."""
    found = _MEDIA_TYPES.guess_type(name)[0] or "application/octet-stream"
    return f"{found}; charset=utf-8" if found.startswith(_TEXTS) else found


class Preview:
    """The archive below `root` as it is now; `version` counts its changes. Threads may share it."""

    def __init__(self, root: Path, languages: Sequence[Language]) -> None:
        self._root = root
        self._languages = languages
        self._tags = [language.tag for language in languages]
        self._changes = threading.Condition()
        self._answered = threading.Event()
        self._history = git.history(root)
        names, self._unexpected = loader.listed(root)
        self._reads = {result.file: result for result in loader.read_all(root, names, cache_file(root))}
        garbage.freeze()  # most of this stays
        self.rendered: Rendered | None = None
        self._content: Content | None = None
        self._contents: Contents | None = None
        self._sound: Loaded | None = None
        self._failure = ""
        self.problems: Sequence[Problem] = ()
        self.version = 0
        self._check()

    def read(self, changed: Iterable[str]) -> None:
        """Read files below `claims/` again, by path from the root, and those that are new.

        What is gone leaves the archive. Pages are shown as soon as they can be made. The checks, which take longer than
        a reader likes to wait, come after, and browsers are told again only if they find something else than before.
        """
        names, unexpected = loader.listed(self._root)
        stale = {*changed}
        is_of_records = stale <= {*names}
        reads = {
            name: loader.read_file(self._root, name) if name in stale or name not in self._reads else self._reads[name]
            for name in names
        }
        if is_of_records and (reads, unexpected) == (self._reads, self._unexpected):
            return  # a program that saves a file may do it in several steps
        self._reads, self._unexpected = reads, unexpected
        self._answered.clear()
        with garbage.collector_off():  # a reader waits for this
            is_sound = self._keep_if_sound(check_loaded(self._root, self._loaded(), self._tags, checks=SOUND))
            if is_sound:
                self._refresh()
        if is_sound:
            self._answered.wait(_COURTESY)
        told = self.problems
        self._check()
        if self.problems != told:
            self._refresh()

    def show(self, rendered: Rendered, content: Content) -> None:
        """Use new frames, the languages that they have, and the hand-written pages that they were made of."""
        self.rendered, self._content = rendered, content
        self._failure = ""
        self._languages = rendered.site.languages
        self._tags = [language.tag for language in self._languages]
        self._check()
        self._refresh()

    def fail(self, reason: str) -> None:
        """Say on every page why there are no new frames."""
        self._failure = reason
        self._refresh()

    def wait(self, version: str, seconds: float) -> bool:
        """Wait for another version than this one; tell whether there is one."""
        with self._changes:
            return self._changes.wait_for(lambda: str(self.version) != version, seconds)

    def answer(self, path: str) -> Response:
        """Make the file at a path of the site, or lead to it, as GitHub Pages does."""
        version = self.version
        failure = ""
        try:
            answer = self._answer(path)
        except Exception as error:  # a bug of ours, or frames that are just made anew: the page will come again
            failure = f"{type(error).__name__}: {error}"
            answer = Response(500, media_type(urls.ROOT), _BARE)
        if answer.media_type == media_type(urls.ROOT):
            html = self._with_problems(answer.content.decode(), path, version, failure)
            self._answered.set()
            return replace(answer, content=html.encode())
        return answer

    def _answer(self, path: str) -> Response:
        is_folder = not path or path.endswith("/")
        for name in [f"{path}{urls.ROOT}"] if is_folder else [path, f"{path}.html"]:
            content = self._made(name)
            if content is not None:
                return Response(200, media_type(name), content)
        if not is_folder and self._made(f"{path}/{urls.ROOT}") is not None:
            return Response(301, "text/plain", b"")
        return Response(404, media_type(urls.NOT_FOUND), self._made(urls.NOT_FOUND) or _BARE)

    def _loaded(self) -> Loaded:
        """Put the archive together of what was read."""
        loaded = loader.collect(self._reads, self._unexpected, self._reads.values(), ledger.read(self._root))
        found = schemas.problems(self._root, self._languages, loaded.files)
        return replace(loaded, problems=[*loaded.problems, *found])

    def _check(self) -> None:
        """Find all problems; where none is an error, the archive is shown from now on."""
        checked = check_loaded(self._root, self._loaded(), self._tags)
        self._keep_if_sound(checked)
        self.problems = in_order([*checked.problems, *self._dead_links(checked)])

    def _dead_links(self, loaded: Loaded) -> Iterator[Problem]:
        """Yield the links of the hand-written pages that lead to nothing, now that the records are these."""
        if not (self._sound and self.rendered and self._content):
            return
        yield from check_links.problems(self._root, self.rendered.site.url, self._tags, self._content, loaded.archive)
        made, found = Contents(self._root, self._sound, self.rendered, self._history), Links()
        for artifact in made.content_pages():
            for path, html in zip(artifact.paths, artifact.contents(), strict=True):
                found.note(path, html)
        broken = links.broken_ones(found.targets, made.content, made)
        yield from links.problems(self._root, self._content, self.rendered.templates, broken)

    def _keep_if_sound(self, loaded: Loaded) -> bool:
        is_sound = not any(problem.is_error for problem in loaded.problems)
        if is_sound:
            self._sound = loaded
        return is_sound

    def _refresh(self) -> None:
        """Put together what is sound now, and tell the browsers."""
        if self._sound and self.rendered:
            self._contents = Contents(self._root, self._sound, self.rendered, self._history)
            try:
                list(self._contents.content_pages())
            except UnknownSlot as unknown:
                self._failure = self._languages[0].for_contributors.text(
                    "there is no such slot: {slot}", slot=str(unknown)
                )
        with self._changes:
            self.version += 1
            self._changes.notify_all()

    def _made(self, path: str) -> bytes | None:
        return self._contents.content(path) if self._contents else None

    def _with_problems(self, html: str, path: str, version: int, failure: str = "") -> str:
        """Put into a page what is wrong, in its language, and what has it come again when something changes."""
        language = next((each for each in self._languages if path.startswith(f"{each.tag}/")), self._languages[0])
        spoken = language.for_contributors
        told = [failure, self._failure]
        if self.problems:
            told += [reports.notice(language), reports.as_text(self.problems, lines_of(self._root), spoken)]
        words = escape("\n\n".join(filter(None, told)))
        script = f'<script src="{_OWN}preview.js" data-version="{version}"></script>'
        on_top = (
            f'<link rel="stylesheet" href="{_OWN}preview.css">\n<pre class="ca-problems" lang="{spoken.tag}" '
            f'dir="{spoken.direction}" role="alert" tabindex="0">{words}</pre>'
        )
        return _BODY.sub(lambda body: f"{body[0]}\n{script}\n{on_top if words else ''}", html, count=1)

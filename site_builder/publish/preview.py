"""An archive as its readers will see it, while somebody works on it.

Nothing is built: a page is made when it is asked for. A record that was saved is read again, and with it the archive is
put together and checked anew: shown as soon as pages can be made of it, told of all its problems soon after. While no
pages can be made of it, they stay as they were.
"""

import mimetypes
import re
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from site_builder.check import SOUND, reports
from site_builder.check.validate import check_loaded
from site_builder.engine.project import Rendered
from site_builder.language.language import Language
from site_builder.model import urls
from site_builder.problems import Problem
from site_builder.publish.contents import Contents
from site_builder.publish.rendering import UnknownSlot
from site_builder.read import git, loader
from site_builder.read.cache import cache_file
from site_builder.read.files import FOLDER, lines_of
from site_builder.read.loader import Loaded
from site_builder.runtime import garbage
from site_builder.text.escaping import escape

_COURTESY = 0.3
"""Seconds for which the checks wait for a browser to get the page that changed: they would slow its answer."""
RELOADER = Path(__file__).parent / "preview.js"
_BARE = b'<!doctype html><meta charset="utf-8"><body>'
_BODY = re.compile(r"<body[^>]*>")


@dataclass(frozen=True, slots=True)
class Response:
    """An answer to a browser."""

    status: int
    media_type: str
    content: bytes


class Preview:
    """The archive below `root` as it is now; `version` counts its changes. Threads may share it."""

    def __init__(self, root: Path, languages: Sequence[Language]) -> None:
        self._root = root
        self._languages = languages
        self._tags = [language.tag for language in languages]
        self._changes = threading.Condition()
        self._answered = threading.Event()
        self._history = git.history(root)
        names, _ = loader.listed(root)
        self._reads = {result.file: result for result in loader.read_all(root, names, cache_file(root))}
        garbage.freeze()  # most of this stays
        self._rendered: Rendered | None = None
        self._contents: Contents | None = None
        self._sound: Loaded | None = None
        self._failure = ""
        self.problems: Sequence[Problem] = ()
        self.version = 0
        self._check()

    def read(self, changed: Iterable[str]) -> None:
        """Read record files again, by path from the root; those that are gone leave the archive.

        Pages are shown as soon as they can be made. The checks, which take longer than a reader likes to wait, come
        after, and browsers are told again only if they find something else than before.
        """
        before = {file: self._reads.pop(file, None) for file in changed}
        now = {file: loader.read_file(self._root, file) for file in before if (self._root / file).is_file()}
        self._reads |= now
        if now == before:
            return  # a program that saves a file may do it in several steps
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

    def show(self, rendered: Rendered) -> None:
        """Use new frames."""
        self._rendered = rendered
        self._languages = rendered.site.languages
        self._failure = ""
        self._refresh()

    def fail(self, reason: str) -> None:
        """Say on every page why there are no new frames."""
        self._failure = reason
        self._refresh()

    def wait(self, version: int, seconds: float) -> bool:
        """Wait for another version than this one; tell whether there is one."""
        with self._changes:
            return self._changes.wait_for(lambda: self.version != version, seconds)

    def answer(self, path: str) -> Response:
        """Make the file at a path of the site."""
        version = self.version
        name = f"{path}index.html" if not path or path.endswith("/") else path
        media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
        status, content = 200, self._content(name)
        if content is None:
            status, media_type, content = 404, "text/html", self._content(urls.NOT_FOUND) or _BARE
        if media_type == "text/html":
            content = self._with_problems(content.decode(), name, version).encode()
            self._answered.set()
        is_text = media_type.startswith("text/")
        return Response(status, f"{media_type}; charset=utf-8" if is_text else media_type, content)

    def _loaded(self) -> Loaded:
        """Put the archive together of what was read."""
        names, unexpected = loader.listed(self._root)
        unexpected = [each for each in unexpected if not Path(each.place.path).name.startswith(".")]  # an editor's own
        return loader.collect(names, unexpected, (self._reads[name] for name in names if name in self._reads))

    def _check(self) -> None:
        """Find all problems; where none is an error, the archive is shown from now on."""
        checked = check_loaded(self._root, self._loaded(), self._tags)
        self.problems = checked.problems
        self._keep_if_sound(checked)

    def _keep_if_sound(self, loaded: Loaded) -> bool:
        is_sound = not any(problem.is_error for problem in loaded.problems)
        if is_sound:
            self._sound = loaded
        return is_sound

    def _refresh(self) -> None:
        """Put together what is sound now, and tell the browsers."""
        if self._sound and self._rendered:
            self._contents = Contents(self._root, self._sound, self._rendered, self._history)
            try:
                list(self._contents.content_pages())
            except UnknownSlot as unknown:
                self._failure = self._languages[0].for_contributors.text(
                    "there is no such slot: {slot}", slot=str(unknown)
                )
        with self._changes:
            self.version += 1
            self._changes.notify_all()

    def _content(self, path: str) -> bytes | None:
        return self._contents.content(path) if self._contents else None

    def _with_problems(self, html: str, name: str, version: int) -> str:
        language = next((each for each in self._languages if name.startswith(f"{each.tag}/")), self._languages[0])
        told, spoken = self._failure, language.for_contributors
        if self.problems:
            report = reports.as_text(self.problems, lines_of(self._root), spoken)
            told = "\n\n".join(filter(None, [told, reports.notice(language), report]))
        on_top = (
            f'<pre class="ca-problems" lang="{spoken.tag}" dir="{spoken.direction}" role="alert">{escape(told)}</pre>'
            if told
            else ""
        )
        script = f'<script src="/-/{RELOADER.name}" data-version="{version}"></script>'
        return _BODY.sub(lambda body: f"{body[0]}\n{script}\n{on_top}", html, count=1)


def record_of(root: Path, path: Path) -> str | None:
    """The name of a record file by which an archive knows it, if this is one."""
    is_record = path.suffix == ".yml" and not path.name.startswith(".") and root / FOLDER in path.parents
    return path.relative_to(root).as_posix() if is_record else None

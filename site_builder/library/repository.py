"""The repository in which an archive is kept, and the addresses at which its host shows and changes files.

Where a page is changed follows from `edit_uri`, as in MkDocs. It names the branch; so the file of a record, its history
and the form for a new file are known too, on hosts that work as GitHub or GitLab do.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote, urlencode, urljoin, urlsplit

from site_builder.read.settings import CONTENT

_PAGES = f"{CONTENT}/"
_VIEW = re.compile(r"(?:-/)?(?:edit|blob|tree)/")
"""What stands before the branch in the address of a file."""
_LONGEST = 8000
"""Bytes of an address that GitHub still takes."""


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository at `url`; `pages` begins the addresses at which hand-written pages are changed, if that is known.

    Files go by their paths from the archive's root. What a host cannot do, or is not known to do, is None; all of it is
    where there is no repository, whose `url` is empty.
    """

    url: str
    pages: str

    def edit(self, file: str) -> str | None:
        """The address at which a file is changed."""
        if self.pages and file.startswith(_PAGES):
            return self.pages + quote(file.removeprefix(_PAGES))
        return self._root + quote(file) if self._root else None

    def history(self, file: str) -> str | None:
        """The address of all changes of a file."""
        return self._view("commits") + quote(file) if self._branch else None

    def version(self, file: str, revision: str) -> str | None:
        """The address of a file as it was in a commit; None where the archive may lie in a folder of its repository."""
        if not self.url or self._branch.count("/") > 1:  # the branch has a folder behind it, or a name with a slash
            return None
        return f"{self.url}/{'-/' if self._is_gitlab else ''}blob/{revision}/{quote(file)}"

    def new(self, folder: str, name: str, text: str) -> str | None:
        """The address of a form for a new file that is filled in already, which GitLab does not have."""
        if not self._branch or self._is_gitlab:
            return None
        filled_in = urlencode({"filename": name, "value": text}, quote_via=quote)
        address = f"{self._view('new')}{quote(folder)}?{filled_in}"
        return address if len(address) <= _LONGEST else None

    def report(self, file: str) -> str | None:
        """The address of a form for an error in a record, which names it."""
        id = PurePosixPath(file).stem
        if not self.url:
            return None
        if self._is_gitlab:
            return f"{self.url}/-/issues/new?{urlencode({'issue[title]': id})}"
        return self._issue("correct.yml", {"claim": id})

    def propose(self, answers: Mapping[str, str]) -> str | None:
        """The address of a form for a claim, in which some questions are answered already if it is not too long."""
        if not self.url or self._is_gitlab:
            return None
        address = self._issue("propose.yml", answers)
        return address if len(address) <= _LONGEST else self._issue("propose.yml", {})

    @property
    def advisories(self) -> str | None:
        """The address at which a weakness is told in private, where the host is known to have one."""
        return f"{self.url}/security/advisories/new" if _is_on_github(self.url) else None

    @property
    def _root(self) -> str:
        """What the addresses begin with at which files of the archive are changed."""
        return self.pages.removesuffix(_PAGES) if self.pages.endswith(f"/{_PAGES}") else ""

    @property
    def _branch(self) -> str:
        """The branch, and the folder of the archive if it has one in the repository: what follows a view's name."""
        inside = self._root.removeprefix(f"{self.url}/")
        view = _VIEW.match(inside)
        return inside[view.end() :] if view else ""

    @property
    def _is_gitlab(self) -> bool:
        return self.pages.startswith(f"{self.url}/-/") or _is_on_gitlab(self.url)

    def _issue(self, form: str, answers: Mapping[str, str]) -> str:
        return f"{self.url}/issues/new?{urlencode({'template': form, **answers}, quote_via=quote)}"

    def _view(self, name: str) -> str:
        return f"{self.url}/{'-/' if self._is_gitlab else ''}{name}/{self._branch}"


def repository(url: str, edit_uri: str | None) -> Repository:
    """Return the repository that `repo_url` and `edit_uri` name; with an empty `edit_uri` nothing is to be changed."""
    url = url.rstrip("/")
    uri = _usual(url) if edit_uri is None else edit_uri
    if not url or not uri:
        return Repository(url, "")
    return Repository(url, urljoin(url if uri[0] in "?#" else f"{url}/", uri).rstrip("/") + "/")


def _usual(url: str) -> str:
    """Return where a well-known host changes the pages of a repository."""
    if _is_on_github(url):
        return f"edit/main/{_PAGES}"
    return f"-/edit/main/{_PAGES}" if _is_on_gitlab(url) else ""


def _is_on_gitlab(url: str) -> bool:
    return "gitlab" in (urlsplit(url).hostname or "")


def _is_on_github(url: str) -> bool:
    return urlsplit(url).hostname == "github.com"

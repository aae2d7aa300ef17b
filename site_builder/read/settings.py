"""The settings of a site: what its `mkdocs.yml` says, as far as the generator needs it.

They are read alike for every command and every engine, so that none of these decides what a site is. A check needs no
MkDocs for it, which takes as long to be imported as a thousand records take to be read.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple
from urllib.parse import quote, urlsplit

import yaml

from site_builder.language.catalogs import FOLDER, Catalogs, UnknownLanguage
from site_builder.language.language import Language
from site_builder.model import licences
from site_builder.model.licences import LICENCES, Licence
from site_builder.problems import Place, Problem, message
from site_builder.problems.content import UnknownCards
from site_builder.problems.settings import UnknownLicence
from site_builder.read import appearance, material, mkdocs_yaml, own_theme, yaml_errors
from site_builder.read.appearance import WRITE_AN_ADDRESS, Appearance, OutsideLink
from site_builder.read.own_theme import OwnTheme
from site_builder.runtime.plain_files import is_file, is_folder

PLUGIN = "claims"
_CARDS, _LICENCE = "cards", "licence"
CONTENT = "content"
"""The folder of the pages that are written by hand."""
UNKNOWN_URL = "http://localhost:8000/"
"""The address of a site whose settings name none: that of its preview, which nobody else can reach."""
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|\Z")
_THEME = "material"


class Unusable(Exception):
    """There can be no site with these settings: `reason` is a message id, filled in by `values`."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason.format(**values))
        self.reason = reason
        self.values = {name: str(value) for name, value in values.items()}

    def text(self, language: Language) -> str:
        """Say why, in a language."""
        return language.text(self.reason, **self.values)


class Unreadable(Unusable):
    """There are no settings, since YAML cannot read them: a problem says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.kind.message, **problem.values)
        self._problem = problem

    def __str__(self) -> str:
        return f"{self._problem.place}: {super().__str__()}"

    def text(self, language: Language) -> str:
        """Say where and why, and what to do."""
        values = self.values | ({"what": language.text(self.values["what"])} if "what" in self.values else {})
        kind = self._problem.kind
        return f"{self._problem.place}: {language.text(kind.message, **values)}\n{language.text(kind.help, **values)}"


class Cards(StrEnum):
    """Which pages have a preview card of their own: with `CLAIMS` also those of claims."""

    CLAIMS = "claims"
    ENTITIES = "entities"
    NONE = "none"


class NavEntry(NamedTuple):
    """A page that `nav` lists, by its path below `content/`, with its title there if it has one."""

    path: str
    title: str
    place: Place


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a site.

    `languages` begin with the fallback, `url` ends in `/`, `nav` is None where the pages are listed by their names,
    `edit_uri` where the host of the repository tells it. `licence` is that of the records. `search` says that readers
    can search, which only `claims build --no-search` denies. `problems` tell of values that say nothing, in whose place
    the usual ones stand.
    """

    file: Path
    languages: tuple[Language, ...]
    url: str
    repository: str
    edit_uri: str | None
    site_dir: Path
    theme: Mapping[str, object]
    own_theme: OwnTheme
    appearance: Appearance
    nav: tuple[NavEntry | OutsideLink, ...] | None
    licence: Licence
    cards: Cards
    search: bool
    problems: tuple[Problem, ...]
    _node: mkdocs_yaml.Node = field(repr=False)

    @property
    def root(self) -> Path:
        """The archive's folder."""
        return self.file.parent

    def place(self, name: str) -> Place:
        """Return where a setting stands; the first line where it is not there."""
        found = mkdocs_yaml.value(self._node, name)
        return replace(mkdocs_yaml.place(found), length=1) if found else Place(self.file.name)

    @property
    def place_of_cards(self) -> Place:
        """Return where it is said which cards there are; that of the plugin where it is not."""
        found = mkdocs_yaml.option(self._node, PLUGIN, _CARDS) or mkdocs_yaml.plugins(self._node)[PLUGIN]
        return replace(mkdocs_yaml.place(found), length=1)

    @property
    def tags(self) -> list[str]:
        """The tags of the languages."""
        return [language.tag for language in self.languages]

    @property
    def sources(self) -> list[Path]:
        """The files and folders beside the records that the site is made of."""
        values = mkdocs_yaml.plain(self._node)
        listed = [each for name in ("hooks", "watch") for each in values.get(name) or () if isinstance(each, str)]
        own = self.theme.get("custom_dir")
        names = [CONTENT, FOLDER, *([str(own)] if own else []), *listed]
        return [*mkdocs_yaml.files(self._node), *(self.root / name for name in names)]

    def for_engine(self, ours: Mapping[str, object], without: Collection[str], extensions: Sequence[str] = ()) -> str:
        """Write the `mkdocs.yml` that an engine gets: the owner's with values of ours, and without some.

        `extensions` are added to those of Markdown.
        """
        return mkdocs_yaml.dump(self._node, ours, without, without_plugin=PLUGIN, extensions=extensions)


def read(file: Path) -> Settings:
    """Read a `mkdocs.yml`; `Unusable` if there can be no site with it."""
    node, values = _composed(file)
    _refuse_other_folder(file, values)
    options = _options(file, node)
    theme = values.get("theme")
    theme = theme if isinstance(theme, dict) else {"name": theme}
    folder, of_theme = _folder_of_theme(file.parent, node)
    looks, of_looks = appearance.read(node, file.parent, [CONTENT, *([folder] if folder else [])])
    own = own_theme.read(file.parent, folder, _place_of_theme(node), file.parent / CONTENT) if folder else OwnTheme()
    nav, of_nav = _nav(node)
    cards, of_cards = _cards(node, options)
    licence, of_licence = _licence(node, options)
    problems = [*material.problems(node), *_unfit(node, file.parent), *of_theme, *of_looks, *own.problems]
    problems += [*of_nav, *of_cards, *of_licence]
    return Settings(
        file=file,
        languages=_languages(options.get("languages", []), Catalogs(file.parent)),
        url=_url(node, str(values.get("site_url") or "")),
        repository=str(values.get("repo_url") or "").rstrip("/"),
        edit_uri=None if values.get("edit_uri") is None else str(values["edit_uri"]),
        site_dir=file.parent / str(values.get("site_dir") or "site"),
        theme=theme,
        own_theme=own,
        appearance=looks,
        nav=nav if values.get("nav") else None,
        licence=licence,
        cards=cards,
        search=True,
        problems=tuple(problems),
        _node=node,
    )


def _composed(file: Path) -> tuple[mkdocs_yaml.Node, dict[str, Any]]:
    """Return the settings of a file as nodes, which have places, and as values."""
    try:
        node = mkdocs_yaml.compose(file)
        return node, mkdocs_yaml.plain(node)
    except mkdocs_yaml.NoSettings as none:
        if isinstance(none.error, FileNotFoundError):
            raise Unusable(message("there is no file {file}"), file=none.file) from none
        if isinstance(none.error, yaml.MarkedYAMLError):
            text = none.file.read_text("utf-8", "replace")
            raise Unreadable(yaml_errors.explained(none.error, text, str(none.file))) from none
        if none.error:
            raise Unusable(message("{file}: {error}"), file=none.file, error=none.error) from none
        raise Unusable(message("{file}: there are no settings"), file=none.file) from none


def _url(node: mkdocs_yaml.Node, written: str) -> str:
    """Return the address of the site as it stands in its pages: encoded, and with the slash at its end.

    What would have to be guessed (the host, the scheme), or has no place in the address of a site, is refused.
    """
    if not written:
        return UNKNOWN_URL
    mark = mkdocs_yaml.mark(node, "site_url")
    at = f"{mark.name}:{mark.line + 1}:{mark.column + 1}" if mark else ""
    try:
        parts = urlsplit(written.strip())
        host, port = (parts.hostname or "").encode("idna").decode(), parts.port
    except ValueError:
        raise Unusable(message("{place}: {url} is not the address of a site"), place=at, url=written) from None
    if parts.scheme not in ("http", "https") or not host:
        reason = message("{place}: {url} is no whole address; begin it with https:// and the name of the host")
        raise Unusable(reason, place=at, url=written)
    if parts.username is not None or parts.password is not None:
        raise Unusable(
            message("{place}: take the name or password out of site_url: every page would show it"), place=at
        )
    if parts.query or parts.fragment:
        reason = message("{place}: {url} must end with the folder of the site; take away ? or # and all behind it")
        raise Unusable(reason, place=at, url=written)
    path = quote(parts.path.strip("/"), safe="/%:@!$&'()*+,;=~")
    return f"{parts.scheme}://{host}{f':{port}' if port else ''}/{f'{path}/' if path else ''}"


def _languages(tags: object, catalogs: Catalogs) -> tuple[Language, ...]:
    """Return the languages of what should be a list of tags; each must have a catalog."""
    there = ", ".join(catalogs.tags())
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        raise Unusable(message("languages: write a list of tags, such as [en, ko]"))
    if not tags:
        raise Unusable(message("languages: name at least one of {known}"), known=there)
    try:
        return tuple(Language(tag, catalogs) for tag in tags)
    except UnknownLanguage as unknown:
        reason = message(
            "languages: {tag} has no catalog; there are {known}. Yours would be locale/{tag}/LC_MESSAGES/claims.po"
        )
        raise Unusable(reason, tag=unknown, known=there) from None


def _options(file: Path, node: mkdocs_yaml.Node) -> Mapping[str, object]:
    """Return the options of the plugin."""
    plugins = mkdocs_yaml.plugins(node)
    if PLUGIN not in plugins:
        raise Unusable(message("{file}: the plugin `claims` is missing"), file=file)
    named = mkdocs_yaml.plain(plugins[PLUGIN])
    options = named[PLUGIN] if isinstance(named, dict) else None
    return options if isinstance(options, dict) else {}


def _cards(node: mkdocs_yaml.Node, options: Mapping[str, object]) -> tuple[Cards, tuple[Problem, ...]]:
    """Return which cards there are to be, and what is wrong with how that is said."""
    written, found = options.get(_CARDS), mkdocs_yaml.option(node, PLUGIN, _CARDS)
    if written is None or not found:
        return Cards.CLAIMS, ()
    if isinstance(written, str) and written in list(Cards):
        return Cards(written), ()
    typed = found.value if isinstance(found.value, str) else str(written)
    values = {"value": typed, "known": ", ".join(Cards)}
    return Cards.CLAIMS, (Problem(UnknownCards, mkdocs_yaml.place(found), values),)


def _licence(node: mkdocs_yaml.Node, options: Mapping[str, object]) -> tuple[Licence, tuple[Problem, ...]]:
    """Return the licence of the records, and what is wrong with how that is said."""
    written, found = options.get(_LICENCE), mkdocs_yaml.option(node, PLUGIN, _LICENCE)
    if written is None or not found:
        return licences.DEFAULT, ()
    if isinstance(written, str) and (licence := licences.known(written)):
        return licence, ()
    values = {"value": str(written), "known": ", ".join(each.id for each in LICENCES)}
    return licences.DEFAULT, (Problem(UnknownLicence, mkdocs_yaml.place(found), values),)


def _folder_of_theme(root: Path, node: mkdocs_yaml.Node) -> tuple[str, list[Problem]]:
    """Return the owner's folder of the theme, if there is one, all of which is published: it lies in the archive."""
    found = mkdocs_yaml.at(node, "theme", "custom_dir")
    written = mkdocs_yaml.plain(found) if found else None
    if not found or not written:
        return "", []
    path = PurePosixPath(str(written))
    is_inside = path.parts and not path.is_absolute() and ".." not in path.parts
    if is_inside and not is_folder(root / path):
        reason, advice = message("there is no such folder"), message("write the name of a folder beside mkdocs.yml")
        return "", [material.unfit(found, "theme.custom_dir", reason, advice)]
    if not is_inside or any((root / each).is_symlink() for each in (path, *path.parents[:-1])):
        reason = message("all that lies in it is published, so it must be a folder of the archive")
        return "", [material.unfit(found, "theme.custom_dir", reason, message("write a name such as overrides"))]
    return str(path), []


def _unfit(node: mkdocs_yaml.Node, root: Path) -> Iterator[Problem]:
    """Yield the values with which MkDocs would build no site, and of which it tells neither place nor way out."""
    theme = mkdocs_yaml.at(node, "theme")
    name = mkdocs_yaml.at(theme, "name") if isinstance(theme, mkdocs_yaml.Node) else theme
    if name and mkdocs_yaml.plain(name) not in (None, _THEME):
        reason = message("the pages use the stylesheet of Material")
        yield material.unfit(name, "theme.name", reason, message("write material"))
    repository = mkdocs_yaml.at(node, "repo_url")
    address = mkdocs_yaml.plain(repository) if repository else None
    if repository and address and not (appearance.is_outside(str(address)) and urlsplit(str(address)).hostname):
        yield material.unfit(repository, "repo_url", message("it is not the address of a site"), WRITE_AN_ADDRESS)
    for setting in ("extra_css", "nav"):
        found = mkdocs_yaml.at(node, setting)
        if found and not isinstance(found, yaml.SequenceNode) and mkdocs_yaml.plain(found) is not None:
            yield material.unfit(found, setting, message("it is no list"), message("begin every entry with a dash"))
    for hook in mkdocs_yaml.items(mkdocs_yaml.at(node, "hooks")):
        if not is_file(root / str(mkdocs_yaml.plain(hook))):
            advice = message("write the path of a file from the folder of mkdocs.yml")
            yield material.unfit(hook, "hooks", message("there is no such file"), advice)


def _place_of_theme(node: mkdocs_yaml.Node) -> Place:
    """Return where the owner's folder of the theme is named."""
    found = mkdocs_yaml.at(node, "theme", "custom_dir")
    return mkdocs_yaml.place(found or node)


def _refuse_other_folder(file: Path, values: Mapping[str, object]) -> None:
    """Refuse a folder of pages that would be read by MkDocs alone."""
    if values.get("docs_dir") != CONTENT:
        raise Unusable(message("{file}: write docs_dir: content, the folder of the hand-written pages"), file=file)


def _nav(node: mkdocs_yaml.Node) -> tuple[tuple[NavEntry | OutsideLink, ...], list[Problem]]:
    """Return the pages that `nav` lists, and its links to other sites; and what of it is neither."""
    listed = list[NavEntry | OutsideLink]()
    problems = []
    found = mkdocs_yaml.value(node, "nav")
    for entry, title in mkdocs_yaml.nav(found if found and mkdocs_yaml.plain(found) else None):
        if not _ELSEWHERE.match(entry.value):
            listed.append(NavEntry(entry.value, title, mkdocs_yaml.place(entry)))
        elif appearance.is_outside(entry.value):
            listed.append(OutsideLink(title or appearance.host(entry.value), entry.value))
        else:
            reason = message("it is neither a page of content/ nor an address of another site")
            problems.append(material.unfit(entry, "nav", reason, WRITE_AN_ADDRESS))
    return tuple(listed), problems

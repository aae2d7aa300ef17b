"""The catalogs of messages: gettext's, in `locale/`. The English text is the message id.

An archive may have catalogs of its own, beside its `mkdocs.yml`: for a language that ours do not have, where readers'
messages are enough, or for other words in one that they have.
"""

import io
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import NamedTuple

from babel import Locale, UnknownLocaleError
from babel.messages import Catalog as Messages
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from site_builder.language import po_file, search_table
from site_builder.language.po_file import PoFile
from site_builder.problems import Place, Problem
from site_builder.problems.catalogs import NotALanguage, Untranslated
from site_builder.problems.files import NotAFile
from site_builder.runtime.digest import Fingerprint, digest
from site_builder.runtime.plain_files import is_plain

SOURCE = "en"
"""The language of the message ids."""
FOLDER = "locale"
"""Where the catalogs are: in this package ours, beside `mkdocs.yml` an archive's own."""
LOCALE = Path(__file__).parent / FOLDER
DOMAIN = "claims"
TEMPLATE, FOR_READERS = LOCALE / f"{DOMAIN}.pot", LOCALE / "readers.pot"
"""All messages, and those of them that readers meet (see `readers.toml`), as `make messages` finds them."""


class UnknownLanguage(Exception):
    """A language that the site asks for has no catalog."""


class Catalog(NamedTuple):
    """The words of a language; `fingerprint` is that of the archive's own ones."""

    translations: NullTranslations
    is_for_contributors: bool
    fingerprint: Fingerprint


class Catalogs:
    """The catalogs at hand: ours, and those of the archive below `root`, whose words come first."""

    def __init__(self, root: Path | None = None) -> None:
        self._root = root
        self._files = _files(root / FOLDER) if root else {}
        self._own = {tag: file for name, file in self._files.items() if (tag := _tag(name))}

    def tags(self) -> list[str]:
        """The tags of the languages that have a catalog."""
        return sorted({SOURCE, *_shipped(), *self._own})

    def of(self, tag: str) -> Catalog:
        """Read the catalog of a language; `UnknownLanguage` if there is none."""
        if tag not in self.tags():
            raise UnknownLanguage(tag)
        is_shipped = tag == SOURCE or tag in _shipped()
        shipped = translations(tag) if is_shipped else NullTranslations()
        if tag not in self._own:
            return Catalog(shipped, True, "")
        own = self._read(tag)
        translated = own.translations()
        translated.add_fallback(shipped)
        return Catalog(translated, is_shipped or messages(TEMPLATE) <= own.translated, digest(own.data))

    def problems(self, tags: Iterable[str]) -> Iterator[Problem]:
        """Yield what is wrong with the archive's own catalogs, for a site in languages of these tags."""
        for name, file in self._files.items():
            if not _tag(name):
                yield Problem(NotALanguage, Place(self._path(file)), {"name": name})
        if self._root:
            yield from self._of_search(self._root)
        for tag, file in self._own.items():
            if not is_plain(file, _FOLDERS):
                yield Problem(NotAFile, Place(self._path(file)), {"name": file.name})
                continue
            own = self._read(tag)
            yield from own.problems
            if tag in tags and tag not in _shipped() and tag != SOURCE and own.is_whole:
                yield from self._untranslated(tag, own)

    def _of_search(self, root: Path) -> Iterator[Problem]:
        """Yield what is wrong with the archive's own words for search, which lie beside catalogs."""
        for file in sorted((root / FOLDER).glob(f"*/{search_table.FILE}")):
            if not _tag(file.parent.name):
                yield Problem(NotALanguage, Place(self._path(file)), {"name": file.parent.name})
            elif not is_plain(file, search_table.FOLDERS):
                yield Problem(NotAFile, Place(self._path(file)), {"name": file.name})
            else:
                yield from search_table.problems(file.parent, root)

    def _untranslated(self, tag: str, own: PoFile) -> Iterator[Problem]:
        """Messages for readers without a translation, in whose place they see English."""
        needed = messages(FOR_READERS)
        missing = sorted(needed - own.translated, key=lambda text: (text not in own.lines, own.lines.get(text), text))
        if missing:
            values = {"count": len(missing), "all": len(needed), "language": tag, "first": missing[0]}
            yield Problem(Untranslated, Place(self._path(self._own[tag]), own.lines.get(missing[0], 1)), values)

    def _read(self, tag: str) -> PoFile:
        file = self._own[tag]
        try:
            data = file.read_bytes() if is_plain(file, _FOLDERS) else b""
        except OSError:
            data = b""
        return po_file.read(data, tag, self._path(file))

    def _path(self, file: Path) -> str:
        return file.relative_to(self._root or LOCALE).as_posix()


class CatalogsToCome(Catalogs):
    """Those of an archive that is being made: a language without a catalog has one that says nothing yet."""

    def of(self, tag: str) -> Catalog:
        """Read the catalog of a language, or take an empty one."""
        return super().of(tag) if tag in self.tags() else Catalog(NullTranslations(), False, "")


def available() -> list[str]:
    """The tags of the languages that have a catalog of ours."""
    return Catalogs().tags()


def begun(tag: str) -> bytes:
    """Return a catalog of an archive's own for a language: every message for readers, without its words yet."""
    return po_file.written(_without_words(tag, messages(FOR_READERS)))


def completed(data: bytes, tag: str) -> bytes:
    """Return a catalog of an archive's own with the messages for readers that it lacks; as it is if it is broken."""
    own = po_file.read(data, tag, "")
    lacking = messages(FOR_READERS) - own.lines.keys()
    if not own.is_whole or not lacking:
        return data
    return data.rstrip() + b"\n\n" + po_file.entries(_without_words(tag, lacking))


def _without_words(tag: str, wanted: Collection[str]) -> Messages:
    """Return the messages for readers that are wanted, as a catalog of a language that has no words for them."""
    own = Messages(Locale.parse(tag, sep="-"))
    with FOR_READERS.open("rb") as file:
        for each in read_po(file):
            if each.id and po_file.key(each) in wanted:
                own.add(each.id, flags=each.flags)
    return own


def file_of(tag: str) -> str:
    """Return the path of an archive's own catalog for a language."""
    return f"{FOLDER}/{tag.replace('-', '_')}/LC_MESSAGES/{DOMAIN}.po"


@cache
def messages(template: Path) -> frozenset[str]:
    """The ids of the messages of a template; of a plural, its singular."""
    with template.open("rb") as file:
        return frozenset(po_file.key(message) for message in read_po(file) if message.id)


@cache
def translations(tag: str) -> NullTranslations:
    """Read a catalog of ours, once."""
    if tag == SOURCE:
        return NullTranslations()
    with _shipped()[tag].open("rb") as file:
        catalog = read_po(file, locale=tag.replace("-", "_"), domain=DOMAIN)
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return GNUTranslations(compiled)


def _shipped() -> Mapping[str, Path]:
    return {tag: file for name, file in _files(LOCALE).items() if (tag := _tag(name))}


_FOLDERS = 3
"""The folders that a catalog lies in: `locale/uk/LC_MESSAGES`."""


def _files(folder: Path) -> dict[str, Path]:
    """The catalogs of a folder by the names of theirs; whatever else lies there is passed over."""
    return {file.parts[-3]: file for file in sorted(folder.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))}


def _tag(name: str) -> str:
    """The tag of the language that a folder is named after, empty if it is none: that of `pt_BR` is `pt-BR`."""
    tag = name.replace("_", "-")
    try:
        Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        return ""
    return tag

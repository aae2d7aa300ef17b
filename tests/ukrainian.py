"""A small archive in English and Ukrainian, with a catalog of its own. Its words are no translation of anything."""

import re
from collections.abc import Callable
from pathlib import Path

from babel.messages.pofile import escape, read_po

from site_builder.check import schema_writer
from site_builder.language.catalogs import FOR_READERS
from site_builder.read import settings
from tests.records import ARCHIVE, SERIES_FILE, write

FILE = "locale/uk/LC_MESSAGES/claims.po"
HEADER = """\
msgid ""
msgstr ""
"Language: uk\\n"
"Plural-Forms: nplurals=3; plural=\
(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"
"""
SETTINGS = """\
site_name: Words
site_url: https://archive.example/
docs_dir: content
theme: {name: material, font: false}
plugins:
  - claims: {languages: [en, uk]}
markdown_extensions: [attr_list]
"""


def entry(id: str, *words: str, plural: str = "") -> str:
    """The lines of a message."""
    quoted = [escape(word) for word in (id, plural, *words)]
    if not plural:
        return f"\nmsgid {quoted[0]}\nmsgstr {quoted[2]}\n"
    forms = "".join(f"msgstr[{number}] {word}\n" for number, word in enumerate(quoted[2:]))
    return f"\nmsgid {quoted[0]}\nmsgid_plural {quoted[1]}\n{forms}"


def catalog(template: Path = FOR_READERS, translate: Callable[[str], str] = lambda id: f"укр {id}") -> str:
    """A catalog that has words for every message of a template."""
    text = HEADER
    with template.open("rb") as file:
        for message in read_po(file):
            if isinstance(message.id, str):
                text += entry(message.id, translate(message.id)) if message.id else ""
            else:
                one, other = message.id
                text += entry(one, *[f"{form} {translate(other)}" for form in ("одна", "дві", "багато")], plural=other)
    return text


def archive(root: Path, words: str | None = None) -> Path:
    """Write the archive below a folder, which is returned."""
    records = {}
    for file, text in ARCHIVE.items():
        text = text.replace("ko: {other: 명}", "uk: {one: особа, few: особи, many: осіб, other: особи}")
        text = re.sub(r"( +)ko:\n( +text: ).*", r"\1uk:\n\2близько 1200 людей", text)
        text = re.sub(r"^  ko: .*", "  uk: Слова", text, flags=re.MULTILINE)
        records[file] = re.sub(r"\bko: [^\n,}]*", "uk: Слова", text)
    del records[SERIES_FILE]  # no claim answers it
    pages = {f"content/{tag}/index.md": f"---\ntitle: {tag}\n---\n\n# {tag}\n" for tag in ("en", "uk")}
    write(root, {**records, **pages, "mkdocs.yml": SETTINGS, FILE: catalog() if words is None else words})
    schema_writer.write(root, settings.read(root / "mkdocs.yml").languages)
    return root

"""The files of an archive, as plain data: path → bytes. They follow from its owner's choices and from the generator."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from site_builder.check import schema_writer
from site_builder.github import forms, hosting
from site_builder.language import catalogs
from site_builder.language.catalogs import SOURCE, Catalogs, CatalogsToCome
from site_builder.language.language import Language
from site_builder.model.records import FORMS, schema_file
from site_builder.problems import message
from site_builder.read.settings import CONTENT, UNKNOWN_URL
from site_builder.start import sample
from site_builder.start.choices import Choices
from site_builder.start.generator import PACKAGE, Generator
from site_builder.start.templates import filled
from site_builder.text.escaping import in_markdown
from site_builder.text.quoting import quoted

Files = Mapping[str, bytes]
_HERE = Path(__file__).parent
_HOME, _TEMPLATE = "index.md", ".template"
_NO_TEXT = frozenset(["no", "on", "yes", "off"])
"""Words that other readers of YAML take for true or false; one of them is a language."""
_INSTALLING = message("Installing what the archive needs")
_CANNOT_MAKE = message(
    "$$bare cannot make a virtual environment. On Debian or Ubuntu: apt install python3-venv, then try again."
)
_NO_PYTHON = message("No Python 3.11 or newer was found. Install one, or name yours: make site PYTHON=…")


def files(choices: Choices, generator: Generator, known: Catalogs | None = None) -> Files:
    """Return all files of an archive but the memory of them, in order; `known` are the catalogs that it has."""
    languages = [Language(tag, known or CatalogsToCome()) for tag in choices.languages]
    values = _values(choices, generator)
    made: dict[str, bytes] = {}
    for path, text in _texts(choices, generator, values, languages):
        made[path] = text.encode()
    for path, data in (*_copies(choices), *generator.files.items(), *_catalogs(languages)):
        made[path] = data
    return dict(sorted(made.items()))


def guides(languages: Sequence[str]) -> list[str]:
    """Return the languages that an archive in these languages has its guides in: English, and those that we write."""
    return [SOURCE, *(tag for tag in languages if tag != SOURCE and (_HERE / "guides" / tag).is_dir())]


def untranslated_messages(languages: Sequence[str]) -> list[str]:
    """Return those languages whose readers see English messages for now."""
    return [tag for tag in languages if tag not in catalogs.available()]


def pages() -> list[str]:
    """Return the hand-written pages that hold for any archive, by their paths below `content/<language>/`."""
    return _below(_pages(SOURCE))


def page(path: str, example: str = sample.CLAIM) -> str:
    """Return a hand-written page that holds for any archive, by its path below `content/`."""
    tag, _, name = path.partition("/")
    found = _pages(tag) if _pages(tag).is_dir() else _pages(SOURCE)
    return filled(_read(found / name), {"example": example})


def guide(tag: str, name: str, choices: Choices, generator: Generator) -> str:
    """Return a guide in a language; its file is named after its language, unless that is English."""
    others = {each: Language(each).name for each in guides(choices.languages) if each != tag}
    links = " · ".join(f"[{called}]({_guide_file(each, name)})" for each, called in others.items())
    return filled(_read(_HERE / "guides" / tag / name), {**_values(choices, generator), "others": links})


def _texts(
    choices: Choices, generator: Generator, values: Mapping[str, str], languages: Sequence[Language]
) -> Iterator[tuple[str, str]]:
    templates = _HERE / "templates"
    for name in _below(templates):
        path = name.removesuffix(_TEMPLATE)
        if path != _HOME:
            yield path, filled(_read(templates / name), values)
    for tag in guides(choices.languages):
        for name in _below(_HERE / "guides" / tag):
            yield _guide_file(tag, name), guide(tag, name, choices, generator)
    for language in languages:
        tag = language.tag
        yield f"{CONTENT}/{tag}/{_HOME}", filled(_read(templates / f"{_HOME}{_TEMPLATE}"), _of_home(choices, language))
        for name in pages():
            yield f"{CONTENT}/{tag}/{name}", page(f"{tag}/{name}")
    yield "requirements.txt", generator.requirements
    yield from forms.files(languages, choices.repository.partition("/")[0]).items()
    if choices.has_sample and not sample.lacking(choices.languages):
        yield from sample.records(choices.languages).items()


def _copies(choices: Choices) -> Iterator[tuple[str, bytes]]:
    """Yield what every archive has as it is; of a text in several languages, those of its guides."""
    spoken = guides(choices.languages)
    for path in _below(_HERE / "files"):
        translation = re.fullmatch(r".*/README\.(\w+)\.md", path)
        if translation and translation[1] not in spoken:
            continue
        data = (_HERE / "files" / path).read_bytes()
        yield path, _without_links(data, spoken) if path.endswith("/README.md") else data


def _without_links(data: bytes, spoken: Sequence[str]) -> bytes:
    """Leave out the links that a document has to translations of it that are not there."""
    link = re.compile(r"^\[[^\]]*\]\(README\.(\w+)\.md\)\n\n", re.MULTILINE)
    return link.sub(lambda found: found[0] if found[1] in spoken else "", data.decode()).encode()


def _catalogs(languages: Sequence[Language]) -> Iterator[tuple[str, bytes]]:
    """Yield the catalogs of languages that ours are not for, and the schemas, which speak all languages."""
    for tag in untranslated_messages([language.tag for language in languages]):
        yield catalogs.file_of(tag), catalogs.begun(tag)
    for kind in FORMS:
        yield schema_file(kind), schema_writer.schema(kind, languages).encode()


def _values(choices: Choices, generator: Generator) -> Mapping[str, str]:
    """Return what is filled in anywhere; each name says what for."""
    spoken = [Language(tag) for tag in guides(choices.languages)]
    source = ", ".join(f"{key} = {quoted(value)}" for key, value in generator.source.items())
    return {
        **_of_licence(choices),
        "name_in_yaml": quoted(choices.name),
        "name_in_markdown": in_markdown(choices.name),
        "authors_in_yaml": quoted(f"{choices.name} contributors"),
        "languages": ", ".join(quoted(tag) if tag in _NO_TEXT else tag for tag in choices.languages),
        "site_url": quoted(hosting.usual_address(choices.repository) if choices.repository else UNKNOWN_URL),
        "repo_url": quoted(f"https://github.com/{choices.repository}" if choices.repository else ""),
        "repository": choices.repository,
        "sample": "yes" if choices.has_sample and not sample.lacking(choices.languages) else "",
        "version_specifier": f"=={generator.version}",
        "uv_source": f"{{ {source} }}" if source else "",
        "bundled": "yes" if source else "",
        "vendor": generator.source.get("path", ""),
        "addressed": generator.source.get("url", ""),
        "indexed": "" if source else "yes",
        "package": PACKAGE,
        "installing": " · ".join(each.text(_INSTALLING) for each in spoken),
        "cannot_make_environment": _echoed(_CANNOT_MAKE, spoken),
        "no_python": _echoed(_NO_PYTHON, spoken),
    }


def _of_licence(choices: Choices) -> Mapping[str, str]:
    licence = choices.licence
    return {
        "licence": f"[{licence.short_name}]({licence.url})",
        "licence_in_full": f"[{licence.name}]({licence.url}) ({licence.short_name})",
        "licence_short": licence.short_name,
        "licence_id": licence.id,
    }


def _of_home(choices: Choices, language: Language) -> Mapping[str, str]:
    name = choices.names[language.tag]
    return {
        "name_in_yaml": quoted(name),
        "name_in_markdown": in_markdown(name),
        "newest": language.text("New claims"),
        "questions": language.text("Questions"),
        "by_name": language.text("By person or topic"),
        "by_date": language.text("By date"),
    }


def _echoed(text: str, spoken: Sequence[Language]) -> str:
    """Return lines of a shell in a Makefile that say a text in each language."""
    return "\n".join(f'\t  echo "{each.text(text)}"; \\' for each in spoken)


def _guide_file(tag: str, name: str) -> str:
    stem, _, ending = name.rpartition(".")
    return name if tag == SOURCE else f"{stem}.{tag}.{ending}"


def _pages(tag: str) -> Path:
    return _HERE / "pages" / tag


def _below(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _read(path: Path) -> str:
    return path.read_text("utf-8")

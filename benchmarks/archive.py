"""Writes an invented archive of any size: valid records, realistic in shape, the same for the same seed."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks import invented
from benchmarks.claims import Claims
from benchmarks.invented import Name, Question, quoted
from site_builder.check import schema_writer
from site_builder.read import settings

REPOSITORY = Path(__file__).resolve().parent.parent
SAMPLE = REPOSITORY / "tests" / "sample" / "archive"
"""The invented archive whose settings and hand-written pages the others have too."""
WHOLES = {"place": "country", "outlet": "country", "group": "organization"}
"""The kind of entity that an entity of a kind can be part of."""


def write_archive(root: Path, claims: int, seed: int = 1) -> None:
    """Fill `root` with that many claims and all they need, ready for `claims build`."""
    rng = random.Random(seed)
    entities = invented.names(rng, min(300, claims // 5 + 20) if claims else 0)
    records = root / "claims"
    _write("entity", ((records / "entities" / name.id, _entity(rng, name, entities)) for name in entities))
    _write("series", ((records / "series" / question.id, _series(question)) for question in invented.QUESTIONS))
    _write("claim", ((records / id[:4] / id, text) for id, text in Claims(rng, entities).records(claims)))
    copy_site(root)


def copy_site(root: Path) -> None:
    """Bring settings and hand-written pages, and the schemas that the records name."""
    shutil.copytree(SAMPLE / "content", root / "content", dirs_exist_ok=True)
    shutil.copyfile(SAMPLE / "mkdocs.yml", root / "mkdocs.yml")
    schema_writer.write(root, settings.read(root / "mkdocs.yml").languages)


def middle_claim(root: Path) -> Path:
    """The record of the claim in the middle of the archive."""
    paths = sorted(root.glob("claims/[0-9]*/*.yml"))
    return paths[len(paths) // 2]


def edit_one(root: Path) -> None:
    """Change the title of the claim in the middle of the archive, as a contributor would."""
    if any(root.glob("claims/[0-9]*/*.yml")):
        path = middle_claim(root)
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace('  en: "', '  en: "Again: ', 1), encoding="utf-8")


def _write(kind: str, records: Iterable[tuple[Path, str]]) -> None:
    modeline = f"# yaml-language-server: $schema=../schema/{kind}.schema.json\n"
    for path, text in records:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.with_suffix(".yml").write_text(modeline + text, encoding="utf-8")


def _entity(rng: random.Random, name: Name, entities: Sequence[Name]) -> str:
    text = f"kind: {name.kind}\n" + name.full.record("name")
    if name.kind in ("organization", "group") and rng.random() < 0.6:
        text += name.stem.record("short")
    if rng.random() < 0.3:
        text += f"aliases: [{quoted(f'{name.stem.en}-{name.kind}')}, {quoted(f'{name.stem.ko} 측')}]\n"
    if rng.random() < 0.6:
        text += invented.DESCRIPTIONS[name.kind].fill(place=rng.choice(entities).stem).record("description")
    wholes = [other.id for other in entities if other.kind == WHOLES.get(name.kind)]
    if wholes and rng.random() < 0.7:
        text += f"part_of: {rng.choice(wholes)}\n"
    return text


def _series(question: Question) -> str:
    text = question.ask.record("question")
    text += f"unit:\n  en:\n    one: {question.one}\n    other: {question.other.en}\n"
    text += f"  ko:\n    other: {question.other.ko}\n"
    return text + (f"part_of: {question.part_of}\n" if question.part_of else "")

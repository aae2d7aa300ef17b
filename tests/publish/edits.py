"""Edits that editors, engines and accidents make to an archive, chosen at random; none of them is an error."""

import random
import re
import shutil
from collections.abc import Callable, Iterator, MutableMapping, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from tests import repository

LANGUAGES = ("en", "ko")
_HEDGES = ("exact", "about", "nearly", "more-than", "at-least", "at-most")
_PUBLISHERS = ("outlet", "organization")
_SPEAKERS = (*_PUBLISHERS, "person", "country", "group")
_THINGS = ("place", "event", "topic", "equipment")
_LINKS = ("revises", "disputes", "repeats")


class Archive:
    """An archive below `root` that changes at random."""

    def __init__(self, root: Path, rng: random.Random) -> None:
        self.root = root
        self.rng = rng
        self._today = date(2031, 5, 1)
        self._count = 0

    @property
    def claims(self) -> list[Path]:
        """The files of all claims."""
        return sorted(self.root.glob("claims/[0-9]*/*.yml"))

    @property
    def entities(self) -> list[Path]:
        """The files of all entities."""
        return sorted(self.root.glob("claims/entities/*.yml"))

    @property
    def series(self) -> list[Path]:
        """The files of all series."""
        return sorted(self.root.glob("claims/series/*.yml"))

    def word(self, letters: str = "abcdefghij") -> str:
        """A word that stands nowhere yet."""
        self._count += 1
        return "".join(letters[int(digit)] for digit in str(10_000 * self._count + self.rng.randrange(10_000)))

    def words(self, end: str = "") -> dict[str, str]:
        """A text in every language."""
        return {"en": self.word() + end, "ko": self.word("가나다라마바사아자차") + end}

    def number(self) -> str:
        """A count, small ones as likely as large ones."""
        return str(self.rng.randrange(10 ** self.rng.randrange(1, 6)))

    def entity(self, kinds: Sequence[str] = (*_SPEAKERS, *_THINGS)) -> str:
        """The id of some entity of one of these kinds."""
        return self.rng.choice([file for file in self.entities if _kind(file) in kinds]).stem

    @contextmanager
    def record(self, file: Path) -> Iterator[MutableMapping[str, Any]]:
        """The values of a record, to be changed."""
        values = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
        yield values
        whole = {key: value for key, value in values.items() if value or value == 0}
        file.write_text(yaml.safe_dump(whole, allow_unicode=True, sort_keys=False), "utf-8")

    def commit(self) -> None:
        """Put what there is into the history, some days after what was put there before."""
        self._today += timedelta(self.rng.randrange(1, 40))
        repository.commit(self.root, self._today.isoformat())


Edit = Callable[[Archive], None]


def a_title(archive: Archive) -> None:
    with archive.record(archive.rng.choice(archive.claims)) as claim:
        claim["title"][archive.rng.choice(LANGUAGES)] += f" {archive.word()}"


def a_quote(archive: Archive) -> None:
    with archive.record(archive.rng.choice(archive.claims)) as claim:
        claim["quotes"][archive.rng.choice(LANGUAGES)]["text"] += f" {archive.word()}"


def an_article(archive: Archive) -> None:
    outlets = [file.stem for file in archive.entities if _kind(file) == "outlet"]
    with archive.record(archive.rng.choice(archive.claims)) as claim:
        sources = [quote["source"] for quote in claim["quotes"].values() if "source" in quote]
        source = archive.rng.choice([*sources, *claim.get("reports", [])])
        source |= {"publisher": archive.rng.choice(outlets), "title": archive.word()}


def a_report(archive: Archive) -> None:
    with archive.record(archive.rng.choice(archive.claims)) as claim:
        report = {"url": f"https://example.org/{archive.word()}", "publisher": archive.entity(_PUBLISHERS)}
        claim["reports"] = [] if len(claim.get("reports", [])) > 1 else [*claim.get("reports", []), report]


def notes(archive: Archive) -> None:
    with archive.record(archive.rng.choice(archive.claims)) as claim:
        claim["notes"] = {} if claim.get("notes") else archive.words()


def a_doubtful_day(archive: Archive) -> None:
    with archive.record(archive.rng.choice(archive.claims)) as claim:
        said = claim["said"]
        claim["said"] = said.removesuffix("~") if said.endswith("~") else f"{said.split('/')[0]}~"


def a_claimant(archive: Archive) -> None:
    with archive.record(archive.rng.choice(_unnamed(archive.claims))) as claim:
        claim["claimant"] = archive.entity(_SPEAKERS)
        claim["relayed_by"] = [id for id in claim.get("relayed_by", []) if id != claim["claimant"]]
        for link in _LINKS:
            claim.pop(link, None)


def who_is_named(archive: Archive) -> None:
    with archive.record(archive.rng.choice(archive.claims)) as claim:
        some = [file for file in archive.rng.sample(archive.entities, 3) if file.stem != claim["claimant"]]
        key = archive.rng.choice(["about", "relayed_by"])
        claim[key] = [file.stem for file in some if key == "about" or _kind(file) in _SPEAKERS]


def a_number(archive: Archive) -> None:
    with archive.record(archive.rng.choice(archive.claims)) as claim:
        figure: dict[str, Any] = {
            "series": archive.rng.choice(archive.series).stem,
            "hedge": archive.rng.choice(_HEDGES),
        }
        low, high = sorted([archive.number(), f"9{archive.number()}"], key=int)
        figure |= archive.rng.choice([{"value": low}, {"min": low, "max": high} if low != high else {"value": low}])
        if "min" in figure:
            figure["hedge"] = "about"
        figure["basis"] = archive.words()  # no words of the quote carry it
        claim["figures"] = [] if len(claim.get("figures", [])) > 1 else [figure]
        claim.pop("repeats", None)


def a_link(archive: Archive) -> None:
    files = [file for file in archive.claims if "withdrawn:" not in file.read_text("utf-8")]
    earlier, file = min((a, b) for a in files for b in archive.rng.sample(files, 5) if a.stem[:10] < b.stem[:10])
    with archive.record(earlier) as other, archive.record(file) as claim:
        for link in _LINKS:
            claim.pop(link, None)
        is_own = other["claimant"] == claim["claimant"]
        claim["revises" if is_own else archive.rng.choice(["disputes", "repeats"])] = [earlier.stem]


def a_correction(archive: Archive) -> None:
    with archive.record(archive.rng.choice(archive.claims)) as claim:
        note = {"on": "2031-05-01", "kind": "typo", "note": archive.words()}
        claim["corrections"] = [*claim.get("corrections", []), note]


def a_withdrawal(archive: Archive) -> None:
    with archive.record(archive.rng.choice(archive.claims)) as claim:
        claim["withdrawn"] = {} if claim.get("withdrawn") else {"on": "2031-05-01", "reason": archive.words()}


def a_new_claim(archive: Archive) -> None:
    file = archive.rng.choice(archive.claims)
    new = file.with_name(f"{file.stem}-{archive.word()}.yml")
    shutil.copy(file, new)
    with archive.record(new) as claim:
        for link in _LINKS:
            claim.pop(link, None)
        for quote in claim["quotes"].values():
            quote["text"] += f" {archive.word()}"


def a_claim_gone(archive: Archive) -> None:
    gone = archive.rng.choice(archive.claims)
    gone.unlink()
    for file in [file for file in archive.claims if gone.stem in file.read_text("utf-8")]:
        with archive.record(file) as claim:
            for link in _LINKS:
                claim[link] = [id for id in claim.get(link, []) if id != gone.stem]


def a_name(archive: Archive) -> None:
    """Most often of somebody who said something: of others little is shown."""
    with archive.record(archive.rng.choice(archive.claims)) as claim:
        id = archive.rng.choice([claim["claimant"], claim["claimant"], archive.entity()])
    with archive.record(archive.root / f"claims/entities/{id}.yml") as entity:
        for names in filter(None, (entity["name"], entity.get("short"))):
            names[archive.rng.choice(LANGUAGES)] += f" {archive.word()}"


def a_description(archive: Archive) -> None:
    with archive.record(archive.rng.choice(archive.entities)) as entity:
        entity["description"] = archive.words()
        entity["aliases"] = [archive.word()]


def a_kind(archive: Archive) -> None:
    with archive.record(archive.rng.choice(archive.entities)) as entity:
        if entity["kind"] in _THINGS:  # who speaks or publishes cannot become one
            entity["kind"] = archive.rng.choice(_THINGS)


def a_whole(archive: Archive) -> None:
    file = archive.rng.choice(_unnamed(archive.entities))
    with archive.record(file) as part:
        wholes = [each.stem for each in archive.entities if each != file and "part_of" not in each.read_text("utf-8")]
        part["part_of"] = "" if part.get("part_of") else archive.rng.choice(wholes)


def a_new_entity(archive: Archive) -> None:
    file = archive.root / f"claims/entities/new-{archive.word()}.yml"
    file.write_text(
        yaml.safe_dump({"kind": archive.rng.choice((*_SPEAKERS, *_THINGS)), "name": archive.words()}), "utf-8"
    )


def a_question(archive: Archive) -> None:
    with archive.record(archive.rng.choice(archive.series)) as series:
        series["question"][archive.rng.choice(LANGUAGES)] += f" {archive.word()}?"


def a_unit(archive: Archive) -> None:
    with archive.record(archive.rng.choice(archive.series)) as series:
        series["unit"][archive.rng.choice(LANGUAGES)]["other"] += f" {archive.word()}"


def a_new_question(archive: Archive) -> None:
    file = archive.rng.choice(archive.series)
    new = file.with_name(f"{file.stem}-{archive.word()}.yml")
    shutil.copy(file, new)
    with archive.record(new) as series:
        series["question"] = archive.words("?")
        series["part_of"] = file.stem


def a_merged_entity(archive: Archive) -> None:
    """Somebody has two records, and some claims name the one that leads on."""
    target = archive.entity(_SPEAKERS)
    old = archive.root / f"claims/entities/old-{archive.word()}.yml"
    shutil.copy(archive.root / f"claims/entities/{target}.yml", old)
    with archive.record(old) as entity:
        entity.update(name=archive.words(), aliases=[archive.word()], part_of="", merged_into=target)
    _rename(archive, target, old.stem)


def a_merged_question(archive: Archive) -> None:
    """A question has two records, and some claims name the one that leads on."""
    target = archive.rng.choice(archive.series).stem
    old = archive.root / f"claims/series/old-{archive.word()}.yml"
    shutil.copy(archive.root / f"claims/series/{target}.yml", old)
    with archive.record(old) as series:
        series.update(question=archive.words("?"), part_of="", sum_of=[], merged_into=target)
    _rename(archive, target, old.stem)


def _rename(archive: Archive, id: str, other: str) -> None:
    """Let some of the claims that name a record name another one."""
    named = [file for file in archive.claims if re.search(rf"(?<=[ ]){id}$", file.read_text("utf-8"), re.MULTILINE)]
    for file in archive.rng.sample(named, len(named) // 2 + len(named) % 2):
        file.write_text(re.sub(rf"(?<=[ ]){id}$", other, file.read_text("utf-8"), flags=re.MULTILINE), "utf-8")


def where_something_leads(archive: Archive) -> None:
    """What was merged leads elsewhere, with its names alone."""
    if not any("merged_into" in file.read_text("utf-8") for file in archive.entities):
        a_merged_entity(archive)
    file = archive.rng.choice([each for each in archive.entities if "merged_into" in each.read_text("utf-8")])
    others = [each for each in archive.entities if "merged_into" not in each.read_text("utf-8")]
    with archive.record(file) as entity:
        before = entity["merged_into"]
        others = [each for each in others if _kind(each) == entity["kind"] and each.stem != before]
        entity["merged_into"] = archive.rng.choice(others).stem
    for naming in (*archive.claims, *archive.entities):
        naming.write_text(re.sub(rf"\b{file.stem}\b", before, naming.read_text("utf-8")), "utf-8")


def a_commit(archive: Archive) -> None:
    archive.commit()


def a_hand_written_page(archive: Archive) -> None:
    for tag in LANGUAGES:
        with (archive.root / f"content/{tag}/about.md").open("a", encoding="utf-8") as file:
            file.write(f"\n{archive.word()}\n")


def a_new_hand_written_page(archive: Archive) -> None:
    name, text = archive.word(), f"# {archive.word()}\n\n<!-- slot:questions -->\n"
    for tag in LANGUAGES:
        (archive.root / f"content/{tag}/{name}.md").write_text(text, "utf-8")


def a_hand_written_page_gone(archive: Archive) -> None:
    """With all links to it."""
    for tag in LANGUAGES:
        (archive.root / f"content/{tag}/data.md").unlink()
        for page in (archive.root / f"content/{tag}").rglob("*.md"):
            page.write_text(re.sub(r"\[([^]]*)\]\((?:\.\./)*data\.md[^)]*\)", r"\1", page.read_text("utf-8")), "utf-8")


def no_page_about_quotes(archive: Archive) -> None:
    """With all links to it; those of quotes go by themselves."""
    for tag in LANGUAGES:
        (archive.root / f"content/{tag}/about/quotes.md").unlink()
        for page in (archive.root / f"content/{tag}").rglob("*.md"):
            page.write_text(re.sub(r"\[([^]]*)\]\(about/quotes\.md[^)]*\)", r"\1", page.read_text("utf-8")), "utf-8")


def the_sites_address(archive: Archive) -> None:
    _settle(archive, "site_url", f"https://{archive.word()}.example/")


def the_repositorys_address(archive: Archive) -> None:
    _settle(archive, "repo_url", f"https://{archive.word()}.example/")


def _settle(archive: Archive, key: str, value: str) -> None:
    """Change a setting of the site."""
    file = archive.root / "mkdocs.yml"
    file.write_text(re.sub(f"^{key}:.*", f"{key}: {value}", file.read_text("utf-8"), flags=re.MULTILINE), "utf-8")


def _kind(file: Path) -> str:
    match = re.search(r"^kind: (\w+)", file.read_text("utf-8"), re.MULTILINE)
    return match[1] if match else ""


def _unnamed(files: list[Path]) -> list[Path]:
    """The records that no other one of their kind names."""
    texts = {file: file.read_text("utf-8") for file in files}
    return [file for file in files if not any(file.stem in text for other, text in texts.items() if other != file)]


EDITS: tuple[Edit, ...] = (
    a_title,
    a_quote,
    an_article,
    a_report,
    notes,
    a_doubtful_day,
    a_claimant,
    who_is_named,
    a_number,
    a_link,
    a_correction,
    a_withdrawal,
    a_new_claim,
    a_claim_gone,
    a_name,
    a_description,
    a_kind,
    a_whole,
    a_new_entity,
    a_question,
    a_unit,
    a_new_question,
    *[a_merged_entity] * 2,
    a_merged_question,
    where_something_leads,
    *[a_commit] * 3,
    a_hand_written_page,
    a_new_hand_written_page,
    a_hand_written_page_gone,
    no_page_about_quotes,
    the_sites_address,
    the_repositorys_address,
)

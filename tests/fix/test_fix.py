import random
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_builder.fix import mend, order
from site_builder.read import files, yaml_tree
from site_builder.text.quoting import quoted
from tests import sample
from tests.records import ARCHIVE, CLAIM, CLAIM_FILE, ENTITY, ENTITY_FILE, SERIES, SERIES_FILE, changed, titled

WHOLE = """\
title: {en: Storm, ko: 폭풍}
said: 2031-03-14
claimant: harbour-authority
relayed_by: [orla-venn]
about: [port-avel, march-storm]
quotes:
  en:
    text: |
      about 40 ships are held
      # and 8 are damaged
    origin: source
    source:
      url: https://example.org/news
      publisher: avel-post
      title: "Storm: 40 ships held"
      accessed: 2031-03-15
  ko:
    text: >-
      선박 약 40척의 출항이
      금지됐다
    origin: translation
    from: en
    method: human
    by: Archive contributors
    reviewed: true
reports:
  - url: https://example.net/radio
    publisher: avel-radio
    published: 2031-03-14
figures:
  - series: ships-held
    value: 40
    hedge: about
    as_of: 2031-03-13
  - {series: ships-damaged, min: 8, max: 12, hedge: exact}
notes:
  en: facts
  ko: 사실
corrections:
  - on: 2031-03-20
    kind: typo
    note: {en: The quote., ko: 인용문.}
"""
RECORDS = sorted(sample.ARCHIVE.glob("claims/*/*.yml"))


def mended(text: str, file: str = CLAIM_FILE) -> tuple[str, tuple[str, ...]]:
    """A mended text and what was changed; to mend it again changes nothing."""
    result = mend(text.encode(), file)
    assert not result.left
    assert mend(result.data, file).changes == ()
    return result.data.decode(), result.changes


def left(data: str | bytes, file: str = CLAIM_FILE) -> str:
    """Why a file is left as it is."""
    data = data.encode() if isinstance(data, str) else data
    result = mend(data, file)
    assert result.data == data
    assert result.changes == ()
    return result.left


def said(text: str) -> object:
    root, problems = yaml_tree.parse(text, CLAIM_FILE)
    assert root is not None
    assert not problems
    return yaml_tree.data(root)


@pytest.mark.parametrize("text", [CLAIM, WHOLE])
def test_a_tidy_record_stays_as_it_is(text: str) -> None:
    assert mended(text) == (text, ())


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.name)
def test_tidy_records_of_an_archive_stay_as_they_are(path: Path) -> None:
    assert mend(path.read_bytes(), path.relative_to(sample.ARCHIVE).as_posix()).changes == ()


@pytest.mark.parametrize(
    ("data", "changes"),
    [
        (b"\xef\xbb\xbf" + CLAIM.encode(), ("byte order mark",)),
        (CLAIM.replace("\n", "\r\n").encode(), ("line ends",)),
        (CLAIM.replace("\n", "\r\n", 1).encode(), ("line ends",)),
        (unicodedata.normalize("NFD", CLAIM).encode(), ("composed characters (NFC)",)),
        (CLAIM.replace("\n", " \t \n").encode(), ("trailing spaces",)),
        (CLAIM[:-1].encode(), ("end of file",)),
        (f"{CLAIM}\n\n".encode(), ("end of file",)),
        (CLAIM.replace("  ", "\t").encode(), ("indentation",)),
        (("\ufeff" + unicodedata.normalize("NFD", CLAIM).replace("\n", " \r\n")).encode(), None),
    ],
)
def test_the_form_of_a_file_is_mended(data: bytes, changes: tuple[str, ...] | None) -> None:
    result = mend(data, CLAIM_FILE)
    assert result.data.decode() == CLAIM
    assert changes is None or result.changes == changes
    assert not mend(result.data, CLAIM_FILE).changes


@pytest.mark.parametrize(
    "value",
    [
        "Minister: we will",
        "Minister: we: will",
        "we will:",
        "@office says",
        "`code`",
        "% of ships",
        "*bold* words",
        "&c. and more",
        "!important words",
        "! stop",
        '"We will" he said',
        "'We will' he said",
        '"We" and "they"',
        "[속보] 국정원 발표",
        "[Breaking] storm: 40 ships",
        "{draft} storm",
        "- dash first",
        "? question first",
        "> more",
        "| bar",
        ", comma",
        "] bracket",
        "rank #1 of 5",
        "1위 #반도체",
        "back\\slash: yes",
        "Minister: rank #1",
    ],
)
def test_text_that_yaml_takes_for_something_else_is_quoted(value: str) -> None:
    text, changes = mended(titled(value))
    assert text == titled(quoted(value))
    assert changes == ("quotation marks",)


def test_several_lines_are_quoted_in_one_go() -> None:
    text, changes = mended(titled("Minister: we").replace("  ko: 시청, ", "  ko: @시청: "))
    assert '  en: "Minister: we"\n  ko: "@시청: 방문객' in text
    assert changes == ("quotation marks",)


def test_an_alias_that_yaml_cannot_read_is_quoted() -> None:
    text, _ = mended(f"{ENTITY}aliases:\n  - @office\n  - City Hall\n", ENTITY_FILE)
    assert text == f'{ENTITY}aliases:\n  - "@office"\n  - City Hall\n'


@pytest.mark.parametrize(
    "text",
    [
        titled('"never closed'),
        titled("'Tis the season"),
        titled("[never, closed"),
        titled("!!str 5"),
        titled("@office # a remark, or not"),
        titled("# a remark in place of a text"),
        changed(CLAIM, "about: [lantern-walk]", "about: [lantern-walk, # a remark]"),
        titled("en: nested"),
        titled("source: nested"),
        titled("a\n  en: b"),
        changed(CLAIM, "said: 2031-03-12", "said: *day"),
        changed(CLAIM, "    source:\n", "    source: &one\n"),
        changed(CLAIM, "    source:\n", "    source: url: x\n"),
        f"{CLAIM}--- \ntitle: x\n",
        f"%YAML 1.1\n---\n{CLAIM}",
        "",
        "# only a comment\n",
        CLAIM.encode("utf-16"),
        CLAIM.encode("cp949"),
        CLAIM.encode() + b"\0",
        titled("a\rb"),
        titled("a\u202eb"),
        b" " * (files.MAX_BYTES + 1),
    ],
)
def test_what_cannot_be_read_for_certain_is_left(text: str | bytes) -> None:
    data = text.encode() if isinstance(text, str) else text
    assert left(b"\r\n" + data if data else data) == "it cannot be read, as `claims check` explains"


def test_a_list_in_place_of_a_text_is_left_to_the_check() -> None:
    text = titled("[속보]")
    assert mended(text) == (text, ())


def test_keys_come_in_the_order_of_the_model_at_every_level() -> None:
    text, changes = mended(
        """\
# yaml-language-server: $schema=../schema/claim.schema.json

about: [lantern-walk]
quotes:
  ko:
    from: en
    text: >-
      약 1,200명이

      왔다
    reviewed: true
    method: human
    origin: translation
  en:
    source: {publisher: omber-daily, "title": 'a, b', url: https://example.org/walk}
    origin: source
    text: about 1,200 people
      came
reports:
  - publisher: omber-daily
    url: https://example.org/a
  -
    published: 2031
    publisher: omber-daily
    url: https://example.org/b
figures:
- hedge: about
  value: 1200
  series: visitors
title: {ko: 시청, en: City Office}
claimant: city-office
said: 2031-03-12
"""
    )
    assert changes == ("key order",)
    assert (
        text
        == """\
# yaml-language-server: $schema=../schema/claim.schema.json

title: {ko: 시청, en: City Office}
said: 2031-03-12
claimant: city-office
about: [lantern-walk]
quotes:
  ko:
    text: >-
      약 1,200명이

      왔다
    origin: translation
    from: en
    method: human
    reviewed: true
  en:
    text: about 1,200 people
      came
    origin: source
    source: {url: https://example.org/walk, publisher: omber-daily, "title": 'a, b'}
reports:
  - url: https://example.org/a
    publisher: omber-daily
  -
    url: https://example.org/b
    publisher: omber-daily
    published: 2031
figures:
- series: visitors
  value: 1200
  hedge: about
"""
    )


@pytest.mark.parametrize(
    ("text", "file", "last"), [(ENTITY, ENTITY_FILE, "part_of: lake"), (SERIES, SERIES_FILE, "sum_of: [a, b]")]
)
def test_what_a_record_was_merged_into_comes_last(text: str, file: str, last: str) -> None:
    assert mended(f"merged_into: other\n{last}\n{text}", file) == (
        f"{text}{last}\nmerged_into: other\n",
        ("key order",),
    )


def test_the_order_of_languages_is_the_authors() -> None:
    text = "question: {ko: 몇 명?, en: How many?}\nunit:\n  ko: {other: 명}\n  en: {other: people, one: person}\n"
    assert mended(text, SERIES_FILE)[0] == text.replace("other: people, one: person", "one: person, other: people")


def test_comments_go_with_the_key_that_they_stand_above() -> None:
    text, _ = mended(
        """\
# yaml-language-server: $schema=../schema/claim.schema.json
# the office
claimant: city-office

# the day

# of the count
said: 2031-03-12
# the title
title:
  # in English
  en: City Office
  ko: 시청
  # no other language yet
figures:
  # the first
  - value: 1200
    # the question

    # of the walk
    series: visitors
    # end of the first
  # the second
  - hedge: about
    series: visitors
# the end
"""
    )
    assert (
        text
        == """\
# yaml-language-server: $schema=../schema/claim.schema.json
# the title
title:
  # in English
  en: City Office
  ko: 시청
  # no other language yet

# the day

# of the count
said: 2031-03-12
# the office
claimant: city-office
figures:
  # the first
  # the question

  # of the walk
  - series: visitors
    value: 1200
    # end of the first
  # the second
  - series: visitors
    hedge: about
# the end
"""
    )


def test_a_key_that_nobody_knows_goes_with_the_one_above_it() -> None:
    assert mended("kind: event\nsorce: x\nname: {en: a, ko: b}\n", ENTITY_FILE)[1] == ()
    text, _ = mended("name: {en: a, ko: b}\nsorce: x\nkind: event\n", ENTITY_FILE)
    assert text == "kind: event\nname: {en: a, ko: b}\nsorce: x\n"


@pytest.mark.parametrize(
    ("value", "above"),
    [("said: 2031-03-12", "# the day"), ("claimant: city-office", "#x"), ("    from: en", "    # English")],
)
def test_a_remark_behind_what_is_no_text_is_moved_above_it(value: str, above: str) -> None:
    text, changes = mended(changed(CLAIM, f"{value}\n", f"{value}  {above.strip()} \n"))
    assert text == changed(CLAIM, f"{value}\n", f"{above}\n{value}\n")
    assert changes == ("comments",) or changes == ("comments", "trailing spaces")


def test_a_remark_behind_words_may_be_a_part_of_them_and_stays() -> None:
    text = titled("City Office # perhaps")
    assert mended(text) == (text, ())
    assert mended(changed(text, "said: 2031-03-12\n", "")[:-1] + "\nsaid: 2031-03-12\n")[1] == ("key order",)


def test_spaces_that_a_text_says_are_kept() -> None:
    text = changed(CLAIM, "    text: about 1,200 people came\n", "    text: |\n      about  \n      1,200 people\n")
    assert mended(text) == (text, ())
    assert mended(text.replace("walk\n", "walk \n"))[1] == ("trailing spaces",)


def test_a_file_with_more_trouble_than_can_be_clear_is_left() -> None:
    aliases = "".join(f"  - @{number}\n" for number in range(60))
    assert left(f"{ENTITY}aliases:\n{aliases}", ENTITY_FILE)
    assert mended(f"{ENTITY}aliases:\n{aliases[: len(aliases) // 2]}\n", ENTITY_FILE)[1][0] == "quotation marks"


@pytest.mark.parametrize("header", ["|", "|+", ">+", ">-", "|2-"])
def test_texts_over_several_lines_change_places_whole(header: str) -> None:
    text = f"name: {{en: a, ko: b}}\ndescription:\n  en: {header}\n\n    # one\n\n\n    two:\n  ko: b\nkind: event\n"
    after, changes = mended(text, ENTITY_FILE)
    assert changes == ("key order",)
    assert said(after) == said(text)
    assert after.startswith("kind: event\nname")


def test_what_would_be_read_otherwise_is_left() -> None:
    text = 'kind: event\ndescription:\n  en: "a\n\n# b"\nname: {en: a, ko: b}\n'
    assert said(text)
    assert left(text, ENTITY_FILE) == "mending it would change what it says"


def test_explicit_keys_are_left_where_they_are() -> None:
    assert order.in_order("? name\n: {en: a, ko: b}\n? kind\n: event\n", ENTITY_FILE).startswith("? name")


@pytest.mark.parametrize(
    "braces",
    ["{other: a,\n    one: b}", "{other: 'a\n    b', one: c}", "{other: , one: b}", "{other: {x: 1}, one: [a,\n   b]}"],
)
def test_braces_over_several_lines_are_left_where_they_are(braces: str) -> None:
    text = f"question: {{en: a, ko: b}}\nunit:\n  en: {braces}\n"
    assert mended(text, SERIES_FILE) == (text, ())


def shuffled(text: str, seed: random.Random) -> str:
    """A record with the keys of every mapping in any order, comments above keys, spaces behind them."""

    def chunks(lines: list[str], margin: str) -> list[list[str]]:
        found: list[list[str]] = []
        for line in lines:
            if line.startswith(margin) and line[len(margin)] not in " #" and not (found and line[len(margin)] == "#"):
                found.append([])
            found[-1].append(line)
        return found

    def mixed(lines: list[str], margin: str) -> list[str]:
        parts = chunks(lines, margin)
        if not all(part[0][len(margin)] == "-" for part in parts):
            seed.shuffle(parts)
        result: list[str] = []
        for part in parts:
            if seed.random() < 0.3:
                result.append(f"{margin}# {seed.random()}")
            head, inside = part[0], part[1:]
            if head.lstrip().startswith("- "):
                inside, head = [f"{margin}  {head[len(margin) + 2 :]}", *inside], ""
            inner = margin + "  "
            if inside and "|" not in head and ">" not in head and inside[0][len(inner)] != " ":
                inside = mixed(inside, inner)
            if head:
                result += [head + " " * seed.choice([0, 0, 1]), *inside]
            else:
                first = next(number for number, line in enumerate(inside) if not line.lstrip().startswith("#"))
                inside[first] = f"{margin}- {inside[first][len(inner) :]}"
                result += inside
        return result

    return "\n".join(mixed(text.splitlines(), "")) + "\n"


def ordered(data: object) -> object:
    """Data whose equality is that of the order of keys too; that of languages is the author's."""
    if isinstance(data, dict):
        items = [(key, ordered(value)) for key, value in data.items()]
        return items if data.keys() - {"en", "ko"} else sorted(items)
    return list(map(ordered, data)) if isinstance(data, list) else data


def comments(text: str) -> Counter[str]:
    return Counter(line.strip() for line in text.splitlines() if line.strip().startswith("#"))


@given(st.randoms(use_true_random=False), st.sampled_from([CLAIM, WHOLE]), st.booleans(), st.booleans())
def test_a_record_in_any_order_comes_into_order(seed: random.Random, record: str, is_dos: bool, is_split: bool) -> None:
    text = shuffled(record, seed)
    data = unicodedata.normalize("NFD", text) if is_split else text
    result = mend((data.replace("\n", "\r\n") if is_dos else data).encode(), CLAIM_FILE)
    assert not result.left
    after = result.data.decode()
    assert said(after) == said(record)
    assert comments(after) == comments(text)
    assert ordered(said(after)) == ordered(said(record))
    assert mend(result.data, CLAIM_FILE).changes == ()


WORDS = [
    "title",
    "en",
    "ko",
    "said",
    "x",
    "말",
    "e\u0301",
    "---",
    "...",
    ": ",
    "- ",
    "- ",
    " #",
    "# ",
    ">-",
    "&a",
    "*a",
]
SPACES = ["\n", "\n", "\n  ", "\n    ", "\t", " ", "  ", "\r\n"]
PIECES = [*WORDS, *SPACES, *"-:@%!?~|{}[],'\"\\\ufeff"]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.sampled_from(sorted(ARCHIVE)))
@example("title:\n  en: |+\n    a\n\n\n  ko: b\nsaid: x\n", CLAIM_FILE)
def test_any_text_is_left_or_mended_once_and_for_all(text: str, file: str) -> None:
    result = mend(text.encode(), file)
    assert not (result.left and result.changes)
    assert bool(result.changes) == (result.data != text.encode())
    assert mend(result.data, file).changes == ()


@given(st.binary(max_size=200))
def test_any_bytes_are_left_or_mended_once_and_for_all(data: bytes) -> None:
    assert mend(mend(data, CLAIM_FILE).data, CLAIM_FILE).changes == ()


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs"])),
    st.sampled_from(["{}", "{}: x", "a {}", '"{}" b', "[{}] b"]),
)
def test_whatever_stands_in_a_title_is_kept_or_left(text: str, form: str) -> None:
    before = titled(form.format(text))
    result = mend(before.encode(), CLAIM_FILE)
    assert mend(result.data, CLAIM_FILE).changes == ()
    root, problems = yaml_tree.parse(before, CLAIM_FILE) if not any(map(files.refused, before)) else (None, [])
    if result.changes and root is not None and not problems:
        assert said(unicodedata.normalize("NFC", result.data.decode())) == said(unicodedata.normalize("NFC", before))


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("said: 2031-03-12\u00a0", "said: 2031-03-12"),
        ("said: \u30002031-03-12", "said: 2031-03-12"),
        ("reviewed: true\u200b", "reviewed: true"),
        ("about: [lantern-walk，city-office]", "about: [lantern-walk, city-office]"),
        ("about: ［lantern-walk、 city-office］", "about: [lantern-walk, city-office]"),
        ("about: [lantern-walk,, city-office]", "about: [lantern-walk, city-office]"),
    ],
)
def test_marks_and_spaces_that_are_none_are_mended(typed: str, right: str) -> None:
    key = right.partition(":")[0]
    line = next(line for line in CLAIM.splitlines() if line.strip().startswith(f"{key}:")).strip()
    assert mended(changed(CLAIM, line, typed)) == (changed(CLAIM, line, right), ("marks and spaces",))


def test_a_hanja_that_unicode_has_twice_is_mended() -> None:
    assert mended(changed(ENTITY, "옴버", "\uf9e1"), ENTITY_FILE)[0] == changed(ENTITY, "옴버", "\u674e")


@pytest.mark.parametrize(
    "typed", ["said: 12.03.2031", "said: “2031-03-12”", "claimant: City Office", "about: lantern-walk"]
)
def test_what_a_person_must_decide_is_left(typed: str) -> None:
    key = typed.partition(":")[0]
    line = next(line for line in CLAIM.splitlines() if line.startswith(f"{key}:"))
    assert mended(changed(CLAIM, line, typed)) == (changed(CLAIM, line, typed), ())

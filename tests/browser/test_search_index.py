"""What the index finds for a query, in which order, and what it says of it; on the files of a small index."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from site_builder.language.reduction import reduction
from site_builder.search.hangul import initials
from site_builder.search.postings import encoded, gaps
from site_builder.search.words import Words
from tests.browser.conftest import Invite
from tests.browser.scripts import beside_scripts

CLAIMS = [
    ("2024", "bag", "시장 가방에서 무인기 부품이 나왔다", "Drone parts found in a bag"),
    ("2024", "sudden", "국정실, 갑작스러운 철군 발표", "NIO reports a sudden withdrawal"),
    ("2024", "mould", "곰팡이가 핀 밀가루 4천7백 포대", "4,700 sacks of mouldy flour"),
    ("2024", "office", "과학청이 새 청사로 옮겼다", "The science agency moves"),
    ("2025", "wall", "댐 벽이 무너졌다", "The dam's wall collapsed"),
    ("2025", "bridge", "자폭무인기 다리 공격", "Loitering munitions attack a bridge"),
    ("2025", "visit", "빅토르 드라가노프 방문", "Viktor Draganov visits"),
    ("2025", "coup", "쿠데타설을 부인했다", "Coup plans denied"),
    ("2025", "deal", "임금 협상 타결", "A pay deal is reached"),
    ("2026", "flood", "홍수 뒤 주민 대피", "Residents leave after the flood"),
    ("2026", "flooding", "홍수로 주민과 군인 대피", "Residents and soldiers leave after the flood"),
    ("2026", "floods", "홍수예보관의 하루", "A day with those who forecast floods"),
    ("2026", "director", "이사 해임안 부결", "A director stays"),
    ("2026", "board", "이사회 연기", "The board does not meet"),
    ("2026", "climate", "이상 저온에 못자리 피해", "Odd weather harms seedbeds"),
]
QUOTES = {"visit": "홍수 이야기는 없었다"}
NAMES = [
    ("entities/nio/", ("National Intelligence Office", "국가정보실"), ("NIO", "국정실"), 9),
    ("entities/draganov/", ("Viktor Draganov", "빅토르 드라가노프"), ("드라가노프",), 4),
    ("series/flour/", ("How many sacks of flour?", "밀가루는 몇 포대인가?"), (), 1),
]
FILTERS = {"claimant": [("nio", ("NIO", "국정실"), (1, 4, 9)), ("draganov", ("Draganov", "드라가노프"), (6, 10, 11))]}

OPEN = """
    const { open, Rebuilt } = await import("./search-index.js");
    const base = new URL("search/", location.href).href;
"""
INDEX = "const index = await open(base);"
Ask = Callable[..., Any]


class Folder:
    """A folder of the search, with few words in a file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._words = Words(reduction(("en", "ko")))

    def write(self) -> None:
        levels: dict[str, tuple[list[int], ...]] = defaultdict(lambda: ([], [], [], []))
        whole = set[str]()
        for number, (year, id, *titles) in enumerate(CLAIMS):
            for word, (level, is_inner) in self._of_claim(id, titles, year).items():
                levels[word][level].append(number)
                if not is_inner and word[0] not in "~0123456789":
                    whole.add(word)
        words = sorted(levels)
        ends = sorted(word[::-1] for word in whole if len(word) > 2)
        names = [[path, list(own), list(other), count] for path, own, other, count in NAMES]
        root = {
            "version": 1,
            "claims": len(CLAIMS),
            "batch": 8,
            "languages": ["en", "ko"],
            "rules": asdict(reduction(("en", "ko"))),
            "t": self._cut("t", words, lambda part: {word: encoded(levels[word]) for word in part}),
            "e": self._cut("e", ends, lambda part: [word[::-1] for word in part]),
            "d": self._cut("d", range(len(CLAIMS)), lambda part: [self._card(number) for number in part])["names"],
            "f": {
                name: self._put("f", self._values(name)) for name in ("claimant", "about", "outlet", "series", "lang")
            },
            "n": self._put("n", names),
            "years": [["2024", 0], ["2025", 4], ["2026", 9]],
        }
        (self._folder / "index.json").write_text(json.dumps(root), "utf-8")

    def _of_claim(self, id: str, titles: Sequence[str], year: str) -> dict[str, tuple[int, bool]]:
        """The level of each word, and whether it is only the end of one."""
        found: dict[str, tuple[int, bool]] = {}
        for text, level in ((QUOTES.get(id, ""), 2), *((title, 0) for title in (*titles, year))):
            whole, verbs, inner = self._words.of(text)
            found |= {**dict.fromkeys(whole | verbs, (level, False)), **dict.fromkeys(inner, (2, True))}
        if id == "visit":
            found.update(dict.fromkeys(initials("빅토르 드라가노프"), (0, False)))
        return found

    def _card(self, number: int) -> list[object]:
        year, id, korean, english = CLAIMS[number]
        return [id, year, [english, korean], ["NIO", "국정실"], [year, f"{year}년"], {"ko": QUOTES.get(id, korean)}, []]

    def _values(self, name: str) -> list[object]:
        return [[id, list(labels), gaps(numbers)] for id, labels, numbers in FILTERS.get(name, [])]

    def _cut(self, kind: str, entries: Sequence[Any], content: Callable[[Sequence[Any]], object]) -> dict[str, Any]:
        parts = [entries[start : start + 8] for start in range(0, len(entries), 8)]
        return {
            "first": [part[0] for part in parts],
            "names": "".join(self._put(kind, content(part)) for part in parts),
        }

    def _put(self, kind: str, content: object) -> str:
        folder = self._folder / kind
        folder.mkdir(parents=True, exist_ok=True)
        name = f"{len(list(folder.iterdir())):06}"
        (folder / f"{name}.json").write_text(json.dumps(content, ensure_ascii=False), "utf-8")
        return name


@pytest.fixture
def run(tmp_path: Path, invite: Invite) -> Iterator[Ask]:
    """Run a script with `open` at hand on a page beside the index."""
    Folder(tmp_path / "site" / "search").write()
    with beside_scripts(invite, tmp_path) as page:
        yield lambda script, given=None: page.evaluate(f"async (given) => {{ {OPEN} {script} }}", given)


@pytest.fixture
def ask(run: Ask) -> Ask:
    """Ask queries, with the same options: for each the ids, and how each term was used."""

    def asked(queries: Sequence[str], **options: object) -> dict[str, tuple[list[str], list[str]]]:
        script = """
            const index = await open(base);
            const [queries, options] = given;
            const found = [];
            for (const query of queries) {
                const { numbers, total, terms } = await index.search(query, options);
                if (total !== numbers.length) throw new Error("total");
                found.push([(await index.cards(numbers)).map(({ id }) => id), terms.map(({ used }) => used)]);
            }
            return found;"""
        found = run(script, [list(queries), options])
        return {query: (ids, used) for query, (ids, used) in zip(queries, found, strict=True)}

    return asked


FOUND = {
    "무인기가": ("exact", "bag"),
    "국정실에서는": ("exact", "sudden"),
    "withdrawals": ("exact", "sudden"),
    "무너지는": ("exact", "wall"),
    "2천": ("none", None),
    "사천칠백": ("exact", "mould"),
    "four thousand seven hundred": ("exact", "mould"),
    "드라가": ("prefix", "visit"),
    "곰파": ("prefix", "mould"),
    "갑작": ("prefix", "sudden"),
    "ㄷㄹㄱㄴㅍ": ("exact", "visit"),
    "ㅂㅌ": ("prefix", "visit"),
    "협상타결": ("split", "deal"),
    "임금협상타결": ("split", "deal"),
    "mouldyflour": ("split", "mould"),
    "국젖실": ("slip", "sudden"),
    "드라가노브": ("slip", "visit"),
    "쿠테타": ("slip", "coup"),
    "attakc": ("slip", "bridge"),
    "rbidge": ("slip", "bridge"),
    "loiterign": ("slip", "bridge"),  # in a suffix
    "munitiosn": ("slip", "bridge"),
    "collapsde": ("slip", "wall"),
    "fuond": ("slip", "bag"),  # in a form that no suffix tells
    "withdrowel": ("slip", "sudden"),  # of two letters
    "홍소예버관": ("slip", "floods"),
    "드라거노푸": ("slip", "visit"),
    "brodgi": ("none", None),  # too short for two
    "군인에게로부터": ("exact", "flooding"),  # a stem of a stem
    "rnrwjdtlf": ("keyboard", "sudden"),
    "ㅜㅑㅐ": ("keyboard", "sudden"),
    "자폭무인정찰": ("beginning", "bridge"),
    "zzzz": ("none", None),
    "constructor": ("none", None),
    "__proto__": ("none", None),
}


def test_words_are_found_in_whatever_form_they_are_typed(ask: Ask) -> None:
    answers = ask(list(FOUND))
    for query, (used, first) in FOUND.items():
        ids, ways = answers[query]
        assert ways[0] == used, query
        assert ids[:1] == ([first] if first else []), query


def test_a_last_consonant_may_begin_the_next_syllable_while_one_types(ask: Ask) -> None:
    assert set(ask(["고"], typing=True)["고"][0]) == {"office", "bridge", "mould"}
    assert ask(["갑"], typing=True)["갑"][0] == ["sudden", "bag"]
    assert ask(["밑", "쿧"], typing=True) == {"밑": ([], ["none"]), "쿧": (["coup"], ["prefix"])}


def test_titles_go_before_quotes_whole_words_before_longer_ones_and_late_claims_before_early_ones(ask: Ask) -> None:
    assert ask(["홍수"])["홍수"][0] == ["flooding", "flood", "floods", "visit"]


def test_of_a_word_that_is_there_nothing_else_is_meant(ask: Ask) -> None:
    """Neither slips of it, nor what its keys would begin if it were half typed; but what goes on behind it."""
    found = ask(["이사", "이사의", "타결되는"])
    assert found["이사"][0] == found["이사의"][0] == ["director", "board"]
    assert found["타결되는"] == (["deal"], ["exact"])
    assert ask(["이사"], typing=True)["이사"][0] == ["director", "climate", "board"]


def test_of_a_part_that_is_there_the_rest_may_be_a_slip(ask: Ask) -> None:
    assert ask(["sudden-brigde"])["sudden-brigde"][0] == ["sudden", "bridge"]


def test_what_was_typed_goes_before_what_may_have_been_meant(ask: Ask) -> None:
    assert ask(["the flood of the rbidge"])["the flood of the rbidge"][0] == ["floods", "flooding", "flood", "bridge"]


def test_no_result_is_lost_to_one_word(ask: Ask) -> None:
    found = ask(["홍수 군인", "홍수 zzzz", "the flood of soldiers", "zzzz 무너졌다"])
    assert found["홍수 군인"][0] == ["flooding", "flood", "floods", "visit"]
    assert found["홍수 zzzz"][0][:2] == ["flooding", "flood"]
    assert found["the flood of soldiers"][0][0] == "flooding"
    assert found["zzzz 무너졌다"] == (["wall"], ["none", "exact"])


def test_by_date_those_with_all_words_come_first(ask: Ask) -> None:
    assert ask(["홍수 주민"], sort="oldest")["홍수 주민"][0] == ["flood", "flooding", "visit", "floods"]
    assert ask(["홍수 주민"], sort="newest")["홍수 주민"][0] == ["flooding", "flood", "floods", "visit"]


def test_nothing_asked_is_all_newest_first(ask: Ask) -> None:
    ids = [id for _, id, *_ in CLAIMS]
    assert ask([" "])[" "] == (ids[::-1], [])
    assert ask(['"'], sort="oldest")['"'][0] == ids


def test_phrases_go_first(ask: Ask) -> None:
    found = ask(['"주민 대피"', "“홍수 뒤 주민”", "홍수 “이야기는 없었다"])
    assert found['"주민 대피"'][0][0] == "flood"
    assert found["“홍수 뒤 주민”"][0][0] == "flood"
    assert found["홍수 “이야기는 없었다"][0][0] == "visit"


def test_filters_narrow_and_count(ask: Ask, run: Ask) -> None:
    assert ask(["홍수"], filters={"claimant": "draganov"})["홍수"][0] == ["flooding", "floods", "visit"]
    assert ask(["홍수"], filters={"claimant": ["nio", "draganov"], "year": "2026"})["홍수"][0] == [
        "flooding",
        "flood",
        "floods",
    ]
    assert ask([""], filters={"claimant": "nobody", "constructor": "x"})[""][0] == []
    script = INDEX + "return Promise.all(given.map((name) => index.counts(name, [9, 10, 11, 6])));"
    counts = run(script, ["claimant", "year"])
    assert counts == [
        [
            {"id": "nio", "labels": ["NIO", "국정실"], "count": 1},
            {"id": "draganov", "labels": ["Draganov", "드라가노프"], "count": 3},
        ],
        [
            {"id": "2025", "labels": ["2025", "2025"], "count": 1},
            {"id": "2026", "labels": ["2026", "2026"], "count": 3},
        ],
    ]


def test_names_are_suggested_in_any_script_form_and_keyboard(run: Ask) -> None:
    script = INDEX + "return Promise.all(given.map((query) => index.suggest(query, 'ko')));"
    queries = [
        "국가",
        "nio",
        "rnrwjd",
        "ㅜㅑ",
        "ㄱㅈㅅ",
        "국젇실",
        "드라가노브",
        "정보",
        "빅토르드라",
        "국정실이",
        "zzzz",
    ]
    found = {
        query: [name["name"] for name in each["names"]]
        for query, each in zip(queries, run(script, queries), strict=True)
    }
    office, draganov = "국가정보실", "빅토르 드라가노프"
    assert found == {
        **{query: [office] for query in ("국가", "nio", "rnrwjd", "ㅜㅑ", "ㄱㅈㅅ", "국젇실", "국정실이")},
        **{query: [draganov] for query in ("드라가노브", "빅토르드라")},
        **{query: [] for query in ("정보", "zzzz")},
    }
    (suggested,) = run(script, ["nio"])
    assert suggested["names"] == [{"path": "entities/nio/", "name": office, "other": "NIO", "count": 9}]
    assert [claim["id"] for claim in suggested["claims"]] == ["sudden"]


def test_names_near_are_told_where_nothing_is_found(run: Ask) -> None:
    script = INDEX + "return (await index.search(given)).near;"
    assert run(script, "드카라노흐")[0]["labels"] == ["Viktor Draganov", "빅토르 드라가노프"]
    assert run(script, "홍수") == []


def test_passages_mark_what_was_found(run: Ask) -> None:
    script = INDEX + "const { terms } = await index.search(given[0]); return index.passage(given[1], terms);"
    assert run(script, ["무너진 벽", "댐 벽이 무너졌다"]) == [
        {"text": "댐 ", "hit": False},
        {"text": "벽이", "hit": True},
        {"text": " ", "hit": False},
        {"text": "무너졌다", "hit": True},
    ]
    assert run(script, ["무인기", "<b>자폭무인기</b> & 4,700"])[1] == {"text": "무인기", "hit": True}
    assert run(script, ["4700", "of four thousand seven hundred, none"])[1] == {
        "text": "four thousand seven hundred",
        "hit": True,
    }
    long = run(script, ["flood", "before " * 100 + "the FLOODS came " + "after " * 100])
    assert [piece["text"] for piece in long if piece["hit"]] == ["FLOODS"]
    assert (long[0]["text"], long[-1]["text"]) == ("…", "…")
    assert len("".join(piece["text"] for piece in long)) < 200


def test_a_syllable_asks_for_three_files_at_most(run: Ask) -> None:
    script = """
        const asked = [];
        const index = await open(base, { fetch: (url, how) => (asked.push(url), fetch(url, how)) });
        await index.search("2", { typing: true });
        return asked.filter((url) => url.includes("/t/")).length;"""
    assert 0 < run(script) <= 3


def test_a_new_build_is_noticed(run: Ask) -> None:
    script = """
        let isOld = true;
        const reread = [];
        const get = (url, how) => {
            if (!url.endsWith("index.json")) return isOld ? { status: 404, ok: false } : fetch(url, how);
            reread.push(how.cache);
            if (how.cache === "reload") isOld = false;
            return fetch(url, how);
        };
        const index = await open(base, { fetch: async (...request) => get(...request) });
        const { numbers } = await index.search("무너졌다");
        isOld = true;
        const failed = await index.cards([0]).catch((error) => error instanceof Rebuilt);
        return [numbers, reread, failed, (await index.cards(numbers))[0].id];"""
    assert run(script) == [[4], ["default", "reload", "reload"], True, "wall"]

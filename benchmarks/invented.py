"""The words of an invented archive, in English and Korean: names, questions and sentences of nobody's."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass

from site_builder.language.language import Language

ENGLISH, KOREAN = Language("en"), Language("ko")
KINDS = (
    "person organization outlet country place group equipment event topic person "
    "organization person place outlet person organization person group place person"
)
"""The kinds of entities in the order they are made, again and again: every kind is there, people lead."""


@dataclass(frozen=True, slots=True)
class Both:
    """One text in both languages."""

    en: str
    ko: str

    def record(self, key: str, indent: str = "") -> str:
        """The lines of a record that hold this text under a key."""
        return f"{indent}{key}:\n{indent}  en: {quoted(self.en)}\n{indent}  ko: {quoted(self.ko)}\n"

    def fill(self, **slots: Both) -> Both:
        """The same text with each `{slot}` replaced, language by language."""
        return Both(
            self.en.format(**{name: text.en for name, text in slots.items()}),
            self.ko.format(**{name: text.ko for name, text in slots.items()}),
        )


@dataclass(frozen=True, slots=True)
class Name:
    """An invented entity: what it is, what it is called, and the bare stem of its name."""

    id: str
    kind: str
    full: Both
    stem: Both


@dataclass(frozen=True, slots=True)
class Question:
    """An invented series. Figures fall within `low` and `high`; a part's always lie below its whole's."""

    id: str
    ask: Both
    subject: Both
    one: str
    other: Both
    part_of: str | None
    low: int
    high: int


SYLLABLES = (
    "vel:벨 mur:무르 ten:텐 dri:드리 bek:벡 nu:누 gon:곤 sol:솔 ra:라 ki:키 "
    "zo:조 pha:파 lim:림 tor:토르 ese:에세 qua:콰 ben:벤 hol:홀 ru:루 das:다스 "
    "mi:미 fen:펜 ula:울라 kor:코르 ne:네 tash:타슈 wi:위 pel:펠 oro:오로 gim:김"
)
"""Latin and Hangul."""

FORMS = {
    "person": Both("{stem} {other}", "{stem} {other}"),
    "organization": Both("{stem} Institute", "{stem} 연구소"),
    "outlet": Both("{stem} Herald", "{stem} 헤럴드"),
    "country": Both("Republic of {stem}", "{stem} 공화국"),
    "place": Both("{stem} Harbour", "{stem} 항구"),
    "group": Both("{stem} Relief Corps", "{stem} 구호대"),
    "equipment": Both("{stem} carrier", "{stem} 운반차"),
    "event": Both("{stem} flood", "{stem} 홍수"),
    "topic": Both("{stem} grain trade", "{stem} 곡물 교역"),
}

DESCRIPTIONS = {
    "person": Both("A spokesperson from {place}.", "{place} 출신 대변인이다."),
    "organization": Both("A research body with an office in {place}.", "{place}에 사무소를 둔 연구 기관이다."),
    "outlet": Both("A newspaper printed in {place}.", "{place}에서 인쇄되는 신문이다."),
    "country": Both("A country whose coast is near {place}.", "{place} 인근에 해안을 둔 나라이다."),
    "place": Both("A harbour on the way to {place}.", "{place} 방면의 항구이다."),
    "group": Both("Volunteers first gathered in {place}.", "{place}에서 처음 모인 자원봉사자들이다."),
    "equipment": Both("A vehicle built in {place}.", "{place}에서 만든 차량이다."),
    "event": Both("A flood that began near {place}.", "{place} 인근에서 시작된 홍수이다."),
    "topic": Both("Trade in grain by way of {place}.", "{place} 경유 곡물 거래이다."),
}

QUESTIONS = (
    Question(
        "people-displaced",
        Both("How many people were displaced?", "이재민은 몇 명인가?"),
        Both("people displaced", "이재민"),
        "person",
        Both("people", "명"),
        None,
        20_000,
        90_000,
    ),
    Question(
        "people-in-shelters",
        Both("How many people are in shelters?", "대피소에 있는 사람은 몇 명인가?"),
        Both("people in shelters", "대피소 수용자"),
        "person",
        Both("people", "명"),
        "people-displaced",
        2_000,
        15_000,
    ),
    Question(
        "children-in-shelters",
        Both("How many children are in shelters?", "대피소에 있는 어린이는 몇 명인가?"),
        Both("children in shelters", "대피소 어린이"),
        "child",
        Both("children", "명"),
        "people-in-shelters",
        200,
        1_500,
    ),
    Question(
        "crates-shipped",
        Both("How many crates were shipped?", "운송된 상자는 몇 개인가?"),
        Both("crates shipped", "운송 상자"),
        "crate",
        Both("crates", "개"),
        None,
        20_000,
        90_000,
    ),
    Question(
        "crates-lost",
        Both("How many crates were lost?", "분실된 상자는 몇 개인가?"),
        Both("crates lost", "분실 상자"),
        "crate",
        Both("crates", "개"),
        "crates-shipped",
        1_000,
        9_000,
    ),
    Question(
        "crates-recovered",
        Both("How many crates were recovered?", "회수된 상자는 몇 개인가?"),
        Both("crates recovered", "회수 상자"),
        "crate",
        Both("crates", "개"),
        "crates-lost",
        60,
        800,
    ),
    Question(
        "houses-damaged",
        Both("How many houses were damaged?", "피해를 입은 주택은 몇 채인가?"),
        Both("houses damaged", "피해 주택"),
        "house",
        Both("houses", "채"),
        None,
        5_000,
        40_000,
    ),
    Question(
        "houses-destroyed",
        Both("How many houses were destroyed?", "무너진 주택은 몇 채인가?"),
        Both("houses destroyed", "붕괴 주택"),
        "house",
        Both("houses", "채"),
        "houses-damaged",
        100,
        3_000,
    ),
    Question(
        "grain-delivered",
        Both("How many tonnes of grain were delivered?", "전달된 곡물은 몇 톤인가?"),
        Both("tonnes of grain delivered", "전달 곡물"),
        "tonne",
        Both("tonnes", "톤"),
        None,
        10_000,
        80_000,
    ),
    Question(
        "grain-spoiled",
        Both("How many tonnes of grain spoiled?", "상한 곡물은 몇 톤인가?"),
        Both("tonnes of grain spoiled", "부패 곡물"),
        "tonne",
        Both("tonnes", "톤"),
        "grain-delivered",
        100,
        5_000,
    ),
    Question(
        "vehicles-seen",
        Both("How many vehicles were seen?", "목격된 차량은 몇 대인가?"),
        Both("vehicles seen", "목격 차량"),
        "vehicle",
        Both("vehicles", "대"),
        None,
        60,
        900,
    ),
    Question(
        "bridges-closed",
        Both("How many bridges are closed?", "폐쇄된 교량은 몇 곳인가?"),
        Both("bridges closed", "폐쇄 교량"),
        "bridge",
        Both("bridges", "곳"),
        None,
        60,
        300,
    ),
)

OPENINGS = (
    Both("According to records in {place}, ", "{place}에 보관된 기록을 다시 확인한 결과에 따르면, "),
    Both(
        "At the {time} briefing in {place} we said that ",
        "{place}에서 {time}에 열린 설명회에서 이미 밝힌 대로, ",
    ),
    Both("Despite reports to the contrary, ", "그와 다른 내용의 보도가 여러 차례 있었지만, "),
    Both("In the {n} days since our last statement, ", "저희가 지난번 발표를 한 이후 {n}일 동안, "),
    Both("As our team in {place} reported, ", "{place} 현장 조사반이 보고해 온 바와 같이, "),
    Both('It is "too early to be certain", but ', '아직 "확신하기에는 너무 이르다"는 점은 분명하지만, '),
    Both("On the road to {place}, ", "{place} 방면으로 이어지는 도로 구간에서는, "),
    Both("By our own count (not yet audited), ", "(아직 감사를 거치지 않은) 저희 자체 집계로는, "),
    Both("As of {time} today, ", "오늘 {time} 현재까지 확인한 바로는, "),
    Both("Witnesses in {place} told us that ", "{place}의 목격자들이 저희에게 전한 바에 따르면, "),
)

CORES = (
    Both(
        "the convoy on route {n} was stopped before {time}",
        "{n}번 노선의 수송 행렬은 {time} 이전에 이미 멈춰 섰으며,",
    ),
    Both(
        "pier {n} has been out of use since the storm",
        "{n}번 부두는 폭풍이 지나간 뒤로 계속 사용되지 못하고 있고,",
    ),
    Both("{n} clinics lost power again overnight", "진료소 {n}곳의 전기가 밤사이에 다시 한번 끊겼으며,"),
    Both(
        "the ferry left {n} minutes early, half empty",
        "연락선은 예정보다 {n}분 일찍, 절반이 빈 채로 떠났고,",
    ),
    Both("nobody at gate {n} checked the seals", "{n}번 출입구에서는 아무도 봉인을 확인하지 않았으며,"),
    Both(
        "{n} districts asked for help, not one received it",
        "{n}개 지구가 도움을 요청했으나 한 곳도 받지 못했고,",
    ),
    Both("the water at {place} rose by {n} centimetres", "{place}의 수위는 이전보다 {n}센티미터나 올라갔으며,"),
    Both("the depot in {place} was emptied by {time}", "{place}의 보관소는 {time}까지 모두 비워진 상태였고,"),
    Both("{n} drivers turned back; the rest went on", "운전사 {n}명은 되돌아갔고 나머지는 계속 나아갔으며,"),
    Both(
        "the list we were given had {n} pages missing",
        "저희가 받은 명단에는 {n}쪽이 빠져 있었던 것으로 드러났고,",
    ),
    Both("line {n} to {place} will stay shut", "{place} 방면 {n}호선은 당분간 계속 닫혀 있을 것이며,"),
    Both(
        "the siren at {place} did not sound at {time}",
        "{place}의 경보는 {time}에 울리지 않았던 것으로 확인됐고,",
    ),
)

ENDINGS = (
    Both(", and no replacement is planned.", " 이를 대신할 계획은 지금까지 세워지지 않았습니다."),
    Both("; the cause is unknown.", " 그 원인이 무엇인지는 아직 알려지지 않았습니다."),
    Both(", which we regret.", " 저희는 이 점을 매우 유감스럽게 생각합니다."),
    Both(" - as we had warned.", " 이는 저희가 미리 경고했던 그대로의 결과입니다."),
    Both(", whatever others may say.", " 다른 쪽에서 무엇이라고 말하든 사실은 그렇습니다."),
    Both(" & the inquiry goes on.", " 이에 대한 조사 & 확인 작업은 계속되고 있습니다."),
    Both(", 5% of it on paper only.", " 그 가운데 5%는 서류상으로만 이루어졌습니다."),
    Both("; we will report again at {time}.", " 저희는 {time}에 다시 한번 상황을 알려 드리겠습니다."),
    Both(", at <{place}> and elsewhere.", " 이는 <{place}>에서도, 다른 곳에서도 마찬가지였습니다."),
)

COUNTED = (
    Both("The number of {subject} is {figure}. ", "현재까지 {subject} 수는 모두 합쳐 {figure}에 이릅니다. "),
    Both("So far we count {figure} {subject}. ", "저희가 지금까지 추산한 {subject} 수는 {figure}입니다. "),
    Both("There were {figure} in all: {subject}. ", "저희가 파악한 {subject} 수는 전체 {figure}에 달합니다. "),
)

HEADLINES = (
    (
        "route",
        Both("{who} says route {n} to {place} stays closed", "{who}, {place} 방면 {n}번 노선 계속 폐쇄 발표"),
    ),
    (
        "power",
        Both("{who} reports another power cut in {place}", "{who}, {place}에서 다시 정전 발생했다고 보고"),
    ),
    ("ferry", Both("{who} says ferries to {place} left early", "{who}, {place}행 연락선 일찍 떠났다고 밝혀")),
    ("depot", Both("{who} says the depot in {place} was emptied", "{who}, {place} 보관소 비워졌다고 밝혀")),
    ("aid", Both("{who} denies that aid to {place} was held back", "{who}, {place} 지원 보류 부인")),
    ("siren", Both("{who} says no siren sounded in {place}", "{who}, {place}에서 경보 울리지 않았다고 밝혀")),
    ("seals", Both("{who} says seals at gate {n} went unchecked", "{who}, {n}번 출입구 봉인 미확인 지적")),
)

FIGURE_HEADLINE = Both("{who} counts {figure} {subject}", "{who}, {subject} 수 {figure} 추산")

NOTES = (
    Both(
        "The statement was read out twice; the wording is that of the second reading.",
        "발표문은 두 번 낭독되었으며, 여기에는 두 번째 낭독의 표현을 옮겼다.",
    ),
    Both(
        "Asked about {place}, the speaker gave no further detail.",
        "{place}에 관한 질문에 발언자는 더 자세히 답하지 않았다.",
    ),
    Both("The day follows the local calendar.", "날짜는 현지 달력을 따랐다."),
    Both(
        "Earlier counts used other boundaries & are not comparable.",
        "이전 집계는 다른 경계를 썼으므로 비교할 수 없다.",
    ),
)

CORRECTIONS = {
    "typo": Both("A misspelt name was corrected.", "잘못 적힌 이름을 바로잡았다."),
    "source": Both("The link now leads to the full text.", "전문으로 가는 링크로 바꾸었다."),
    "translation": Both("The translation now keeps the hedge.", "번역에 빠졌던 유보 표현을 되살렸다."),
}

WITHDRAWAL = Both("The source itself was withdrawn by its publisher.", "출처를 발행처가 스스로 철회하였다.")

HEDGES = {
    "exact": Both("{n}", "{n}{unit}"),
    "about": Both("about {n}", "약 {n}{unit}"),
    "nearly": Both("nearly {n}", "거의 {n}{unit}"),
    "more-than": Both("more than {n}", "{n}{unit} 초과"),
    "at-least": Both("at least {n}", "최소 {n}{unit}"),
    "at-most": Both("at most {n}", "최대 {n}{unit}"),
}
RANGE = Both("{low} to {high}", "{low}{unit}에서 {high}{unit}")


def quoted(text: str) -> str:
    """A text as a double-quoted YAML scalar, which JSON's strings are."""
    return json.dumps(text, ensure_ascii=False)


def same(value: object) -> Both:
    """A text that reads alike in both languages, such as a number."""
    return Both(str(value), str(value))


def number(value: int) -> Both:
    """A number as each language writes it: 15,000 and 1만5000."""
    return Both(ENGLISH.number(value), KOREAN.number(value))


def names(rng: random.Random, count: int) -> list[Name]:
    """So many entities, no two stems alike."""
    syllables = [pair.split(":") for pair in SYLLABLES.split()]
    kinds = KINDS.split()
    taken: set[str] = set()

    def stem() -> Both:
        while True:
            parts = rng.sample(syllables, 3)
            latin = "".join(en for en, _ in parts).capitalize()
            if latin not in taken:
                taken.add(latin)
                return Both(latin, "".join(ko for _, ko in parts))

    made = []
    for number in range(count):
        kind = kinds[number % len(kinds)]
        own = stem()
        full = FORMS[kind].fill(stem=own, other=stem()) if kind == "person" else FORMS[kind].fill(stem=own)
        made.append(Name(full.en.lower().replace(" ", "-"), kind, full, own))
    return made


def sentence(rng: random.Random, places: list[Name]) -> Both:
    """One sentence that somebody could have said."""
    parts = (rng.choice(OPENINGS), rng.choice(CORES), rng.choice(ENDINGS))
    filled = [
        part.fill(
            place=rng.choice(places).stem,
            n=same(rng.randint(2, 19)),
            time=same(f"{rng.randint(6, 21):02}:{rng.randrange(5, 60, 10):02}"),
        )
        for part in parts
    ]
    return Both("".join(part.en for part in filled), "".join(part.ko for part in filled))

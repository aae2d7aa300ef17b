"""A particle fits the word before it as that is read aloud."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.language.particles import last_syllable, particle

PAIRS = ("이/가", "은/는", "을/를", "과/와", "으로/로", "이라/라")
CONSONANT, VOWEL, RIEUL, UNKNOWN = (
    "이 은 을 과 으로 이라",
    "가 는 를 와 로 라",
    "이 은 을 과 로 이라",
    "이(가) 은(는) 을(를) 과(와) (으)로 (이)라",
)
BRACKETS = [(pair[0], pair[1]) for pair in ["()", "[]", "{}", "〔〕", "【】", "（）"]]
QUOTATION_MARKS = [(pair[0], pair[1]) for pair in ["‘’", "“”", '""', "''", "〈〉", "《》", "「」", "『』", "<>"]]
FITTING = {CONSONANT, VOWEL, RIEUL, UNKNOWN}
hangul = st.text(st.characters(min_codepoint=ord("가"), max_codepoint=ord("힣")), min_size=1, max_size=8)
words = hangul | st.text(max_size=20)


def fitting(word: str) -> str:
    """The particle of each pair after a word."""
    return " ".join(particle(word, pair) for pair in PAIRS)


@pytest.mark.parametrize(
    ("ended", "particles"),
    [
        # Hangul: a final consonant, a vowel, a final ㄹ
        (["시청", "걷기 모임", "국", "옴버청(정부)은 말함"], CONSONANT),
        (["옴버", "마라 린드", "라디오", "일보"], VOWEL),
        (["서울", "호텔", "등불"], RIEUL),
        # what explains a word is not read with it
        (
            [
                "국가정보원(NIS)",
                "국가정보원 (NIS)",
                "항만(과거)",
                "조선(朝鮮)",
                "시청（국）",
                "시청[서울]",
                "시청(가(나))",
            ],
            CONSONANT,
        ),
        (["국방부(MND)", "옴버(서울)(시청)", "나토【NATO】"], VOWEL),
        (["서울(시청)"], RIEUL),
        # unless it is all there is
        (["(시청)", "[속보] 시청", "((국))"], CONSONANT),
        (["(TV)", "()나", "나)", "나("], VOWEL),
        # nor are quotation marks and stops
        (["“법”", "'시청'", "《노동신문》", "「시청」", "시청.", "시청 …", "시청\u2060", "〈국〉?"], CONSONANT),
        (["‘일보’", "“약 600척의 배”,", "나_"], VOWEL),
        (["‘말’", "(‘말’)"], RIEUL),
        # numbers, up to the last figure that is read
        (
            ["0", "3", "6", "10", "100", "1,200", "15000", "15,000", "50,000", "300,000,000", "12호 3", "1만", "3.10"],
            CONSONANT,
        ),
        (["2", "4", "5", "9", "2031-03-12", "0.5", "3,000,000,000,000", "50조"], VOWEL),
        (["1", "7", "8", "2031", "１", "0.01"], RIEUL),
        # signs and units after them
        (["70kg", "5 g", "3t", "₩500", "300₩", "2h", "¥10"], CONSONANT),
        (["3%", "3 %", "３％", "30°", "30℃", "30 °C", "1.5%p", "$300", "$5만", "US$1.5", "5만$", "€7", "OPEC+"], VOWEL),
        (["3km", "30㎞", "3 km²", "5㎡", "5m3", "4L", "20ml", "300kcal", "5kWh", "7ha", "90km/h"], VOWEL),
        (["60dB", "1000hPa", "5‰"], RIEUL),
        # capitals as they are spelt: 엠·엔, 엘·알, the rest in a vowel
        (["OM", "FIN", "N", "n", "ICBM"], CONSONANT),
        (["L", "l", "URL", "PR"], RIEUL),
        (["OMBER USA", "NIX", "SBS", "B", "DPRK", "5G", "PhD"], VOWEL),
        # known words
        (["OPEC", "Opec", "NASDAQ", "라틴 III"], CONSONANT),
        (["NAVER"], VOWEL),
        # other Latin words where their end tells
        (["Kim", "Omber Town", "Pyongyang", "SAMSUNG"], CONSONANT),
        (["Paul", "Omber Journal", "INTERPOL"], RIEUL),
        (["Omber Radio", "Mara", "Omber Post", "News", "The Korea Herald", "Daily Telegraph", "Kyiv", "Moscow"], VOWEL),
        (["Omber Insider", "Le Monde", "The Voice", "Justice League", "TASS", "REUTERS", "Contributors"], VOWEL),
        # where nothing tells
        (
            [
                "Omber Market",
                "Time",
                "Tribune",
                "TRIBUNE",
                "Europe",
                "é",
                "日本",
                "Вест",
                "²",
                "2/3",
                "9/11",
                "…",
                "",
                "ㅇ",
            ],
            UNKNOWN,
        ),
    ],
)
def test_a_particle_fits_the_last_sound(ended: list[str], particles: str) -> None:
    assert {word: fitting(word) for word in ended} == dict.fromkeys(ended, particles)


@given(st.text(max_size=300) | st.text("()[]{}〔〕【】“”‘’0123456789,./%°$ aMkgm²가말_", max_size=300))
def test_every_word_has_a_particle(word: str) -> None:
    assert fitting(word) in FITTING


@given(hangul, words, st.sampled_from(BRACKETS))
def test_what_stands_in_brackets_changes_nothing(word: str, within: str, brackets: tuple[str, str]) -> None:
    opening, closing = brackets
    balanced = "".join(character for character in within if last_syllable(character) or character.isspace())
    assert fitting(f"{word}{opening}{balanced}{closing}") == fitting(word)


@given(hangul, st.sampled_from(QUOTATION_MARKS))
def test_quotation_marks_change_nothing(word: str, marks: tuple[str, str]) -> None:
    opening, closing = marks
    assert fitting(f"{opening}{word}{closing}") == fitting(word)


@given(
    st.integers(0, 10**16 - 1)
    | st.builds(lambda digit, power: digit * 10**power, st.integers(1, 9), st.integers(0, 15))
)
def test_a_number_is_read_as_people_say_it(number: int) -> None:
    assert fitting(str(number)) == fitting(f"{number:,}") == fitting(said(number))


def said(number: int) -> str:
    """A number in words, from its first figure to its last."""
    if not number:
        return "영"
    figures = str(number)
    words = []
    for place, figure in zip(range(len(figures) - 1, -1, -1), figures, strict=True):
        if figure != "0":
            words.append("영일이삼사오육칠팔구"[int(figure)] + ["", "십", "백", "천"][place % 4])
        if place % 4 == 0 and figures[max(0, len(figures) - place - 4) : len(figures) - place].strip("0"):
            words.append(["", "만", "억", "조"][place // 4])
    return "".join(words)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (10, "일십"),
        (4_700, "사천칠백"),
        (50_000, "오만"),
        (100_030_000, "일억삼만"),
        (2 * 10**12, "이조"),
        (10**15, "일천조"),
    ],
)
def test_numbers_in_words(number: int, words: str) -> None:
    assert said(number) == words


@pytest.mark.parametrize("word", ["(" * 50_000, ")" * 50_000, "1," * 50_000 + "x", "$1" * 50_000, " " * 50_000 + "a"])
def test_a_word_of_any_length_is_read(word: str) -> None:
    assert fitting(word) in FITTING

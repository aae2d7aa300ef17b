"""Words of texts, by the rules of Korean and English."""

import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.language.reduction import reduction
from site_builder.search.hangul import initials
from site_builder.search.words import Words
from site_builder.text import folding
from site_builder.text.folding import search_folded

WORDS = Words(reduction(["en", "ko"]))
LETTERS = st.text(
    st.sampled_from("가각갂간북한군이의는을다했졌ㄱㄳ천만억십일이삼0123456789,.-'`·abceinstyüßＡ①¹é́ \n年国"),
    max_size=24,
)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("등대섬에서는", ["등대섬"]),
        ("어부들에게도", ["어부"]),
        ("전쟁포로는", ["전쟁포", "전쟁포로"]),  # a noun may end as if in a particle
        ("위원회의", ["위원회", "위원회의"]),
        ("회의", ["회의"]),  # two syllables stay
        ("北海道에서", ["北海道"]),
        ("북·남 정상", ["북", "남", "북남", "정상"]),
        ("OMB가", ["omb"]),
        ("Kestrel-9B형 O'Mara's", ["9b", "kestrel", "kestrel9b", "형", "mara", "omara"]),
        ("lighthouses collapsed, collapsing; casualties, casualty", ["lighthous", "collaps", "casualti"]),
        ("the and of", []),
        ("élan Élan ÉLAN Straße", ["elan", "stras"]),
        ("Київ", ["киів"]),
    ],
)
def test_words_without_particles_and_suffixes(text: str, whole: list[str]) -> None:
    found = WORDS.of(text).whole
    assert set(whole) <= found, sorted(found)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1차관은", {"차관"}),
        ("3분기부터", {"분기"}),
        ("600여명이", set()),
        ("24시간의", {"시간"}),
        ("2개여단이", {"여단"}),
    ],
)
def test_words_behind_a_number(text: str, words: set[str]) -> None:
    found = {word for word in WORDS.of(text).whole if not word.isdigit()}
    assert words <= found
    assert bool(words) == bool(found), found


def test_ends_of_words() -> None:
    assert WORDS.of("자폭무인기를").inner == {"폭무인기", "무인기", "인기"}
    assert "제한" in WORDS.of("집합제한").inner  # no form of 하다
    assert "하겠" not in WORDS.of("파병하겠다").inner


@pytest.mark.parametrize(
    "forms",
    [
        "무너졌다 무너진 무너져 무너지는 무너지고 무너졌다고 무너질",
        "도왔다 돕는 도울 돕고 도와",
        "들었다 들은 듣는 듣고",
        "불렀다 부르는 불러 부른",
        "지었다 지은 짓는",
        "만들었다 만든 만드는 만들고",
        "썼다 쓰는 써",
        "모았다 모은 모아서 모으겠다고",
        "만들어졌다 만들어진 만들겠다 만들어서",
        "알려졌다 알려진다 알리겠습니다 알려도",
        "얻어냈다 얻어 얻었고",
        "다치신 다치셨습니다 다쳤대 다친다던데요 다쳐",
        "읽으셨다 읽으셔서 읽어요 읽었거든요",
        "섞었다 섞인 섞여",
        "밝혀졌다 밝혔다 밝히려면",
        "이르렀다 이르러 이른",
        "보냈다 보내 보낸",
        "자랐다 자라고 자라며",
        "살아있는 살아 살아있던 살았다",
        "돌아오셨나요 돌아와 돌아온",
    ],
)
def test_forms_of_a_verb_share_a_key(forms: str) -> None:
    keys = [{word for words in WORDS.of(form) for word in words if word.startswith("~")} for form in forms.split()]
    assert set.intersection(*keys), dict(zip(forms.split(), keys, strict=True))


def test_verbs_that_begin_alike_have_keys_of_their_own() -> None:
    found = [
        WORDS.of(form).verbs for form in ("이루었다", "이르렀다", "지나서", "지냈다", "지니고", "모았다", "몰랐다")
    ]
    assert not [one & other for one, other in combinations(found, 2) if one & other]


def test_a_word_without_an_ending_is_rather_a_noun() -> None:
    assert WORDS.of("조사").inner == {"~조스"}
    assert not WORDS.of("조사").verbs


def test_short_nouns_with_particles_are_no_verbs() -> None:
    assert not WORDS.of("것은 그는 것을 이것이").verbs


@pytest.mark.parametrize("word", ["천사", "만일", "조사"])
def test_words_that_look_like_numbers(word: str) -> None:
    assert WORDS.of(word).whole == {word}


def test_a_verb_that_ends_like_a_helping_one_has_a_key_of_its_own() -> None:
    assert WORDS.of("달아났다").verbs == WORDS.of("달아나는").verbs == {"~달아느", *WORDS.of("달았다").verbs}


@pytest.mark.parametrize(
    "form",
    ["격추했다", "격추된", "격추하기로", "격추시킨", "격추당했다고", "격추됐다", "격추하겠다", "격추해서", "격추돼도"],
)
def test_a_noun_before_a_verb_is_a_word(form: str) -> None:
    assert "격추" in WORDS.of(form).whole


@pytest.mark.parametrize(
    ("number", "texts"),
    [
        (
            "4700",
            [
                "4,700",
                "4700",
                "4천700",
                "4천7백",
                "4천 7백명",
                "4천700여 명",
                "4,700여명이",
                "사천칠백",
                "사천칠백여 명",
                "4.7k",
            ],
        ),
        ("12500", ["만 이천오백 명", "1만2천500", "1만 2500명", "12,500명가량", "twelve thousand five hundred"]),
        ("2500000", ["250만", "2.5 million", "이백오십만", "250만여 명", "2.5m"]),
        ("120000000", ["1억2000만", "1억 2천만 원", "120 million"]),
        ("24000", ["2만4천", "2만4000TEU", "24,000 TEU", "2만 4천 TEU급"]),
        ("240", ["240mm", "240 mm"]),
        ("6000", ["six thousand", "6천", "육천 명"]),
        ("605", ["six hundred and five", "six hundred five", "육백오"]),
        ("25", ["twenty-five", "25번째", "이십오"]),
        ("2.5", ["2.5", "2.50", "2.5%"]),
    ],
)
def test_numbers_in_every_spelling(number: str, texts: list[str]) -> None:
    assert [text for text in texts if number not in WORDS.of(text).whole] == []


def test_numbers_of_neighbouring_texts_stay_apart() -> None:
    assert {"10000", "2000"} <= WORDS.of("1만", "2000").whole


@pytest.mark.parametrize(
    "text",
    [
        "April 3, 2031",
        "3 April 2031",
        "Apr. 3rd, 2031",
        "2031년 4월 3일",
        "2031.4.3",
        "2031-04-03",
        "2031/4/3",
        "2031. 4. 3.",
        "31년 4월 3일",
        "31.4.3",
        "4/3/2031",
        "3.4.2031",
        "03-04-31",
        "20310403",
        "Apr 3 2031",
    ],
)
def test_dates(text: str) -> None:
    assert {"2031", "2031-04", "2031-04-03", "04-03"} <= WORDS.of(text).whole


def test_dates_without_year_or_day() -> None:
    assert "04-03" in WORDS.of("4월 3일").whole
    assert "2031-04" in WORDS.of("April 2031").whole
    assert {"04-03", "03-04", "4", "3"} <= WORDS.of("4/3").whole
    assert {"2031-04", "04-"} <= WORDS.of("31년 4월").whole
    assert "2031-04" in WORDS.of("2031. 4.").whole
    assert "04-" in WORDS.of("4월에는").whole
    assert WORDS.of("march may").whole == {"march", "may"}
    assert "2003" not in WORDS.of("3년 만에 25년").whole
    assert WORDS.of("2031-13 2031-99-99").whole == {"2031", "13", "99"}


def test_years_of_two_digits_are_of_the_last_century_from_69_on() -> None:
    assert "1969-04-03" in WORDS.of("69.4.3").whole
    assert "2068-04-03" in WORDS.of("68.4.3").whole


def test_initials() -> None:
    assert initials("세린 오마라") == {search_folded("ㅅㄹㅇㅁㄹ"), search_folded("ㅅㄹ"), search_folded("ㅇㅁㄹ")}
    assert search_folded("ㄳ") == search_folded("ㄱㅅ")  # as some keyboards write it while one types
    assert initials("Serin") == set()


def test_a_language_without_tables_is_found_by_whole_words() -> None:
    assert Words(reduction(["fr"])).of("les soldats 병사들은").whole == {"les", "soldats", "병사들은"}


@given(LETTERS)
def test_any_text_has_words_that_find_it_again(text: str) -> None:
    found = WORDS.of(text)
    assert not found.whole & found.inner
    assert not found.whole & found.verbs
    assert all(len(word) <= 48 and " " not in word for words in found for word in words)
    assert WORDS.of(text.upper()) == WORDS.of(text.upper().lower())


@given(LETTERS)
def test_plain_texts_are_folded_as_others_are(text: str) -> None:
    fast = search_folded(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folding, "_PLAIN", re.compile("(?!)"))
        assert search_folded(text) == fast


@pytest.mark.parametrize("letter", ["가", "1", "a", "천", "-", "ㄱ", "é", "."])
def test_a_long_run_takes_time_in_proportion(letter: str) -> None:
    assert all(len(word) < 200 for words in WORDS.of(letter * 20_000) for word in words)

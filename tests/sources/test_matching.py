"""Quotes are found in the text of their source word for word, by their brackets, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.sources.matching import Match, Text, find

SAID = "The City Office said on Monday that about 1,200 people came to the walk, and that nobody was hurt."
KOREAN = "옴버 시청은 월요일에 시민 약 1천200명이 걷기 행사에 왔다고 밝혔다. 다친 사람은 없었다고 했다."


def look(quote: str, text: str, tag: str = "en") -> Match:
    return find(quote, Text(text), tag)


def outcome(quote: str, text: str, tag: str = "en") -> str:
    found = look(quote, text, tag)
    return found.doubt or found.outcome


def shown(quote: str, text: str, tag: str = "en") -> list[str]:
    """What was found of a quote, as the text has it."""
    return [text[start:end] for start, end in look(quote, text, tag).spans]


def test_a_quote_is_found_where_it_stands() -> None:
    found = look("about 1,200 people came", SAID)
    assert (found.outcome, found.occurrences, found.gaps, found.beside) == ("word-for-word", 1, (), ())
    assert SAID[slice(*found.span)] == "about 1,200 people came"


def test_the_place_is_that_of_the_text_as_it_was_published() -> None:
    text = "He said: “The\u00a0walk\n –\u200b it’s over …”"
    assert shown("The walk - it's over ...", text) == ["The\u00a0walk\n –\u200b it’s over …"]


def test_a_quote_that_stands_there_twice_is_counted() -> None:
    found = look("about 1,200 people came", f"{SAID}\n{SAID}")
    assert (found.occurrences, found.span[0]) == (2, SAID.index("about"))


@pytest.mark.parametrize(
    "quote",
    [
        "about 1,200 people come",
        "About 1,200 people came",
        "about 1,300 people came",
        "about 1200 people came",
        "about 1, 200 people came",
        "about 1,200 people came.",
        "about people 1,200 came",
    ],
)
def test_one_letter_digit_or_mark_is_enough_not_to_be_found(quote: str) -> None:
    assert outcome(quote, SAID) == "not-found"


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("600 soldiers were killed", "about 1,600 soldiers were killed"),
        ("600 soldiers were killed", "about 1.600 soldiers were killed"),
        ("600 soldiers were killed", "about 1600 soldiers were killed"),
        ("600 soldiers were killed", "about 1\u00a0600 soldiers were killed"),
        ("600 soldiers were killed", "some 500–600 soldiers were killed"),
        ("600 degrees at night", "it was −600 degrees at night"),
        ("some 500 or more", "there were some 500 or more-or-less"),
        ("there were some 500", "there were some 500–600 soldiers"),
        ("there were some 500", "there were some 500~600 soldiers"),
        ("there were some 500", "there were some 500,000 soldiers"),
        ("there were some 500", "there were some 500.5 tonnes"),
        ("there were some 500", "there were some 500k soldiers"),
        ("there were some 50", "there were some 50% of them"),
        ("there were some 5", "there were some 5 million soldiers"),
        ("there were some 5", "there were some 5 percent of them"),
        ("there were some five", "there were some five hundred soldiers"),
        ("hundred soldiers were killed", "six hundred soldiers were killed"),
        ("five soldiers were killed", "twenty-five soldiers were killed"),
        ("five hundred soldiers died", "one thousand five hundred soldiers died"),
        ("port of the walk", "a report of the walk"),
        ("a report of the", "a report of them"),
        ("lethal aid was sent", "non-lethal aid was sent"),
        ("the army is non", "the army is non-lethal"),
        ("22 missiles were sent", "SA-22 missiles were sent"),
        ("that they could do", "that they could don’t"),
        ("that they do it ca", "that they do it can't"),
        ("S. forces in Omber", "the U.S. forces in Omber"),
        ("all of the U", "all of the U.S. forces"),
        ("in the cafe of Omber", "in the cafe of Omber\u0338"),
    ],
)
def test_a_match_cuts_no_number_and_no_word(quote: str, text: str) -> None:
    assert outcome(quote, text) == "cut"


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("600명이 사망한 것으로", "북한군 1천600명이 사망한 것으로"),
        ("600명이 사망한 것으로", "북한군 1600명이 사망한 것으로"),
        ("600명이 사망한 것으로", "북한군 1천 600명이 사망한 것으로"),
        ("5천명을 파병한 것으로", "모두 1만 5천명을 파병한 것으로"),
        ("천600명이 사망한 것으로", "북한군 1천600명이 사망한 것으로"),
        ("사망한 북한군은 모두 600", "사망한 북한군은 모두 600만 명"),
        ("사망한 북한군은 모두 1천", "사망한 북한군은 모두 1천600명"),
        ("사망한 북한군은 모두 1만", "사망한 북한군은 모두 1만 5천명"),
        ("사망한 북한군은 모두 600", "사망한 북한군은 모두 600~700명"),
        ("700명이 사망한 것으로", "북한군 600명~700명이 사망한 것으로"),
        ("사망한 북한군은 모두 3", "사망한 북한군은 모두 3분의 2"),
        ("사망한 북한군은 모두 30", "사망한 북한군은 모두 30퍼센트"),
        ("전투 손실이 크다고 밝혔다", "비전투 손실이 크다고 밝혔다"),
    ],
)
def test_a_match_cuts_no_korean_number_and_does_not_begin_within_a_word(quote: str, text: str) -> None:
    assert outcome(quote, text, "ko") == "cut"


@pytest.mark.parametrize(
    ("quote", "text", "tag"),
    [
        ("시민 약 1천200명", KOREAN, "ko"),
        ("약 1천200명이 걷기 행사에 왔다", KOREAN, "ko"),
        ("국정원은 북한군 600명", "국정원은 북한군 600명이라고 했다", "ko"),
        ("according to the NIS", "according to the NIS는", "en"),
        ("troops of the north", "they said—troops of the north—so", "en"),
        ("600 of them died", "in the war—600 of them died", "en"),
        ("in 2024, 600 of them", "He said that in 2024, 600 of them", "en"),
        ("六百名士兵已经阵亡", "报道说六百名士兵已经阵亡了", "zh"),
        ("hurt in the walk", "\u201churt in the walk\u201d", "en"),
    ],
)
def test_what_may_stand_around_a_match(quote: str, text: str, tag: str) -> None:
    assert outcome(quote, text, tag) == "word-for-word"


@pytest.mark.parametrize(
    ("quote", "tag"), [("came", "en"), ("people came", "en"), ("걷기 행사에", "ko"), ("\u200b", "en")]
)
def test_a_few_words_are_too_short_to_be_looked_for(quote: str, tag: str) -> None:
    assert outcome(quote, f"{SAID} {KOREAN}", tag) == "too-short"


def test_a_short_text_is_found_where_it_is_a_whole_block() -> None:
    text = f"Nobody hurt!\n{SAID}\nNobody hurt!\n"
    found = look("Nobody hurt!", text)
    assert (found.outcome, found.spans, found.occurrences) == ("word-for-word", ((0, 12),), 2)
    assert outcome("Nobody hurt", text) == "too-short"


@pytest.mark.parametrize("brackets", ["[sic]", "[…]", "[was]", "[n]obody"])
def test_brackets_of_the_source_are_as_literal_as_its_words(brackets: str) -> None:
    text = f"The office said that {brackets} nobody was hurt in it."
    found = look(f"said that {brackets} nobody was hurt", text)
    assert (found.outcome, found.gaps) == ("word-for-word", ())


@pytest.mark.parametrize(
    ("quote", "outcome"),
    [
        ("[A]bout 1,200 people came", "with-omissions"),
        ("[a]bout 1,200 people came", "with-omissions"),
        ("[B]out 1,200 people came", "not-found"),
        ("[A]bout 1,300 people came", "not-found"),
        ("[t]he City Office said on [m]onday", "with-omissions"),
    ],
)
def test_a_letter_in_brackets_stands_for_either_case_of_it(quote: str, outcome: str) -> None:
    found = look(quote, SAID)
    assert (found.outcome, found.gaps) == (outcome, ())


def test_what_an_editor_remarks_on_is_as_it_was() -> None:
    assert outcome("about 1,200 peeple [sic] came", "about 1,200 peeple came") == "with-omissions"
    assert outcome("about 1,200 peeple [sic] came", "about 1,200 people came") == "not-found"


@pytest.mark.parametrize(
    ("quote", "gap"),
    [
        ("said on Monday that [the walkers] came to the walk", "about 1,200 people"),
        ("about 1,200 people [of Omber] came to the walk, and", ""),
        ("about 1,200 people c[o]me to the walk, and", "a"),
    ],
)
def test_an_editors_words_stand_for_a_few_others(quote: str, gap: str) -> None:
    found = look(quote, SAID)
    assert (found.outcome, [each.text for each in found.gaps]) == ("with-omissions", [gap])


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("The City Office said [it], and that nobody was hurt", f"{SAID[:20]}, {'and so ' * 8}{SAID[20:]}"),
        (
            "The office came there. [It] said that nobody was hurt",
            "The office came there. All went. He said that nobody was hurt",
        ),
        (
            "The office came there [and] said that nobody was hurt",
            "The office came there. It said that nobody was hurt",
        ),
        (
            "The office came there [and] said that nobody was hurt",
            "The office came there\nand they said that nobody was hurt",
        ),
        ("The office said that walk[ers] were all there then", "The office said that walk dogs were all there then"),
        ("The office said that 1[2]00 were all there then", "The office said that 1900 were all there then"),
    ],
)
def test_an_editors_words_stand_for_no_sentence_and_for_no_other_word(quote: str, text: str) -> None:
    assert look(quote, text).outcome == "not-found"


@pytest.mark.parametrize(
    "quote",
    ["[It] said on Monday that about 1,200 came", "said [it] on Monday that about 1,200 came", "came to [it] all"],
)
def test_an_editors_words_need_words_of_the_source_on_both_sides(quote: str) -> None:
    assert outcome(quote, SAID) == "lonely-brackets"


@pytest.mark.parametrize("mark", ["[…]", "[...]", "(…)", "(...)", "…", "...", "(중략)", "[ … ]"])
def test_words_that_are_left_out_are_told_of(mark: str) -> None:
    found = look(f"said on Monday {mark} people came to the walk", SAID)
    assert found.outcome == "with-omissions"
    assert [(each.text, SAID[slice(*each.span)].strip()) for each in found.gaps] == [("that about 1,200",) * 2]
    assert [SAID[slice(*span)] for span in found.spans] == ["said on Monday", "people came to the walk"]


def test_parts_stand_in_the_source_in_their_order() -> None:
    assert outcome("said on Monday […] nobody was hurt", SAID) == "with-omissions"
    assert outcome("nobody was hurt […] said on Monday", SAID) == "not-found"


def test_a_part_is_looked_for_again_where_the_next_one_does_not_follow() -> None:
    text = f"said on Monday {'x ' * 800} said on Monday all the same that nobody was hurt"
    assert outcome("said on Monday […] nobody was hurt", text) == "with-omissions"
    assert outcome("said on Monday […] nobody was hurt […] nobody was hurt", text) == "not-found"


@pytest.mark.parametrize(("length", "outcome"), [(1490, "with-omissions"), (1510, "not-found")])
def test_a_gap_is_no_longer_than_a_page(length: int, outcome: str) -> None:
    assert (
        look("said on Monday […] nobody was hurt", f"said on Monday {'x' * length} nobody was hurt").outcome == outcome
    )


@pytest.mark.parametrize(
    ("quote", "tag"),
    [
        ("said on Monday […] hurt", "en"),
        ("월요일에 시민 (중략) 왔다고 밝", "ko"),
        ("came to the […]", "en"),
        ("came to (중략)", "en"),
    ],
)
def test_parts_have_some_words_each(quote: str, tag: str) -> None:
    expected = {"came to the […]": "with-omissions"}.get(quote, "short-part")
    assert outcome(quote, f"{SAID} {KOREAN}", tag) == expected


def test_hostile_quotes_end() -> None:
    assert outcome(" … ".join(["a b c"] * 4000), "a b c d") == "many-parts"
    quote = " … ".join([*["a b c"] * 18, "e f g"])
    assert outcome(quote, "a b c d " * 300) == "not-found"


@pytest.mark.parametrize(
    ("quote", "text", "tag", "negations"),
    [
        ("that the landlord is […] permitted to enter", "that the landlord is not permitted to enter", "en", ("not",)),
        (
            "that the office did […] say so itself",
            "that the office did, as it wasn’t asked, say so itself",
            "en",
            ("n't",),
        ),
        ("시청은 다친 사람이 (중략) 월요일에 밝혔다", "시청은 다친 사람이 있지 않다고 월요일에 밝혔다", "ko", ("않",)),
        ("시청은 다친 사람이 (중략) 월요일에 밝혔다", "시청은 다친 사람이 있다고 월요일에 밝혔다", "ko", ()),
        ("시청은 다친 사람이 (중략) 월요일에 밝혔다", "시청은 다친 사람이 있다고 말하며 월요일에 밝혔다", "ko", ()),
        ("that the office did […] say so itself", "that the office did notably say so itself", "en", ()),
    ],
)
def test_a_negation_that_was_left_out_is_told_of(quote: str, text: str, tag: str, negations: tuple[str, ...]) -> None:
    found = look(quote, text, tag)
    assert [each.negations for each in found.gaps] == [negations]


@pytest.mark.parametrize(
    ("quote", "text", "tag", "beside"),
    [
        ("permitted to enter it", "the landlord is not permitted to enter it", "en", ("not",)),
        ("came to the walk", "Nobody came to the walk", "en", ("Nobody",)),
        ("came to the walk", "It is not so. People came to the walk. Nobody was hurt", "en", ()),
        ("People came to the walk.", "People came to the walk. Nobody was hurt", "en", ()),
        ("came to the walk", "It is not so\nPeople came to the walk\nNobody was hurt", "en", ()),
        ("came to the walk", "It is not so that the people came to the walk", "en", ()),
        ("정부는 파병을 공식 인정", "정부는 파병을 공식 인정하지 않았다", "ko", ("않",)),
        ("정부는 파병을 공식 인정", "정부는 파병을 공식 인정했다", "ko", ()),
    ],
)
def test_a_negation_right_beside_a_quote_is_told_of(quote: str, text: str, tag: str, beside: tuple[str, ...]) -> None:
    assert look(quote, text, tag).beside == beside


@given(st.text(), st.text())
def test_no_quote_and_no_text_is_a_surprise(quote: str, text: str) -> None:
    found = look(quote, text)
    assert found.is_found == bool(found.spans) == bool(found.occurrences)


@given(st.text(alphabet="ab 1,[…]", min_size=5, max_size=20), st.text(alphabet="ab 1,"), st.text(alphabet="ab 1,"))
def test_a_quote_that_stands_between_sentences_is_found(quote: str, before: str, behind: str) -> None:
    found = look(quote, f"{before}. ({quote}). {behind}")
    assert found.outcome in ("word-for-word", "too-short")

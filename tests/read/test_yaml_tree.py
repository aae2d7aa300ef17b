import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from site_builder.problems import Place
from site_builder.read import files, yaml_tree
from site_builder.text.quoting import quoted
from tests.records import CLAIM, changed, coded, marked, read, titled


def refused(data: str) -> list[str]:
    """The problems of a file that holds no record."""
    record, problems = read(data)
    assert record is None
    return coded(problems)


def nested(depth: int) -> str:
    """A file of mappings, one in the other."""
    return "".join(f"{'  ' * level}a:\n" for level in range(depth - 1)) + "  " * (depth - 1) + "a: b\n"


@pytest.mark.parametrize("text", ["", "\n \n", "# only\n  # comments\n", "---\n", "--- # comment\n", "''\n"])
def test_a_file_without_a_record_is_empty(text: str) -> None:
    assert refused(text) == ["1:1 E105"]


@pytest.mark.parametrize("text", [CLAIM, f"---\n{CLAIM}", f"{CLAIM}...\n", f"# comment\n\n---\n{CLAIM}", CLAIM[:-1]])
def test_one_document_may_begin_and_end_as_yaml_documents_do(text: str) -> None:
    record, problems = read(text)
    assert record is not None
    assert problems == []


@pytest.mark.parametrize(
    "text",
    [
        f"{CLAIM}⊥title: again\n",
        changed(CLAIM, "  ko: 시청,", "  ko: 시청\n  ⊥en: 시청,"),
        titled('one\n  ⊥"en": two'),
        changed(CLAIM, "[lantern-walk]", "[{a: b, ⊥a: c}]"),
        changed(CLAIM, "    from: en\n", "    from: en\n    ⊥from: en\n    ⊥from: ko\n"),
    ],
)
def test_a_repeated_key_is_refused_where_it_stands_again(text: str) -> None:
    text, expected = marked(text, "E201")
    assert [problem for problem in refused(text) if problem.endswith("E201")] == expected


def test_a_repeated_key_names_the_first() -> None:
    problem = read(f"{CLAIM}title: again\n")[1][0]
    assert problem.related is not None
    assert (problem.related.line, problem.related.column) == (1, 1)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        # marks of YAML that a record does not use
        (titled("⊥&a words"), "E202"),
        (titled("⊥*a"), "E202"),
        ("⊥&a [⊥*a]\n", "E202"),
        ("a: ⊥&x b\n⊥*x : c\n", "E202"),
        (changed(CLAIM, "about: [", "about: ⊥&all ["), "E202"),
        (changed(CLAIM, "claimant: ", "⊥&a claimant: "), "E202"),
        (f"{CLAIM}⊥<<: words\n", "E203"),
        (changed(CLAIM, "  en:\n", "  en:\n    ⊥<<: {a: b}\n"), "E203"),
        (titled("⊥!!python/object/apply:os.system words"), "E204"),
        (titled("⊥!!binary aGk="), "E204"),
        (titled("⊥!!str words"), "E204"),
        (titled("⊥!env HOME"), "E204"),
        (titled("⊥!<tag:example.org:x> words"), "E204"),
        (titled("⊥! words"), "E204"),
        (changed(CLAIM, "about: [", "about: ⊥!!set ["), "E204"),
        (changed(CLAIM, "claimant: ", "⊥!x claimant: "), "E204"),
        (f"⊥%YAML 1.1\n---\n{CLAIM}", "E205"),
        (f"⊥%YAML 9.9\n---\n{CLAIM}", "E205"),
        (f"⊥%TAG ! tag:example.org:\n---\n{CLAIM}", "E205"),
        (f"{CLAIM}⊥---\ntitle: x\n", "E206"),
        (f"{CLAIM}⊥---\n", "E206"),
        (f"{CLAIM}...\n⊥title: x\n", "E206"),
        # words that YAML would read otherwise
        (titled("Minister⊥: we will"), "E211"),
        (titled("장관⊥: 하겠다"), "E211"),
        (titled("words⊥:"), "E211"),
        (changed(CLAIM, "text: about 1,200", "text: about⊥: 1,200"), "E211"),
        (f"{CLAIM}notes:\n  en: one⊥: two\n", "E211"),
        (titled("rank ⊥#1 of 5"), "E212"),
        (titled("1위 ⊥#반도체"), "E212"),
        (titled("rank   ⊥#1 of 5"), "E212"),
        (titled("rank ⊥# a comment"), "E212"),
        (changed(CLAIM, "method: human", "method: human ⊥# by a person"), "E212"),
        (changed(CLAIM, "[lantern-walk]", "[lantern-walk ⊥#1\n  ]"), "E212"),
        (titled('⊥"words'), "E215"),
        (titled("⊥'words"), "E215"),
        (titled("⊥@words"), "E217"),
        (titled("⊥`words`"), "E217"),
        (titled("⊥% words"), "E217"),
        # structure
        (f"{CLAIM}notes:\n  en: |\n      deep\n    ⊥less deep\n", "E214"),
        (f"{CLAIM}notes:\n  en: >-\n      deep\n    ⊥less deep\n  ko: 말\n", "E214"),
        ("- |\n    deep\n  ⊥less deep\n", "E214"),
        ("title:\n  en: words\n⊥ ko: 말\n", "E225"),
        ("title:\n  en: words\n⊥  - ko\n", "E225"),
        ("about: [a,⊥, b]\n", "E224"),
        (titled("⊥“words: and more”"), "E227"),
        (titled("'words⊥' and more"), "E221"),
        ("about: [a, b]⊥]\n", "E216"),
        ("⊥{a: b}: c\n", "E216"),
        ("title:\n⊥\ten: words\n", "E218"),
        (changed(CLAIM, "[lantern-walk]", "⊥[lantern-walk"), "E219"),
        ("title: ⊥{en: words\nsaid: 2031\n", "E219"),
    ],
)
def test_what_a_record_may_not_hold_is_refused_where_it_stands(text: str, code: str) -> None:
    text, expected = marked(text, code)
    assert refused(text) == expected


@given(st.text(st.characters(codec="utf-8")) | st.text("ab:#'\"\\ \n\t\0\u2028가"))
def test_any_text_can_be_put_in_quotation_marks(text: str) -> None:
    written = quoted(text)
    assert "\n" not in written
    root, _ = yaml_tree.parse(f"title: {written}", "x.yml")
    assert root is not None
    assert yaml_tree.data(root) == {"title": text}


@pytest.mark.parametrize("tag", ["!!python/object/apply:os.system", "!!binary", "!env", "!"])
def test_a_tag_is_named_as_it_was_written(tag: str) -> None:
    (problem,) = read(titled(f"{tag} words"))[1]
    assert problem.values == {"tag": tag}


@pytest.mark.parametrize("mark", ["&a words", "*a"])
def test_a_reference_is_named_as_it_was_written(mark: str) -> None:
    (problem,) = read(titled(mark))[1]
    assert problem.values == {"mark": mark.split()[0]}


def test_nesting_has_an_end() -> None:
    assert yaml_tree.parse(nested(32), "x.yml")[1] == []
    assert refused(nested(33)) == ["33:65 E207"]


@pytest.mark.parametrize("opening", ["[", "{", "- ", "[{a: "])
def test_nesting_without_end_is_refused_and_harms_nobody(opening: str) -> None:
    (problem,) = refused(opening * 10_000)
    assert problem.endswith("E207")


def test_values_have_an_end() -> None:
    assert yaml_tree.parse("[" + "a, " * 4_999 + "]", "x.yml")[1] == []
    assert refused("[" + "a, " * 5_000 + "]") == ["1:14999 E208"]


def test_an_alias_bomb_is_refused_mark_by_mark() -> None:
    text = "a0: &a0 [x]\n" + "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 10))
    problems = refused(text)
    assert len(problems) == 10 + 9 * 9
    assert {problem[-4:] for problem in problems} == {"E202"}


def test_three_thousand_directives_are_one_problem() -> None:
    assert refused("%FOO bar\n" * 3_000 + f"---\n{CLAIM}") == ["1:1 E205"]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        *((word, word) for word in ("NO", "yes", "on", "null", "~", "true", "0755", "0o17", "0x1F", "12:30", "1_000")),
        *((word, word) for word in ("1e3", ".nan", ".inf", "1.10", "+1", "=", "2031-03-12", "<tag>", "a:b", "a#b")),
        ('"quoted: with # both" # and a comment', "quoted: with # both"),
        ("'it''s'", "it's"),
        (r'"\u2615 \x41 \"x\" \\"', '☕ A "x" \\'),
        (">-\n    one\n    two", "one two"),
        ("one\n    two", "one two"),
    ],
)
def test_text_keeps_its_letters(written: str, text: str) -> None:
    root, problems = yaml_tree.parse(f"title:\n  en: {written}\n", "x.yml")
    assert problems == []
    assert root is not None
    assert yaml_tree.data(root) == {"title": {"en": text}}


def test_keys_keep_their_letters() -> None:
    root, problems = yaml_tree.parse('1: a\n~: b\nno: c\ntrue: d\n"": e\n2031-03-12: f\n', "x.yml")
    assert problems == []
    assert root is not None
    assert yaml_tree.data(root) == {"1": "a", "~": "b", "no": "c", "true": "d", "": "e", "2031-03-12": "f"}


@pytest.mark.parametrize(
    ("escape", "code"),
    [(r"\0", "E104"), (r"\e", "E104"), (r"\x9b", "E104"), (r"\N", "E104"), (r"\L", "E104"), (r"\u202e", "E404")],
)
def test_an_escape_brings_in_no_refused_character(escape: str, code: str) -> None:
    (problem,) = read(changed(CLAIM, "about 1,200 people came", f'"a{escape}"'))[1]
    assert (problem.kind.code, problem.place.line, problem.place.column) == (code, 9, 13)
    assert problem.place.length == len(escape)


def test_the_place_of_every_value_is_known() -> None:
    root, _ = yaml_tree.parse("title: {en: a, ko: 말}\nabout:\n  - one\n  - two: three\n", "x.yml")
    assert root is not None
    places = {
        ("title",): "1:1",
        ("title", "en"): "1:13",
        ("title", "ko"): "1:20",
        ("about",): "2:1",
        ("about", 0): "3:5",
        ("about", 1): "4:5",
        ("about", 1, "two"): "4:10",
        ("about", 9): "2:1",
        ("title", "fr"): "1:1",
        ("nothing", "there"): "1:1",
    }
    found = {path: yaml_tree.at(root, path) for path in places}
    assert {path: f"{place.line}:{place.column}" for path, place in found.items()} == places
    key = yaml_tree.at(root, ("title", "ko"), key=True)
    assert (key.line, key.column, key.length) == (1, 16, 2)


@given(st.text(st.characters(codec="utf-8")) | st.text("ab:-#'\"[]{},|>&*!%@`?~<=\\ \n\t0é가\u3000\U0001f600"))
def test_any_text_is_a_tree_or_problems_inside_it(text: str) -> None:
    decoded, problems = files.decode(text.encode(), "x.yml")
    root, wrong = yaml_tree.parse(decoded, "x.yml")
    assert root is not None or wrong
    for problem in [*problems, *wrong]:
        assert 1 <= problem.place.line <= text.count("\n") + text.count("\r") + 2
        assert problem.place.column >= 1


@pytest.mark.parametrize("style", [None, "'", '"', "|", ">"])
@given(
    words=st.lists(st.text("ab12명약…", min_size=1, max_size=12), min_size=1, max_size=12),
    data=st.data(),
)
def test_words_are_found_in_whatever_way_a_text_is_written(
    style: str | None, words: list[str], data: st.DataObject
) -> None:
    value = " ".join(words)
    text = yaml.dump({"a": {"b": value}}, default_style=style, allow_unicode=True, width=999 if style == '"' else 20)
    root, problems = yaml_tree.parse(text, "x.yml")
    assert root and not problems
    word = data.draw(st.integers(0, len(words) - 1))
    start = sum(len(each) + 1 for each in words[:word])
    place = yaml_tree.within(root, ("a", "b"), (start, start + len(words[word])), text)
    line = text.split("\n")[place.line - 1]
    assert line[place.column - 1 : place.column - 1 + place.length] == words[word]


def test_words_behind_escapes_are_somewhere_in_their_text() -> None:
    text = 'a: "x\\x41 about 600"\n'
    root, _ = yaml_tree.parse(text, "x.yml")
    assert root
    assert yaml_tree.within(root, ("a",), (3, 8), text) == yaml_tree.at(root, ("a",))


def test_of_words_on_two_lines_those_on_the_first_are_the_place() -> None:
    text = "a: >-\n  more than\n  600 came\n"
    root, _ = yaml_tree.parse(text, "x.yml")
    assert root
    assert yaml_tree.within(root, ("a",), (5, 13), text) == Place("x.yml", 2, 8, 4)

"""Lines that YAML cannot read, or reads as something else than was meant, where it is clear what was meant.

There is no reading to keep here, so a line is changed only if that ends its trouble and begins none before the next.
"""

import re
from collections.abc import Iterator

from site_builder.fix.advice import CERTAIN, advice
from site_builder.fix.reading import parsed
from site_builder.problems import Kind, Problem
from site_builder.problems.syntax import BadStart, ColonInValue, CommentInValue, Tab
from site_builder.read import reader, schema_lookup
from site_builder.text.quoting import quoted

_MOST = 50
"""Lines with trouble in one file; where there are more, nothing is clear."""
_VALUE = re.compile(r"(?P<before> *(?:- +)*(?:(?P<key>[\w-]+): +)?)(?P<value>\S.*?)[ \t]*")
_IN_QUOTES = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?:[ \t]+#.*)?""")
_REMARK = re.compile(r"(?:^|[ \t])#(?!\S)")
_NESTED = re.compile(r"([\w-]+):(?: |$)")
_MARKS = re.compile(
    r"""[&*](?![\w-]+$)|!(?!!)|[,\]}]|[-?|>]\ +\S"""  # would be a reference, a type, a list …
    r"""|(?:"[^"]*"|'[^']*'|\[[^\[\]]*\]|\{[^{}]*\})\ *[^\s#,]""",  # something whole, and then more of the text
    re.VERBOSE,
)


def with_spaces(text: str, file: str) -> str:
    """Lines are indented with spaces, where tabs and the like keep a text from being read."""
    return _advised(text, file, frozenset([Tab]))


def with_plain_marks(text: str, file: str) -> str:
    """Marks and spaces that are none to YAML are replaced where there is but one way to mean them."""
    return _advised(text, file, CERTAIN - {Tab})


def _advised(text: str, file: str, kinds: frozenset[type[Kind]]) -> str:
    """A text in which the advice on some kinds of problems was followed."""
    for _ in range(_MOST):
        lines = text.split("\n")
        problems = [each for each in reader.read_tree(text.encode(), file).problems if each.kind in kinds]
        edit = next((edits[0] for each in problems if len(edits := advice(each, lines)) == 1), None)
        if edit is None:
            return text
        text = "\n".join(edit.applied(lines))
    return text


def with_quotes(text: str, file: str) -> str:
    """Texts that YAML would take for something else stand in quotation marks.

    What is not clear stays as it is: the text is as unreadable then as it was, or a remark stays behind a value.
    """
    changed, done, passed = text, dict[int, str](), 0
    for _ in range(_MOST):
        problem = next((each for each in parsed(changed, file)[1] if each.place.line > passed), None)
        if problem is None:
            return changed if not done or done.items() <= dict(_texts(changed, file)).items() else text
        passed = problem.place.line
        for number in (passed, passed - 1):
            lines = changed.split("\n")
            match = _VALUE.fullmatch(lines[number - 1]) if 0 < number <= len(lines) else None
            if match and number not in done and _is_meant(match["key"], match["value"], problem):
                lines[number - 1] = match["before"] + quoted(match["value"])
                if _is_better("\n".join(lines), changed, problem):
                    changed, done[number] = "\n".join(lines), match["value"]
                    break
    return text


def _is_meant(key: str | None, value: str, problem: Problem) -> bool:
    """Tell whether all that stands behind a key or a dash is clearly one text."""
    if (key and not schema_lookup.is_key(key)) or _IN_QUOTES.fullmatch(value) or _REMARK.search(value):
        return False
    takes_words = key is not None and schema_lookup.is_key_of_words(key)
    if problem.kind is ColonInValue:
        nested = _NESTED.match(value)
        return key is not None and not (nested and schema_lookup.is_key(nested[1]))
    if problem.kind is BadStart:
        return takes_words or (problem.values["character"] in "@`%" and " #" not in value)
    if problem.kind is CommentInValue:
        return takes_words
    return takes_words and _MARKS.match(value) is not None


def _is_better(text: str, before: str, problem: Problem) -> bool:
    """Tell whether a change ends a problem and begins no other one up to its line."""
    _, known = parsed(before, problem.place.path)
    _, left = parsed(text, problem.place.path)
    return problem not in left and all(each in known or each.place.line > problem.place.line for each in left)


def _texts(text: str, file: str) -> Iterator[tuple[int, str]]:
    """The texts of a tree by line: the last one where a line has several."""
    root, _ = parsed(text, file)
    if root is not None:
        for scalar, _ in schema_lookup.scalars(root, schema_lookup.of_file(file), file):
            yield scalar.place.line, scalar.text

"""`claims numbers`: the quantities that texts say, as the checks read them, a line of JSON for each line of JSON."""

import json
import sys
from typing import Any

import click

from site_builder.cli.options import language_option
from site_builder.language.language import Language
from site_builder.language.quantities import Reading, UnknownLanguage, readings
from site_builder.model.numbers import Number
from site_builder.problems import message
from site_builder.text.compact_json import as_json

_EXAMPLE = '{"lang": "en", "text": "about 600"}'


class _Unreadable(Exception):
    """A line that asks nothing; its message says why."""


@click.command()
@language_option
def numbers(lang: Language) -> None:
    """Read the numbers in texts, with their hedges: how many, how large a part, how many times.

    Each line of standard input is an object of JSON with the keys lang and text; for each, its readings are printed.
    """
    all_read = True
    for number, line in enumerate(sys.stdin.buffer, 1):
        try:
            answer = as_json({"readings": _read(line)})
        except _Unreadable as unreadable:
            why = lang.text(str(unreadable), example=_EXAMPLE)
            print(lang.text("line {number}: {reason}", number=str(number), reason=why), file=sys.stderr)
            all_read = False
        else:
            sys.stdout.buffer.write(answer + b"\n")
            sys.stdout.buffer.flush()
    if not all_read:
        sys.exit(2)


def _read(line: bytes) -> list[dict[str, Any]]:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        raise _Unreadable(message("this is no JSON in UTF-8")) from None
    match asked:
        case {"lang": str(tag), "text": str(text)}:
            pass
        case _:
            raise _Unreadable(message("write a language and a text: {example}"))
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise _Unreadable(message("the text holds half of a character, which UTF-8 cannot write"))
    try:
        return [_shown(reading, text) for reading in readings(text, tag)]
    except UnknownLanguage:
        raise _Unreadable(message("this is the tag of no language; write one such as en, ko or uk")) from None


def _shown(reading: Reading, text: str) -> dict[str, Any]:
    """A reading as programs take it; a number alone has `value`, a range `min` and `max`."""
    low, high = _plain(reading.low), _plain(reading.high)
    return {
        **({"value": low} if reading.low == reading.high else {"min": low, "max": high}),
        "hedge": reading.hedge,
        "kind": reading.kind,
        "unit": reading.unit,
        "span": text[reading.start : reading.end],
        "start": reading.start,
    }


def _plain(number: Number) -> int | float:
    return number if isinstance(number, int) else float(number)

"""The sample record of a new archive: one claim of an invented paper, with all that it names.

Its files have `sample` in their names, by which they are deleted at once. The first language has the words as
published, the others their translation.
"""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from site_builder.fix import yaml_writer
from site_builder.fix.yaml_writer import Value
from site_builder.language import tags
from site_builder.model.records import claim_file, entity_file, series_file

CLAIM = "2025-03-14-sample-visitors"
_COURIER, _WALK, _SERIES = "sample-courier", "sample-lantern-walk", "sample-visitors"
_TEXTS = Path(__file__).parent / "samples.toml"
_DAY = CLAIM[:10]


def lacking(languages: Sequence[str]) -> list[str]:
    """Return those languages in which there is no sample."""
    return [tag for tag in languages if not tags.alike(tag, [*_texts()])]


def records(languages: Sequence[str]) -> dict[str, str]:
    """Return the files of the sample, in languages that all have one."""
    texts = {tag: _texts()[tags.alike(tag, [*_texts()])] for tag in languages}

    def said(key: str) -> dict[str, Value]:
        return {tag: each[key] for tag, each in texts.items()}

    claim: dict[str, Value] = {
        "title": said("title"),
        "said": _DAY,
        "claimant": _COURIER,
        "about": [_WALK],
        "quotes": {tag: _quote(each["quote"], tag, languages[0]) for tag, each in texts.items()},
        "figures": [{"series": _SERIES, "value": "1200", "hedge": "about"}],
    }
    made: dict[str, Mapping[str, Value]] = {
        claim_file(CLAIM): claim,
        entity_file(_COURIER): {"kind": "outlet", "name": said("courier")},
        entity_file(_WALK): {"kind": "event", "name": said("walk")},
        series_file(_SERIES): {"question": said("question"), "unit": said("unit")},
    }
    return {file: yaml_writer.record(file, values) for file, values in made.items()}


def _quote(text: str, tag: str, origin: str) -> Mapping[str, Value]:
    if tag != origin:
        return {"text": text, "origin": "translation", "from": origin, "method": "machine", "reviewed": "false"}
    source = {"url": "https://example.org/sample-lantern-walk", "publisher": _COURIER, "published": _DAY}
    return {"text": text, "speech": "direct", "origin": "source", "source": source}


@cache
def _texts() -> Mapping[str, Any]:
    return tomllib.loads(_TEXTS.read_text("utf-8"))

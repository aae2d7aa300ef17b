"""Sites as `claims build` makes them, in the process of the tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import mkdocs  # that it is there already keeps ProperDocs out, which would be preferred
import pytest

from site_builder import engine as engines
from site_builder.language.language import Language
from site_builder.outputs import card_drawing
from site_builder.pages import printer
from site_builder.publish.build import build as build_site
from site_builder.publish.site_writer import Built
from site_builder.read import settings

assert mkdocs.__name__ == "mkdocs"


def make_site(root: Path, site: Path | None = None, engine: str = "mkdocs") -> Built:
    """Build the site of an archive, where its settings say or elsewhere."""
    compile_templates()
    found = settings.read(root / "mkdocs.yml")
    return build_site(replace(found, site_dir=site or found.site_dir), engines.load(engine))


@contextmanager
def undrawn_cards() -> Iterator[None]:
    """Write what cards say in place of pictures, for tests that build many and look at none.

    Drawing takes most of the time of such a build. A card that says something else is still another file.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(card_drawing, "draw", lambda said: repr(said).encode())
        yield


@cache
def compile_templates() -> None:
    """Compile the templates here once: else the processes that make the pages of a site all would, for every site."""
    for tag in ("en", "ko"):
        environment = printer._environment(printer.TEMPLATES, Language(tag))
        for template in environment.list_templates():
            environment.get_template(template)


def needs(package: str) -> pytest.MarkDecorator:
    """Skip a test where a package is not installed."""
    return pytest.mark.skipif(find_spec(package) is None, reason=f"{package} is not installed")

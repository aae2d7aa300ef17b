"""A new archive tried before it is anybody's: its records and pages checked, its site built."""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from site_builder import engine as engines
from site_builder.check.validate import validate_site
from site_builder.problems import Problem
from site_builder.publish import build
from site_builder.publish.site_writer import Built
from site_builder.read import settings
from site_builder.read.cache import CACHE


@dataclass(frozen=True, slots=True)
class Trial:
    """What was found in an archive without an error, and the site that was built of it."""

    warnings: list[Problem]
    built: Built


def run(root: Path) -> Trial:
    """Check and build an archive; as a build, `Refused` and all else that keeps a site from being built.

    What is remembered for the next build is left out: it goes by the place where the archive lies.
    """
    site = settings.read(root / "mkdocs.yml")
    validated, content = validate_site(site)
    if any(problem.is_error for problem in validated.problems):
        raise build.Refused(validated.problems)
    with tempfile.TemporaryDirectory(prefix="claims-") as folder:
        rendered = build.render(site, content, engines.load(engines.ENGINES[0]), Path(folder))
        built = build.publish(root, validated, content, rendered, site.site_dir)
    shutil.rmtree(root / CACHE.parts[0], ignore_errors=True)
    return Trial(list(validated.problems), built)

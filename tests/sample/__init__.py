"""An invented archive of the size of a first one, in two languages, with every page that an owner writes by hand."""

from pathlib import Path

ARCHIVE = Path(__file__).parent / "archive"
ARTICLE = (Path(__file__).parent / "article.txt").read_text("utf-8").splitlines()
"""The article that all of its claims quote, paragraph by paragraph; the title comes first."""

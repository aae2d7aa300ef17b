"""Pages to HTML: the templates, with autoescape on and nothing undefined."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from site_builder import urls
from site_builder.languages import Language

TEMPLATES = Path(__file__).parent / "templates"


class Printer:
    """Prints what pages show, in one language.

    Every template gets `content`, `root` (the way to the language's pages) and `top` (the way to the site's root).
    """

    def __init__(self, language: Language) -> None:
        self._language = language
        self._environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals.update(_=language.text, language=language)

    def print(self, template: str, content: object, path: str, **more: object) -> str:
        """The HTML of a template for a page at a path of the site."""
        top = urls.root_from(path)
        root = urls.language_root_from(path, self._language.tag)
        return self._environment.get_template(template).render(content=content, root=root, top=top, **more)

"""An engine that makes of each page of a project no more than a frame: in milliseconds, where MkDocs takes tenths."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import mkdtemp

from site_builder.engine.project import DOCS, SITE, THEME, Project, Rendered
from site_builder.model import slots
from site_builder.outputs import data_page
from site_builder.publish import build
from site_builder.read import content, settings
from tests.golden import SITE_URL
from tests.records import write

CONFIG = f"""\
site_name: Omber
site_url: {SITE_URL}
repo_url: https://code.example/omber
docs_dir: content
theme: {{name: material}}
plugins:
  - claims: {{languages: [en, ko]}}
"""
HOME = "\n".join(f"<!-- slot:{name} -->" for name in sorted(slots.IN_CONTENT - data_page.NAMES))
_PAGE = """\
<!doctype html>
<html lang="{tag}">
<title><!-- slot:title --></title>
<meta name="description" content="<!-- slot:description -->">
<!-- slot:head --><link rel="canonical" href="{url}{tag}/<!-- slot:address -->">
<link rel="alternate" hreflang="x-default" href="{url}<!-- slot:x-default -->">
<body class="{section}">
<a href="{home}">{name}</a>
{content}
</body>
"""


def render(project: Project) -> Path:
    """Put the text of each page into a bare one of its language, and copy all else."""
    folder = project.folder / SITE
    for source in (project.folder / DOCS, project.folder / THEME):
        for file in sorted(path for path in source.rglob("*") if path.is_file() and path.suffix != ".html"):
            path = file.relative_to(source)
            if file.suffix == ".md":
                address = path.parent if path.stem == "index" else path.with_suffix("")
                write(folder, {f"{address}/index.html": _page(project, address, file.read_text("utf-8"))})
            else:
                write(folder, {str(path): file.read_bytes()})
    return folder


def _page(project: Project, address: Path, text: str) -> str:
    tag, *folders = address.parts
    return _PAGE.format(
        tag=tag,
        url=project.site.url,
        section="/".join(folder for folder in folders if folder != "frame"),
        home="../" * len(folders),
        name=project.site.names[tag],
        content=text.removeprefix("---\n").split("---\n", 1)[-1],
    )


def rendered(folder: Path, pages: Mapping[str, str] | None = None) -> Rendered:
    """What the engine makes of a home with all slots and of hand-written pages, alike in every language, by name."""
    texts = {"index": f"# Home\n\n{HOME}\n", **(pages or {})}
    files = {f"content/{tag}/{name}.md": text for tag in ("en", "ko") for name, text in texts.items()}
    site = settings.read(write(folder / "archive", {"mkdocs.yml": CONFIG, **files}) / "mkdocs.yml")
    return build.render(site, content.read(site.root, site.nav), render, Path(mkdtemp(dir=folder)))

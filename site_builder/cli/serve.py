"""`claims serve`: a preview that reloads when a record is saved."""

from pathlib import Path

import click

from site_builder.cli import plugin


@click.command()
@click.option("--config", type=click.Path(path_type=Path), default=Path("mkdocs.yml"), help="The site's mkdocs.yml.")
@click.option("--port", type=int, default=8000, help="The local port.")
def serve(config: Path, port: int) -> None:
    """Preview the site at a local port; saved records show up by themselves."""
    plugin.serve(config, port)

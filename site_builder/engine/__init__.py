"""Engines: they render a project's pages; the theme that all of them share."""

"""The same Markdown on Hugo with a minimal layout: what speed is possible with a compiled generator."""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.measure import Run, run

CONFIG = """\
baseURL = "https://archive.example.org/"
title = "Claim archive"
disableKinds = ["taxonomy", "term", "RSS", "404"]
"""

PAGE = """\
<!doctype html>
<html lang="{{ substr .File.Path 0 2 }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{{ .Title }} - {{ .Site.Title }}</title>
<link rel="canonical" href="{{ .Permalink }}">
</head>
<body>
<nav><a href="/en/">English</a> <a href="/ko/">한국어</a></nav>
<main>{{ .Content }}</main>
</body>
</html>
"""

LINK = """\
{{- $to := .Destination -}}
{{- if not (hasPrefix $to "http") -}}
{{- if ne .Page.File.BaseFileName "_index" }}{{ $to = print "../" $to }}{{ end -}}
{{- $to = replaceRE "(index)?\\\\.(md|html)$" "" $to -}}
{{- if not (hasSuffix $to "/") }}{{ $to = print $to "/" }}{{ end -}}
{{- end -}}
<a href="{{ $to | safeURL }}">{{ .Text | safeHTML }}</a>"""
"""A link to a Markdown file becomes one to its page."""


def installed() -> bool:
    """Is there a Hugo to compare with?"""
    return shutil.which("hugo") is not None


def write_hugo(plain: Path, out: Path) -> None:
    """Write what `write_plain` wrote to `plain` once more into `out`, in Hugo's order of folders."""
    for origin in (plain / "docs").rglob("*.*"):
        name = origin.relative_to(plain / "docs")
        if name.suffix == ".md":
            path = out / "content" / (name.with_name("_index.md") if name.stem == "index" else name)
        else:
            path = out / "static" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(origin, path)
    layouts = out / "layouts" / "_default"
    (layouts / "_markup").mkdir(parents=True, exist_ok=True)
    for layout in ("single.html", "list.html"):
        (layouts / layout).write_text(PAGE, encoding="utf-8")
    (layouts / "_markup" / "render-link.html").write_text(LINK, encoding="utf-8")
    (out / "config.toml").write_text(CONFIG, encoding="utf-8")


def build_hugo(out: Path) -> Run:
    """Build what `write_hugo` wrote, into `out/site`."""
    return run(["hugo", "--quiet", "--destination", "site", "--cacheDir", str(out / "cache")], out)

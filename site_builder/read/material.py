"""What each setting of MkDocs and of Material does here: the one table of them, and what of `mkdocs.yml` it tells of.

Whoever knows Material finds here what is as there, what is refused and why, and what has no effect and what there is in
its place. `HACKING.md` has the table for owners; a test holds the two together.
"""

import difflib
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NamedTuple

import yaml

from site_builder.problems import Hint, Problem, message
from site_builder.problems.settings import IdleSettings, RefusedSetting, UnfitSetting, UnknownSetting
from site_builder.problems.syntax import DuplicateKey
from site_builder.read import mkdocs_yaml


class Effect(StrEnum):
    """What a setting does."""

    HONOURED = "honoured"
    REFUSED = "refused"
    IDLE = "no effect"


def _is_asked_for(value: object) -> bool:
    """Tell whether a value asks for something: Material's users switch things off by `false`."""
    return value not in (None, False, "", [], {})


class Setting(NamedTuple):
    """A setting by its name, whose parts are joined by dots; a plugin's begins with `plugins.`.

    `says` is what it does, why it is refused, or what there is in its place; the latter two are message ids.
    `is_meant` tells of a value whether it asks for what is refused or idle.
    """

    name: str
    effect: Effect
    says: str
    is_meant: Callable[[object], bool] = _is_asked_for


def _honoured(name: str, says: str) -> Setting:
    return Setting(name, Effect.HONOURED, says)


def _refused(name: str, says: str, is_meant: Callable[[object], bool] = _is_asked_for) -> Setting:
    return Setting(name, Effect.REFUSED, says, is_meant)


def _idle(name: str, says: str) -> Setting:
    return Setting(name, Effect.IDLE, says)


_OTHERS_LEARN = message("other companies would learn who reads what")
_OWN_TEMPLATES = message("the pages are made by templates of the archive's own")
_ENDS = message("addresses end in / for ever: those of claims are cited")
_SETTINGS = (
    _honoured("INHERIT", "as in MkDocs"),
    _honoured("site_name", "MkDocs wants it; readers see the title of `content/<language>/index.md`"),
    _honoured(
        "site_url", "where the site will be; with an empty one a build warns (W813), and fails where `CI` is set"
    ),
    _honoured("site_description", "describes hand-written pages without a `description` of their own"),
    _honoured("site_author", "`<meta name=author>` of every page"),
    _honoured("copyright", "in the footer: its text and its links to other sites; other HTML is left out"),
    _honoured("repo_url", "the repository, in the footer and below every page"),
    _idle("repo_name", message("the link to the repository is named in each language")),
    _honoured("edit_uri", "where a page or record is changed; it names the branch, so its history is linked too"),
    _idle("edit_uri_template", message("edit_uri, which tells the branch as well")),
    _honoured("docs_dir", "must be `content`"),
    _honoured("site_dir", "as in MkDocs"),
    _honoured("nav", "titles and order of the hand-written pages, and links to other sites, in the footer"),
    _idle("not_in_nav", message("nothing is said of pages that nav leaves out")),
    _refused("exclude_docs", message("a page is kept back by a dot at the beginning of its name")),
    _refused("draft_docs", message("a page is kept back by a dot at the beginning of its name")),
    _honoured("validation", "by MkDocs, beside the checks of `claims check`"),
    _honoured("strict", "by `mkdocs build`; `claims build` is always strict"),
    _refused(
        "use_directory_urls",
        _ENDS,
        lambda value: value is False,
    ),
    _honoured(
        "markdown_extensions",
        "as in MkDocs; Zensical takes those of Python-Markdown. What needs a script, such as diagrams and formulas, "
        "shows its source; emoji are characters",
    ),
    _honoured("mdx_configs", "as in MkDocs"),
    _honoured("hooks", "by MkDocs and ProperDocs"),
    _honoured("watch", "by `claims serve` and `mkdocs serve`"),
    _honoured("plugins", "others than the following run under MkDocs and ProperDocs"),
    _idle(
        "plugins.search", message("the search of the archive is another one (claims build --no-search leaves it out)")
    ),
    _idle("plugins.tags", message("entities, series and dates are what claims are found by")),
    _refused("plugins.blog", message("posts have no language; write them as pages of content/<language>/")),
    _refused("plugins.privacy", message("pages load nothing from other hosts, so there is nothing to fetch")),
    _refused("plugins.offline", _ENDS),
    _refused("plugins.info", message("every build would ask another company's server")),
    _idle("plugins.projects", message("an archive is one site")),
    _idle("plugins.meta", message("every page has its own title and description at its beginning")),
    _idle("plugins.social", message("preview cards come with the plugin claims, by its option cards")),
    _honoured("dev_addr", "by `mkdocs serve`; `claims serve --port`"),
    _honoured("remote_branch", "by `mkdocs gh-deploy`"),
    _honoured("remote_name", "by `mkdocs gh-deploy`"),
    _honoured("extra_css", "stylesheets below `content/` or `theme.custom_dir`; none on another host"),
    _refused(
        "extra_javascript", message("no page needs a script to be read, and browsers would refuse one of another host")
    ),
    _idle("extra_templates", message("a finished file in content/ or in the theme's custom_dir")),
    _refused("google_analytics", _OTHERS_LEARN),
    _honoured("theme.name", "`material`, whose stylesheet the pages use"),
    _honoured(
        "theme.custom_dir",
        "its files are published; `main.html` extends `base.html` by the blocks `extrahead`, `announce`, `header`, "
        "`content`, `footer`",
    ),
    _honoured("theme.logo", "a picture below `content/` or `theme.custom_dir`, before the archive's name"),
    _honoured("theme.favicon", "the same, for the tab of the browser"),
    _honoured(
        "theme.palette",
        "`primary` is the colour of links, `accent` that of outlines; `scheme`, `media`, `toggle` say what is light "
        "or dark. Colours that cannot be read are refused",
    ),
    _refused(
        "theme.font", message("other companies would learn who reads what; pages use the fonts of the reader's device")
    ),
    _idle("theme.icon", message("theme.logo and theme.favicon, the only pictures of the theme")),
    _idle("theme.features", message("menus, search and links are the archive's own")),
    _idle("theme.language", message("the option languages of the plugin claims")),
    _idle("theme.direction", message("each language is written in its own direction")),
    _honoured("extra.social", "links in the footer, in words (`rel=me`)"),
    _refused("extra.analytics", _OTHERS_LEARN),
    _idle("extra.consent", message("nothing is stored of readers that they could consent to")),
    _idle("extra.generator", message("no page names what it was made with")),
    _idle("extra.alternate", message("every page leads to itself in the other languages")),
    _idle("extra.version", message("a site has one version, and every record its history")),
    _idle("extra.homepage", message("the name of the archive leads to its home page, nav to other sites")),
    _idle("extra.status", _OWN_TEMPLATES),
    _idle("extra.tags", message("entities, series and dates are what claims are found by")),
)
SETTINGS = {setting.name: setting for setting in _SETTINGS}
"""Every setting that something is said of, in the order in which owners are told."""
_MARKET = "material/"
"""What the names of Material's own plugins may begin with."""


def problems(node: mkdocs_yaml.Node) -> Iterator[Problem]:
    """Yield what of the settings is refused, each where it stands, and one problem that names all without effect."""
    idle = []
    names = {name.partition(".")[0] for name in SETTINGS}
    for key, _ in node.value:
        if key.value not in names:
            near = difflib.get_close_matches(key.value, names, 1)
            suggestion = {"suggestion": near[0]} if near else {}
            yield Problem(UnknownSetting, mkdocs_yaml.place(key), {"name": key.value, **suggestion})
    yield from _written_twice(node)
    for name, found in _written(node):
        setting = SETTINGS.get(name) or (_idle(name, _OWN_TEMPLATES) if name.startswith("theme.") else None)
        if not setting or not setting.is_meant(True if name.startswith("plugins.") else mkdocs_yaml.plain(found)):
            continue
        if setting.effect is Effect.REFUSED:
            place = mkdocs_yaml.place(found)
            yield Problem(RefusedSetting, place, {"name": name, "reason": setting.says, "advice": _LEAVE})
        elif setting.effect is Effect.IDLE:
            idle.append((setting, mkdocs_yaml.place(found)))
    if idle:
        named = ", ".join(setting.name for setting, _ in idle)
        hints: dict[str, list[str]] = {}
        for setting, _ in idle:
            hints.setdefault(setting.says, []).append(setting.name)
        said = tuple(Hint(", ".join(each), says) for says, each in hints.items())
        yield Problem(IdleSettings, idle[0][1], {"names": named, "hints": said})


_LEAVE = message("leave it out")


def _written_twice(node: mkdocs_yaml.Node) -> Iterator[Problem]:
    """Yield settings of which MkDocs would take the last, and lose the others without a word."""
    sections = (mkdocs_yaml.at(node, name) for name in ("theme", "extra"))
    for section in (node, *(each for each in sections if isinstance(each, mkdocs_yaml.Node))):
        seen = set[str]()
        for key, _ in section.value:
            if key.value in seen:
                yield Problem(DuplicateKey, mkdocs_yaml.place(key), {"key": key.value})
            seen.add(key.value)


def _written(node: mkdocs_yaml.Node) -> Iterator[tuple[str, yaml.Node]]:
    """Yield the settings of a file by the names that the table gives them."""
    for key, found in node.value:
        yield key.value, found
        if key.value in ("theme", "extra") and isinstance(found, mkdocs_yaml.Node):
            yield from ((f"{key.value}.{inner.value}", each) for inner, each in found.value)
    for name, plugin in mkdocs_yaml.plugins(node).items():
        yield f"plugins.{name.removeprefix(_MARKET)}", plugin


def unfit(node: yaml.Node, name: str, reason: str, advice: str, suggestion: str = "") -> Problem:
    """Tell that the value of a setting cannot be used; advice is what to do where nothing can be suggested."""
    written = mkdocs_yaml.plain(node)
    if isinstance(node, yaml.ScalarNode):
        value = written if isinstance(written, str) else node.value
    else:
        value = yaml.safe_dump(
            written, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10**6
        ).strip()
    values = {"name": name, "value": value or '""', "reason": reason, "advice": advice}
    if suggestion:
        values["suggestion"] = suggestion
    return Problem(UnfitSetting, mkdocs_yaml.place(node), values)

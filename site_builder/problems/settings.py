"""Problems of what mkdocs.yml asks for: of the look of a site, of what it shows around its pages, of its templates."""

from site_builder.problems import Hint, Kind


class RefusedSetting(Kind):
    """Nobody is told who reads the archive, and every page can be read without script.

    So no page loads anything from another host, or a script that it does not need.

    Wrong:
        extra:
          analytics:
            provider: google
            property: G-XXXXXXXXXX

    Right:
        extra:
          social:
            - icon: fontawesome/brands/mastodon
              link: https://social.example/@omber
    """

    code = "E840"
    message = "{name} is refused: {reason}"
    help = "{advice}"
    example = {
        "name": "extra.analytics",
        "reason": "other companies would learn who reads what",
        "advice": "leave it out",
    }


class IdleSettings(Kind):
    """Pages are made of the records by templates of the archive, not by those of Material, so some settings do nothing.

    What is left in the file makes whoever reads it believe that it works.

    Wrong:
        theme:
          name: material
          features: [navigation.tabs]

    Right:
        theme:
          name: material
    """

    code = "W841"
    message = "these settings have no effect: {names}"
    help = "leave them out; what there is in their place: {hints}"
    example = {
        "names": "theme.features",
        "hints": (Hint("theme.features", "menus, search and links are the archive's own"),),
    }


class LowContrast(Kind):
    """Colours must be told from the page in sunlight and by weak eyes, too, on its paper and on the tint of its boxes.

    WCAG 2 asks for a contrast of 4.5:1 of links (primary), and of 3:1 of outlines and marks (accent).

    Wrong:
        theme:
          palette:
            primary: teal

    Right:
        theme:
          palette:
            primary: "#007f72"
    """

    code = "E842"
    message = "{named} has a contrast of {ratio}:1 with the page ({paper}); {needed}:1 is needed"
    help = 'write the nearest colour that can be read: "{suggestion}"'
    example = {
        "named": "teal (#009485)",
        "ratio": "3.5",
        "paper": "#f5f7f9",
        "needed": "4.5",
        "suggestion": "#007f72",
    }


class UnfitSetting(Kind):
    """A value that says nothing would leave the page without what its owner wants to be there.

    Wrong:
        theme:
          logo: pictures/logo.pgn

    Right:
        theme:
          logo: pictures/logo.png
    """

    code = "E843"
    message = "{name}: {value} cannot be used: {reason}"
    help = 'write "{suggestion}"'
    otherwise = "{advice}"
    example = {
        "name": "theme.logo",
        "value": "pictures/logo.pgn",
        "reason": "there is no such file",
        "advice": "name a file below content/ or below the theme's custom_dir",
    }


class UnknownLicence(Kind):
    """The licence stands on every page and in all data: programs go by its id, people by its name and address.

    Wrong:
        plugins:
          - claims:
              languages: [en, ko]
              licence: free

    Right:
        plugins:
          - claims:
              languages: [en, ko]
              licence: CC BY 4.0
    """

    code = "E844"
    message = "{value} is no licence that is known here"
    help = "write one of {known}"
    example = {"value": "free", "known": "CC-BY-4.0, CC0-1.0"}


class BrokenTemplate(Kind):
    """The template of an owner is put around every page of the site. Where it fails, there is no page at all.

    Wrong:
        {% extends "base.html" %}
        {% block footer %}Words

    Right:
        {% extends "base.html" %}
        {% block footer %}{{ super() }} Words{% endblock %}
    """

    code = "E845"
    message = "this template cannot be used: {reason}"
    help = 'begin with extends "base.html", fill the blocks that it has, and keep super() in the block content'
    example = {"reason": "Unexpected end of template."}


class IdleTemplates(Kind):
    """Of Material's templates no page is made, so one that takes the place of them is never asked for.

    Wrong:
        overrides/partials/footer.html

    Right:
        overrides/main.html, with a block footer
    """

    code = "W846"
    message = "templates without effect: {names}"
    help = "delete them, or write what they hold into blocks of {main}"
    example = {"names": "partials/footer.html", "main": "overrides/main.html"}


class IdleBlock(Kind):
    """The page around the text has a few blocks. What stands in others is nowhere to be seen.

    Wrong:
        {% extends "base.html" %}
        {% block tabs %}Words{% endblock %}

    Right:
        {% extends "base.html" %}
        {% block announce %}Words{% endblock %}
    """

    code = "W847"
    message = "the block {name} has no effect"
    help = "take one of {known}"
    example = {"name": "tabs", "known": "announce, content, extrahead, footer, header"}


class FromElsewhere(Kind):
    """A picture, font or stylesheet on another host tells it who reads which page. Browsers load nothing of it here.

    Wrong:
        @import url("https://fonts.example/css?family=Omber");

    Right:
        @font-face { font-family: Omber; src: url("fonts/omber.woff2"); }
    """

    code = "E848"
    message = "this file asks another host for {address}"
    help = "put the file into the theme's custom_dir, and name it there"
    example = {"address": "https://fonts.example/css?family=Omber"}


class UnknownSetting(Kind):
    """MkDocs builds no site with a setting that it does not know: whoever wrote it would wait for what it does.

    Wrong:
        site_autor: Omber Desk

    Right:
        site_author: Omber Desk
    """

    code = "E849"
    message = "there is no setting {name}"
    help = "did you mean {suggestion}?"
    otherwise = "leave it out; what templates of your own ask for stands under extra"
    example = {"name": "site_autor", "suggestion": "site_author"}


class MissingTemplate(Kind):
    """A page is made of our template and of those of the owner. Material's templates and icons are no part of it.

    Wrong:
        {% include ".icons/material/alert.svg" %}

    Right:
        {% include "partials/alert.html" %}
    """

    code = "E850"
    message = "there is no template {name} in the theme's custom_dir"
    help = "put the file there, or leave this out"
    example = {"name": ".icons/material/alert.svg"}


class IdleInline(Kind):
    """Browsers run no script, and heed no style, that stands in the page itself: so nothing typed into a record is run.

    Wrong:
        {% block extrahead %}<style>h1 { color: teal }</style>{% endblock %}

    Right:
        extra_css: [own.css]
    """

    code = "W851"
    message = "browsers heed no {element} in the page itself"
    help = "put it into a file in the theme's custom_dir, and name that file: a stylesheet in extra_css"
    example = {"element": "<style>"}

"""Problems of the hand-written pages and of the files beside them."""

from site_builder.problems import Kind, Share


class UnfitAsset(Kind):
    """All that lies in content/ is published. An SVG or HTML file can run programs in the reader's browser.

    A picture of several megabytes takes a minute to arrive on a phone; one that is 1,600 pixels wide needs 200 kB.

    Wrong:
        content/en/map.svg

    Right:
        content/en/map.png
    """

    code = "E801"
    message = "{name} cannot be published: {reason}"
    help = (
        "save it as a picture in the form PNG, JPEG or WebP, at most 1 MB large, or move it out of the folder; "
        "what the whole site needs lies in the theme's custom_dir"
    )
    example = {
        "name": "map.svg",
        "reason": "beside text pages (.md) a site has pictures only (.png, .jpg, .webp, .avif, .gif)",
    }


class OutsideLanguages(Kind):
    """Every page is written in one language, and its address begins with that language: a page outside has none.

    Wrong:
        content/about.md

    Right:
        content/en/about.md
    """

    code = "E802"
    message = "{name} is in no folder of a language"
    help = "move the page into {folders}"
    example = {"name": "content/about.md", "folders": "content/en/, content/ko/"}


class NoHomePage(Kind):
    """The page index.md of a language is where its readers arrive, and its title is the name of the archive.

    Wrong:
        content/ko/ holds about.md, but no index.md.

    Right:
        content/ko/ holds about.md and index.md.
    """

    code = "E803"
    message = "the home page of this language is missing"
    help = "write {file}, with the name of the archive as its title"
    example = {"file": "content/ko/index.md"}


class Untranslated(Kind):
    """Every page leads to the same page in the other languages: if one is missing, the reader ends up nowhere.

    Wrong:
        There is content/en/about.md, but no content/ko/about.md.

    Right:
        There are content/en/about.md and content/ko/about.md.
    """

    code = "E804"
    message = "the page has no translation in {folder}"
    help = "write {file}"
    example = {"file": "content/ko/about.md", "folder": "content/ko/"}


class TakenAddress(Kind):
    """Where the archive puts the pages of its claims, entities, dates and so on, no other page can be.

    Wrong:
        content/en/claims.md

    Right:
        content/en/about-claims.md
    """

    code = "E805"
    message = "generated pages have the address {address}"
    help = "give the page another name"
    example = {"address": "claims/"}


class SameAddressAsPage(Kind):
    """Two pages with one address cannot both be read: one would be lost, and nobody would be told.

    Wrong:
        There are content/en/data.md and content/en/data/index.md.

    Right:
        There is only content/en/data.md.
    """

    code = "E806"
    message = "{other} has the same address"
    help = "keep one of the two pages, or give it another name"
    example = {"other": "content/en/data/index.md"}


class UnfitPageName(Kind):
    """The name of the file is the page's address, which must stay the same when it is copied, spoken or printed.

    Capital letters, spaces and letters of other alphabets do not survive all of that.

    Wrong:
        content/en/About us.md

    Right:
        content/en/about-us.md
    """

    code = "E807"
    message = "{name} does not fit into an address"
    help = "use small letters a-z, digits and hyphens only"
    example = {"name": "About us.md"}


class UnknownSlot(Kind):
    """A slot is where a page shows something of the archive. One of another name would stay empty.

    Wrong:
        <!-- slot:new-claims -->

    Right:
        <!-- slot:newest-claims -->
    """

    code = "E808"
    message = "there is no slot {name}"
    help = "write one of {known}, or delete the comment"
    example = {"name": "new-claims", "known": "newest-claims, questions"}


class NavWithoutPage(Kind):
    """The settings list the pages of the menu. Where there is no page, the menu would lead nowhere.

    Wrong:
        nav:
          - en/abuot.md

    Right:
        nav:
          - en/about.md
    """

    code = "E809"
    message = "nav lists {path}, which is no page of {folder}"
    help = "did you mean {suggestion}?"
    otherwise = (
        "name a file as it is called below {folder}, or delete the line; pages of records have a menu of their own"
    )
    example = {"path": "en/abuot.md", "folder": "content/", "suggestion": "en/about.md"}


class DeadLink(Kind):
    """A reader who follows the link finds nothing. Links are written from the file that they stand in.

    In HTML, a link is taken from the address of the page, as browsers take it.

    Wrong:
        [About](abuot.md)

    Right:
        [About](about.md)
    """

    code = "E810"
    message = "{target} leads to nothing"
    help = "did you mean {suggestion}?"
    otherwise = (
        "name a file as it is called, such as about.md; that of a record is claims/2025-04-30-nis-killed/index.md"
    )
    example = {"target": "abuot.md", "suggestion": "about.md"}


class LinkFromRoot(Kind):
    """A site may lie below a folder of its host, and be moved to another: only links from one file to another go along.

    Wrong:
        [About](/en/about/)

    Right:
        [About](about.md)
    """

    code = "E811"
    message = "{target} begins at the root of the host, where the site need not be"
    help = "write {suggestion}"
    otherwise = "write the way from this file, such as about.md or ../ko/about.md"
    example = {"target": "/en/about/", "suggestion": "about.md"}


class UnknownAnchor(Kind):
    """What stands behind # is the id of a heading. If there is none, the reader ends up at the top of the page.

    An id is made of the words of the heading, in small letters with hyphens, or written behind it in braces.

    Wrong:
        [Corrections](about.md#corections)

    Right:
        [Corrections](about.md#corrections)
    """

    code = "E812"
    message = "the page has no part #{anchor}"
    help = "did you mean #{suggestion}?"
    otherwise = "write the id of one of its headings, or leave # and all behind it out"
    example = {"anchor": "corections", "suggestion": "corrections"}


class NoAddress(Kind):
    """Canonical addresses, permanent links and the sitemap are whole addresses: they say where the site will be.

    Where a site is published (the variable CI is set), this is an error (E814).

    Wrong:
        site_url:

    Right:
        site_url: https://omber.example/archive/
    """

    code = "W813"
    message = "the site does not know its address: its permanent links say {url}"
    help = "write site_url in mkdocs.yml, or set the variable: SITE_URL=https://omber.example/archive/ make site"
    example = {"url": "http://localhost:8000/"}


class NoAddressToPublish(Kind):
    """A site that is published with the address of a preview sends its readers and search engines to their own machine.

    Wrong:
        site_url:

    Right:
        site_url: https://omber.example/archive/
    """

    code = "E814"
    message = "the site does not know its address: its permanent links would say {url}"
    help = "write site_url in mkdocs.yml, or set the variable: SITE_URL=https://omber.example/archive/ make site"
    example = {"url": "http://localhost:8000/"}


class UnknownCards(Kind):
    """Three words say which pages have preview cards. From any other, nobody knows what was meant.

    Wrong:
        plugins:
          - claims:
              languages: [en, ko]
              cards: series

    Right:
        plugins:
          - claims:
              languages: [en, ko]
              cards: entities
    """

    code = "E820"
    message = "{value} does not say which pages have preview cards"
    help = "write one of {known}"
    example = {"value": "series", "known": "claims, entities, none"}


class NoCards(Kind):
    """Messengers show a card with every link to the archive. What draws the cards must be installed for that.

    Wrong:
        plugins:
          - claims:
              languages: [en, ko]

    Right:
        plugins:
          - claims:
              languages: [en, ko]
              cards: none
    """

    code = "W821"
    message = "the site has no preview cards, because {package} is not installed"
    help = "install it by: {command}; or write cards: none below the plugin claims"
    example = {"package": "Pillow", "command": 'pip install "pillow>=12"'}


class CardsTakeRoom(Kind):
    """A host takes a site up to a certain size. Without cards of claims, a third more claims have room.

    Wrong:
        plugins:
          - claims:
              languages: [en, ko]
              cards: claims

    Right:
        plugins:
          - claims:
              languages: [en, ko]
              cards: entities
    """

    code = "W822"
    message = "more than {share} of what GitHub Pages holds is used, a good part of it by preview cards of claims"
    help = "write cards: entities below the plugin claims; entities, questions and the site keep their cards"
    example = {"share": "60%"}


class NearlyFull(Kind):
    """GitHub Pages publishes sites of up to 1 GB, and takes ten minutes for it at most. A larger one may be refused.

    The site that was built is whole and works on any other host. Preview cards of claims are what an archive can most
    easily do without; the pages of claims are what it is made of.

    An archive that goes on growing has two ways. Its site can be copied to an object storage with a network of hosts
    before it (S3, R2 and the like), under a domain of its own, so that no address changes. Or each subject gets an
    archive of its own, below one domain.

    Wrong:
        site/ has 850 MB.

    Right:
        site/ has 600 MB.
    """

    code = "W860"
    message = "the site takes {share} of what GitHub Pages holds; of it: {shares}"
    help = "prepare for another host, or leave out preview cards of claims (cards: entities below the plugin claims)"
    example = {
        "share": "85%",
        "shares": (
            Share("pages of claims", 0.52),
            Share("preview cards", 0.3),
            Share("other pages", 0.18),
        ),
    }

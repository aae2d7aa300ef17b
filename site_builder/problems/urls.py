"""Addresses that a record must not have."""

from site_builder.problems import Kind


class NotAnAddress(Kind):
    """A link leads to a page of the web: it begins with https:// or http://. Anything else leads nowhere or runs code.

    Wrong:
        reports:
          - url: www.example.org/news/ships-held-late
            publisher: avel-post

    Right:
        reports:
          - url: https://www.example.org/news/ships-held-late
            publisher: avel-post
    """

    code = "E601"
    message = "this is not the address of a web page"
    help = "write {suggestion}"
    otherwise = "copy the whole address from the browser; it begins with https:// or http://"
    example = {"suggestion": "https://www.example.org/news/ships-held-late"}


class Credentials(Kind):
    """An address with a name or a password in front of the host gives away an account, or hides where it leads.

    Wrong:
        reports:
          - url: https://reader:secret@example.org/news/ships-held-late
            publisher: avel-post

    Right:
        reports:
          - url: https://example.org/news/ships-held-late
            publisher: avel-post
    """

    code = "E602"
    message = "the address holds a user name or a password"
    help = "write {suggestion}; if the password was real, change it"
    example = {"suggestion": "https://example.org/news/ships-held-late"}


class PrivateHost(Kind):
    """Readers must be able to open the page. An address of one's own computer or office works for nobody else.

    Wrong:
        reports:
          - url: http://192.168.0.12/scans/ships-held-late.html
            publisher: avel-post

    Right:
        reports:
          - url: https://example.org/news/ships-held-late
            publisher: avel-post
    """

    code = "E603"
    message = "{host} is not a host of the public web"
    help = "write the address under which everybody can open the page"
    example = {"host": "192.168.0.12"}


class Fragile(Kind):
    """An address with spaces, quotation marks, <, > or backslashes, or a very long one, breaks when it is copied.

    Wrong:
        reports:
          - url: "https://example.org/news/ships held late"
            publisher: avel-post

    Right:
        reports:
          - url: https://example.org/news/ships%20held%20late
            publisher: avel-post
    """

    code = "E604"
    message = "the address does not work everywhere: {reason}"
    help = "write {suggestion}"
    otherwise = "find a shorter address of the page, for example under Share or Permalink"
    example = {
        "reason": 'it has a space or one of the characters " < > \\ in it',
        "suggestion": "https://example.org/news/ships%20held%20late",
    }


class MixedHost(Kind):
    r"""A host whose name mixes alphabets, or only looks like Latin letters, pretends to be another site.

    Wrong:
        reports:
          - url: "https://ex\u0430mple.org/news/ships-held-late"
            publisher: avel-post

    Right:
        reports:
          - url: https://example.org/news/ships-held-late
            publisher: avel-post
    """

    code = "E605"
    message = "the host {host} has look-alike letters; to a browser it is {punycode}"
    help = "type the host again, all of it with one keyboard"
    example = {"host": "ex\u0430mple.org", "punycode": "xn--exmple-4nf.org"}


class NotAnArchive(Kind):
    """Pages vanish or change. A copy in a web archive stays, and shows the page as it was when it was quoted.

    Wrong:
        reports:
          - url: https://example.org/news/ships-held-late
            publisher: avel-post
            archived: https://example.org/news/ships-held-late

    Right:
        reports:
          - url: https://example.org/news/ships-held-late
            publisher: avel-post
            archived: https://web.archive.org/web/20310315000000/https://example.org/news/ships-held-late
    """

    code = "E606"
    message = "this is no archived copy of the source: {reason}"
    help = "save the page at web.archive.org/save and write the address of the copy, or remove the key"
    example = {"reason": "it is the source's own address"}

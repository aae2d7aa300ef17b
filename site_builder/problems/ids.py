"""Ids that cannot be used."""

from site_builder.problems import Kind


class OnlyCase(Kind):
    """Windows and macOS take such names for one file: one record would overwrite the other.

    Wrong:
        claims/entities/Avel-Post.yml stands beside claims/entities/avel-post.yml.

    Right:
        One entity has one file: claims/entities/avel-post.yml.
    """

    code = "E502"
    message = "only upper and lower case tell this file from {other}"
    help = "join the two records in the file whose name is in lower case"
    example = {"other": "Avel-Post.yml"}


class TwoYears(Kind):
    """The id of a claim is a part of its address, and two claims cannot live at one address.

    Wrong:
        There is a file 2031-03-14-ships-held.yml in claims/2031/ and another one in claims/2030/.

    Right:
        There is only claims/2031/2031-03-14-ships-held.yml, in the folder of the year in which the claim was said.
    """

    code = "E503"
    message = "{other} has the same id"
    help = "keep one of the files, in the folder of the year said; another claim needs another name"
    example = {"other": "claims/2030/2031-03-14-ships-held.yml"}


class DeviceName(Kind):
    """Windows keeps a few short names for devices. With such a file, nobody can copy the archive to a Windows computer.

    Wrong:
        claims/entities/con.yml

    Right:
        claims/entities/convention-of-narrators.yml
    """

    code = "E509"
    message = "{name} is the name of a device on Windows"
    help = "use a longer id"
    example = {"name": "con"}


class TooLong(Kind):
    """An id is typed, cited and shown in addresses. A very long one is cut off, and cannot be saved everywhere.

    Wrong:
        claims/2031/2031-03-14-the-spokeswoman-of-the-harbour-authority-says-that-about-forty-ships-are-held.yml

    Right:
        claims/2031/2031-03-14-harbour-authority-ships-held.yml
    """

    code = "E510"
    message = "the id is {length} characters long; {limit} are allowed"
    help = "keep who and what: harbour-authority-ships-held"
    example = {"length": 92, "limit": 80}


class SameAddress(Kind):
    """Two records would be written to the same page of the site, and only one of them would be seen.

    Wrong:
        There is a file 2031-03-14-ships-held.yml in claims/2031/ and a file 2031-03-14-Ships-held.yml in claims/2030/.

    Right:
        There is only claims/2031/2031-03-14-ships-held.yml.
    """

    code = "E512"
    message = "the page of this record would have the same address as that of {other}"
    help = "give one of the two another id"
    example = {"other": "2031-03-14-ships-held"}


class PageOfList(Kind):
    """The ids page-2, page-3 and so on are the addresses of the further pages of a long list.

    Wrong:
        claims/entities/page-2.yml

    Right:
        claims/entities/page-two-news.yml
    """

    code = "E513"
    message = "{id} is kept for a page of a list"
    help = "use another id"
    example = {"id": "page-2"}

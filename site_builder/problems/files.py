"""Problems of a record's file before its text is read: its name, size, encoding, characters."""

from site_builder.problems import Kind


class TooLarge(Kind):
    """A record holds one claim with a short quote. A file of this size holds a whole article, or many claims.

    Wrong:
        The whole newspaper article stands under quotes.

    Right:
        Only the sentence that makes the claim stands under quotes; the source leads to the article.
    """

    code = "E101"
    message = "the file has {size} bytes; a record has at most {limit}"
    help = "one file holds one record: shorten the texts or split the claims"
    example = {"size": 70212, "limit": 65536}


class NotUtf8(Kind):
    """UTF-8 is the one way to store letters that all computers read alike. In any other, 한글 comes out as nonsense.

    Some editors on Windows still save Korean in an older way. Their window “Save as” lets you choose the encoding.

    Wrong:
        The file was saved as ANSI (which is CP949 on a Korean Windows) or as UTF-16.

    Right:
        The file was saved as UTF-8.
    """

    code = "E102"
    message = "the file is not UTF-8 text (it looks like {encoding})"
    help = "save the file again as UTF-8"
    example = {"encoding": "CP949"}


class ByteOrderMark(Kind):
    """Some editors put an invisible mark in front of the first word. Here it does no harm; other programs trip over it.

    Wrong:
        The file was saved as “UTF-8 with BOM”.

    Right:
        The file was saved as “UTF-8”.
    """

    code = "W103"
    message = "the file begins with an invisible byte order mark"
    help = "save the file as UTF-8 without BOM"


class ControlCharacter(Kind):
    """Control characters slip in when text is copied from a PDF or a terminal. Nobody sees them; programs obey them.

    The message gives its number in Unicode. U+000D by itself is the line break of very old programs.

    Wrong:
        The title was copied from a PDF and has the character U+0007 between two words.

    Right:
        The title has the same words without that character.
    """

    code = "E104"
    message = "the control character {character} does not belong in a record"
    help = "delete the character"
    example = {"character": "U+0007"}


class Empty(Kind):
    """A file without a record would be a claim that says nothing. Often the text was not saved, or is all comments.

    Wrong:
        There is nothing in the file, or every line in it begins with #.

    Right:
        The file holds a record, for example one that was copied from claims/README.md and changed.
    """

    code = "E105"
    message = "the file holds no record"
    help = "copy a record from {reference} and change it"
    example = {"reference": "claims/README.md"}


class Unlisted(Kind):
    """So many problems in one file have one cause, such as a bracket or an indentation near the top.

    Wrong:
        A list of 200 ids names the entities by their names.

    Right:
        Once the first lines of the list are mended, the check is run again.
    """

    code = "E110"
    message = "{count} more problems from here on are not listed"
    help = "mend those that are listed, then check again"
    example = {"count": 100}


class NotARecord(Kind):
    """Files of any other name are not read: a claim would be missing from the site, and nobody would be told.

    Wrong:
        claims/2031/2031-03-14-harbour-authority-ships-held.yaml

    Right:
        claims/2031/2031-03-14-harbour-authority-ships-held.yml
    """

    code = "E106"
    message = "{name} is no record: only files ending in .yml belong here"
    help = "rename it to {suggestion}"
    otherwise = "move it out of the folder, or rename it so that it ends in .yml"
    example = {
        "name": "2031-03-14-harbour-authority-ships-held.yaml",
        "suggestion": "2031-03-14-harbour-authority-ships-held.yml",
    }


class OutsideFolders(Kind):
    """A record is read in its folder only: claims by year, entities and series each in their own.

    Wrong:
        claims/2031-03-14-harbour-authority-ships-held.yml

    Right:
        claims/2031/2031-03-14-harbour-authority-ships-held.yml
    """

    code = "E111"
    message = "{name} lies in no folder of records, so that it is not read"
    help = "move it to {suggestion}"
    otherwise = "move it to the folder of its year, or to claims/entities/ or claims/series/"
    example = {
        "name": "claims/2031-03-14-harbour-authority-ships-held.yml",
        "suggestion": "claims/2031/2031-03-14-harbour-authority-ships-held.yml",
    }


class UnknownFolder(Kind):
    """Only the folders of the years, entities/, series/ and schema/ are read. In any other a record would be missed.

    Wrong:
        claims/people/orla-venn.yml

    Right:
        claims/entities/orla-venn.yml
    """

    code = "E112"
    message = "{name} is no folder of records"
    help = "move what lies in it to the folder of its year, to claims/entities/ or to claims/series/"
    example = {"name": "people/"}


class NoRecords(Kind):
    """An archive is its records. Without their folder there would be an empty site, which hardly anybody wants.

    Most often the folder was moved or renamed, or only a part of the archive was copied.

    Wrong:
        There is mkdocs.yml, and beside it no folder claims/.

    Right:
        claims/2031/2031-03-14-harbour-authority-ships-held.yml
    """

    code = "E114"
    message = "there is no folder {name}"
    help = "put the records into claims/ beside mkdocs.yml, or make the folder for the first one"
    example = {"name": "claims/"}


class Backup(Kind):
    """Editors keep the last state of a file beside it. It is older than the record, and must not take its place.

    Wrong:
        2031-03-14-harbour-authority-ships-held.yml~ lies beside 2031-03-14-harbour-authority-ships-held.yml.

    Right:
        There is only 2031-03-14-harbour-authority-ships-held.yml.
    """

    code = "E113"
    message = "{name} is a copy that lies beside {original}"
    help = "delete it, or keep it out of claims/"
    example = {
        "name": "2031-03-14-harbour-authority-ships-held.yml~",
        "original": "2031-03-14-harbour-authority-ships-held.yml",
    }


class NotAFile(Kind):
    """A link could lead out of the archive, to a file that was never meant to be published. A folder holds no record.

    Wrong:
        claims/2031/2031-03-14-harbour-authority-ships-held.yml is a folder, or a symbolic link to another file.

    Right:
        claims/2031/2031-03-14-harbour-authority-ships-held.yml is a text file.
    """

    code = "E107"
    message = "{name} is not a plain file"
    help = "put a plain text file in its place; links are never followed"
    example = {"name": "2031-03-14-harbour-authority-ships-held.yml"}


class Unreadable(Kind):
    """What cannot be opened cannot be checked, and nothing is published unchecked.

    Wrong:
        Only another user of the computer may read the file.

    Right:
        Everybody may read the file. On Linux and macOS, chmod 644 with the name of the file sees to that.
    """

    code = "E109"
    message = "the file cannot be read: {reason}"
    help = "give read permission for the file"
    example = {"reason": "Permission denied"}


class BidiCharacter(Kind):
    """Such a character shows text in another order than it is stored in: people read other words than programs do.

    It can hide a lie in a record, so it is refused everywhere, even in comments. Arabic and Hebrew do not need it.

    Wrong:
        A quote was copied from a chat and has the invisible character U+202E in it.

    Right:
        The quote has the same words without that character.
    """

    code = "E404"
    message = "the invisible character {character} changes the direction of text"
    help = "delete the character"
    example = {"character": "U+202E"}

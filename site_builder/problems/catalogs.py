"""Problems of the catalogs that an archive brings: the words of its pages in a language."""

from site_builder.problems import Kind


class BrokenCatalog(Kind):
    """A catalog is a file of gettext: each message has a msgid and a msgstr, each text its quotation marks.

    Wrong:
        msgstr "Заяви

    Right:
        msgstr "Заяви"
    """

    code = "E911"
    message = "the catalog cannot be read from here on: {reason}"
    help = "write msgid and msgstr in turn, with all text between quotation marks, and # in front of notes"
    example = {"reason": "a catalog has no such line"}


class UnfitPlaceholders(Kind):
    """What stands in braces is filled in when a page is made. A name that is missing or new leaves nothing to fill in.

    Wrong:
        msgid "Written in {language}."
        msgstr "Мова: {мова}."

    Right:
        msgid "Written in {language}."
        msgstr "Мова: {language}."
    """

    code = "E912"
    message = "the translation has other placeholders than its message: {needed}"
    help = "write these, each in braces and with the name that the message has for it: {needed}"
    example = {"needed": "language"}


class UnfitPlurals(Kind):
    """Words change with numbers. The line Plural-Forms of a catalog says which form of the words goes with a number.

    Wrong:
        Plural-Forms: nplurals=2; plural=(n != 1); in a catalog for Czech

    Right:
        Plural-Forms: nplurals=3; plural=((n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2);
    """

    code = "E913"
    message = "Plural-Forms has too few forms for the language {language}, or cannot be read"
    help = "write Plural-Forms: {forms}"
    example = {"language": "cs", "forms": "nplurals=3; plural=((n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2);"}


class MissingForm(Kind):
    """A message with a number has a translation for each form of the language. Without one, some pages have no words.

    Wrong:
        msgstr[0] "{count} заява"
        msgstr[1] ""
        msgstr[2] "{count} заяв"

    Right:
        msgstr[0] "{count} заява"
        msgstr[1] "{count} заяви"
        msgstr[2] "{count} заяв"
    """

    code = "E914"
    message = "a form of this message has no words; it needs {count}"
    help = "write each form, from msgstr[0] on"
    example = {"count": 3}


class NotALanguage(Kind):
    """The folder of a catalog is named after its language: uk, or pt_BR. In any other it would not be read.

    Wrong:
        locale/ukrainian/LC_MESSAGES/claims.po

    Right:
        locale/uk/LC_MESSAGES/claims.po
    """

    code = "W916"
    message = "{name} is no tag of a language, so that this catalog is not read"
    help = "name the folder by the tag of its language, such as uk or pt_BR"
    example = {"name": "ukrainian"}


class Untranslated(Kind):
    """A page is in one language. Where a message for readers is not translated, its words on that page are English.

    What only contributors are told may stay in English.

    Wrong:
        A catalog for Ukrainian translates 40 messages.

    Right:
        It translates every message of site_builder/language/locale/readers.pot.
    """

    code = "W917"
    message = (
        "{count} of {all} messages for readers are not translated into the language {language}, and stay English; "
        "the first is “{first}”"
    )
    help = "write their words behind msgstr; those that the file lacks are added by claims init --renew"
    example = {"count": 139, "all": 179, "language": "uk", "first": "About this site"}


class BrokenTable(Kind):
    """The words of a language for search are tables of TOML, beside its catalog; what cannot be read is not used.

    Wrong:
        particle = "в на"

    Right:
        particles = "в на"
    """

    code = "E918"
    message = "the words for search cannot be used from here on: {reason}"
    help = "write the tables as site_builder/language/reduction.py names them; the file may also be left out"
    example = {"reason": "there is no table of this name"}

"""Words for what keeps a site from being built, though nothing is wrong in a record or a page."""

import errno

from site_builder.engine import Failed, NotInstalled
from site_builder.language.language import Language
from site_builder.publish.rendering import UnknownSlot
from site_builder.publish.staging import NotASite, UnfitFolder
from site_builder.read.settings import Unusable

FAILURES = (Unusable, NotInstalled, Failed, UnknownSlot, NotASite, UnfitFolder, OSError)


def reason(failure: Exception, language: Language) -> str:
    """Say in a language why there is no site; an engine speaks its own."""
    match failure:
        case Unusable():
            return failure.text(language)
        case NotInstalled():
            command = f'pip install "{failure.requirement}"'
            return language.text("{name} is not installed; get it by: {command}", name=failure.name, command=command)
        case UnknownSlot():
            return language.text("there is no such slot: {slot}", slot=str(failure))
        case NotASite():
            return language.text("{folder} holds something else than a site; name an empty folder", folder=str(failure))
        case UnfitFolder():
            return language.text(
                "{folder} holds the records or pages, or lies among them; name another folder for the site",
                folder=str(failure),
            )
        case OSError(errno=errno.EADDRINUSE):
            return language.text("another program has this port; take another one: claims serve --port 8001")
        case OSError(filename=str(file), strerror=str(why)):
            return language.text("{file} cannot be read or written: {reason}", file=file, reason=why)
    return str(failure)

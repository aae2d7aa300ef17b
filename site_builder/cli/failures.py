"""Words for what keeps a site from being built, though nothing is wrong in a record or a page."""

from site_builder.engine import Failed, NotInstalled
from site_builder.language.language import Language
from site_builder.publish.rendering import UnknownSlot
from site_builder.publish.staging import NotASite
from site_builder.read.settings import Unusable

FAILURES = (Unusable, NotInstalled, Failed, UnknownSlot, NotASite)


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
    return str(failure)

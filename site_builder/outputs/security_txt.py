"""Whom to tell of a weakness: `security.txt` (RFC 9116), where the repository has a place for that.

It is true for less than a year after the day of the build, which a published site takes from its last commit: by that
an archive that nobody keeps any more says so.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from site_builder.library.localized import LocalizedLibrary
from site_builder.library.site import Site
from site_builder.model import urls
from site_builder.outputs.artifact import Artifact
from site_builder.runtime import clock

_TRUE_FOR = timedelta(days=364)


def of_site(libraries: Sequence[LocalizedLibrary]) -> Iterator[Artifact]:
    """Yield the file; none where nobody is known to be told."""
    site = libraries[0].site
    if contact := site.repository.advisories:
        expires = f"{clock.today() + _TRUE_FOR}T00:00:00Z"
        yield Artifact([urls.SECURITY], lambda: (expires,), lambda: [_text(site, contact, expires)])


def _text(site: Site, contact: str, expires: str) -> bytes:
    fields = {
        "Contact": contact,
        "Expires": expires,
        "Preferred-Languages": ", ".join(language.tag for language in site.languages),
        "Canonical": site.absolute(urls.SECURITY),
        "Policy": f"{site.repository.url}/security/policy",
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items()).encode()

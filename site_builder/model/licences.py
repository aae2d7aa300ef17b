"""The licences that the records of an archive may have, as SPDX names them."""

from typing import NamedTuple


class Licence(NamedTuple):
    """A licence: its id in SPDX, its name, and the address of a page that explains it."""

    id: str
    name: str
    url: str

    @property
    def short_name(self) -> str:
        """Its id as people write it: `CC BY-SA 4.0`."""
        terms, _, version = self.id.rpartition("-")
        return f"{terms.replace('CC-', 'CC ')} {version}"


def known(text: str) -> Licence | None:
    """Return the licence that a text means: its id, in any case, also with spaces for hyphens (`CC BY 4.0`)."""
    return _BY_ID.get("-".join(text.replace("-", " ").casefold().split()))


def _creative_commons(terms: str, name: str) -> Licence:
    address = f"https://creativecommons.org/licenses/{terms}/4.0/"
    return Licence(f"CC-{terms.upper()}-4.0", f"Creative Commons {name} 4.0 International", address)


LICENCES = (
    _creative_commons("by", "Attribution"),
    _creative_commons("by-sa", "Attribution-ShareAlike"),
    _creative_commons("by-nc", "Attribution-NonCommercial"),
    _creative_commons("by-nc-sa", "Attribution-NonCommercial-ShareAlike"),
    _creative_commons("by-nd", "Attribution-NoDerivatives"),
    _creative_commons("by-nc-nd", "Attribution-NonCommercial-NoDerivatives"),
    Licence("CC0-1.0", "CC0 1.0 Universal", "https://creativecommons.org/publicdomain/zero/1.0/"),
    Licence("ODC-By-1.0", "Open Data Commons Attribution License v1.0", "https://opendatacommons.org/licenses/by/1-0/"),
    Licence(
        "ODbL-1.0", "Open Data Commons Open Database License v1.0", "https://opendatacommons.org/licenses/odbl/1-0/"
    ),
    Licence(
        "PDDL-1.0",
        "Open Data Commons Public Domain Dedication & License v1.0",
        "https://opendatacommons.org/licenses/pddl/1-0/",
    ),
)
"""The licences for data that are in use, the usual one first."""
DEFAULT = LICENCES[0]
_BY_ID = {licence.id.casefold(): licence for licence in LICENCES}

"""The roles that values play in a record, by which walks over the model (`model/walk.py`) find them."""

from enum import Enum, auto


class Role(Enum):
    """The role of a value. The types of `model/records.py` carry it in their annotations; of several, the last counts.

    A type without one, which is no vocabulary either, is refused as soon as the model is walked: whoever adds a key
    says what it holds, and all who ask for that get it.
    """

    OWN_ID = auto()
    """The id of the record itself."""
    ENTITY = auto()
    """The id of an entity."""
    SERIES = auto()
    """The id of a series."""
    CLAIM = auto()
    """The id of another claim."""
    LANGUAGE = auto()
    """The tag of a language."""
    DATE = auto()
    """A date of something that has happened."""
    DATE_AHEAD = auto()
    """A date that may lie ahead, as those of projections do."""
    LINE = auto()
    """Words on one line."""
    TEXT = auto()
    """Words on any number of lines."""
    NAME = auto()
    """A name of an entity, on one line."""
    SHORT_NAME = auto()
    """A short name of an entity, which others of its kind may have too."""
    URL = auto()
    """An address on the web."""
    NUMBER = auto()
    """A number in digits."""
    FLAG = auto()
    """True or false."""
    WORD = auto()
    """A word of a vocabulary that the model lists."""
    CODE = auto()
    """Something with a form of its own that says nothing to a reader: a digest, an item's number."""

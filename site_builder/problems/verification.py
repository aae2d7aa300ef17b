"""Problems of the ledger, which says what was found of quotes in their sources."""

from site_builder.problems import Kind


class NotALine(Kind):
    """The ledger has a line of JSON for each quote that was looked for in its source, and programs write it.

    Pages tell readers what it says, so a line that cannot be read is not passed over.

    Wrong:
        {"claim": "2031-03-14-harbour-authority-ships-held", "language": "en", "verdict": "true"}

    Right:
        claims verify has written the line.
    """

    code = "E951"
    message = "this is no line of the ledger"
    help = "delete the line and run claims verify, which writes it anew"


class OtherWords(Kind):
    """The ledger knows the words of a quote that were found in its source by their digest. These are other words.

    Run `claims verify` with the id of the claim: it looks for the quote again, where the text of the source is stored.
    Whoever has no such text deletes the line of the ledger. The page then says that the quote was not looked for yet.

    Wrong:
        A quote with one letter or digit changed since it was found in its source.

    Right:
        claims verify has written a line for the words that stand there now, or there is no line.
    """

    code = "E952"
    message = "these are not the words that were found in the source"
    help = "run claims verify {id}, or delete the line of the ledger: the page then says “not yet looked for”"
    example = {"id": "2031-03-14-harbour-authority-ships-held"}


class OtherTranslation(Kind):
    """The ledger says which words a translation puts into its language, so that readers hear of one that is behind.

    The words of this translation are others now. If it fits its original, run `claims verify` with the id of the claim,
    or delete the line of the ledger.

    Wrong:
        A translation that was mended, with the line of the words before.

    Right:
        claims verify has written a line for the words that stand there now, or there is no line.
    """

    code = "E953"
    message = "the ledger has other words of this translation"
    help = "if it fits its original, run claims verify {id}, or delete the line of the ledger"
    example = {"id": "2031-03-14-harbour-authority-ships-held"}


class NotFound(Kind):
    """A quote has the words of its source, letter for letter. These are not in its stored text.

    `claims verify` with the id of the claim shows the passage that is most like them, and the difference.

    Wrong:
        A quote in which a number, a letter or a word is another one than in its source.

    Right:
        The words as the source has them. What is left out is marked by […], an editor's words stand in brackets.
    """

    code = "E954"
    message = "these words are not in the stored text of their source"
    help = "run claims verify {id}, which shows the nearest passage; take the words from there, and run it again"
    example = {"id": "2031-03-14-harbour-authority-ships-held"}


class StaleTranslation(Kind):
    """The words that this translation puts into its language have changed. It may say something else than they do now.

    Compare it with its original. If it still fits, delete its line of the ledger and run `claims verify`.

    Wrong:
        A translation of “about 40 ships”, whose original says “about 60 ships” by now.

    Right:
        A translation of the words that stand there now.
    """

    code = "W955"
    message = "the words that this translates have changed since"
    help = (
        "bring the translation up to date; if it still fits, delete its line of the ledger; then run claims verify {id}"
    )
    example = {"id": "2031-03-14-harbour-authority-ships-held"}


class NoSuchClaim(Kind):
    """A line of the ledger names a claim that the archive does not have. It may be the id of one before it was renamed.

    Wrong:
        {"claim": "2031-03-14-harbour-authority-ship-held", "language": "en", …}

    Right:
        {"claim": "2031-03-14-harbour-authority-ships-held", "language": "en", …}
    """

    code = "E956"
    message = "there is no claim with this id: {id}"
    help = "run claims verify, which drops the line, or delete it"
    example = {"id": "2031-03-14-harbour-authority-ship-held"}


class NoSuchQuote(Kind):
    """A line of the ledger names a language in which its claim has no quote, so nobody sees what it says.

    Wrong:
        {"claim": "2031-03-14-harbour-authority-ships-held", "language": "fr", …}

    Right:
        {"claim": "2031-03-14-harbour-authority-ships-held", "language": "en", …}
    """

    code = "E957"
    message = "the claim {id} has no quote in {language}"
    help = "run claims verify {id}, which drops the line, or delete it"
    example = {"id": "2031-03-14-harbour-authority-ships-held", "language": "fr"}


class OtherOrigin(Kind):
    """The ledger has a translation's line for words as published, or the other way round.

    A translation is not looked for in a source, and what was found in one is no translation.

    Wrong:
        A quote that was marked as a translation since it was found in its source.

    Right:
        claims verify has written a line for what the quote is now, or there is no line.
    """

    code = "E958"
    message = "the ledger has this quote as another kind: words as published, or a translation"
    help = "run claims verify {id}, or delete the line of the ledger"
    example = {"id": "2031-03-14-harbour-authority-ships-held"}


class TwoLines(Kind):
    """The ledger has one line for each quote. Two are left when two branches that both changed it were merged.

    Wrong:
        Two lines with the same claim and the same language.

    Right:
        claims verify has kept the line that fits the words of the quote, the later one of two that do.
    """

    code = "E959"
    message = "this is a second line for the quote in {language} of {id}"
    help = "delete one of them, or run claims verify, which keeps the one that fits the quote"
    example = {"id": "2031-03-14-harbour-authority-ships-held", "language": "en"}


class Untidy(Kind):
    """The lines of the ledger stand in the order of ids and languages, their keys in an order of their own.

    Then the same results are the same bytes, and two branches seldom change the same line.

    Wrong:
        The line of a claim of 2031 before that of a claim of 2030, as git leaves them when it merges two branches.

    Right:
        claims verify has put them in order.
    """

    code = "W960"
    message = "this line is not in the order or in the form that the ledger has"
    help = "run claims verify, which puts it in order"


class OtherText(Kind):
    """The ledger says in which stored text of the source the quote was found. The record names another one by now.

    Wrong:
        A record with a new `snapshot`, in which its quote was not looked for yet.

    Right:
        claims verify has looked for the quote in the text that the record names.
    """

    code = "W961"
    message = "the quote was found in another stored text than the one that is named here"
    help = "run claims verify {id}"
    example = {"id": "2031-03-14-harbour-authority-ships-held"}

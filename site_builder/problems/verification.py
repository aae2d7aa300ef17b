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

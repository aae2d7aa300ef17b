"""The only clock that a site may depend on."""

import os
from datetime import UTC, date, datetime


def today() -> date:
    """Return the day of the build in UTC.

    `SOURCE_DATE_EPOCH` (see reproducible-builds.org) stands for the clock if it is set.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return (datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)).date()


def day_of_run() -> date:
    """Return the day on which this runs, in UTC, whatever day a build takes for today."""
    return datetime.now(UTC).date()

import time
from datetime import UTC, date, datetime

import pytest

from site_builder.runtime import clock


@pytest.mark.parametrize(
    ("epoch", "day"), [("0", date(1970, 1, 1)), ("1956528000", date(2032, 1, 1)), ("1956527999", date(2031, 12, 31))]
)
@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_a_build_may_be_of_any_day(monkeypatch: pytest.MonkeyPatch, zone: str, epoch: str, day: date) -> None:
    monkeypatch.setenv("TZ", zone)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    time.tzset()
    try:
        assert clock.today() == day
    finally:
        monkeypatch.delenv("TZ")
        time.tzset()


@pytest.mark.parametrize("epoch", [None, ""])
def test_without_a_day_given_it_is_today(monkeypatch: pytest.MonkeyPatch, epoch: str | None) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    if epoch is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    before = datetime.now(UTC).date()
    assert before <= clock.today() <= datetime.now(UTC).date()

"""Dates as archives know them: the day, the month or only the year, sure or approximate (EDTF, ISO 8601-2:2019)."""

from calendar import monthrange
from dataclasses import dataclass
from enum import StrEnum


class Qualifier(StrEnum):
    """EDTF level 1: how sure a date is, written behind it."""

    CERTAIN = ""
    UNCERTAIN = "?"
    APPROXIMATE = "~"
    BOTH = "%"


@dataclass(frozen=True, slots=True, order=True)
class EdtfDate:
    """A calendar date of day, month or year precision. Sorts by time, the vaguer before the more exact."""

    year: int
    month: int = 0
    """1 to 12, or 0 where only the year is known."""
    day: int = 0
    """1 to 31, or 0 where only the month is known."""
    qualifier: Qualifier = Qualifier.CERTAIN

    @property
    def base(self) -> str:
        """The date without its qualifier: `2025`, `2025-12` or `2025-12-08`."""
        return "-".join([f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part])

    def __str__(self) -> str:
        return self.base + self.qualifier

    @property
    def compact(self) -> str:
        """The digits alone, as article ids begin: `20251208`, `202512`, `2025`."""
        return self.base.replace("-", "")

    @property
    def first_day(self) -> str:
        """ISO date of the first day that it can mean; what is sorted and filtered by."""
        return f"{self.year:04}-{self.month or 1:02}-{self.day or 1:02}"

    @property
    def last_day(self) -> str:
        """ISO date of the last day that it can mean."""
        month = self.month or 12
        return f"{self.year:04}-{month:02}-{self.day or monthrange(self.year, month)[1]:02}"

"""Sentences that can be said again in another language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment (Unix seconds, UTC) as it is told: to the year, the month or the day."""

    at: int
    to: Literal["year", "month", "day"] = "month"

    def __str__(self) -> str:
        day = datetime.fromtimestamp(self.at, UTC)
        match self.to:
            case "year":
                return str(day.year)
            case "month":
                return f"{_MONTHS[day.month - 1]} {day.year}"
            case _:
                return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


class Phrase(str):
    """An English sentence that knows its template and what was put into it.

    It is the English string wherever a string is wanted. A face that speaks another language looks up `template` (or,
    where `number` is other than one, `plural`) in its catalogue and puts `values` in again, each of them said
    in that language too where it is a phrase or a moment.
    """

    __slots__ = ("number", "plural", "template", "values")
    template: str
    plural: str
    number: int | None
    values: dict[str, Any]

    def __new__(cls, template: str, /, **values: Any) -> Phrase:
        """The sentence that `template` makes of `values`, by the rules of `str.format`."""
        return cls._made(template, "", None, values)

    @classmethod
    def counted(cls, singular: str, plural: str, count: int, **values: Any) -> Phrase:
        """The sentence for a number of things; both templates may use `{count}`."""
        return cls._made(singular, plural, count, {**values, "count": count})

    @classmethod
    def _made(cls, template: str, plural: str, number: int | None, values: dict[str, Any]) -> Phrase:
        chosen = template if number in (None, 1) else plural
        made = super().__new__(cls, chosen.format(**values) if values else chosen)
        made.template, made.plural, made.number, made.values = template, plural, number, values
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (self.template, self.plural, self.number, self.values)


def _again(template: str, plural: str, number: int | None, values: dict[str, Any]) -> Phrase:
    return Phrase._made(template, plural, number, values)


def template(text: str) -> str:
    """A template that a Phrase is made of elsewhere; marked here, so that the catalogues know of it."""
    return text

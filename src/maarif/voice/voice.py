"""One language's voice: a catalogue of sentences, and how days and numbers are written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache, cached_property
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from typing import Any

from maarif.domain.phrases import Moment, Phrase

#: The languages there are catalogues for, each by the name it gives itself.
LANGUAGES = {"en": "English", "ar": "العربية", "de": "Deutsch"}

_RIGHT_TO_LEFT = frozenset({"ar"})


@cache
def voice_of(language: str) -> Voice:
    """The voice of a language ("de", "de_AT.UTF-8"); English where there is no catalogue for it."""
    code = language.replace("-", "_").split("_")[0].split(".")[0].lower()
    return Voice(code if code in LANGUAGES else "en")


class Voice:
    """Says sentences in one language: called with an English template and its values, or with what was said already."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.direction = "rtl" if language in _RIGHT_TO_LEFT else "ltr"

    def __call__(self, template: str, /, **values: Any) -> str:
        """The sentence that a template makes in this language; a Phrase is taken with its own template and values."""
        if isinstance(template, Phrase):
            return self._say(template)
        found = self._catalogue.gettext(template) if template else ""
        return found.format(**self._said(values)) if values else found

    def count(self, singular: str, plural: str, count: int, /, **values: Any) -> str:
        """The sentence for a number of things; the templates may use `{count}`."""
        return self._counted(singular, plural, count, {**values, "count": count})

    def _counted(self, singular: str, plural: str, count: int, values: dict[str, Any]) -> str:
        return self._catalogue.ngettext(singular, plural, count).format(**self._said(values))

    def _say(self, phrase: Phrase) -> str:
        if phrase.number is not None:
            return self._counted(phrase.template, phrase.plural, phrase.number, phrase.values)
        found = self._catalogue.gettext(phrase.template) if phrase.template else ""
        return found.format(**self._said(phrase.values)) if phrase.values else found

    def _said(self, values: dict[str, Any]) -> dict[str, Any]:
        return {name: self.value(value) for name, value in values.items()}

    def value(self, value: Any) -> Any:
        """A value as it stands in a sentence: phrases, moments and whole numbers are said in this language."""
        match value:
            case Phrase():
                return self._say(value)
            case Moment():
                return self.moment(value)
            case bool() | str() | float():
                return value
            case int():
                return self.number(value)
            case _:
                return value

    def list(self, said: Sequence[str]) -> str:
        """ "a, b and c" """
        if len(said) < 2:
            return "".join(said)
        if self.language == "en":
            return f"{', '.join(said[:-1])} and {said[-1]}"
        from babel.lists import format_list

        return str(format_list(list(said), locale=self.language))

    # -- days and numbers --------------------------------------------------------------------------

    def moment(self, moment: Moment) -> str:
        """A moment, told to the year, the month or the day."""
        if self.language == "en":
            return str(moment)
        from babel.dates import format_date

        day = datetime.fromtimestamp(moment.at, UTC).date()
        wanted = {"year": "y", "month": "MMMM y", "day": "long"}[moment.to]
        return self._digits(str(format_date(day, wanted, locale=self._locale)))

    def day(self, at: int) -> str:
        """The day of a moment (Unix seconds, UTC)."""
        return self.moment(Moment(at, "day"))

    def short_day(self, at: int) -> str:
        """The day of a moment, as short as the language writes it with the month's name."""
        from babel.dates import format_skeleton

        return self._digits(str(format_skeleton("yMMMd", datetime.fromtimestamp(at, UTC), locale=self._locale)))

    def month(self, at: int) -> str:
        """The month of a moment (Unix seconds, UTC)."""
        return self.moment(Moment(at, "month"))

    def year(self, at: int) -> str:
        """The year of a moment (Unix seconds, UTC)."""
        return self.moment(Moment(at, "year"))

    def number(self, number: int) -> str:
        """A whole number with its digits and groups."""
        if self.language == "en":
            return f"{number:,}" if abs(number) >= 10_000 else str(number)
        from babel.numbers import format_decimal

        grouped = abs(number) >= 10_000
        return self._digits(
            str(format_decimal(number, locale=self._locale, group_separator=grouped)).replace(
                ",", "٬" if self.language == "ar" else ","
            )
        )

    def _digits(self, text: str) -> str:
        """Dates come with Western digits from the library: Arabic is written with its own."""
        return text.translate(_ARABIC_INDIC) if self.language == "ar" else text

    @property
    def _locale(self) -> str:
        return {"ar": "ar_EG"}.get(self.language, self.language)

    @cached_property
    def _catalogue(self) -> NullTranslations:
        if self.language == "en":
            return NullTranslations()
        compiled = files("maarif.voice") / "locale" / self.language / "LC_MESSAGES" / "maarif.mo"
        if not compiled.is_file():
            return NullTranslations()
        with compiled.open("rb") as stream:
            return GNUTranslations(stream)


_ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")

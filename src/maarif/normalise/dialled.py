"""A telephone number as somebody types it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from maarif.domain.handles import Handle
from maarif.normalise.handles import canonical
from maarif.text.fold import fold

_DIALLED = re.compile(r"[+(]?[\d\s().\-/\u2010-\u2015]{5,40}")


def dialled(written: str, beside: Iterable[str] = (), country: str = "") -> tuple[Handle, ...]:
    """The handles that a typed number may have: with its country's code, and with its digits alone.

    `beside` are numbers (E.164) of the countries in which it may be dialled without a code; `country` is one more (ISO
    3166), or "". Nothing where what is written is no number.
    """
    plain = fold(written).strip()
    if not _DIALLED.fullmatch(plain) or sum(map(str.isdigit, plain)) < 5:
        return ()
    found = [canonical("phone", plain, "")]
    for region in (None, *dict.fromkeys([*_regions(beside), *filter(None, [country])])):
        found += _in_region("+" + plain[2:] if plain.startswith("00") else plain, region)
    return tuple(dict.fromkeys(handle for handle in found if handle is not None))


def _regions(numbers: Iterable[str]) -> Iterator[str]:
    import phonenumbers

    for number in numbers:
        try:
            code = phonenumbers.parse(number, None).country_code
        except phonenumbers.NumberParseException:
            continue
        region = phonenumbers.region_code_for_country_code(code or 0)
        if region.isalpha() and region != "ZZ":
            yield region


def _in_region(plain: str, region: str | None) -> Iterator[Handle]:
    """The number with its country's code, and as it is dialled within the country."""
    import phonenumbers

    try:
        number = phonenumbers.parse(plain, region)
    except phonenumbers.NumberParseException:
        return
    yield Handle("phone", phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
    local = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    yield Handle("phone", "".join(filter(str.isdigit, local)))

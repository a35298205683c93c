"""Names that Exchange and Notes exports keep beside bare addresses, in `X-From`, `X-To` and `X-cc`."""

from __future__ import annotations

from functools import lru_cache

from maarif.sources.mail.addresses import is_placeholder, split_addresses
from maarif.sources.mail.letter import Headers, Letter, Pair

#: The header of names that belongs to each header of addresses.
BESIDE = {"from": "x-from", "to": "x-to", "cc": "x-cc", "bcc": "x-bcc"}


def named(pairs: tuple[Pair, ...], headers: Headers, header: str) -> tuple[Pair, ...]:
    """Give bare addresses the names that stand beside them, where both lists have the same length and agree.

    Lists of two and more agree where half of the names share a word with their address.
    """
    written = headers.get(BESIDE[header])
    if not written or written[0].count(",") < len(pairs) - 1 or any(name for name, _ in pairs):
        return pairs
    names = names_in(written[0])
    if len(names) != len(pairs):
        return pairs
    both = tuple((name, address) for name, (_, address) in zip(names, pairs, strict=True))
    judged = [_agree(name, address) for name, address in both if name and not is_placeholder(address.lower())]
    return both if len(pairs) == 1 or sum(judged) * 2 >= len(judged) else pairs


def sender_named(letter: Letter) -> tuple[Pair, ...]:
    """Return the senders with the name that stands in `X-From`."""
    return named(letter.senders, letter.headers, "from")


@lru_cache(maxsize=4096)
def names_in(text: str) -> tuple[str, ...]:
    """Return the names of a list such as `Doe, Jane K. </O=X/CN=JDOE>, 'j@x.example'`, "" for nameless."""
    return tuple(_plain(name) for name, _ in split_addresses(text))


def _plain(name: str) -> str:
    """Turn `Doe, Jane K.` into `Jane K. Doe` and cut `/HOU/ECT@ECT` off."""
    name = name.partition("/")[0].strip(" '\"")
    if "@" in name:
        return ""
    last, comma, first = name.partition(",")
    if not comma or "," in first:
        return name
    return f"{first.strip()} {last.strip()}".strip()


def _agree(name: str, address: str) -> bool:
    local = address.partition("@")[0].lower()
    return any(len(word) > 2 and word in local for word in name.lower().split())

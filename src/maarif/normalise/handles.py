"""From an address as somebody wrote it to a Handle."""

from __future__ import annotations

import re
from functools import lru_cache

from maarif.domain.handles import Handle
from maarif.domain.items import AddressKind, Party
from maarif.normalise.names import clean_name
from maarif.text.fold import fold

_SPACES = re.compile(r"\s+")
_NOT_DIGITS = re.compile(r"[^\d+]")

#: Hosts whose pages stand for one person each; a company's home page reaches nobody in particular.
PROFILE_HOSTS = frozenset(
    "linkedin.com xing.com facebook.com instagram.com github.com twitter.com x.com t.me mastodon.social".split()
)


def handle_of(party: Party, scope: str) -> Handle | None:
    """The canonical address of a party; a bare name gets the scope it is unique in ("sara haddad@notes").

    None where neither an address nor a name can be made out.
    """
    return canonical(party.kind, party.address, scope) or name_handle(party.name, scope)


@lru_cache(maxsize=1 << 16)
def canonical(kind: AddressKind, written: str, scope: str) -> Handle | None:
    """A written address of a known kind as a Handle; None where it is none."""
    match kind:
        case "email":
            return _email(written)
        case "phone":
            return _phone(written)
        case "url":
            return _profile(written)
        case "chat":
            return Handle("chat", _SPACES.sub(" ", written).strip().lower()) if written.strip() else None
        case "name":
            return name_handle(written, scope)


@lru_cache(maxsize=1 << 16)
def name_handle(written: str, scope: str) -> Handle | None:
    """A bare name within its scope."""
    name = fold(clean_name(written) or "").strip()
    return Handle("name", f"{name}@{scope}") if name else None


def _email(written: str) -> Handle | None:
    address = _SPACES.sub(" ", written).strip(" <>\"',;").removeprefix("mailto:").lower()
    local, at, domain = address.rpartition("@")
    if not (at and local and domain) or "<" in address:
        return None
    return Handle("email", f"{local.strip()}@{domain.strip().rstrip('.')}")


def _phone(written: str) -> Handle | None:
    import phonenumbers

    text = written.removeprefix("tel:").strip()
    if text.startswith("00"):
        text = "+" + text[2:]
    try:
        number = phonenumbers.parse(text, None)
    except phonenumbers.NumberParseException:
        digits = _NOT_DIGITS.sub("", fold(text))
        return Handle("phone", digits) if len(digits) >= 5 else None
    return Handle("phone", phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _profile(written: str) -> Handle | None:
    bare = re.sub(r"^[a-z]+://", "", written.strip().lower()).removeprefix("www.")
    bare = bare.split("?")[0].split("#")[0].rstrip("/")
    host, slash, path = bare.partition("/")
    host = ".".join(host.split(".")[-2:])
    if not slash or not path or host not in PROFILE_HOSTS:
        return None
    return Handle("url", f"{host}/{path}")

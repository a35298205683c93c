"""Passkeys (WebAuthn level 3): a device of the owner's answers a challenge; no secret crosses the wire."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from maarif.app.access import Passkey

#: Seconds in which a challenge must be answered, and how many may be open.
_SECONDS, _OPEN = 120.0, 50


class Challenges:
    """Challenges that are open; each is answered once."""

    def __init__(self) -> None:
        self._open: dict[bytes, float] = {}

    def remember(self, challenge: bytes) -> None:
        """One more is open."""
        self._open[challenge] = time.monotonic()
        while len(self._open) > _OPEN:
            del self._open[next(iter(self._open))]

    def take(self, challenge: bytes) -> bool:
        """Whether it was open; it is not any more."""
        asked = self._open.pop(challenge, None)
        return asked is not None and time.monotonic() - asked < _SECONDS


def to_make(name: str, known: Sequence[Passkey]) -> tuple[bytes, str]:
    """A challenge, and what a browser needs to make a passkey for the host `name`, as JSON."""
    from webauthn import generate_registration_options, options_to_json
    from webauthn.helpers.structs import (
        AuthenticatorSelectionCriteria,
        ResidentKeyRequirement,
        UserVerificationRequirement,
    )

    options = generate_registration_options(
        rp_id=name,
        rp_name="Maarif",
        user_name="maarif",
        user_display_name="Maarif",
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.PREFERRED, user_verification=UserVerificationRequirement.REQUIRED
        ),
        exclude_credentials=_described(known),
    )
    return options.challenge, options_to_json(options)


def to_log_in(name: str, known: Sequence[Passkey]) -> tuple[bytes, str]:
    """A challenge, and what a browser needs to have it answered, as JSON."""
    from webauthn import generate_authentication_options, options_to_json
    from webauthn.helpers.structs import UserVerificationRequirement

    options = generate_authentication_options(
        rp_id=name, allow_credentials=_described(known), user_verification=UserVerificationRequirement.REQUIRED
    )
    return options.challenge, options_to_json(options)


def _described(known: Sequence[Passkey]) -> list[Any]:
    from webauthn.helpers import base64url_to_bytes
    from webauthn.helpers.structs import PublicKeyCredentialDescriptor

    return [PublicKeyCredentialDescriptor(id=base64url_to_bytes(passkey.id)) for passkey in known]


def made(answer: str, challenges: Challenges, name: str, origin: str) -> Passkey | None:
    """The passkey that a device made, unnamed; None where the answer does not hold."""
    from webauthn import verify_registration_response
    from webauthn.helpers import bytes_to_base64url
    from webauthn.helpers.exceptions import WebAuthnException

    challenge = _challenge_in(answer)
    if challenge is None or not challenges.take(challenge):
        return None
    try:
        found = verify_registration_response(
            credential=answer, expected_challenge=challenge, expected_rp_id=name, expected_origin=origin,
            require_user_verification=True,
        )  # fmt: skip
    except (WebAuthnException, ValueError, KeyError):
        return None
    key = bytes_to_base64url(found.credential_public_key)
    return Passkey(bytes_to_base64url(found.credential_id), key, found.sign_count, "", 0)


def answered(answer: str, challenges: Challenges, name: str, origin: str, known: Sequence[Passkey]) -> Passkey | None:
    """The passkey that answered, with its new count of uses; None where the answer does not hold."""
    from webauthn import verify_authentication_response
    from webauthn.helpers import base64url_to_bytes
    from webauthn.helpers.exceptions import WebAuthnException

    challenge = _challenge_in(answer)
    passkey = next((each for each in known if each.id == _said(answer).get("id")), None)
    if passkey is None or challenge is None or not challenges.take(challenge):
        return None
    try:
        found = verify_authentication_response(
            credential=answer, expected_challenge=challenge, expected_rp_id=name, expected_origin=origin,
            credential_public_key=base64url_to_bytes(passkey.key), credential_current_sign_count=passkey.count,
            require_user_verification=True,
        )  # fmt: skip
    except (WebAuthnException, ValueError, KeyError):
        return None
    return replace(passkey, count=found.new_sign_count)


def named(passkey: Passkey, name: str, since: int) -> Passkey:
    """A new passkey under the name its owner gave it."""
    return replace(passkey, name=name, since=since)


def _said(answer: str) -> dict[str, Any]:
    try:
        said = json.loads(answer)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _challenge_in(answer: str) -> bytes | None:
    """The challenge that an answer claims to answer."""
    from webauthn.helpers import base64url_to_bytes

    try:
        client = json.loads(base64url_to_bytes(_said(answer)["response"]["clientDataJSON"]))
        return base64url_to_bytes(client["challenge"])
    except (KeyError, TypeError, ValueError):
        return None

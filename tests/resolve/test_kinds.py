"""Offices, lists and machines told from people."""

from __future__ import annotations

import pytest

from maarif.domain.handles import Handle
from maarif.resolve import is_role_address, tell_kind
from maarif.text.likeness import word_table
from tests.resolve.invented import mail, profile

OFFICES = word_table(
    "info sales support hausverwaltung office noreply no-reply billing jobs kontakt buchhaltung do-not-reply "
    "contacto facturation prensa bewerbungen customer.service support2 nicht-antworten mailer-daemon "
    "hr empfang notifications notification+abc newsletter vertrieb-nord comptabilite istiqbal "
    "sekretariat team.support"
)


@pytest.mark.parametrize(
    "local",
    sorted(OFFICES),
)  # fmt: skip
def test_offices_and_machines(local: str) -> None:
    assert is_role_address(Handle("email", f"{local}@tannhof.example"))


@pytest.mark.parametrize(
    "local", ["jan.weber", "sara", "frank.post", "lisa.press", "infante", "salesch", "hrabal", "teambrandl"]
)
def test_people(local: str) -> None:
    assert not is_role_address(Handle("email", f"{local}@tannhof.example"))


def test_an_office_of_one() -> None:
    handle = Handle("email", "info@saraqhaddad.example")
    assert not is_role_address(handle, ["Sara Qhaddad"])
    assert is_role_address(handle, ["Sara Qhaddad", "Ida Quandt"])
    assert is_role_address(Handle("email", "info@gmx.example"), ["Sara Gmx"])
    assert not is_role_address(Handle("phone", "+4930"))


def test_lists_are_groups() -> None:
    for address in (
        "chor-l@uni.example",
        "all-staff@lists.boot.example",
        "lauf@googlegroups.example",
        "dl-nord@boot.example",
    ):
        assert tell_kind([mail(address)]) == "group", address
    assert tell_kind([mail("chor@verein.example", "Chor Verteiler")]) == "group"


def test_machines_are_services() -> None:
    assert tell_kind([mail("angebote@laden.example", sent=3, bulk=1.0)]) == "service"
    assert tell_kind([mail("angebote@laden.example", "Laden am Markt GmbH")]) == "service"
    assert tell_kind([mail("ida.quandt@laden.example", "Ida Quandt", sent=40, bulk=1.0)]) == "service"


def test_people_who_send_some_bulk_are_people() -> None:
    assert tell_kind([mail("jonas@gmx.example", "Jonas Kern", sent=1, bulk=1.0, reach=30.0)]) == "person"
    assert tell_kind([mail("jonas@gmx.example", "Jonas Kern", sent=40, bulk=0.9, received=3)]) == "person"
    assert tell_kind([mail("jonas@gmx.example", sent=5, bulk=0.9, received=3)]) == "person"
    assert tell_kind([mail("jonas@gmx.example", sent=2, bulk=0.5)]) == "person"


def test_clusters() -> None:
    office, human = mail("info@boot.example"), profile("phone:+4930", "Ida Quandt")
    assert tell_kind([office, human]) == "person"
    assert tell_kind([office, mail("sales@boot.example")]) == "service"
    assert tell_kind([]) == "person"

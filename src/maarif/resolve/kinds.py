"""Whether a person, a list or a machine is behind an address."""

from __future__ import annotations

import re
from collections.abc import Sequence

from maarif.domain.handles import Handle
from maarif.domain.people import PersonKind, Profile
from maarif.resolve.addresses import is_free_mail, split
from maarif.resolve.names import read_name
from maarif.text.fold import words
from maarif.text.likeness import word_table
from maarif.text.nicknames import is_given_name

#: Local parts that name an office, not a human, in English, German, French, Spanish and romanised Arabic.
_OFFICES = word_table(
    "payroll announcements announcement editor info infos information sales support help helpdesk service "
    "services kundenservice kundendienst "
    "kundenbetreuung office buero sekretariat secretariat secretaria secretary hausverwaltung verwaltung "
    "empfang reception rezeption kontakt contact contacto contatto contactus billing invoice invoices "
    "rechnung rechnungen facturation factura facturas buchhaltung accounting accounts comptabilite "
    "contabilidad finance jobs job career careers karriere bewerbung bewerbungen recruiting recrutement "
    "empleo hr personal rh press presse prensa media marketing admin administrator administration "
    "webmaster postmaster hostmaster abuse root sysadmin it edv security team hello hallo bonjour hola "
    "mail email post poste zentrale praxis redaktion editor editors news bestellung bestellungen order "
    "orders shop store booking bookings reservation reservations reservas anmeldung registration events "
    "event membership members mitglieder vorstand feedback enquiries inquiry inquiries anfrage anfragen "
    "customercare customerservice clientservices kundenportal privacy datenschutz legal compliance schule "
    "kita vertrieb einkauf versand technik werkstatt termine istiqbal mabiat alert alerts الدعم المبيعات "
    "معلومات"
)
#: Local parts from which machines write; as a whole token or as a beginning.
_MACHINES = word_table(
    "noreply donotreply nichtantworten nepasrepondre mailer daemon mailerdaemon bounce bounces "
    "notification notifications notify notifier automailer automatic autoreply newsletter newsletters "
    "digest updates update reminder reminders system bot robot confirm confirmation subscriptions "
    "unsubscribe listserv majordomo mailman"
)
_MACHINE_START = re.compile(
    r"(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|nicht[-_.]?antworten|ne[-_.]?pas[-_.]?repondre|no[-_.]?responder"
    r"|noresponder|mailer[-_.]?daemon|bounces?[-_+.]|notifications?[-_@]?|newsletter)"
)
_LIST_LOCAL = re.compile(
    r"(?:^|[-_.])(?:l|list|liste|lists|verteiler|announce|discuss|users|devel|all)$|^(?:dl|all)[-_.]"
)
_LIST_DOMAIN = re.compile(
    r"^(?:lists?|listserv|mailman|groups?|listes|listas)\.|(?:^|\.)(?:googlegroups|yahoogroups|egroups|topica|groups\.io)\b"
)
_LIST_WORDS = word_table(
    "list liste lists verteiler mailing mailingliste mailinglist newsgroup group gruppe groupe everyone "
    "everybody employees mitarbeiter distribution all قائمه مجموعه"
)
_FIRM_WORDS = word_table(
    "gmbh mbh ag kg ohg ug ev inc llc ltd corp corporation plc sarl bv limited team support service "
    "newsletter notification notifications kundenservice hausverwaltung noreply praxis شركه"
)


def is_role_address(handle: Handle, names: Sequence[str] = ()) -> bool:
    """Tell whether a mail address belongs to an office or a machine (info@, buchhaltung@, noreply@).

    `names` are those written beside it: an office address under a domain that carries the surname of the one
    person who writes from it (info@saraweber.example, "Sara Weber") is hers.
    """
    if handle.kind != "email":
        return False
    local, domain = split(handle.value)
    if is_machine(local):
        return True
    return _names_an_office(local) and not _is_house_of_one(domain, names)


def is_machine(local: str) -> bool:
    """Tell whether only a machine would write from this local part."""
    return local.replace(".", "").replace("-", "") in _MACHINES or _MACHINE_START.match(local) is not None


def _names_an_office(local: str) -> bool:
    """The first or the last word of a local part is an office's; "frank.post" is a human all the same."""
    parts = [part for part in re.split(r"[-_.\d]+", local) if part]
    if not parts or is_given_name(parts[0]):
        return False
    return parts[0] in _OFFICES or parts[-1] in _OFFICES


def _is_house_of_one(domain: str, names: Sequence[str]) -> bool:
    full = {name.key: name for name in map(read_name, names) if name}
    return len(full) == 1 and not is_free_mail(domain) and all(name.last in domain for name in full.values())


def is_list_address(handle: Handle, names: Sequence[str] = ()) -> bool:
    """Tell by its form or its names whether what is sent to a mail address goes to many."""
    if handle.kind != "email":
        return False
    local, domain = split(handle.value)
    if _LIST_DOMAIN.search(domain) or _LIST_LOCAL.search(local):
        return True
    return bool(names) and not _LIST_WORDS.isdisjoint(words(names[0])) and read_name(names[0]) is None


def kind_of(profile: Profile) -> PersonKind:
    """Tell from one handle's own habits who is behind it."""
    names = [name for name, _ in profile.names]
    if is_list_address(profile.handle, names):
        return "group"
    if is_role_address(profile.handle, names) or _writes_as_a_machine(profile, names):
        return "service"
    return "service" if _is_called_like_a_firm(names) else "person"


def _writes_as_a_machine(profile: Profile, names: Sequence[str]) -> bool:
    """Four fifths bulk or more, and nobody ever wrote back; a human who invites thirty gets answers."""
    if profile.bulk < 0.8 or profile.received:
        return False
    human = any(read_name(name) for name in names)
    if human:
        return profile.sent >= 10 and profile.bulk >= 0.95 and not profile.cards
    return profile.sent >= 3 or (profile.bulk >= 0.95 and not profile.cards)


def _is_called_like_a_firm(names: Sequence[str]) -> bool:
    if not names or any(_FIRM_WORDS.isdisjoint(words(name)) for name in names):
        return False
    return not _names_a_doctor(names) and all(read_name(name) is None for name in names)


def _names_a_doctor(names: Sequence[str]) -> bool:
    """ "Dr. Feuchtwanger Praxis" on a card is how one keeps a doctor."""
    return any(words(name)[:1] in (["dr"], ["doctor"], ["docteur"], ["doktor"]) for name in names)


def tell_kind(profiles: Sequence[Profile]) -> PersonKind:
    """Tell whether a cluster is a person, a list ("group") or an office or machine ("service").

    One handle that is a person's makes the whole a person: offices never unite with people by rule, so only
    the owner can have put them together.
    """
    kinds = [kind_of(profile) for profile in profiles]
    if not kinds or "person" in kinds:
        return "person"
    return "group" if "group" in kinds else "service"

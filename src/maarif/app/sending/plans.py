"""The plan of one message: whom, through what, and every action in its order; making it changes nothing."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

from maarif.app.accounts import account_of
from maarif.app.catching_up import catch_up
from maarif.app.everybody import people_of
from maarif.app.home import Home
from maarif.domain.drafts import Draft
from maarif.domain.errors import BadInput
from maarif.domain.handles import Handle
from maarif.domain.items import Message, Origin
from maarif.domain.people import Person
from maarif.domain.phrases import Phrase
from maarif.domain.posting import Action, Intent, Letter, MailAccount, Plan, Via
from maarif.post import MAILTO_LIMIT, mailto, telegram, whatsapp

VIAS: tuple[Via, ...] = get_args(Via)

_BY_MAIL: tuple[Via, ...] = ("mailto", "eml", "drafts", "smtp")
#: What stands before an account of a messenger in a chat's handle.
_TELEGRAM = ("telegram/", "t.me/")


def plan(home: Home, draft: Draft, via: str, intent: Intent | None = None) -> Plan:
    """What would be done with a draft through a channel; nothing is done.

    Raises BadInput where there are no words, no address for the channel, no such channel, or no account set for it.
    """
    catch_up(home)
    chosen = next((each for each in VIAS if each == via), None)
    if chosen is None:
        raise BadInput(f"{via!r} is no way to send. Ways are: {', '.join(VIAS)}.")
    if not draft.body.strip():
        raise BadInput("There are no words to send. Write something first.")
    person = _addressee(home, draft)
    aim = intent or Intent()
    account = account_of(home)
    handle = address_of(home, person, chosen)
    letter = _letter(home, draft, (person, handle), account, aim)
    actions = _actions(chosen, letter, account, aim, person.name)
    return Plan(
        _key(chosen, letter), person.id, handle, chosen, letter, actions, aim.outreach, aim.step, aim.about, aim.kind
    )


def letter_of(home: Home, draft: Draft, account: MailAccount | None, aim: Intent) -> Letter:
    """The draft as a mail to whom it is for. Raises BadInput where there are no words or no mail address."""
    if not draft.body.strip():
        raise BadInput("There are no words to send. Write something first.")
    person = _addressee(home, draft)
    return _letter(home, draft, (person, address_of(home, person, "eml")), account, aim)


def _addressee(home: Home, draft: Draft) -> Person:
    person = people_of(home).get(home.store.people.by_alias(draft.person) or draft.person)
    if person is None:
        raise BadInput(f"Nobody of the id {draft.person!r} is known any more. Look with: maarif people")
    return person


def address_of(home: Home, person: Person, via: Via) -> Handle:
    """Where somebody is reached through a channel: the address they last wrote from. Raises BadInput."""
    rows = sorted(home.store.exchanges.addresses(person.id), key=lambda row: (-(row[2] or 0), -(row[3] or 0), row[:2]))
    handles = [Handle(kind, value) for kind, value, _, _ in rows]
    found = next((handle for handle in handles if _serves(handle, via)), None)
    if found is None and via == "telegram":
        found = next((handle for handle in handles if handle.kind == "phone"), None)
    if found is None and via == "copy" and handles:
        return handles[0]
    if found is None:
        what = "mail address" if via in _BY_MAIL else "account there" if via == "telegram" else "phone number"
        raise BadInput(f"No {what} of {person.name} is known. Send it another way: --via copy")
    return found


def _serves(handle: Handle, via: Via) -> bool:
    match via:
        case "whatsapp":
            return handle.kind == "phone" and handle.value.startswith("+")
        case "telegram":
            return handle.kind in ("chat", "url") and handle.value.startswith(_TELEGRAM)
        case "copy":
            return True
        case _:
            return handle.kind == "email"


def _letter(
    home: Home, draft: Draft, to: tuple[Person, Handle], account: MailAccount | None, aim: Intent
) -> Letter:  # fmt: skip
    person, handle = to
    sender = account.address if account else _own_address(home)
    reply_to, thread = _answered(home, aim.answers)
    occasion = _occasion(home, aim)
    said = json.dumps([sender, handle.value, draft.subject, draft.body.strip(), occasion], ensure_ascii=False)
    digest = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    domain = sender.rpartition("@")[2] or "maarif.invalid"
    return Letter(
        f"{digest}@{domain}", sender, account.name if account else "", handle.value, person.name,
        draft.subject, draft.body.strip(), reply_to, thread,
    )  # fmt: skip


def _own_address(home: Home) -> str:
    return next((handle.value for handle in sorted(home.store.people.owner()) if handle.kind == "email"), "")


def _occasion(home: Home, aim: Intent) -> str:
    """What makes two messages of the same words two: another need or step; without a need, another year. Equal on all
    devices of the owner's, whatever numbers their homes gave."""
    outreach = home.store.outreach.one(aim.outreach) if aim.outreach is not None else None
    need = home.store.outreach.need(outreach.need) if outreach else None
    words = need.text if need else aim.about.strip()
    return f"{words}\n{aim.step}" if words else str(datetime.fromtimestamp(home.now, UTC).year)


def _answered(home: Home, origin: Origin | None) -> tuple[str, str]:
    """The Message-ID of the mail that is answered, and of the one that began its conversation; "" where it is none."""
    number = home.store.items.find(origin) if origin is not None else None
    item = home.store.items.read([number]).get(number) if number is not None else None
    if origin is None or not isinstance(item, Message) or item.channel != "mail" or "@" not in origin.item:
        return "", ""
    return origin.item, item.thread


def _key(via: Via, letter: Letter) -> str:
    return hashlib.sha256(f"{via}\n{letter.message_id}".encode()).hexdigest()[:24]


# -- actions ------------------------------------------------------------------------------------------


def _actions(
    via: Via, letter: Letter, account: MailAccount | None, aim: Intent, name: str
) -> tuple[Action, ...]:  # fmt: skip
    to = Phrase("{name} <{address}>", name=name, address=letter.to)
    match via:
        case "copy":
            return (
                Action("copy", Phrase("give you the words for {to}, to paste where you like", to=name), letter.body),
            )
        case "mailto":
            return (Action("open", Phrase("open your mail program with the words for {to}", to=to), _mailto(letter)),)
        case "whatsapp":
            link = whatsapp(letter.to, letter.body)
            return (Action("open", Phrase("open WhatsApp with the words for {to}", to=to), link),)
        case "telegram":
            link = telegram(_telegram_account(letter.to), letter.body)
            return (Action("open", Phrase("open Telegram with the words for {to}", to=to), link),)
        case "eml":
            file = _file(aim.file)
            said = Phrase("write {file}, which opens in your mail program, for {to}", file=file, to=to)
            return (Action("write file", said, file),)
        case "drafts":
            return (_save_draft(account, to),)
        case "smtp":
            return _send(account, to)


def _telegram_account(address: str) -> str:
    for beginning in _TELEGRAM:
        address = address.removeprefix(beginning)
    return address


def _mailto(letter: Letter) -> str:
    link = mailto(letter)
    if len(link) > MAILTO_LIMIT:
        raise BadInput("These words are too long for a link. Write a file instead: --via eml --file letter.eml")
    return link


def _file(name: str) -> str:
    if not name:
        raise BadInput("Name the file to write: --via eml --file letter.eml")
    if Path(name).exists():
        raise BadInput(f"{name} is there already, and is left as it is. Choose another name.")
    return name


def _save_draft(account: MailAccount | None, to: str) -> Action:
    if account is None or account.imap is None:
        raise BadInput("No mailbox is set. Set it with: maarif account you@mail.example --imap mail.example")
    server = f"{account.imap.host}:{account.imap.port}"
    said = Phrase("put it into Drafts on {server}, addressed to {to}", server=account.imap.host, to=to)
    return Action("save draft", said, server)


def _send(account: MailAccount | None, to: str) -> tuple[Action, ...]:
    if account is None or account.smtp is None:
        raise BadInput("No mail server is set. Set it with: maarif account you@mail.example --smtp mail.example")
    server = f"{account.smtp.host}:{account.smtp.port}"
    said = Phrase(
        "send it to {to} from {sender} through {server}", to=to, sender=account.address, server=account.smtp.host
    )
    send = Action("send", said, server)
    if account.imap is None:
        return (send,)
    box = f"{account.imap.host}:{account.imap.port}"
    return (
        send,
        Action("keep in Sent", Phrase("keep a copy in Sent on {server}", server=account.imap.host), box),
        Action("take from Drafts", Phrase("take this draft out of Drafts, where it lies there"), box),
    )

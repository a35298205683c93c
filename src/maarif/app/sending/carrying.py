"""Carrying out a plan after the owner's yes: written down before, done once, written down after."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace

from maarif.app.accounts import Passwords, account_of, kept_password
from maarif.app.home import Home
from maarif.app.outreach.needs import begin, keep_need
from maarif.domain.errors import AlreadySent, BadInput, MaybeSent, NotConfirmed, PostTrouble
from maarif.domain.items import Origin
from maarif.domain.outreach import OutreachStep
from maarif.domain.phrases import Phrase
from maarif.domain.posting import Action, Dispatch, Done, MailAccount, Plan
from maarif.post import Mailbox, as_bytes, send
from maarif.post.smtp import LineBroke


def carry_out(
    home: Home, plan: Plan, *, confirmed: bool = False, passwords: Passwords = kept_password
) -> tuple[Done, ...]:  # fmt: skip
    """Do what a plan says. Only `confirmed=True`, the owner's yes to this very plan, lets anything happen.

    Raises NotConfirmed; AlreadySent and MaybeSent, so that nothing goes twice; and other PostTrouble where it did not
    go, with the words kept.
    """
    if confirmed is not True:
        raise NotConfirmed
    _refuse_what_went(home, plan)
    plan = _with_outreach(home, plan)
    match plan.via:
        case "smtp":
            return _send(home, plan, passwords)
        case "drafts":
            return _once(home, plan, lambda: _save_draft(home, plan, passwords))
        case "eml":
            return _once(home, plan, lambda: _write_file(home, plan))
        case _:
            return _once(home, plan, lambda: None)


def _with_outreach(home: Home, plan: Plan) -> Plan:
    """The plan with the outreach it belongs to, which begins now where there was none."""
    if plan.outreach is not None or not plan.about.strip():
        return plan
    need = keep_need(home, plan.about, plan.kind)
    return replace(plan, outreach=begin(home, need.id, plan.person).id)


def _once(home: Home, plan: Plan, act: Callable[[], None]) -> tuple[Done, ...]:
    """What does no harm when it is done again: hand words over, or lay them where the owner sends them from."""
    home.store.dispatches.begin(_dispatch(home, plan))
    try:
        act()
    except (PostTrouble, BadInput) as trouble:
        home.store.dispatches.settle(plan.key, "failed", str(trouble))
        raise
    home.store.dispatches.settle(plan.key, "done")
    return tuple(Done(action) for action in plan.actions)


def _dispatch(home: Home, plan: Plan) -> Dispatch:
    return Dispatch(plan.key, plan.handle, plan.via, plan.letter, "sending", home.now, plan.outreach, plan.step)


def _account(home: Home) -> MailAccount:
    account = account_of(home)
    if account is None:
        raise BadInput("No mail account is set. Set it with: maarif account you@mail.example --smtp mail.example")
    return account


def _save_draft(home: Home, plan: Plan, passwords: Passwords) -> None:
    account = _account(home)
    if account.imap is None:
        raise BadInput("No mailbox is set. Set it with: maarif account you@mail.example --imap mail.example")
    with Mailbox(account, passwords(account.imap)) as box:
        box.save_draft(plan.letter, home.now)


def _write_file(home: Home, plan: Plan) -> None:
    (action,) = plan.actions
    try:
        handle = os.open(action.target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise BadInput(f"{action.target} cannot be written ({error.strerror}). Choose another name.") from error
    with os.fdopen(handle, "wb") as file:
        file.write(as_bytes(plan.letter, home.now, draft=True))


# -- sending ------------------------------------------------------------------------------------------


def _send(home: Home, plan: Plan, passwords: Passwords) -> tuple[Done, ...]:
    """Ask whether it went, write down that it goes, send, write down that it went; then tidy the mailbox."""
    account = _account(home)
    if account.smtp is None:
        raise BadInput("No mail server is set. Set it with: maarif account you@mail.example --smtp mail.example")
    password = passwords(account.smtp)
    _ask_the_mailbox(home, plan, account, passwords)
    if not home.store.dispatches.begin(_dispatch(home, plan)):
        _refuse_what_went(home, plan)
        raise AlreadySent("is on its way already")
    try:
        send(account, plan.letter, home.now, password)
    except LineBroke as broke:
        home.store.dispatches.settle(plan.key, "unsure", str(broke))
        raise MaybeSent(f"The line broke while the message went ({broke})", plan.key[:8]) from broke
    except PostTrouble as trouble:
        home.store.dispatches.settle(plan.key, "failed", str(trouble))
        raise
    _went(home, plan)
    return (Done(plan.actions[0]), *(_tidy(home, plan, action, passwords) for action in plan.actions[1:]))


def _refuse_what_went(home: Home, plan: Plan) -> None:
    """This very message, sent from this home before, or on its way, or in doubt."""
    for known in home.store.dispatches.of_message(plan.letter.message_id):
        if known.channel != "smtp" or known.letter.to != plan.letter.to:
            continue
        if known.state == "done":
            raise AlreadySent("went out before")
        if known.state in ("sending", "unsure"):
            raise MaybeSent("This message was cut off on its way before", known.key[:8])
    if plan.letter.message_id and home.store.exchanges.stands_at(plan.letter.message_id):
        raise AlreadySent("stands in the mail you imported")


def _ask_the_mailbox(home: Home, plan: Plan, account: MailAccount, passwords: Passwords) -> None:
    """Another device of the owner's may have sent this message: it bears the same Message-ID, and lies in Sent."""
    if account.imap is None:
        return
    with Mailbox(account, passwords(account.imap)) as box:
        if box.was_sent(plan.letter.message_id):
            if home.store.dispatches.begin(_dispatch(home, plan)):
                _went(home, plan)
            raise AlreadySent("lies in your Sent folder, another device has sent it")


def _went(home: Home, plan: Plan) -> None:
    with home.store.database.transaction():
        home.store.dispatches.settle(plan.key, "done")
        if plan.outreach is not None and home.store.outreach.one(plan.outreach) is not None:
            origin = Origin("sent from here", plan.letter.message_id)
            step = OutreachStep(plan.step, home.now, "owner", origin)
            home.store.outreach.add_step(plan.outreach, step)


def _tidy(home: Home, plan: Plan, action: Action, passwords: Passwords) -> Done:
    """Keep a copy in Sent, take the draft out of Drafts: where that fails, the message went all the same."""
    account = _account(home)
    if account.imap is None:
        return Done(action)
    try:
        with Mailbox(account, passwords(account.imap)) as box:
            if action.does == "keep in Sent":
                box.keep_sent(plan.letter, home.now)
            else:
                box.take_from_drafts(plan.letter.message_id)
    except PostTrouble:
        return Done(action, Phrase("The message went, but this did not work: {what}.", what=action.says))
    return Done(action)

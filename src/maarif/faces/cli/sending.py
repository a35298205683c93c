"""The command that lets words out: send, which shows what it would do and asks before anything goes."""

from __future__ import annotations

import json as written
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from maarif.domain.errors import BadInput, NoPassword, NotConfirmed
from maarif.faces.cli.opened import opened
from maarif.faces.cli.options import HomeOption, JsonOption
from maarif.faces.cli.screen import print_record, say

if TYPE_CHECKING:
    from maarif.app.accounts import Passwords
    from maarif.app.home import Home
    from maarif.domain.drafts import Draft
    from maarif.domain.posting import Done, Intent, Plan, Server


def send(
    who: Annotated[
        str | None, typer.Argument(metavar="WHO", help="An id, an address, or (part of) a name; a draft knows whom.")
    ] = None,
    via: Annotated[
        str, typer.Option("--via", metavar="WAY", help="copy, mailto, whatsapp, telegram, eml, drafts or smtp.")
    ] = "copy",
    draft: Annotated[
        str, typer.Option("--draft", metavar="FILE", help="What maarif draft --json printed; - is the standard input.")
    ] = "",
    variant: Annotated[int, typer.Option("--variant", min=1, metavar="N", help="Which of its drafts.")] = 1,
    text: Annotated[str, typer.Option("--text", metavar="FILE", help="The words; - is the standard input.")] = "-",
    subject: Annotated[str, typer.Option("--subject", metavar="WORDS", help="The subject, for mail.")] = "",
    need: Annotated[int | None, typer.Option("--need", metavar="N", help="The need it is about.")] = None,
    step: Annotated[
        str, typer.Option("--as", metavar="STEP", help="written, thanked or told: what it is to them.")
    ] = "written",
    answers: Annotated[str, typer.Option("--answers", metavar="ORIGIN", help="The mail it answers.")] = "",
    file: Annotated[str, typer.Option("--file", metavar="FILE", help="The file to write, for eml.")] = "",
    open_: Annotated[
        bool, typer.Option("--open", help="Open the link at once, for mailto, whatsapp, telegram.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be done, and do nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Your yes to this one message, given beforehand.")] = False,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Send one message by your own hand: shown first, done after your yes.

    \b
    Examples:
      maarif send "Sara Haddad" --text letter.txt --via mailto
      maarif draft 1 --json > draft.json; maarif send --draft draft.json --via smtp
    """
    from maarif.app import sending

    with opened(home) as open_home:
        words, about = _words(open_home, who, (draft, variant), (text, subject, via))
        intent = _intent(open_home, words.person, about, (need, step, answers, file))
        planned = sending.plan(open_home, words, via, intent)
        if dry_run:
            _tell(planned, json)
            return
        if not json:
            _show(planned)
        _confirm(planned, yes)
        done = sending.carry_out(open_home, planned, confirmed=True, passwords=_passwords(open_home))
    _tell(planned, json, done, open_)


def _words(
    home: Home, who: str | None, drafted: tuple[str, int], said: tuple[str, str, str]
) -> tuple[Draft, tuple[str, str | None]]:
    """The words to send, and the need (its text and kind) that a draft was made for."""
    from maarif.app.knowing import look
    from maarif.domain.drafts import Draft

    draft, variant = drafted
    if draft:
        return _drafted(_read(draft), variant)
    if who is None:
        raise BadInput("Say whom to write to, or which draft: maarif send WHO, or: maarif send --draft FILE")
    text, subject, via = said
    medium: Literal["mail", "chat"] = "chat" if via in ("whatsapp", "telegram") else "mail"
    return Draft(look.find(home, who).id, medium, "", subject, _read(text), by="owner"), ("", None)


def _read(file: str) -> str:
    try:
        return sys.stdin.read() if file == "-" else Path(file).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{file} cannot be read ({error}). Give a file, or the standard input.") from error


def _drafted(said: str, variant: int) -> tuple[Draft, tuple[str, str | None]]:
    """A draft as `maarif draft --json` printed it. What its careful reading found grave keeps it back."""
    from maarif.domain.drafts import Draft

    try:
        found = written.loads(said)
        chosen = found["drafts"][variant - 1]
        draft = Draft(
            found["person"]["id"], chosen["medium"], chosen["language"], chosen["subject"], chosen["body"],
            variant=chosen["variant"], by=chosen["by"],
        )  # fmt: skip
        about = (found["need"]["text"], found["need"]["kind"])
        grave = [finding["says"] for finding in chosen["findings"] if finding["grave"]]
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise BadInput("This is no draft of that number. Make one with: maarif draft 1 --json > draft.json") from error
    if grave:
        raise BadInput(f"Nothing was sent: {grave[0]} Mend the words, and send them with --text.")
    return draft, about


def _intent(
    home: Home, person: str, about: tuple[str, str | None], aim: tuple[int | None, str, str, str]
) -> Intent:  # fmt: skip
    from maarif.app import outreach
    from maarif.app.knowing import look
    from maarif.domain.posting import Intent

    need, step, answers, file = aim
    words, kind = about
    known: Literal["written", "thanked", "told"] | None = _step(step)
    if known is None:
        raise BadInput(f"{step!r} is nothing a message is. Choose written, thanked or told.")
    begun = outreach.with_person(home, need, person) if need is not None else None
    if need is not None and begun is None:
        words, kind = outreach.need_of(home, need).text, outreach.need_of(home, need).kind
    origin = look.show(home, answers).origin if answers else None
    return Intent(begun.id if begun else None, known, origin, file, "" if begun else words, kind)


def _step(said: str) -> Literal["written", "thanked", "told"] | None:
    match said:
        case "written" | "thanked" | "told":
            return said
        case _:
            return None


def _show(plan: Plan) -> None:
    from maarif.faces.cli.speech import voice

    say(f"To {plan.letter.to_name} <{plan.letter.to}>" + (f": {plan.letter.subject}" if plan.letter.subject else ""))
    if plan.via != "copy":
        say("\n" + plan.letter.body + "\n")
    for number, action in enumerate(plan.actions, 1):
        say(f"{number}. {voice()(action.says)}")


def _confirm(plan: Plan, yes: bool) -> None:
    """The owner's yes to what reaches out; words that are only handed to them need none."""
    if yes or not plan.reaches_out:
        return
    try:
        if not typer.confirm("Do this?", default=False, err=True):
            raise NotConfirmed
    except typer.Abort as nobody:
        raise NotConfirmed from nobody


def _passwords(home: Home) -> Passwords:
    """The password of a server: from the environment, else the keyring, else asked for."""
    from maarif.app import accounts

    account = accounts.account_of(home)

    def password(server: Server) -> str:
        names = ["MAARIF_SMTP_PASSWORD"]
        if account is not None and server == account.imap:
            names.insert(0, "MAARIF_IMAP_PASSWORD")
        given = next((os.environ[name] for name in names if os.environ.get(name)), "")
        if given:
            return given
        try:
            return accounts.kept_password(server)
        except NoPassword:
            if not sys.stdin.isatty():
                raise
            return str(typer.prompt(f"Password of {server.user} at {server.host}", hide_input=True, err=True))

    return password


def _tell(plan: Plan, json: bool, done: tuple[Done, ...] = (), open_: bool = False) -> None:
    if json:
        print_record(_plan_shape(plan, done))
    elif not done:
        _show(plan)
        say("Nothing was done.")
    else:
        for each in done:
            if each.action.does in ("copy", "open"):
                sys.stdout.write(each.action.target + "\n")
            if each.note:
                say(each.note)
            if open_ and each.action.does == "open":
                typer.launch(each.action.target)
        if plan.reaches_out:
            say("Done.")


def _plan_shape(plan: Plan, done: tuple[Done, ...]) -> dict[str, Any]:
    letter = plan.letter
    return {
        "key": plan.key, "person": plan.person, "name": letter.to_name, "handle": str(plan.handle), "via": plan.via,
        "subject": letter.subject, "body": letter.body, "message_id": letter.message_id, "in_reply_to": letter.reply_to,
        "outreach": plan.outreach, "step": plan.step, "done": bool(done),
        "actions": [{"does": each.does, "says": str(each.says), "target": each.target} for each in plan.actions],
        "notes": [each.note for each in done if each.note],
    }  # fmt: skip

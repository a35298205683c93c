"""Write: words for one person about a need, read as one changes them; out they go by the owner's own hand alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.responses import Response

from maarif.app.accounts import account_of
from maarif.app.home import Home
from maarif.app.knowing.history import references
from maarif.app.knowing.known import known, led_to
from maarif.app.knowing.look import Acquaintance
from maarif.app.sending import carry_out, plan
from maarif.app.sending.letter_file import letter_file
from maarif.app.sending.plans import address_of
from maarif.app.writing import Proposal, Written, read_again, write
from maarif.domain.drafts import Draft, Medium
from maarif.domain.errors import BadInput, PostTrouble
from maarif.domain.people import Person
from maarif.domain.phrases import Phrase
from maarif.domain.posting import Done, Intent, Plan, Via
from maarif.domain.wording import how_things_stand
from maarif.faces.web.household import Question
from maarif.faces.web.rendering import isolated
from maarif.faces.web.routing import get, post, tell
from maarif.faces.web.visit import Visit
from maarif.voice import LANGUAGES

#: Characters of a need, and of a letter.
LONGEST_NEED, LONGEST = 4000, 60_000
#: Proposals that are kept, so that a letter is read anew without being thought up anew.
KEPT = 30

MEDIUM_WORDS: dict[Medium, Phrase] = {
    "mail": Phrase("a letter"),
    "chat": Phrase("a chat message"),
    "call": Phrase("a call"),
}
VARIANT_WORDS = {
    "warm": Phrase("Warm"),
    "direct": Phrase("Direct"),
    "short": Phrase("Short"),
    "plain": Phrase("Plain"),
    "": Phrase("In these words"),
}
VIA_WORDS: dict[Via, Phrase] = {
    "mailto": Phrase("Open in my mail program"),
    "whatsapp": Phrase("Open in WhatsApp"),
    "telegram": Phrase("Open in Telegram"),
    "drafts": Phrase("Put into my Drafts"),
    "smtp": Phrase("Send"),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One way to put it, and the items it leans on."""

    number: int
    written: Written
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WriteView:
    """All that the page prints; without sheets it asks first what it is about."""

    person: Person
    stands: Phrase
    question: Question | None
    medium: Medium
    language: str
    sheets: tuple[Sheet, ...]
    ways: tuple[Via, ...]
    model: str = ""


def view(visit: Visit, who: Acquaintance, question: Question | None) -> WriteView:
    """Drafts for one person about a question that was put."""
    stands = how_things_stand(who.tie, who.marks)
    if question is None:
        return WriteView(who.person, stands, None, "mail", "", (), ())
    proposal = proposal_for(visit, question, who.person.id, visit.query)
    uses = [(who.person.id, origin) for each in proposal.variants for origin in each.draft.uses]
    refs = references(visit.home, uses)
    sheets = tuple(
        Sheet(number, each, tuple(dict.fromkeys(refs[use] for use in each.draft.uses if use in refs)))
        for number, each in enumerate(proposal.variants, 1)
    )
    draft = proposal.variants[0].draft
    return WriteView(
        who.person, stands, question, draft.medium, draft.language, sheets,
        _ways(visit.home, who.person, draft.medium), model_named(visit.home),
    )  # fmt: skip


def model_named(home: Home) -> str:
    """Where the language model is that the owner named; "" where none is."""
    from maarif.app.writing.rewriting import model_of

    try:
        found = model_of(home)
    except BadInput:
        return ""
    return found.endpoint if found else ""


def proposal_for(visit: Visit, question: Question, person: str, said: Any) -> Proposal:
    """What could be written; thought up once for the same person, need, medium and language."""
    medium: Medium | None = next((each for each in MEDIUM_WORDS if each == said.get("medium")), None)
    language = said.get("language") if said.get("language") in LANGUAGES else None
    kept: dict[tuple[str, ...], Proposal] = visit.household.kept.setdefault("proposals", {})
    key = (person, question.text, question.kind, medium or "", language or "")
    if key not in kept:
        kept[key] = write(visit.home, person, question.text, question.kind or None, medium, language)
        while len(kept) > KEPT:
            del kept[next(iter(kept))]
    return kept[key]


def _ways(home: Home, person: Person, medium: Medium) -> tuple[Via, ...]:
    """The ways that are open: whoever has no telephone number is not reached by WhatsApp."""
    if medium == "call":
        return ()
    account = account_of(home)
    open_ways: list[Via] = ["mailto", "whatsapp", "telegram"]
    open_ways += ["drafts"] if account and account.imap else []
    open_ways += ["smtp"] if account and account.smtp else []
    return tuple(via for via in open_ways if _is_reached(home, person, via))


def _is_reached(home: Home, person: Person, via: Via) -> bool:
    try:
        address_of(home, person, via)
    except BadInput:
        return False
    return True


# -- handlers -----------------------------------------------------------------------------------


def writing(visit: Visit) -> Response:
    """The page: what it is about, then the drafts."""
    who = known(visit.home, led_to(visit.home, visit.query.get("person", "")))
    question = visit.household.question(visit.query.get("need", ""))
    return visit.show("write.html", view=view(visit, who, question), **_WORDS)


def about(visit: Visit) -> Response:
    """What it is about: remembered as a question is, so that it stands in no address."""
    text = visit.form.get("text", "").strip()[:LONGEST_NEED]
    person = visit.form.get("person", "")
    if not text:
        raise BadInput("Say in a sentence what you want to tell or ask.")
    return visit.go(_address(visit.household.remember(text, "").id, person))


def _address(need: str, person: str) -> str:
    return f"/write?{urlencode({'need': need, 'person': person})}"


def reading(visit: Visit) -> Response:
    """What a careful reading finds in the words as they are now."""
    draft, question = draft_in(visit)
    proposal = proposal_for(visit, question, draft.person, visit.form)
    return visit.show("write_findings.html", findings=read_again(proposal, draft).findings)


def draft_in(visit: Visit) -> tuple[Draft, Question]:
    """The words as they are in the form, and the question they are about."""
    question = visit.household.question(visit.form.get("need", ""))
    if question is None:
        raise BadInput("This was too long ago. Copy your words, and begin from the question again.")
    said = visit.form
    medium: Medium = next((each for each in MEDIUM_WORDS if each == said.get("medium")), "mail")
    body = said.get("body", "").replace("\r\n", "\n")[:LONGEST]
    subject = " ".join(said.get("subject", "").split())[:300]
    person = led_to(visit.home, said.get("person", ""))
    return Draft(person, medium, said.get("language", ""), subject, body, by="owner"), question


def planned(visit: Visit) -> Response:
    """What would be done with the words; nothing is."""
    draft, question = draft_in(visit)
    found = _plan(visit.home, draft, question, visit.form.get("via", ""))
    read = read_again(proposal_for(visit, question, draft.person, visit.form), draft)
    grave = [finding for finding in read.findings if finding.grave] if found.via == "smtp" else []
    to = f"{found.letter.to_name} <{found.letter.to}>"
    actions = [visit.voice(action.says).replace(to, isolated(to)) for action in found.actions]
    return visit.show("write_plan.html", plan=found, actions=actions, grave=grave, said=visit.form, **_WORDS)


def _plan(home: Home, draft: Draft, question: Question, via: str) -> Plan:
    return plan(home, draft, via, Intent(about=question.text, kind=question.kind or None))


def letter(visit: Visit) -> Response:
    """The words as a file that a mail program opens."""
    draft, question = draft_in(visit)
    content = letter_file(visit.home, draft, Intent(about=question.text, kind=question.kind or None))
    headers = {"content-disposition": 'attachment; filename="letter.eml"'}
    return Response(content, media_type="message/rfc822", headers=headers)


def send(visit: Visit) -> Response:
    """Do what the plan that was shown says, after the owner's yes to that very plan."""
    draft, question = draft_in(visit)
    found = _plan(visit.home, draft, question, visit.form.get("via", ""))
    confirmed = visit.form.get("yes") == found.key
    if not confirmed:
        raise BadInput("The words are not those that were shown. Look at the plan once more, then confirm it.")
    done: tuple[Done, ...] = ()
    trouble = ""
    try:
        done = carry_out(visit.home, found, confirmed=confirmed)
    except PostTrouble as failure:
        trouble = str(failure)
    return visit.show("write_done.html", done=done, trouble=trouble, person=draft.person, draft=draft)


def written(visit: Visit) -> Response:
    """The owner sent it by their own hand, or means to: kept, so that the answer is noticed."""
    from maarif.app.outreach import begin, keep_need, set_step

    question = visit.household.question(visit.form.get("need", ""))
    who = led_to(visit.home, visit.form.get("person", ""))
    if question is None:
        raise BadInput("This was too long ago. Begin from the question again.")
    need = keep_need(visit.home, question.text, question.kind or None)
    begin(visit.home, need.id, who)
    if visit.form.get("step") == "written":
        set_step(visit.home, who, "written", need.id)
    return visit.go(f"/person/{who}")


_WORDS: dict[str, Any] = {
    "media": MEDIUM_WORDS, "variants": VARIANT_WORDS, "vias": VIA_WORDS, "longest": LONGEST,
    "longest_need": LONGEST_NEED, "tongues": LANGUAGES,
}  # fmt: skip

ROUTES = (
    get("/write", writing),
    tell("/write/about", about),
    tell("/write/read", reading),
    tell("/write/plan", planned),
    tell("/write/letter.eml", letter),
    post("/write/send", send),
    post("/write/written", written),
)

"""The questions put to every ranker: which text, as of when, who would have been right."""

from __future__ import annotations

import json
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.recipients.mailbox import Mailbox, canonical
from bench.recipients.memory import DAY
from bench.recipients.words import bare_subject, count_words, is_reply, strip_query

#: Nobody wrote to the other for so long: out of sight.
DORMANT_DAYS = 180
FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Query:
    """One mail that the owner really sent, as the query files hold it."""

    id: str
    at: int
    subject: str
    text: str
    relevant: frozenset[str]
    reply: bool


@dataclass(frozen=True, slots=True)
class Case:
    """A text asked at a moment, and whom it really went to; `pool`: who may be named (None: everybody)."""

    query: str
    at: int
    text: str
    relevant: frozenset[str]
    pool: frozenset[str] | None = None


def read_queries(path: Path) -> list[Query]:
    """The queries of one owner by time; one JSON object a line."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    found = [
        Query(
            id=row["id"],
            at=int(row["t"]),
            subject=row["subject"],
            text=_decoded(row["text"]),
            relevant=frozenset(canonical(address) for address in row["relevant"]),
            reply=bool(row["reply"]) or is_reply(row["subject"]),
        )
        for row in rows
    ]
    return sorted(found, key=lambda query: (query.at, query.id))


def _decoded(text: str) -> str:
    """Some texts in the query files are still quoted-printable."""
    if "=\n" not in text:
        return text
    return quopri.decodestring(text.encode("latin-1", "replace")).decode("latin-1")


def new_threads(mailbox: Mailbox, queries: list[Query]) -> list[Case]:
    """E2: first mails of a thread; names, salutations, quotes taken out; asked when they were sent."""
    return all_stripped(mailbox, [query for query in queries if not query.reply])


def all_stripped(mailbox: Mailbox, queries: list[Query]) -> list[Case]:
    """The same for answers and forwards as well."""
    cases = []
    for query in queries:
        text, relevant = needed_words(mailbox, query), query.relevant & mailbox.known(query.at)
        if text is not None and relevant:
            cases.append(Case(query.id, query.at, text, relevant))
    return cases


def static_split(mailbox: Mailbox, queries: list[Query]) -> list[Case]:
    """E1: only what lay before the first query is known; text as it was sent, answers included."""
    start = queries[0].at if queries else 0
    known = mailbox.known(start)
    return [
        Case(query.id, start, f"{bare_subject(query.subject)}\n{query.text}", query.relevant & known)
        for query in queries
        if query.relevant & known
    ]


def dormant(mailbox: Mailbox, cases: list[Case]) -> list[Case]:
    """E3: those cases that went to somebody out of sight, with only such people to choose from."""
    return list(_dormant(mailbox, cases))


def _dormant(mailbox: Mailbox, cases: list[Case]) -> Iterator[Case]:
    for case in cases:
        pool = dormant_pool(mailbox, case.at)
        if wanted := case.relevant & pool:
            yield Case(case.query, case.at, case.text, wanted, pool)


def dormant_pool(mailbox: Mailbox, moment: int) -> frozenset[str]:
    """Whom the owner wrote to or heard from once, but not in the last 180 days before a moment."""
    last: dict[str, int] = {}
    for mail in mailbox.mails[: mailbox.before(moment)]:
        for address in mail.others if mail.mine else (mail.sender,):
            last[address] = mail.at
    return frozenset(address for address, at in last.items() if at < moment - DORMANT_DAYS * DAY)


def needed_words(mailbox: Mailbox, query: Query) -> str | None:
    """Subject and text without what leaks the answer; None where the text then has fewer than three words."""
    names = name_words(mailbox, query.relevant)
    text = strip_query(query.text, names, name_words(mailbox, mailbox.owner))
    if count_words(text) < FEWEST_WORDS:
        return None
    return f"{strip_query(bare_subject(query.subject), names)}\n{text}".strip()


def name_words(mailbox: Mailbox, people: frozenset[str]) -> frozenset[str]:
    """Every first name, surname and local part (whole and in pieces) of some addresses."""
    locals_ = [address.partition("@")[0] for address in people]
    pieces = {piece for local in locals_ for piece in re.split(r"[\W\d_]+", local)}
    written = frozenset[str]().union(*(mailbox.names.get(address, frozenset()) for address in people))
    return frozenset(word for word in pieces.union(locals_, written) if len(word) > 1)

"""Reads a draft as a careful friend would: too long, two questions, flattery, a secret told, a claim from nowhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

from maarif.domain.drafts import Draft, Finding
from maarif.domain.phrases import Phrase
from maarif.draft.phrases import FLATTERY, HOLLOW, TO_MANY
from maarif.text.fold import fold, words

#: Words of a mail and characters of a chat message; words of a subject; questions (RANKING.md section 4).
MAIL_WORDS, CHAT_CHARACTERS, SUBJECT_WORDS, QUESTIONS = (60, 110), 400, (3, 5), (1, 2)
#: So many words in a row from somebody else's message are a quotation.
QUOTED = 6


@dataclass(frozen=True, slots=True)
class Known:
    """What a draft may lean on, and what it must not say.

    `allowed` are the texts it was made of (the need, the shared thing, the template's own words); `private` what
    others said, and notes in confidence; `secret` names that must not stand in it; `names` how they are called.
    `free` is true for words that are not the owner's or the templates': every figure and name must then be allowed.
    """

    allowed: tuple[str, ...] = ()
    private: tuple[str, ...] = ()
    secret: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    free: bool = False


def lint(draft: Draft, known: Known) -> tuple[Finding, ...]:
    """All that is to be said about a draft, the grave things first."""
    found = [finding for rule in RULES for finding in rule(draft, known)]
    return tuple(sorted(found, key=lambda finding: not finding.grave))


def _length(draft: Draft, _: Known) -> list[Finding]:
    if draft.medium == "chat" and len(draft.body) > CHAT_CHARACTERS:
        says = Phrase.counted(
            "{count} character: a chat message stays under {most}",
            "{count} characters: a chat message stays under {most}", len(draft.body), most=CHAT_CHARACTERS,
        )  # fmt: skip
        return [Finding("length", says)]
    count = len(draft.body.split())
    fewest, most = MAIL_WORDS
    if draft.medium != "mail" or fewest <= count <= most:
        return []
    says = Phrase.counted(
        "{count} word: a mail of {fewest} to {most} is read", "{count} words: a mail of {fewest} to {most} is read",
        count, fewest=fewest, most=most,
    )  # fmt: skip
    return [Finding("length", says)]


def _questions(draft: Draft, _: Known) -> list[Finding]:
    if draft.medium == "call":
        return []
    count = len(re.findall(r"[?؟]+", draft.body))
    fewest, most = QUESTIONS
    if count < fewest:
        return [Finding("questions", Phrase("nothing is asked: say in one question what you wish for"))]
    if count > most:
        return [
            Finding(
                "questions",
                Phrase.counted("{count} question", "{count} questions: one is answered, three are not", count),
            )
        ]
    return []


def _subject(draft: Draft, _: Known) -> list[Finding]:
    if draft.medium != "mail":
        return []
    count = len(draft.subject.split())
    fewest, most = SUBJECT_WORDS
    if fewest <= count <= most:
        return []
    return [
        Finding(
            "subject",
            Phrase("a subject of {fewest} to {most} words is opened", fewest=fewest, most=most),
            draft.subject,
        )
    ]


def _blanks(draft: Draft, _: Known) -> list[Finding]:
    blanks = re.findall(r"\[[^\]]*\]|\{\w+\}|…", f"{draft.subject}\n{draft.body}")
    return [
        Finding("blank", Phrase("this is for you to say in your own words, in their language"), blank, True)
        for blank in blanks
    ]


def _secrets(draft: Draft, known: Known) -> list[Finding]:
    said = f" {' '.join(words(f'{draft.subject} {draft.body}'))} "
    told = [name for name in known.secret if (wanted := " ".join(words(name))) and f" {wanted} " in said]
    return [Finding("secret", Phrase("this was to be kept out of it"), name, True) for name in dict.fromkeys(told)]


def _private_words(draft: Draft, known: Known) -> list[Finding]:
    """Words of others in a row: theirs to tell, not the owner's."""
    own = words(draft.body)
    runs = {tuple(own[i : i + QUOTED]) for i in range(len(own) - QUOTED + 1)}
    allowed = {run for text in known.allowed for run in _runs(text)}
    for text in known.private:
        for run in _runs(text):
            if run in runs and run not in allowed:
                return [Finding("private", Phrase("these are somebody else's words, told to you"), " ".join(run), True)]
    return []


def _runs(text: str) -> list[tuple[str, ...]]:
    said = words(text)
    return [tuple(said[i : i + QUOTED]) for i in range(len(said) - QUOTED + 1)]


def _claims(draft: Draft, known: Known) -> list[Finding]:
    """Figures, names and addresses that stand in nothing the draft was made of."""
    if not known.free:
        return []
    allowed = set(words(" ".join((*known.allowed, *known.names))))
    body = re.sub(r"(?m)(?:^|[.!?؟:]\s+|\n)\s*\w+", " ", draft.body)  # the first word of a sentence is no name
    claimed = re.findall(r"\d[\d.,:/-]*|\b[^\W\d_a-z][\w'’-]+|\S+@\S+|https?://\S+", body)
    strange = [word for word in claimed if not set(words(word)) <= allowed and words(word)]
    return [
        Finding("claim", Phrase("nothing that you have says so"), word, True)
        for word in dict.fromkeys(strange)
        if draft.language != "de" or not word.isalpha() or word.isupper()
    ]


def _addressed(draft: Draft, known: Known) -> list[Finding]:
    if draft.medium == "call" or not known.names:
        return []
    beginning = set(words(" ".join(draft.body.split()[:8])))
    if beginning & {part for name in known.names for part in words(name)}:
        return []
    return [Finding("name", Phrase("they are not called by their name"))]


def _phrases(rule: str, says: Phrase, table: Collection[str]) -> Callable[[Draft, Known], list[Finding]]:
    def read(draft: Draft, _: Known) -> list[Finding]:
        said = f" {fold(f'{draft.subject} {draft.body}')} "
        return [Finding(rule, says, phrase) for phrase in table if fold(phrase) in said]

    return read


#: What is looked for, in this order.
RULES: tuple[Callable[[Draft, Known], list[Finding]], ...] = (
    _blanks,
    _secrets,
    _private_words,
    _claims,
    _addressed,
    _length,
    _questions,
    _subject,
    _phrases("flattery", Phrase("flattery is heard as such: say what is true and leave it"), FLATTERY),
    _phrases("hollow", Phrase("nobody says this: say it as you would across a table"), HOLLOW),
    _phrases("many", Phrase("one person, one message: write to each by name"), TO_MANY),
)

"""What a language model is told, and what is taken from its answer."""

from __future__ import annotations

import json
import re

from maarif.domain.drafts import Draft
from maarif.draft.lint import CHAT_CHARACTERS, MAIL_WORDS

_LANGUAGES = {"en": "English", "de": "German", "ar": "Arabic"}

_RULES = """You rewrite a short personal message so that it sounds like its writer. Rules:
- Write in {language}, {register}. Keep the greeting and the farewell as they are.
- {length}
- Keep exactly one clear request, the easy way to say no, and what is offered.
- State nothing that the message below does not state: no new facts, names, dates, figures, feelings or compliments.
- Plain, warm words; no flattery, no phrases of business.
Answer with JSON alone: {{"subject": "...", "body": "..."}}"""


def prompt_for(draft: Draft, formal: bool) -> list[dict[str, str]]:
    """The messages for a chat completion: the rules, and the draft to rewrite. Nothing else is handed over."""
    fewest, most = MAIL_WORDS
    length = f"{fewest} to {most} words." if draft.medium == "mail" else f"Under {CHAT_CHARACTERS} characters."
    register = "the polite form" if formal else "the familiar form"
    rules = _RULES.format(language=_LANGUAGES.get(draft.language, "English"), register=register, length=length)
    said = json.dumps({"subject": draft.subject, "body": draft.body}, ensure_ascii=False)
    return [{"role": "system", "content": rules}, {"role": "user", "content": said}]


_THOUGHT = re.compile(r"<think>.*?</think>", re.DOTALL)
#: An answer longer than this is no message.
LONGEST = 20_000


def draft_in(answer: str, draft: Draft) -> Draft | None:
    """The draft that a model answered with, in place of the one it was given; None where there is none."""
    answer = _THOUGHT.sub("", answer[:LONGEST])
    begin, end = answer.find("{"), answer.rfind("}")
    try:
        said = json.loads(answer[begin : end + 1])
        subject, body = said["subject"], said["body"]
    except (ValueError, KeyError, TypeError):
        return None
    if not isinstance(body, str) or not body.strip() or not isinstance(subject, str):
        return None
    subject = subject.strip() if draft.subject else ""
    return Draft(draft.person, draft.medium, draft.language, subject, body.strip(), draft.uses, draft.variant, "model")

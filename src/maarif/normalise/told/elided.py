"""Subjects that a sentence leaves out because the reader knows them, put back in."""

from __future__ import annotations

import re

_THIRD_EN = (
    r"(?:works|lives|runs|keeps|plays|sings|speaks|studied|moved to|likes|loves|collects|hikes|climbs|teaches|"
    r"graduated|retired|joined|left|started|paints|knits|sails)"
)
_FIRST_EN = (
    r"(?:work|live|run|keep|play|sing|speak|studied|moved to|collect|graduated|retired|joined|started|am based|teach)"
)
_THIRD_DE = r"(?:arbeitet|wohnt|lebt|spielt|singt|spricht|läuft|hält|sammelt|studiert|züchtet)"
_FIRST_DE = r"(?:arbeite|wohne|lebe|spiele|singe|spreche|laufe|halte|sammle|studiere|züchte)"

#: Somebody else comes before the verb, and it could be theirs.
_OTHERS = re.compile(
    r"\b(?:my|our|her|his|their|who|whose|which|that|you|they|it|mein\w{0,2}|ihr\w{0,2}|sein\w{0,2}|die|der|das|du|es)\b|(?<!he)['’]s\b",
    re.IGNORECASE,
)
_BEGINS_THIRD = re.compile(rf"(?:{_THIRD_EN}|(?P<german>{_THIRD_DE}))\b", re.IGNORECASE)
_GO_ON = {
    (True, "en"): re.compile(rf"(?:(?<=[\w,]) and |(?<=,) |(?<=\w) [-–—] )(?={_THIRD_EN}\b)"),
    (True, "de"): re.compile(rf"(?<=\w) und (?={_THIRD_DE}\b)"),
    (False, "en"): re.compile(rf"(?<=[\w,]) and (?={_FIRST_EN}\b)"),
    (False, "de"): re.compile(rf"(?<=\w) und (?={_FIRST_DE}\b)"),
}
_FIRST = {"en": re.compile(r"\b(?:I|We|we)\b"), "de": re.compile(r"\b(?:[Ii]ch)\b")}
_PRONOUN = {(True, "en"): "she", (True, "de"): "sie", (False, "en"): "I", (False, "de"): "ich"}


def completed(sentence: str, language: str, *, notes: bool) -> str:
    """The sentence with a pronoun where a verb goes on about its subject ("I live here and work there").

    In a note a sentence that begins with its verb ("Works at the port") gets one too. Nothing is put in where
    somebody else is spoken of before.
    """
    if language == "ar":
        return sentence
    if notes and (begins := _BEGINS_THIRD.match(sentence)) and (begins["german"] is not None) == (language == "de"):
        pronoun = _PRONOUN[notes, language].capitalize()
        sentence = f"{pronoun} {sentence[0].lower()}{sentence[1:]}"
    go_on = _GO_ON[notes, language].search(sentence)
    if go_on is None:
        return sentence
    before = sentence[: go_on.start()]
    if _OTHERS.search(before) or not (notes or _FIRST[language].search(before)):
        return sentence
    return f"{before}{go_on.group()}{_PRONOUN[notes, language]} {sentence[go_on.end() :]}"

"""How pages name what verbs name by a word: kinds of facts, marks, states, channels."""

from __future__ import annotations

from maarif.domain.phrases import Phrase

ATTRIBUTE_WORDS = {
    "employer": Phrase("Works at"),
    "title": Phrase("Position"),
    "field": Phrase("Field"),
    "city": Phrase("City"),
    "country": Phrase("Country"),
    "birthday": Phrase("Birthday"),
    "language": Phrase("Language"),
    "interest": Phrase("Likes"),
    "school": Phrase("School"),
    "skill": Phrase("Can do"),
    "kin": Phrase("Family"),
    "household": Phrase("Lives with"),
    "knows": Phrase("Has told of"),
    "met": Phrase("You met"),
    "moved": Phrase("Moved"),
    "left": Phrase("Left"),
    "nickname": Phrase("Called"),
    "url": Phrase("On the web"),
}

#: Each mark: what sets it, what takes it back, and what it does.
MARK_WORDS = {
    "close": (Phrase("Close to me"), Phrase("Not close after all"), Phrase("Whatever the messages say.")),
    "never suggest": (Phrase("Never suggest"), Phrase("Suggest again"), Phrase("They stay in your list of people.")),
    "keep away": (Phrase("Keep away"), Phrase("No longer keep away"), Phrase("Never suggested, never reminded of.")),
    "deceased": (Phrase("Has died"), Phrase("Has not died"), Phrase("Never suggested; nothing is deleted.")),
}

STATE_WORDS = {
    "alive": Phrase("in touch"),
    "cooling": Phrase("growing quiet"),
    "dormant": Phrase("out of sight"),
    "one_sided": Phrase("one-sided"),
    "new": Phrase("new"),
    "unknown": Phrase("hardly any contact"),
}

LAYER_WORDS = {
    "5": Phrase("closest five"),
    "15": Phrase("closest fifteen"),
    "50": Phrase("closest fifty"),
    "150": Phrase("closest hundred and fifty"),
    "0": Phrase("beyond them"),
}

FACET_WORDS = {
    "family": Phrase("family"),
    "friend": Phrase("friends"),
    "work": Phrase("work"),
    "community": Phrase("clubs and neighbours"),
    "service": Phrase("services"),
}

LAST_WORDS = {
    "this year": Phrase("within a year"),
    "one to three years": Phrase("one to three years ago"),
    "longer ago": Phrase("longer ago"),
    "never": Phrase("never"),
}

SORT_WORDS = {
    "closeness": Phrase("closest first"),
    "name": Phrase("by name"),
    "last contact": Phrase("latest first"),
}

ITEM_WORDS = {
    "message": Phrase("A message"),
    "chat": Phrase("A chat message"),
    "row": Phrase("A call"),
    "meeting": Phrase("A meeting"),
    "note": Phrase("A note of yours"),
    "card": Phrase("A card"),
}

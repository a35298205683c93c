"""A note that somebody can pass on for the owner, in the language they write in."""

from __future__ import annotations

from collections import Counter

from maarif.app.everybody import owner_ids
from maarif.app.home import Home
from maarif.domain.items import Message
from maarif.domain.people import Person
from maarif.normalise.reading import own_text
from maarif.text.fold import raw_words
from maarif.text.language import tell_language

#: How many of the latest items with somebody are read to tell their language.
LOOKED_AT = 12

#: What the owner writes to `via`; the part under the line is what is passed on. 60 to 110 words, one ask, an easy no.
_NOTES = {
    "en": (
        "Hello {via},\n\n"
        "would you introduce me to {target}? Below is a note you can simply pass on. If it does not suit "
        "you, that is quite all right: just say so.\n\nThank you,\n{owner}\n\n---\n\n"
        "{owner}, whom I know, would like to ask you something and would be glad of a few lines or a short "
        "call. If that suits you, I will put you two in touch; if not, no harm done."
    ),
    "de": (
        "Hallo {via},\n\n"
        "würdest du mich mit {target} bekannt machen? Unten steht ein kurzer Text, den du einfach "
        "weiterleiten kannst. Wenn es dir nicht passt, ist das völlig in Ordnung, sag es einfach.\n\n"
        "Danke dir,\n{owner}\n\n---\n\n"
        "{owner}, mit mir bekannt, würde dich gern etwas fragen und freut sich über ein paar Zeilen oder "
        "ein kurzes Gespräch. Wenn es dir recht ist, stelle ich euch einander vor; wenn nicht, auch gut."
    ),
    "ar": (
        "مرحبا {via}،\n\n"
        "هل يمكنك أن تعرّفني إلى {target}؟ في الأسفل نص قصير يمكنك إرساله كما هو. وإن لم يناسبك الأمر فلا "
        "بأس أبدا، يكفي أن تقول لي.\n\nشكرا لك،\n{owner}\n\n---\n\n"
        "{owner} من معارفي ويود أن يسألك عن أمر، ويسره أن تكتب له بضعة أسطر أو أن تتحدثا قليلا. إن كان ذلك "
        "يناسبك فسأعرّف أحدكما بالآخر، وإلا فلا حرج."
    ),
}  # fmt: skip


def forwardable_note(home: Home, via: Person, target: str, language: str) -> str:
    """What to write to `via`, with a part they can pass on; English where the language is none of en, de, ar."""
    mine = home.store.people.get(sorted(owner_ids(home))).values()
    owner = min(
        (person.name for person in mine if person.name), key=lambda name: (-len(name.split()), name), default=""
    )
    first = via.name.split()[0] if via.name else ""
    return _NOTES.get(language, _NOTES["en"]).format(via=first, target=target, owner=owner)


def language_of(home: Home, person: Person, moment: int) -> str:
    """The language somebody mostly writes in to the owner; that of their name's script where they never wrote."""
    numbers = home.store.ledgers.timeline(person.id, moment, LOOKED_AT)
    authors = home.store.ledgers.authors(numbers)
    said = home.store.items.bare([number for number in numbers if authors.get(number) == person.id])
    told = Counter(
        tell_language(words)
        for item in said.values()
        if isinstance(item, Message) and (words := raw_words(own_text(item)))
    )
    if told:
        return min(told, key=lambda language: (-told[language], language))
    return "ar" if any("\u0600" <= letter <= "\u06ff" for letter in person.name) else "en"

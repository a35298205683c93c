"""What was given and taken lately: who thanked whom, and for what."""

from __future__ import annotations

from maarif.app.everybody import owner_ids
from maarif.app.home import Home
from maarif.domain.evidence import Evidence
from maarif.domain.items import Message
from maarif.domain.phrases import Moment, Phrase, template
from maarif.normalise.reading import own_text
from maarif.rank.thanks import sentence_of_thanks

#: How many of the latest items with a person are looked at, and how long a quoted sentence may be.
LOOKED_AT, LONGEST = 8, 90


def favour_told(home: Home, person: str, before: int) -> Evidence | None:
    """The latest thanks between the owner and a person, as a reason that counts nothing but can be opened; None where
    there were none lately."""
    numbers = home.store.ledgers.timeline(person, before, LOOKED_AT)
    items = home.store.items.bare(numbers)
    authors = home.store.ledgers.authors(numbers)
    for number in numbers:
        item = items.get(number)
        author = authors.get(number)
        if not isinstance(item, Message) or item.bulk or author is None:
            continue
        if (thanks := sentence_of_thanks(own_text(item))) and (author == person or author in owner_ids(home)):
            origin = home.store.items.origins([number])[number]
            return Evidence(_thanked(author == person, item.at, thanks[:LONGEST]), 0.0, (origin,))
    return None


def _thanked(by_them: bool, at: int | None, words: str) -> Phrase:
    if at is None:
        undated = template('they thanked you: "{words}"') if by_them else template('you thanked them: "{words}"')
        return Phrase(undated, words=words)
    thanked, thanking = (
        template('they thanked you in {when}: "{words}"'),
        template('you thanked them in {when}: "{words}"'),
    )
    return Phrase(thanked if by_them else thanking, when=Moment(at), words=words)

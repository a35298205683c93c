"""How every outreach stands, read from what was said and what was taken in since: nothing of it is stored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from maarif.app.everybody import owner_ids, people_of
from maarif.app.home import Home
from maarif.domain.exchanges import Exchange
from maarif.domain.items import Origin
from maarif.domain.outreach import KeptNeed, Outreach, OutreachStep
from maarif.domain.people import Person
from maarif.domain.posting import Dispatch
from maarif.normalise.reading import own_text
from maarif.rank.needs import topic_words
from maarif.tend import Found, Traces, merged, steps_found

#: Seconds before an outreach begins from which items are looked at.
_BEFORE = 2 * 3600


@dataclass(frozen=True, slots=True)
class Followed:
    """An outreach as it stands: with the steps found in imports, its need, the person (None where their address is
    not known any more), and what passed between them since, with the words of each."""

    outreach: Outreach
    need: KeptNeed
    person: Person | None
    exchanges: Sequence[Exchange]
    said: dict[int, str]

    @property
    def name(self) -> str:
        """The person's name, or their address."""
        return self.person.name if self.person is not None else self.outreach.handle.value


def follow(home: Home, before: int | None = None) -> list[Followed]:
    """Every outreach as it stands at a moment, oldest first; what is dated later counts for nothing."""
    moment = home.now + 1 if before is None else before
    needs = {need.id: need for need in home.store.outreach.needs()}
    dispatches: dict[int, list[Dispatch]] = defaultdict(list)
    for each in home.store.dispatches.all():
        if each.outreach is not None:
            dispatches[each.outreach].append(each)
    return [
        _followed(home, outreach, needs[outreach.need], dispatches[outreach.id], moment)
        for outreach in home.store.outreach.all()
    ]


def _followed(
    home: Home, outreach: Outreach, need: KeptNeed, dispatches: Sequence[Dispatch], before: int
) -> Followed:  # fmt: skip
    own = tuple(step for step in outreach.steps if step.at < before)
    person = people_of(home).get(home.store.people.by_handle(outreach.handle) or "")
    if person is None or not own:
        return Followed(replace(outreach, steps=own), need, person, (), {})
    exchanges = home.store.exchanges.between(person.id, own[0].at - _BEFORE, before)
    said = {number: own_text(item) for number, item in home.store.items.bare([e.item for e in exchanges]).items()}
    traces = Traces(
        exchanges, said, dispatches, topic_words(need.text, need.kind), owner_ids(home), person.id
    )  # fmt: skip
    found = _as_steps(home, steps_found(own, traces))
    return Followed(replace(outreach, steps=merged(own, found)), need, person, exchanges, said)


def _as_steps(home: Home, found: Sequence[Found]) -> list[OutreachStep]:
    origins = home.store.items.origins([each.item for each in found])
    return [OutreachStep(each.step, each.at, "import", origins.get(each.item, Origin("", ""))) for each in found]

"""Give and take: what was asked, received, given and offered, told as a story and never as a balance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from maarif.app.catching_up import catch_up
from maarif.app.everybody import owner_ids, people_of
from maarif.app.home import Home
from maarif.app.knowing.look import find, show
from maarif.app.outreach.following import Followed, follow
from maarif.domain.errors import BadInput
from maarif.domain.handles import Handle
from maarif.domain.items import Item, Message, Note, Origin
from maarif.domain.outreach import Favour, FavourKind
from maarif.domain.people import Person
from maarif.domain.phrases import Moment, Phrase
from maarif.normalise.reading import own_text
from maarif.tend import favour_in, favour_noted
from maarif.text.fold import fold

KINDS: tuple[FavourKind, ...] = get_args(FavourKind)

DAY = 86_400
#: Days within which what was asked weighs on somebody, and within which favours are looked for in messages.
LATELY, LOOKED_BACK = 90, 730
#: How many messages are looked at for favours, and above how many people on one it is to nobody in particular.
_MOST, _FEW = 20_000, 4
#: A need's words in a story, cut there.
_SHORT = 90

_TOLD: dict[FavourKind, Phrase] = {
    "asked": Phrase("{when}: you asked: {what}"),
    "received": Phrase("{when}: they helped you: {what}"),
    "given": Phrase("{when}: you helped them: {what}"),
    "offered": Phrase("{when}: you offered: {what}"),
}


@dataclass(frozen=True, slots=True)
class FavourLine:
    """One favour as it is told; `ref` opens the item it rests on, `open` means that only the owner can say whether it
    is one."""

    favour: Favour
    says: str
    ref: str = ""

    @property
    def open(self) -> bool:
        """Whether it is proposed and waits for the owner's yes."""
        return self.favour.confirmed is None


@dataclass(frozen=True, slots=True)
class Story:
    """What moved between the owner and one person, oldest first."""

    person: str
    name: str
    lines: tuple[FavourLine, ...]


@dataclass(frozen=True, slots=True)
class GivenTaken:
    """What the owner asked of somebody, received from them, gave and offered them: how often, in all that is known."""

    asked: int = 0
    received: int = 0
    given: int = 0
    offered: int = 0


def favours(home: Home, who: str | None = None, on: int | None = None) -> list[Story]:
    """The stories of give and take with everybody, or with one person; the latest first. Raises NoSuchPerson."""
    catch_up(home)
    moment = home.now + 1 if on is None else on
    wanted = None if who is None else {find(home, who).id}
    known = _known(home, moment)
    proposed = _proposed(home, moment, wanted)
    people = people_of(home)
    stories = []
    for person in sorted({*known, *proposed} if wanted is None else wanted):
        lines = [*known.get(person, ()), *proposed.get(person, ())]
        if lines and person in people:
            said = tuple(_line(home, each) for each in sorted(lines, key=lambda f: (f.at, f.kind, f.what)))
            stories.append(Story(person, people[person].name, said))
    return sorted(stories, key=lambda story: (-story.lines[-1].favour.at, story.name))


def add(home: Home, who: str, kind: str, what: str, on: int | None = None) -> Favour:
    """Write a favour down. Raises NoSuchPerson, BadInput."""
    known = next((each for each in KINDS if each == kind), None)
    if known is None:
        raise BadInput(f"{kind!r} is no favour. A favour is one of: {', '.join(KINDS)}.")
    if not what.strip():
        raise BadInput('Say in a few words what it was: maarif favours add WHO given "drove her to the station"')
    handle = find(home, who).handles[0]
    favour = Favour(0, handle, known, what.strip(), home.now if on is None else on, None, True)
    with home.store.database.writing():
        return replace(favour, id=home.store.favours.keep(favour))


def answer(home: Home, ref: str, yes: bool) -> Favour:
    """Say whether what an item tells is a favour. Raises NoSuchOrigin, BadInput where it tells of none."""
    view = show(home, ref)
    number = int(view.ref[1:])
    told = [favour for person in view.people for favour in _told_by(home, [number], person)]
    told = told or [favour for found in _noted(home, [number]).values() for favour in found]
    if not told:
        raise BadInput(f"{ref} tells of no favour. List what is proposed with: maarif favours")
    (favour, *_) = told
    with home.store.database.writing(), home.store.database.transaction():
        home.store.favours.answered(view.origin, favour.kind)
        return replace(favour, id=home.store.favours.keep(replace(favour, confirmed=yes)), confirmed=yes)


def load(home: Home, person: str, moment: int) -> int:
    """How often the owner asked something of a person within the ninety days before a moment."""
    since = moment - LATELY * DAY
    return sum(f.kind == "asked" and since <= f.at < moment for f in _known(home, moment).get(person, ()))


def given_against_taken(home: Home, person: str, moment: int) -> GivenTaken:
    """What moved between the owner and a person before a moment, as far as the owner confirmed it or wrote it down."""
    kinds = [favour.kind for favour in _known(home, moment).get(person, ())]
    return GivenTaken(*(kinds.count(kind) for kind in ("asked", "received", "given", "offered")))


# -- what is known ------------------------------------------------------------------------------------


def _known(home: Home, before: int) -> Mapping[str, tuple[Favour, ...]]:
    """Favours by person that need no confirming: written down by the owner, or shown by an outreach."""
    changes = home.store.database.number("select total_changes()")
    return home.view(f"favours@{before}/{changes}", lambda: _gather_known(home, before))


def _gather_known(home: Home, before: int) -> dict[str, tuple[Favour, ...]]:
    found: dict[str, list[Favour]] = defaultdict(list)
    for favour in home.store.favours.all():
        person = home.store.people.by_handle(favour.handle)
        if favour.confirmed and favour.at < before and person is not None:
            found[person].append(favour)
    for followed in follow(home, before):
        if followed.person is not None:
            found[followed.person.id] += _of_outreach(followed)
    return {person: tuple(each) for person, each in found.items()}


def _of_outreach(followed: Followed) -> Iterator[Favour]:
    """An outreach that was written asks; one that helped was received."""
    need = followed.need.text[:_SHORT]
    for step in followed.outreach.steps:
        if step.step == "written" and followed.need.kind != "company":
            yield Favour(0, followed.outreach.handle, "asked", need, step.at, step.origin, True)
        elif step.step == "helped":
            yield Favour(0, followed.outreach.handle, "received", step.note or need, step.at, step.origin, True)


# -- what messages and notes propose --------------------------------------------------------------------


def _proposed(home: Home, before: int, wanted: set[str] | None) -> dict[str, list[Favour]]:
    """Favours that messages and notes tell of and the owner has not answered yet."""
    since = before - LOOKED_BACK * DAY
    found: dict[str, list[Favour]] = defaultdict(list)
    if wanted is None:
        numbers = home.store.exchanges.said(since, before, _MOST)
        for person, told in _all_told(home, numbers).items():
            found[person] += told
    else:
        for person in wanted:
            numbers = [each.item for each in home.store.exchanges.between(person, since, before)]
            found[person] += _told_by(home, numbers, person)
    for person, noted in _noted(home, home.store.exchanges.notes(before, _MOST)).items():
        if wanted is None or person in wanted:
            found[person] += noted
    answered = {(f.origin, f.kind) for f in home.store.favours.all() if f.origin is not None}
    return {p: kept for p, told in found.items() if (kept := _fresh(told, answered))}


def _fresh(told: Sequence[Favour], answered: Collection[tuple[Origin | None, FavourKind]]) -> list[Favour]:
    """Those that the owner has not answered yet, what was said in the same words once: a formula is no favour each
    time."""
    first: dict[tuple[FavourKind, str], Favour] = {}
    for favour in sorted(told, key=lambda each: (each.at, each.what)):
        first.setdefault((favour.kind, fold(favour.what)), favour)
    return [favour for favour in first.values() if (favour.origin, favour.kind) not in answered]


def _all_told(home: Home, numbers: Sequence[int]) -> dict[str, list[Favour]]:
    people, mine = people_of(home), owner_ids(home)
    telling = [number for number, item in _messages(home, numbers) if _tells(own_text(item))]
    found: dict[str, list[Favour]] = defaultdict(list)
    for number, on_it in home.store.exchanges.people_on(telling).items():
        others = {person for _, person in on_it} - mine
        if len(others) == 1 and (person := next(iter(others))) in people:
            found[person] += _told_by(home, [number], person)
    return found


def _tells(text: str) -> bool:
    return favour_in(text, by_owner=True) is not None


def _messages(home: Home, numbers: Sequence[int]) -> Iterator[tuple[int, Message]]:
    for start in range(0, len(numbers), 2000):
        for number, item in home.store.items.bare(numbers[start : start + 2000]).items():
            if isinstance(item, Message) and not item.bulk:
                yield number, item


def _told_by(home: Home, numbers: Sequence[int], person: str) -> list[Favour]:
    """The favours that messages between the owner and a person tell of."""
    known = people_of(home).get(person)
    authors, on_them = home.store.ledgers.authors(numbers), home.store.exchanges.people_on(numbers)
    origins = home.store.items.origins(numbers)
    found = []
    for number, item in _messages(home, numbers):
        by_owner = authors.get(number) in owner_ids(home)
        ours = by_owner or authors.get(number) == person
        if known is None or not ours or item.at is None or len({p for _, p in on_them.get(number, ())}) > _FEW:
            continue
        if told := favour_in(own_text(item), by_owner):
            found.append(Favour(0, known.handles[0], *told, item.at, origins.get(number)))
    return found


def _noted(home: Home, numbers: Sequence[int]) -> dict[str, list[Favour]]:
    """The favours that the owner's notes tell of, by person."""
    people, found = people_of(home), defaultdict[str, list[Favour]](list)
    on_them, origins = home.store.exchanges.people_on(numbers), home.store.items.origins(numbers)
    for number, item in _notes(home.store.items.bare(numbers).items()):
        for person in dict.fromkeys(who for _, who in on_them.get(number, ()) if who in people):
            told = favour_noted(own_text(item), _called(people[person]))
            if told is not None:
                handle: Handle = people[person].handles[0]
                found[person].append(Favour(0, handle, *told, item.at or 0, origins.get(number)))
    return found


def _notes(items: Iterable[tuple[int, Item]]) -> Iterator[tuple[int, Note]]:
    return ((number, item) for number, item in items if isinstance(item, Note))


def _called(person: Person) -> set[str]:
    """The names by which a note may call somebody: the whole name, and the first word of it."""
    names = (person.name, *person.names)
    return {*names, *(name.split()[0] for name in names if name)}


def _line(home: Home, favour: Favour) -> FavourLine:
    number = home.store.items.find(favour.origin) if favour.origin is not None else None
    says = Phrase(_TOLD[favour.kind], when=Moment(favour.at), what=favour.what)
    return FavourLine(favour, says, f"i{number}" if number is not None else "")

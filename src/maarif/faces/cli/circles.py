"""The commands that look at who knows whom: circles, intro, overlooked."""

from __future__ import annotations

from typing import Annotated

import typer

from maarif.faces.cli.opened import moment_of, names_of, opened, origins_of, references
from maarif.faces.cli.options import HomeOption, JsonOption, WhenOption
from maarif.faces.cli.screen import print_lines, print_record, say, width


def circles(
    who: Annotated[str | None, typer.Argument(metavar="WHO", help="Only those that this person is in.")] = None,
    on: WhenOption = None,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """List the circles of your life: who is seen together with whom.

    Group chats, meetings that come again and lists are circles; so are people who are mostly seen with each
    other. With a name, the circles of one person and who else is in them.

    \b
    Examples:
      maarif circles
      maarif circles "Idris Bello"
    """
    from maarif.app.catching_up import catch_up
    from maarif.app.knowing import circles as social
    from maarif.app.knowing import look
    from maarif.faces.cli import acquainted

    moment = moment_of(on)
    with opened(home) as open_home:
        if who is None:
            catch_up(open_home)
            found = social.circles(open_home, moment)
        else:
            found = social.circles_of(open_home, look.find(open_home, who).id, moment)
        shown = [person for circle in found for person in circle.people[: acquainted.NAMED]]
        names = {} if json else names_of(open_home, dict.fromkeys(shown))
    if json:
        for circle in found:
            print_record(acquainted.circle_record(circle))
    elif found:
        print_lines(acquainted.circle_lines(found, names, width()))
    else:
        say("No circles found: nobody was seen together with others often enough.")


def intro(
    whom: Annotated[str, typer.Argument(metavar="WHOM", help="A person, a house or a trade.")],
    on: WhenOption = None,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="So many ways at most.")] = 5,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Find who could introduce you to somebody, and what they could pass on.

    WHOM is a person, a house ("someone at Evides"), a trade, or somebody you were only told of. Each way names
    its weakest link; what nobody said, but follows from messages and meetings, is said to be inferred.

    \b
    Examples:
      maarif intro "Hanneke Vos"
      maarif intro "someone at Evides"
    """
    from maarif.app.connecting.introductions import introduce
    from maarif.faces.cli import acquainted

    with opened(home) as open_home:
        found = introduce(open_home, whom, moment_of(on), limit)
        origins = [origin for way in found.ways for origin in origins_of(way.evidence)]
        known = {} if json else references(open_home, origins)
    if json:
        print_record(acquainted.ways_record(found))
    else:
        print_lines(acquainted.ways_lines(found, known, width()))


def overlooked(
    on: WhenOption = None,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="So many people at most.")] = 10,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Name people who matter for what you care about, and whom you would never think of.

    What you care about is told from your own recent words: notes, needs, and what you wrote to others.

    \b
    Example:
      maarif overlooked --limit 5
    """
    from maarif.app.connecting.overlooked import overlooked as find_overlooked
    from maarif.app.knowing import look
    from maarif.faces.cli import acquainted

    moment = moment_of(on)
    with opened(home) as open_home:
        found = find_overlooked(open_home, limit, moment)
        acquaintances = [] if json else [look.person(open_home, one.person.id, moment) for one in found]
        known = {} if json else references(open_home, [o for one in found for o in origins_of(one.evidence)])
    if json:
        for one in found:
            print_record(acquainted.overlooked_record(one))
    elif found:
        print_lines(acquainted.overlooked_lines(found, acquaintances, known, width()))
    else:
        say("Nobody is overlooked, as far as I can tell. Notes and needs tell me what you care about: maarif note TEXT")

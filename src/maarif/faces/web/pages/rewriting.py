"""In other words: a letter put anew by the language model that the owner named, after they saw all that it is told."""

from __future__ import annotations

from starlette.responses import Response

from maarif.app.home import Home
from maarif.app.writing import Written, read_again
from maarif.app.writing.rewriting import rewrite, sees
from maarif.faces.web.household import Work
from maarif.faces.web.pages.write import draft_in, model_named, proposal_for
from maarif.faces.web.routing import get, tell
from maarif.faces.web.visit import Visit


def asked(visit: Visit) -> Response:
    """All that the model would be told; nothing is told yet."""
    draft, question = draft_in(visit)
    proposal = proposal_for(visit, question, draft.person, visit.form)
    told = sees(proposal, read_again(proposal, draft))
    return visit.show("rewriting.html", told=told, said=visit.form, model=model_named(visit.home), work=None)


def begun(visit: Visit) -> Response:
    """The owner said yes: the model is asked, beside the pages."""
    draft, question = draft_in(visit)
    proposal = proposal_for(visit, question, draft.person, visit.form)
    written = read_again(proposal, draft)

    def work(home: Home, _: Work) -> Written:
        return rewrite(home, proposal, written)

    return _shown(visit, visit.household.begin("other words", work))


def answered(visit: Visit) -> Response:
    """The model's words, once they are there."""
    work = visit.household.work(visit.path["work"])
    return _shown(visit, work) if work is not None else visit.go("/")


def _shown(visit: Visit, work: Work) -> Response:
    if work.trouble is not None:
        raise work.trouble
    return visit.show("rewriting.html", work=work, told="", said={}, model="")


ROUTES = (
    tell("/write/model", asked),
    tell("/write/model/yes", begun),
    get("/write/model/{work}", answered),
)

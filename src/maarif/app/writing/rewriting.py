"""A draft put into other words by a language model, where the owner named one and said yes to what it sees."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, replace

from maarif.app.home import Home
from maarif.app.writing.write import Proposal, Written, read_again
from maarif.domain.drafts import Finding
from maarif.domain.errors import BadInput, ModelTrouble
from maarif.domain.phrases import Phrase
from maarif.draft.prompt import draft_in, prompt_for
from maarif.post.model import complete

_KEY = "MAARIF_MODEL_KEY"


@dataclass(frozen=True, slots=True)
class Model:
    """A language model as the table `[model]` of the settings names it; `patience` in seconds."""

    endpoint: str
    name: str
    patience: float = 60.0


def model_of(home: Home) -> Model | None:
    """The model that the owner named; None where none is: it is off unless asked for. Raises BadInput."""
    path = home.path / "settings.toml"
    try:
        said = tomllib.loads(path.read_text("utf-8")).get("model") if path.exists() else None
    except ValueError as error:
        raise BadInput(f"{path} cannot be read ({error}). Mend it, or remove it.") from error
    if not isinstance(said, dict) or not said.get("endpoint"):
        return None
    endpoint, name, patience = said["endpoint"], said.get("name", ""), said.get("patience", 60.0)
    if not str(endpoint).startswith(("http://", "https://")) or not isinstance(patience, int | float):
        raise BadInput(f'{path}: [model] needs endpoint = "http://...", name = "..." and patience in seconds.')
    return Model(str(endpoint), str(name), float(patience))


def sees(proposal: Proposal, written: Written) -> str:
    """All that the model would be told, as text: to be shown before anything goes out."""
    asked = prompt_for(written.draft, proposal.to.register.formal)
    return "\n\n".join(message["content"] for message in asked)


def rewrite(home: Home, proposal: Proposal, written: Written) -> Written:
    """The draft in the model's words, held to the same reading; the template, and why, where that fails.

    Nothing goes out but what `sees` shows. Raises BadInput where no model is named.
    """
    model = model_of(home)
    if model is None:
        raise BadInput(
            'No language model is named. In settings.toml: [model] endpoint = "http://127.0.0.1:11434/v1", name = "..."'
        )
    asked = prompt_for(written.draft, proposal.to.register.formal)
    try:
        answer = complete(model.endpoint, model.name, asked, os.environ.get(_KEY, ""), model.patience)
    except ModelTrouble as trouble:
        return _kept(written, Phrase("the model gave no draft ({why}): this is the template", why=trouble.why))
    draft = draft_in(answer, written.draft)
    if draft is None:
        return _kept(written, Phrase("what the model gave is no draft: this is the template"))
    read = read_again(_with_template(proposal, written), draft)
    grave = next((finding for finding in read.findings if finding.grave), None)
    if grave is not None:
        why = Phrase(
            "the model said what nothing shows or nobody should ({words}): this is the template", words=grave.words
        )
        return _kept(written, why)
    return read


def _with_template(proposal: Proposal, written: Written) -> Proposal:
    """The template's own words are allowed to the model."""
    own = f"{written.draft.subject} {written.draft.body}"
    return replace(proposal, known=replace(proposal.known, allowed=(*proposal.known.allowed, own)))


def _kept(written: Written, why: Phrase) -> Written:
    return Written(written.draft, (*written.findings, Finding("model", why)))

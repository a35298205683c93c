"""Drafts for somebody in an answer: their language and manner, one true shared thing, no secret told."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from maarif.app.asking.ask import ask
from maarif.app.asking.last_answer import remember
from maarif.app.home import Home, open_home
from maarif.app.identity.decide import mark
from maarif.app.importing.take_in import take_in
from maarif.app.knowing.look import show
from maarif.app.writing import write
from maarif.app.writing.rewriting import model_of, rewrite, sees
from maarif.domain.errors import BadInput
from tests.app import network
from tests.app.network import ME, NOW

NEED = "who knows about beekeeping and honey?"


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with open_home(tmp_path / "home", lambda: NOW) as opened:
        take_in(opened, network.write(tmp_path / "files", ""), [ME[1]])
        yield opened


def test_a_draft_for_a_place_in_the_last_answer(home: Home) -> None:
    answer = ask(home, NEED)
    remember(home, answer)
    proposal = write(home, "1")
    assert proposal.person == answer.suggestions[0].person
    for written in proposal.variants:
        assert not [finding for finding in written.findings if finding.grave]
        assert "honey" in written.draft.body
        assert written.draft.uses, "it leans on something that can be opened"
        for origin in written.draft.uses:
            assert show(home, f"{origin.source}#{origin.item}").item


def test_nothing_is_asked_without_a_need(home: Home) -> None:
    with pytest.raises(BadInput, match="Nothing has been asked"):
        write(home, "1")


def test_whoever_is_to_be_kept_away_from_gets_no_draft(home: Home) -> None:
    person = ask(home, NEED).suggestions[0].person
    mark(home, person.id, "keep away")
    with pytest.raises(BadInput, match="keep away"):
        write(home, person.id, NEED)


def test_a_language_without_words_is_said_so(home: Home) -> None:
    person = ask(home, NEED).suggestions[0].person
    with pytest.raises(BadInput, match="en, de, ar"):
        write(home, person.id, NEED, language="xx")


def test_a_secret_of_the_need_is_in_no_draft(home: Home) -> None:
    person = ask(home, NEED).suggestions[0].person
    for written in write(home, person.id, f"{NEED} Don't tell Greta.").variants:
        assert "Greta" not in written.draft.body


# -- a language model ------------------------------------------------------------------------------------


@contextmanager
def model(
    home: Home, answer: object, status: int = 200, wait: float = 0.0, patience: float = 5.0
) -> Iterator[list[bytes]]:
    """A server on this machine that speaks the protocol, named in the home's settings; gives what it was asked."""
    asked: list[bytes] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(self.rfile.read(int(self.headers["Content-Length"])))
            time.sleep(wait)
            said = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(said)))
            self.send_header("Location", "http://127.0.0.1:9/elsewhere")
            self.end_headers()
            with suppress(BrokenPipeError):
                self.wfile.write(said)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    name(home, f"http://127.0.0.1:{server.server_port}/v1", patience)
    try:
        yield asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def name(home: Home, endpoint: str, patience: float) -> None:
    """Name a model in the home's settings."""
    (home.path / "settings.toml").write_text(
        f'[model]\nendpoint = "{endpoint}"\nname = "small"\npatience = {patience}\n'
    )


def said(body: str, subject: str = "A question for you") -> dict[str, object]:
    """A chat completion with a draft in it."""
    return {"choices": [{"message": {"content": json.dumps({"subject": subject, "body": body})}}]}


def test_a_model_that_keeps_to_the_draft_is_followed(home: Home) -> None:
    proposal = write(home, ask(home, NEED).suggestions[0].person.id, NEED, medium="mail")
    first = proposal.variants[0]
    words = first.draft.body.replace("at the moment", "right now")
    with model(home, said(words)) as asked:
        again = rewrite(home, proposal, first)
    assert (again.draft.by, again.draft.body) == ("model", words)
    told = " ".join(message["content"] for message in json.loads(asked[0])["messages"])
    assert told.split() == sees(proposal, first).split(), "nothing goes out but what is shown"
    assert ME[1] not in told


@pytest.mark.parametrize(
    ("answer", "status", "wait"),
    [
        ({"error": "no"}, 500, 0.0),
        (said("x"), 302, 0.0),
        (b"<html>", 200, 0.0),
        ({"choices": []}, 200, 0.0),
        ({"choices": [{"message": {"content": ""}}]}, 200, 0.0),
        ({"choices": [{"message": {"content": "I cannot help with that."}}]}, 200, 0.0),
        (said("Hi, I met your brother Konstantin in Utrecht in 1999. Would you help me?"), 200, 0.0),
        (said("late"), 200, 1.5),
    ],
)
def test_whatever_else_it_says_the_template_stands(home: Home, answer: object, status: int, wait: float) -> None:
    proposal = write(home, ask(home, NEED).suggestions[0].person.id, NEED)
    first = proposal.variants[0]
    with model(home, answer, status, wait, patience=0.5):
        again = rewrite(home, proposal, first)
    assert again.draft == first.draft
    assert again.findings[-1].rule == "model"


def test_an_endpoint_where_nobody_answers(home: Home) -> None:
    proposal = write(home, ask(home, NEED).suggestions[0].person.id, NEED)
    name(home, "http://127.0.0.1:9/v1", 1)
    assert rewrite(home, proposal, proposal.variants[0]).draft == proposal.variants[0].draft


def test_no_model_is_asked_unless_one_is_named(home: Home) -> None:
    proposal = write(home, ask(home, NEED).suggestions[0].person.id, NEED)
    assert model_of(home) is None
    with pytest.raises(BadInput, match="No language model is named"):
        rewrite(home, proposal, proposal.variants[0])
    name(home, "ftp://elsewhere", 1)
    with pytest.raises(BadInput, match="endpoint"):
        model_of(home)

"""`maarif serve`: one line, a page behind it, and an end when it is told to end."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from maarif.domain.errors import BadInput
from maarif.faces.web import server

SERVE = [sys.executable, "-m", "maarif.faces.cli.main", "serve", "--no-open"]


def test_it_prints_the_one_line_that_opens_it_and_ends_when_told(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*SERVE, "--port", "0", "--home", str(tmp_path / "h")], stdout=subprocess.PIPE, text=True
    ) as run:
        assert run.stdout
        line = run.stdout.readline().strip()
        try:
            assert line.startswith("http://127.0.0.1:")
            with urlopen(line, timeout=20) as page:
                assert page.status == 401, "the cookie of the redirect is not kept by this client"
        except OSError as refused:
            assert getattr(refused, "code", None) == 401
        finally:
            run.send_signal(signal.SIGINT)
        assert run.stdout.read() == ""
        assert run.wait(20) == 0


def test_others_are_let_near_only_behind_a_password(tmp_path: Path) -> None:
    home = ["--home", str(tmp_path / "h")]
    refused = subprocess.run(
        [*SERVE, "--host", "0.0.0.0", "--port", "0", *home],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert refused.returncode == 2
    assert "TLS" in refused.stderr
    assert "--set-password" in refused.stderr
    assert refused.stdout == ""
    for password, code in (("short\n", 2), ("four words of mine\n", 0)):
        found = subprocess.run(
            [*SERVE, "--set-password", *home], input=password, capture_output=True, text=True, check=False
        )
        assert found.returncode == code
    assert server.is_lockable(tmp_path / "h")


@pytest.mark.parametrize(
    ("host", "private"),
    [
        ("127.0.0.1", True),
        ("localhost", True),
        ("::1", True),
        ("127.9.9.9", True),
        ("0.0.0.0", False),
        ("::", False),
        ("me.example", False),
    ],
)
def test_only_loopback_is_private(host: str, private: bool) -> None:
    assert server.Place(host).is_private is private


def test_a_taken_port_is_said_or_passed_by() -> None:
    with server.listen(server.Place(port=0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(BadInput, match="--port"):
            server.listen(server.Place(port=port))
        with server.listen(server.Place()) as other:
            assert other.getsockname()[1] != port


def test_the_line_names_what_was_given() -> None:
    with server.listen(server.Place(port=0)) as listening:
        port = listening.getsockname()[1]
        assert server.address_of(server.Place(), listening, "k") == f"http://127.0.0.1:{port}/?key=k"
        assert server.address_of(server.Place("::1"), listening, "") == f"http://[::1]:{port}/"
        assert (
            server.address_of(server.Place("0.0.0.0", names=("me.example",)), listening, "")
            == f"http://me.example:{port}/"
        )

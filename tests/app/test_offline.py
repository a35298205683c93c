"""No network while importing, ever: neither in the process of the command nor in those that read for it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from maarif.app.importing.offline import OnlineError, stay_offline
from tests.app import crashes
from tests.app.test_bad_input import BAD
from tests.sources import goldens

#: Loaded by every Python that is started with it on its path: whoever reaches for the network is written down.
_GUARD = """
import os, sys
_LOG = os.environ["MAARIF_TEST_LOG"]
def _note(line):
    with open(_LOG, "a") as log:
        log.write(line + "\\n")
def _hook(event, arguments):
    if event.startswith("socket.") and event not in ("socket.__new__", "socket.gethostname"):
        _note("reached " + event)
        raise RuntimeError(event)
sys.addaudithook(_hook)
_note("guarded " + " ".join(sys.orig_argv))
"""
_IMPORT = """
import json, sys
from maarif.app.home import open_home
from maarif.app.importing.take_in import take_in
with open_home(sys.argv[1]) as home:
    report = take_in(home, [sys.argv[2]], ["nora@lindqvist.example"], workers=int(sys.argv[3]))
print(json.dumps([[file.source, file.tally.read] for file in report.files]))
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of every source, and much that is wrong."""
    files = tmp_path_factory.mktemp("files")
    shutil.copytree(goldens.FOLDER, files / "golden", ignore=shutil.ignore_patterns("*.expected"))
    for name, content in BAD.items():
        (files / name).write_bytes(content)
    crashes.write_box(files / "mail.mbox")
    return files


@pytest.mark.parametrize("workers", [0, 1])
def test_nothing_reaches_for_the_network_while_files_are_read(workers: int, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(_GUARD)
    log = tmp_path / "log"
    done = subprocess.run(
        [sys.executable, "-c", _IMPORT, str(tmp_path / "home"), str(folder), str(workers)],
        env={**os.environ, "PYTHONPATH": str(tmp_path), "MAARIF_TEST_LOG": str(log)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    read = {source for source, count in json.loads(done.stdout) if count}
    assert read >= set(goldens.source_names()), "every source read something"
    said = log.read_text().splitlines()
    assert len([line for line in said if line.startswith("guarded")]) == 1 + workers
    assert not [line for line in said if line.startswith("reached")]


_TRY = """
import socket, sys
from maarif.app.importing.offline import OnlineError, stay_offline
stay_offline()
for attempt in (
    lambda: socket.create_connection(("127.0.0.1", 9), 0.1),
    lambda: socket.getaddrinfo("nobody.example", 80),
    lambda: socket.socket().bind(("127.0.0.1", 0)),
    lambda: socket.socket(type=socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", 9)),
):
    try:
        attempt()
        sys.exit("it went out")
    except OnlineError:
        pass
"""


def test_a_process_that_stays_offline_reaches_nobody() -> None:
    assert issubclass(OnlineError, RuntimeError) and stay_offline
    subprocess.run([sys.executable, "-c", _TRY], check=True)

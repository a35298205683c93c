"""Files that come: limited, on disk, under harmless names, gone when nobody keeps them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from maarif.faces.web import pages
from maarif.faces.web.app import Door, make_app
from maarif.faces.web.household import Household
from maarif.faces.web.routing import post
from maarif.faces.web.safety.uploads import put_in_place
from maarif.faces.web.visit import Visit
from tests.faces.web.conftest import ADDRESS, NOW, TOKEN, Browser, csrf_in

LIMIT = 200_000


@pytest.fixture
def browser(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    """A browser before a page that takes files and keeps them in a folder."""

    def keep(visit: Visit):  # type: ignore[no-untyped-def]
        said = [f"{upload.name} {upload.size} {upload.path.read_bytes()[:20]!r}" for upload in visit.uploads]
        put_in_place(visit.uploads, tmp_path / "kept")
        return visit.show("trouble.html", told=_Told(), said=" | ".join([*said, visit.form.get("word", "")]))

    routes = pages.routes()
    monkeypatch.setattr("maarif.faces.web.app.routes", lambda: [*routes, post("/bring", keep, uploads=LIMIT)])
    with TestClient(make_app(Household(home, clock=lambda: NOW), Door(TOKEN)), base_url=ADDRESS) as client:
        yield Browser(client, csrf_in(client.get(f"/?key={TOKEN}").text))


class _Told:
    what = now = "x"


def bring(browser: Browser, name: str, content: bytes, csrf: str | None = None):  # type: ignore[no-untyped-def]
    headers = {"x-csrf-token": browser.csrf if csrf is None else csrf}
    files = {"files": (name, content, "application/octet-stream")}
    return browser.client.post("/bring", files=files, data={"word": "a field"}, headers=headers)


def test_a_file_comes_as_it_was(browser: Browser, tmp_path: Path) -> None:
    content = bytes(range(256)) * 500
    answer = bring(browser, "cards/ab.vcf", content)
    assert answer.status_code == 200
    assert "cards/ab.vcf 128000" in answer.text
    assert "a field" in answer.text
    assert (tmp_path / "kept/cards/ab.vcf").read_bytes() == content


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("C:\\temp\\a.vcf", "a.vcf"),
        ("..", "file"),
        ("a/./../b.txt", "a/b.txt"),
        ("كتاب.vcf", "كتاب.vcf"),
    ],
)
def test_no_name_leads_out_of_the_folder(browser: Browser, tmp_path: Path, name: str, kept: str) -> None:
    assert bring(browser, name, b"x").status_code == 200
    assert [str(p.relative_to(tmp_path / "kept")) for p in (tmp_path / "kept").rglob("*") if p.is_file()] == [kept]


def test_what_nobody_keeps_is_gone(browser: Browser, home: Path) -> None:
    assert bring(browser, "a", b"x" * (LIMIT + 1)).status_code == 413
    assert bring(browser, "a", b"x" * 10).status_code == 200
    assert [p for p in (home / "inbox").rglob("*") if p.is_file()] == []


def test_files_without_the_sessions_token_never_reach_the_disk(browser: Browser, home: Path) -> None:
    assert bring(browser, "a", b"x", csrf="wrong").status_code == 403
    assert not (home / "inbox").exists()


@pytest.mark.parametrize("body", [b"", b"--x\r\nnonsense", b"\x00" * 100])
def test_what_is_no_form_is_refused(browser: Browser, body: bytes) -> None:
    headers = {"x-csrf-token": browser.csrf, "content-type": "multipart/form-data; boundary=x"}
    assert browser.client.post("/bring", content=body, headers=headers).status_code in (200, 400)
    headers["content-type"] = "multipart/form-data"
    assert browser.client.post("/bring", content=b"x", headers=headers).status_code == 400

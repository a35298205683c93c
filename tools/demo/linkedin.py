"""The LinkedIn data export: a zip with the tables and headings LinkedIn uses."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
import zipfile
from datetime import date
from pathlib import Path

from tools.demo.cast import Actor

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_PREAMBLE = (
    'Notes:\n"When exporting your connection data, you may notice that some of the email addresses are '
    "missing. You will only see email addresses for connections who have allowed their connections to see or "
    'download their email address using this setting. You can learn more in the Help Center."\n\n'
)
_CONNECTIONS = ("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")
_MESSAGES = (
    "CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO", "RECIPIENT PROFILE URLS",
    "DATE", "SUBJECT", "CONTENT", "FOLDER",
)  # fmt: skip
_PROFILE = (
    "First Name", "Last Name", "Maiden Name", "Address", "Birth Date", "Headline", "Summary", "Industry",
    "Zip Code", "Geo Location", "Twitter Handles", "Websites", "Instant Messengers",
)  # fmt: skip
_OWNER = (
    "Lena", "Haddad", "", "", "May 9, 1990", "Process engineer, drinking water",
    "I make water clean and like people who fix things.", "Environmental Services", "04177",
    "Leipzig, Saxony, Germany", "", "", "",
)  # fmt: skip
_POSITIONS = ("Company Name", "Title", "Description", "Location", "Started On", "Finished On")
_OWNER_POSITIONS = (
    (
        "Quellwerk Wassertechnik GmbH",
        "Process Engineer",
        "Pilot plants, membranes, commissioning",
        "Leipzig",
        "Sep 2021",
        "",
    ),
    (
        "Mulde Membran GmbH",
        "Project Engineer",
        "Ultrafiltration for industry",
        "Leipzig",
        "Sep 2018",
        "Aug 2021",
    ),
    ("TU Elbe", "Student Assistant", "Pilot hall of the institute", "Dresden", "Oct 2013", "Mar 2016"),
)


def export(cast: dict[str, Actor], messages: Path) -> bytes:
    """The zip; stored without compression, so that every zlib makes the same bytes."""
    files = {
        "Connections.csv": _PREAMBLE + _table(_CONNECTIONS, _connections(cast)),
        "messages.csv": _table(_MESSAGES, _messages(cast, messages)),
        "Profile.csv": _table(_PROFILE, [_OWNER]),
        "Positions.csv": _table(_POSITIONS, _OWNER_POSITIONS),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 10, 25, 20, 15, 0)), text)
    return out.getvalue()


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]] | tuple[tuple[str, ...], ...]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return out.getvalue()


def _connections(cast: dict[str, Actor]) -> list[tuple[str, ...]]:
    found = [(actor, actor.about["li"].split("/")) for actor in cast.values() if "li" in actor.about]
    rows: list[tuple[str, ...]] = []
    for actor, (firm, title, day, *rest) in sorted(found, key=lambda one: (one[1][2], one[0].key), reverse=True):
        given, _, family = actor.name.removeprefix("Dr. ").rpartition(" ")
        at = date.fromisoformat(day)
        mail = actor.latest if rest else ""
        rows.append(
            (
                given,
                family,
                profile(actor),
                mail,
                firm,
                title,
                f"{at.day:02} {_MONTHS[at.month - 1]} {at.year}",
            )
        )
    return rows


def profile(actor: Actor) -> str:
    """The address of somebody's page; invented, like the people."""
    plain = unicodedata.normalize("NFKD", actor.name).encode("ascii", "ignore").decode().lower()
    number = actor.key if actor.circle == "linkedin" else ""
    return "https://www.linkedin.example/in/" + re.sub(r"\W+", "-", f"{plain} {number}".strip())


def _messages(cast: dict[str, Actor], path: Path) -> list[tuple[str, ...]]:
    """Rows of `linkedin.txt`: conversation | UTC time | from | to | words."""
    rows: list[tuple[str, ...]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        talk, at, sender, to, text = (part.strip() for part in line.split("|", 4))
        writer, reader = cast[sender], cast[to]
        rows.append((
            f"2-{talk}", "", writer.name, profile(writer), reader.name, profile(reader), f"{at}:00 UTC",
            "", text, "INBOX",
        ))  # fmt: skip
    return sorted(rows, key=lambda row: row[6], reverse=True)

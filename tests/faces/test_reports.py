"""What became of an import, in a table that fits."""

from __future__ import annotations

from rich.cells import cell_len

from maarif.app.importing.take_in import FileReport, ImportReport
from maarif.domain.handles import Handle
from maarif.faces.cli import reports
from maarif.store.writer import Tally


def report(name: str, new: int = 1, trouble: str = "") -> FileReport:
    return FileReport(name, "" if trouble else "mail", Tally(0 if trouble else new, 0 if trouble else new), trouble)


def lines(files: list[FileReport], owner: dict[Handle, str] | None = None, width: int = 80) -> list[str]:
    return [line.plain for line in reports.import_report(ImportReport(3, files, owner or {}), width)]


def test_many_files_of_one_folder_are_one_line() -> None:
    files = [report(f"post/.sent/{number}") for number in range(13)] + [report("post/inbox.mbox", 5)]
    sums = reports.summed(files)
    assert [(line.name, line.counts[0]) for line in sums] == [
        ("post/.sent  13 files", 13),
        ("post/inbox.mbox", 5),
    ]
    assert len(reports.summed(files[:12])) == 12


def test_the_table_ends_with_the_sum_of_all() -> None:
    told = lines([report("post/a.mbox", 2_000), report("post/b.mbox", 3)])
    assert told[0] == "From post/"
    assert told[1].split() == ["file", "as", "read", "new", "unchanged", "defects"]
    assert told[2].split() == ["a.mbox", "mail", "2,000", "2,000", "0", "0"]
    assert told[4].split() == ["all", "2,003", "2,003", "0", "0"]


def test_troubles_are_told_and_many_are_counted() -> None:
    told = "\n".join(lines([report(f"x{number}", trouble=f"x{number}: no source knows it.") for number in range(12)]))
    assert "12 files were not taken in" in told
    assert "x9: no source knows it." in told
    assert "x10:" not in told
    assert "2 more" in told


def test_the_owner_and_why_is_said_or_asked_for() -> None:
    assert "- noor@owner.example (you said so)" in lines([report("a")], {Handle("email", "noor@owner.example"): "told"})
    assert "--me" in "\n".join(lines([report("a")]))


def test_nothing_is_wider_than_the_line() -> None:
    files = [report("very/long/" * 20 + f"file{number}.mbox", 10**9) for number in range(5)]
    files += [report("y" * 300, trouble="y" * 300 + ": cannot be read")]
    for width in (40, 80):
        room = max(width, 66)  # the figures alone need their place
        assert all(cell_len(line) <= room for line in lines(files, {Handle("email", "z" * 200): "told"}, width))

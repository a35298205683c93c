"""The stamp before a line of a chat, as telephones in many countries write it."""

from __future__ import annotations

import pytest

from maarif.text.stamps import begins_a_chat, is_signal, stamp_of


@pytest.mark.parametrize(
    ("line", "parts", "hours"),
    [
        ("30/12/2023, 14:30 - A: x", (30, 12, 2023), 14.5),
        ("[30/12/2023, 14:30:00] A: x", (30, 12, 2023), 14.5),
        ("\u200e[2023-12-30, 2:30:00 p.m.] A: x", (2023, 12, 30), 14.5),
        ("12/30/21, 2:30\u202fPM - A: x", (12, 30, 21), 14.5),
        ("01/01/2019, 12:30 a. m. - A: x", (1, 1, 2019), 0.5),
        ("1/1/19, 12:30 PM - A: x", (1, 1, 19), 12.5),
        ("\u200f٣٠\u200f/١٢\u200f/٢٠٢٣، ٢:٣٠ م - A: x", (30, 12, 2023), 14.5),
        ("٣٠/١٢/٢٠٢٣, ٩:٣٠ ص - A: x", (30, 12, 2023), 9.5),
        ("30.12.23, 14:30 - A: x", (30, 12, 23), 14.5),
        ("30/12/2023 à 14:30 - A: x", (30, 12, 2023), 14.5),
        ("30.12.2023 klo 14.30 - A: x", (30, 12, 2023), 14.5),
        ("2023年12月30日 下午2:30 - A: x", (2023, 12, 30), 14.5),
        ("2023. 12. 30. 오후 2:30, A : x", (2023, 12, 30), 14.5),
        ("[30/12/2566 BE, 14:30:00] A: x", (30, 12, 2566), 14.5),
        ("R5/12/30 14:30 - A: x", (5, 12, 30), 14.5),
    ],
)
def test_stamps(line: str, parts: tuple[int, int, int], hours: float) -> None:
    stamp = stamp_of(line)
    assert stamp is not None
    assert (stamp.parts, stamp.seconds / 3600) == (parts, hours)
    assert line[stamp.end] == "A"


@pytest.mark.parametrize("line", ["", "hello", "2024-05-12", "12/03/2021 was a fine day", "14:30 - A: x", "1" * 9999])
def test_other_lines_have_none(line: str) -> None:
    assert stamp_of(line) is None
    assert not begins_a_chat(line)


@pytest.mark.parametrize(
    ("name", "line", "expected"),
    [
        ("x.txt", "[2019-12-24, 12:23] Sara: x", True),
        ("x.txt", "[2019-12-24, 12:23:10] Sara: x", False),
        ("Sara/chat.md", "[2019-12-24 12:23:10] Sara: x", True),
        ("x.txt", "24/12/2019, 12:23 - Sara: x", False),
    ],
)
def test_signal_is_told_from_whatsapp(name: str, line: str, expected: bool) -> None:
    assert is_signal(name, line) is expected

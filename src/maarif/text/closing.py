"""Where a mail's signature begins: at a delimiter, a farewell, a lone name, or a block of contact lines."""

from __future__ import annotations

import re
from typing import NamedTuple

from maarif.text.fold import fold
from maarif.text.phrases import FAREWELLS, MACHINES
from maarif.text.signed import are_name_words, is_small_name

#: A signature is looked for in so many characters before the end, so that each look takes the same time.
_WINDOW = 1500
#: After the delimiter of mail (two dashes, a space) a signature may be longer.
_LONGEST = 3000
_MOST_LINES = 30
#: Below a farewell, and in a block of contact lines, at most so many lines.
_BLOCK = 9

_FAREWELLS = frozenset(FAREWELLS)
#: How what machines write begins: few lines need a closer look.
_MACHINE_STARTS = frozenset(phrase[:4] for phrase in MACHINES)
_FAREWELL_STARTS = frozenset(phrase.split()[0] for phrase in _FAREWELLS)

#: What a program leaves in the place of an attachment or a picture.
_LEFT_BEHIND = re.compile(
    r"<<?[^<>\n]{1,80}>?>|\[(?:image|cid:)[^\]\n]{0,80}\]|"
    r"- ?[^\n]{1,60}\.(?:xlsx?|docx?|pdf|pptx?|gif|jpe?g|png|zip|txt|csv)",
    re.IGNORECASE,
)

_DELIMITER = re.compile(r"\n(?:--[ \xa0]?|—|__)[ \t\xa0]{0,5}\n")
_CONTACT = re.compile(
    r"(?:\d[ ().\-/–]{0,3}){7}|[\w.+-]{1,64}@[\w-]{1,63}\.|\bwww\.|https?://|"
    r"\b(?:tel|phone|fax|mobile|mobil|cell|office|téléphone|teléfono|móvil|handy|durchwahl|ext)\b[.:]?\s?[\d+(]|"
    r"\bx[ -]?\d{4}|"
    r"(?:هاتف|جوال|فاكس|موبايل)",
    re.IGNORECASE,
)
#: What a contact line has at least: cheap to look for.
_MAYBE_CONTACT = re.compile(r"\d\d|[@/]|www|[xX] ?\d")
_ON_BEHALF = re.compile(r"^(?:i\. ?[AV]\.|gez\.|ppa\.|p\.p\.|[-–—~*]+) ?")
_BEFORE_NUMBER = re.compile(r" ?[-–:.,(]* ?[+\d(]")
_CONTACT_WORDS = frozenset(
    ("phone", "fax", "tel", "cell", "mobile", "office", "home", "work", "direct", "main", "pager", "toll")
)
_AFTER_NAME = re.compile(r"[,|–(]| - |  ")
#: A full stop that ends the name of a company, not a sentence.
_COMPANY_END = re.compile(r"(?:\b[A-Z]\.|\b(?:Inc|Corp|Ltd|Co|LLC|Assoc)\.|e\.V\.)$")
_RULER = re.compile(r"[-_=*~#+–—.·• ]{2,}")


def signature_start(text: str) -> int:
    """Where in a text without quotes the signature begins; the length of the text where there is none.

    Each round looks at the last 1,500 characters alone and takes a block off the end, until no block is
    left; so the same text without its signature has none.
    """
    end = _delimiter_start(text)
    while True:
        found = _block_start(text, end)
        if found == end:
            return end
        end = _trimmed(text, found)


def _trimmed(text: str, end: int) -> int:
    while end and text[end - 1].isspace():
        end -= 1
    return end


def _delimiter_start(text: str) -> int:
    """Before the first delimiter line that has few lines below it."""
    end = _trimmed(text, len(text))
    if "\n--" not in text and "\n—" not in text and "\n__" not in text:
        return end
    low = max(0, end - _LONGEST)
    while delimiter := _DELIMITER.search(text, low, end):
        if text.count("\n", delimiter.end(), end) < _MOST_LINES:
            return _trimmed(text, delimiter.start())
        low = delimiter.end() - 1
    return end


class _Line(NamedTuple):
    """A line that is not blank, and where it begins."""

    start: int
    words: str


def _block_start(text: str, end: int) -> int:
    """Where the last closing block begins; `end` where the text ends in none."""
    tail, above = _tail(text, end)
    if not tail:
        return end
    index = _closing(text, tail, above)
    return end if index is None else tail[index].start


def _tail(text: str, end: int) -> tuple[list[_Line], str]:
    """The short lines at the end, last first, and the line above them ("" at the top of the text)."""
    low, stop = max(0, end - _WINDOW), end
    tail: list[_Line] = []
    while stop > low:
        begin = text.rfind("\n", low, stop) + 1
        words = text[begin or low : stop].strip()
        if words:
            is_cut_off = low > 0 and not begin
            if is_cut_off or len(tail) > _BLOCK + 3 or (_is_prose(words) and (tail or not is_machine_line(words))):
                return tail, words
            tail.append(_Line(begin, words))
        stop = begin - 1
    return tail, ""


def _has_gap(text: str, start: int) -> bool:
    """Whether a blank line stands above the line that begins at `start`."""
    above = text.rfind("\n", max(0, start - 200), max(0, start - 1))
    return above >= 0 and not text[above : start - 1].strip()


def _closing(text: str, tail: list[_Line], above: str) -> int | None:
    """The index of the line with which the closing block begins."""
    last = tail[0].words
    if is_machine_line(last) or _RULER.fullmatch(last):
        return _above_machines(tail)
    has_text_above = len(tail) > 1 or above != ""
    if has_text_above and _is_signed_farewell(last):
        return 0
    farewell = _farewell_above(tail, above)
    if farewell is not None:
        return farewell
    if has_text_above and _is_lone_name(text, tail, above):
        return 0
    return _contact_block(text, tail, above)


def _above_machines(tail: list[_Line]) -> int:
    """The highest of the lines at the end that no human wrote."""
    index = 0
    while index + 1 < len(tail) and (_RULER.fullmatch(tail[index + 1].words) or is_machine_line(tail[index + 1].words)):
        index += 1
    return index


def _farewell_above(tail: list[_Line], above: str) -> int | None:
    """The lowest farewell with nothing but short lines below it; alone it is all that the writer said."""
    for index, line in enumerate(tail[: _BLOCK + 1]):
        if is_farewell(line.words) or (index and _is_signed_farewell(line.words)):
            is_signed = index == 0 or _begins_signature(tail[index - 1].words)
            return index if is_signed and (index or above or len(tail) > 1) else None
        if line.words[-1] in "?:":
            return None
    return None


def _begins_signature(line: str) -> bool:
    """Whether a line can stand right below a farewell: a name, a number, a ruler, a program's line."""
    name = _AFTER_NAME.split(_ON_BEHALF.sub("", line), maxsplit=1)[0].strip()
    if are_name_words(name.split()) or is_small_name(name) or is_farewell(line):
        return True
    return _is_contact(line) or _RULER.fullmatch(line) is not None or is_machine_line(line)


def is_farewell(line: str) -> bool:
    """Whether a line says goodbye and nothing more."""
    if len(line) > 60:
        return False
    folded = fold(line).strip(" ,.!-*:;،~_\t\xa0)(")
    return folded in _FAREWELLS or (" " in folded and " ".join(folded.replace(",", " ").split()) in _FAREWELLS)


def _is_signed_farewell(line: str) -> bool:
    """A farewell with a name or a place: `Best regards, Joe`, `Viele Grüße aus Köln`, `LG Lena`."""
    words = line.replace("،", ",").replace(",", " ").replace("\u200f", "").split()
    if not 2 <= len(words) <= 8 or len(line) > 70:
        return False
    keys = [fold(word).strip(" ,.!-*:;") for word in words]
    if keys[0] not in _FAREWELL_STARTS:
        return False
    for length in range(min(len(words) - 1, 5), 0, -1):
        if " ".join(keys[:length]) in _FAREWELLS:
            rest = words[length:]
            return keys[length] in ("aus", "from", "de", "desde", "من") or are_name_words(rest)
    return False


def is_machine_line(line: str) -> bool:
    """Whether a phone or a program wrote a line: `Sent from my ...`, the place of an attachment."""
    if len(line) > 120:
        return False
    folded = fold(line).strip(" \t\u200b_-")
    if folded[:4] in _MACHINE_STARTS and folded.startswith(MACHINES):
        return True
    return line[0] in "<[-" and _is_left_behind(line)


def _is_left_behind(line: str) -> bool:
    return _LEFT_BEHIND.fullmatch(line) is not None and "@" not in line


def _is_prose(line: str) -> bool:
    """Longer than a line of a signature, or a sentence."""
    line = line.strip()
    if len(line) > 90:
        return True
    spaces = line.count(" ")
    if spaces > 3 and line[-1:] in ".?!;,…؟":
        return spaces > 10 or _COMPANY_END.search(line) is None
    return spaces > 10


def _is_lone_name(text: str, tail: list[_Line], above: str) -> bool:
    """A name alone below a blank line or a finished sentence, and no item of a list."""
    last = tail[0]
    before = tail[1].words if len(tail) > 1 else above
    if is_small_name(last.words):
        return before[-1] in ".?!…" and _has_gap(text, last.start)
    if len(last.words) > 40 or not are_name_words(last.words.split()):
        return False
    if not _has_gap(text, last.start) and (before[-1] not in ".?!…)؟" or last.words[-1] == "."):
        return False
    return before[-1] in ".?!," or not are_name_words(before.split())


def _contact_block(text: str, tail: list[_Line], above: str) -> int | None:
    """A name with short lines below it, at least one of them a number or an address.

    The lowest name is taken. More contact lines right above it, or two names with a number each, are a list
    of the writer's.
    """
    has_contact, listed = False, 0
    for index, line in enumerate(tail):
        if line.words[-1] in ":?":
            return None
        is_contact = _is_contact(line.words)
        listed += is_contact and _is_listed(line.words)
        if listed > 1:
            return None
        before = tail[index + 1].words if index + 1 < len(tail) else above
        if has_contact and _begins_block(line, before, has_gap=_has_gap(text, line.start)):
            return None if _is_list_above(tail, index, above) else index
        has_contact = has_contact or is_contact
    return None


def _is_listed(line: str) -> bool:
    """A whole name before a number: `Lena Brandt - 555-0101`."""
    name = _BEFORE_NUMBER.split(line, maxsplit=1)[0].split()
    return len(name) > 1 and are_name_words(name) and not _CONTACT_WORDS.intersection(map(str.lower, name))


def _is_contact(line: str) -> bool:
    return _MAYBE_CONTACT.search(line) is not None and _CONTACT.search(line) is not None


def _begins_block(line: _Line, before: str, *, has_gap: bool) -> bool:
    if not has_gap and before and before[-1] not in ".?!,…؟" and not _RULER.fullmatch(before):
        return False
    name = _AFTER_NAME.split(line.words, maxsplit=1)[0]
    return len(line.words) <= 70 and are_name_words(name.split())


def _is_list_above(tail: list[_Line], index: int, above: str) -> bool:
    over = tail[index + 1 : index + 5]
    return not (over or above) or any(_is_contact(line.words) for line in over)

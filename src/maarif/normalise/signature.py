"""What a signature says about whoever signs: title, employer, place, page, numbers; nothing else."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from maarif.domain.people import Attribute
from maarif.normalise.names import name_words
from maarif.normalise.phones import looks_american, phones_in
from maarif.normalise.titles import COUNTRIES, DEPARTMENTS, LEGAL_FORMS, STREETS, TITLE_WORDS
from maarif.text.closing import is_farewell, is_machine_line
from maarif.text.fold import fold
from maarif.text.nicknames import is_given_name
from maarif.text.places import find_places, near

__all__ = ["phones_in", "said_in_signature"]

_MOST_LINES = 14
_LONGEST_LINE = 90

_URL = re.compile(
    r"(?:https?://|www\.|(?:[a-z]{2,3}\.)?linkedin\.com/|xing\.com/)[^\s<>()\[\]\"'،,;]{2,200}", re.IGNORECASE
)
_MAIL = re.compile(r"[\w.+%-]{1,64}@[\w.-]{1,100}")
_LABEL = re.compile(
    r"^\W{0,3}(?:t|m|f|e|w|p|tel|phone|telefon|fon|fax|telefax|mobile?|mobil|handy|cell|direct|office|email|e-mail|"
    r"mail|web|internet|url|website|homepage|skype|home|work|pager|tél|téléphone|portable|teléfono|móvil|correo|"
    r"هاتف|جوال|فاكس|بريد|موقع)\b\.?\s{0,3}(?:\([a-z]{1,10}\))?\s{0,3}[:.+\d(]",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"(?:\d[ ().\-/]{0,3}){6}")
_BREAK = re.compile(r"\s{0,3}(?:[|·•●■]|\s[–—-]\s|\s{3,}|\t)\s{0,3}")
_AT = re.compile(r"\s(?:at|@|bei|bei der|beim|chez|en|في|لدى)\s")
_QUOTATION = re.compile(r"[\"“”„«»]|^\s*[-–—~]\s*\w+ \w+\s*$")
_SAID_END = re.compile(r"[.?!…؟][\"'”)]*$")

#: A line that ends in postcode and town (Europe), or in town, state and postcode (America), and a country.
_TOWN = re.compile(
    r"(?:^|[,·|\s])(?:[A-Z]{1,3}[- ])?\d{4,5}(?: [A-Z]{2}(?= ))?\s{1,2}"
    r"([^\W\d_][^\d,|·;/()]{1,40}?)\s*(?:[,|·(/]\s*(.{2,40}))?$"
)
_AMERICAN_TOWN = re.compile(
    r"(?:^|[,·|]\s*)([A-Z][A-Za-z.' -]{2,30}),?\s{1,2}"
    r"(?:[A-Z]{2}|[A-Z][a-z]{3,12}(?: [A-Z][a-z]{3,12})?)\.?,?"
    r"\s{1,3}\d{5}(?:-\d{4})?\s*(?:,\s*(.{2,40}))?$"
)

#: A town and its state or province, whose code can look like a legal form.
_STATE = re.compile(r",\s{1,3}(?:AB|NV)$")
_IN_STATE = re.compile(r",\s{1,3}[A-Z]{2}$")
#: What titles do not end with: the name of a part of a house.
_UNITS = frozenset(
    "program programme committee group team department board council division society association centre center".split()
)
#: Where on earth a part of a house is: no house of its own.
_REGIONS = frozenset(
    "north south east west northeast northwest southeast southwest emea apac global americas europe asia".split()
)
_ARTICLE = (".gif", ".jpg", ".png", ".htm", ".html", ".hts", ".asp", ".pdf", ".php", ".doc")
_ARABIC_FORMS = frozenset(map(fold, ("شركة", "مؤسسة", "جمعية")))


class _Line(NamedTuple):
    """One piece of a signature: its words, and what it is: name, title, contact, address, street or plain."""

    words: str
    kind: str


@lru_cache(maxsize=1 << 14)
def said_in_signature(block: str, name: str) -> tuple[tuple[Attribute, str], ...]:
    """The facts that a signature block states about `name`, in the order in which they stand, each once.

    A title needs a word of the table of titles; an employer its legal form, "Title at Company", or a line of
    its own beside title or name and contact lines. Sentences, quotations and disclaimers state nothing.
    """
    lines = _read(block, name)
    if _is_of_another(lines, name):
        return ()
    is_american = _has_house_numbers(block)
    found: list[tuple[Attribute, str]] = []
    for index, line in enumerate(lines):
        found += _said(lines, index) if line.kind in ("title", "plain") else _reached(line, is_american=is_american)
    return tuple(dict.fromkeys((attribute, " ".join(value.split())) for attribute, value in found))


def _is_of_another(lines: list[_Line], name: str) -> bool:
    """Whether the block begins with the name of somebody else: a message that was quoted, or sent on their behalf."""
    wanted = frozenset(name_words(name))
    if not lines or not wanted or any(line.kind == "name" for line in lines):
        return False
    words = lines[0].words.split()
    is_name = 2 <= len(words) <= 3 and all(word[0].isupper() and word.strip(".").isalpha() for word in words)
    own = [word for word in name_words(lines[0].words) if len(word) > 2]
    return is_name and is_given_name(fold(words[0])) and not any(a in b or b in a for a in own for b in wanted)


def _read(block: str, name: str) -> list[_Line]:
    """The pieces of the block from the name on, up to the first thing that is no signature."""
    wanted = frozenset(name_words(name))
    lines: list[_Line] = []
    for raw in block[:3000].split("\n"):
        line = raw.strip(" \t\r*_~>\xa0")
        if not line or not any(map(str.isalnum, line)):
            continue
        if len(lines) >= _MOST_LINES or _is_speech(line):
            break
        if is_machine_line(line) or is_farewell(line):
            continue
        lines += _pieces(line, wanted)
    return lines


def _is_speech(line: str) -> bool:
    """A sentence, a quotation, or a line longer than signatures have."""
    if len(line) > _LONGEST_LINE and not _URL.search(line):
        return True
    if _QUOTATION.search(line) and not _LABEL.match(line):
        return True
    return len(line.split()) > 5 and _SAID_END.search(line) is not None and not _ends_in_legal_form(line)


def _pieces(line: str, wanted: frozenset[str]) -> list[_Line]:
    """A line cut at bars, bullets and wide gaps; the name is a piece of its own."""
    pieces: list[_Line] = []
    for piece in filter(None, map(str.strip, _BREAK.split(line))):
        head, comma, rest = piece.partition(",")
        if wanted and _is_name(piece, wanted):
            pieces.append(_Line(piece, "name"))
        elif wanted and comma and _is_name(head, wanted):
            pieces += [_Line(head, "name"), _Line(rest.strip(), _kind(rest.strip()))]
        else:
            pieces.append(_Line(piece, _kind(piece)))
    return pieces


def _is_name(piece: str, wanted: frozenset[str]) -> bool:
    words = name_words(piece)
    if not 0 < len(words) <= 6:
        return False
    shared = wanted.intersection(words)
    return len(shared) >= min(2, len(wanted)) and len(words) <= len(wanted) + 2 and not _has_title(piece)


def _kind(piece: str) -> str:
    if _URL.search(piece) or _MAIL.search(piece) or _LABEL.match(piece) or _DIGITS.search(piece):
        return "contact"
    if _town(piece):
        return "address"
    if any(map(str.isdigit, piece)):
        return "street"
    if _has_title(piece) and not _ends_in_legal_form(piece):
        return "title"
    return "plain"


def _town(piece: str) -> re.Match[str] | None:
    """The town of an address line; a street with its number is none."""
    american = _AMERICAN_TOWN.search(piece)
    if american:
        return american
    town = _TOWN.search(piece)
    if town is None or STREETS.intersection(_words(town.group(1))) or fold(town.group(1)) in COUNTRIES:
        return None
    name = town.group(1)
    is_named = (name[0].isupper() or not name[0].islower()) and len(name.split()) <= 5
    return town if is_named and not name.startswith(("The ", "Die ", "Der ")) else None


def _words(piece: str) -> list[str]:
    return [word.strip(".,;:()") for word in fold(piece).replace("/", " ").replace("-", " ").split()]


def _has_title(piece: str) -> bool:
    whole = fold(piece).split()
    return any(word in TITLE_WORDS for word in (*_words(piece), *(word.strip(".,;:()") for word in whole)))


def _ends_in_legal_form(piece: str) -> bool:
    words = [word.strip(",;:()").rstrip(".") for word in piece.split()]
    if len(words) < 2 or _STATE.search(piece):
        return False
    if fold(words[0]) in _ARABIC_FORMS:
        return True
    return any(fold(word) in LEGAL_FORMS and not (word.islower() and word != "e.V") for word in words[1:][-3:])


def _said(lines: list[_Line], index: int) -> list[tuple[Attribute, str]]:
    line = lines[index]
    if line.kind == "title":
        return _title_facts(line.words)
    if fold(line.words) in COUNTRIES:
        beside = lines[max(0, index - 1) : index]
        return [("country", line.words)] if any(other.kind == "address" for other in beside) else []
    is_company = _ends_in_legal_form(line.words) and _can_be_employer(line.words)
    if is_company or _stands_beside(lines, index):
        return [("employer", line.words.strip(" ,;"))]
    return []


def _title_facts(words: str) -> list[tuple[Attribute, str]]:
    """A title, and the employer where the same line names it behind "at" or a comma with a legal form."""
    title, at, company = _split_at(words)
    if at and _can_be_employer(company) and _has_title(title):
        return [("title", title), ("employer", company)]
    head, comma, rest = words.partition(",")
    rest = rest.strip()
    if comma and _has_title(head) and not _has_title(rest) and _can_be_employer(rest):
        return [("title", head.strip()), ("employer", rest)]
    if _names_somebody(head) or fold(words).split()[-1].strip(".,;:()") in _UNITS:
        return []
    if len(words.split()) > 10 or words.startswith(("and ", "und ", "et ", "y ", "& ")):
        return []
    return [("title", words.strip(" ,;:."))]


def _names_somebody(words: str) -> bool:
    """Whether words before a title are somebody's name ("Tom Abbink, President")."""
    parts = words.split()
    return 2 <= len(parts) <= 3 and is_given_name(fold(parts[0])) and not _has_title(words)


def _split_at(words: str) -> tuple[str, bool, str]:
    at = _AT.search(words)
    if at is None:
        return words, False, ""
    return words[: at.start()].strip(" ,"), True, words[at.end() :].strip(" ,.")


def _can_be_employer(words: str) -> bool:
    """Written like a name, and no department, country, person's title or sentence."""
    parts = words.split()
    if not 1 <= len(parts) <= 7 or not (parts[0][0].isupper() or "\u0600" <= parts[0][0] <= "\u06ff"):
        return False
    folded = _words(words)
    if (find_places(words) and len(parts) <= 2 and near(words)) or _REGIONS.issuperset(folded):
        return False
    if _ends_in_legal_form(words):
        return True
    return (
        not _IN_STATE.search(words)
        and fold(words) not in COUNTRIES
        and not any(word in DEPARTMENTS or word in TITLE_WORDS for word in folded)
    )


def _stands_beside(lines: list[_Line], index: int) -> bool:
    """A line of its own right below the title, or between the name and the contact lines."""
    words = lines[index].words
    if not _can_be_employer(words) or words.endswith((",", "!", "?", ":")):
        return False
    above = lines[index - 1].kind if index else ""
    below = lines[index + 1].kind if index + 1 < len(lines) else ""
    if above == "title":
        return below != "title" and not _has_employer(lines)
    return above == "name" and below in ("contact", "address", "street", "title") and not _has_employer(lines)


def _has_employer(lines: list[_Line]) -> bool:
    return any(line.kind == "plain" and _ends_in_legal_form(line.words) for line in lines)


def _has_house_numbers(block: str) -> bool:
    """Whether numbers of four or five digits before words are house numbers, not postcodes."""
    return looks_american(block[:3000]) or any(_AMERICAN_TOWN.search(line.strip()) for line in block[:3000].split("\n"))


def _reached(line: _Line, *, is_american: bool) -> list[tuple[Attribute, str]]:
    """The town and country of an address, the pages of a contact line."""
    if line.kind == "address":
        town = _AMERICAN_TOWN.search(line.words) if is_american else _town(line.words)
        return _place(town.group(1), town.group(2) or "") if town else []
    if line.kind == "contact" and len(line.words.split()) <= 4 and not line.words.startswith("<"):
        return [("url", url.group().rstrip(".")) for url in _URL.finditer(line.words) if _is_own_page(url[0])]
    return []


def _is_own_page(url: str) -> bool:
    """Whether a page can be somebody's own: the front of a house, or a profile; not an article or a search."""
    path = [part for part in url.partition("://")[2].split("/")[1:] if part] if "://" in url else url.split("/")[1:]
    return "?" not in url and len([part for part in path if part]) <= 2 and not url.lower().endswith(_ARTICLE)


def _place(town: str, country: str) -> list[tuple[Attribute, str]]:
    place: list[tuple[Attribute, str]] = [("city", town.strip())]
    if fold(country).strip(" .)") in COUNTRIES:
        place.append(("country", country.strip(" .)")))
    return place

"""Which stretches of a mail its writer did not write: quotes, forwarded mail, legal and list footers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from maarif.text.fold import fold
from maarif.text.footers import Mark, footer, list_footer
from maarif.text.phrases import BETWEEN_RULES, FOOTERS, FORWARDS

#: Nothing that introduces a quote is longer than these, so that hostile lines cost no more than their length.
_LONGEST_LINE = 400
_LONGEST_HEADER = 6000

_FROM = "From FROM Von Da De Van Fra Från من المرسل"
_TO = "To TO An Para Aan À A Til Till إلى الى"
_SENT = "Sent SENT Gesendet Envoyé Enviado Inviato Verzonden Skickat Sendt Date DATE Datum Fecha Data التاريخ"
_SUBJECT = "Subject SUBJECT Betreff Objet Asunto Assunto Oggetto Onderwerp Ämne Emne الموضوع موضوع"
_COPY = "Cc CC cc Kopie Copie نسخة"
_SENT_PHRASES = ("Sent by", "تاريخ الإرسال", "تم الإرسال", "Envoyé le", "Enviado el")

_LABELS = {
    label: role
    for role, labels in (
        ("from", _FROM),
        ("to", _TO),
        ("sent", _SENT),
        ("subject", _SUBJECT),
        ("copy", _COPY),
    )
    for label in labels.split()
} | dict.fromkeys(_SENT_PHRASES, "sent")

_LABEL = re.compile(
    r"[ \t\xa0]{0,20}+[*\"]?("
    + "|".join(sorted(map(re.escape, _LABELS), key=len, reverse=True))
    + r")\*?[ \t\xa0]{0,3}+:"
)

_STARTS = (
    ">", "|", "--", "_____", "*****", "=====", "*From", "*Von", "*De",
    *FOOTERS,
)  # fmt: skip
_HEADERS = tuple(label for label, role in _LABELS.items() if role in ("from", "to"))


def _by_first_sign(patterns: list[str]) -> str:
    """Alternatives gathered under their first sign, by which `re` skips most lines at once."""
    gathered: dict[str, list[str]] = {}
    for pattern in patterns:
        gathered.setdefault(pattern[0], []).append(pattern[1:])
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in sorted(gathered.items()))


_BEGINNINGS = _by_first_sign(
    [start[0] + re.escape(start[1:]) for start in _STARTS] + [label + r"[ \t\xa0]?:" for label in _HEADERS]
)
#: Every line that could begin what is not the writer's; starts with a newline, for which `re` is fastest.
_CANDIDATE = re.compile(rf"\n[ \t\xa0]{{0,20}}+(?:{_BEGINNINGS}|[A-Z]{{2,3}}>[ \t])")
_RUN = re.compile(r"(?:\n[ \t\xa0]{0,20}+(?:>|[A-Z]{2,3}>[ \t]|\|[ \t]|\|(?=\n))[^\n]*+)++(?:\n?\Z)?")
_NEXT = re.compile(r"\s*+(>|[A-Z]{2,3}>[ \t]|\|[ \t])?")
_RULE = re.compile(r"\n[ \t\xa0]{0,20}+[-_=*]{2,}+[ \t]{0,20}+([^\n]{0,150})")

_COLON = re.compile(r":[*_]?[ \t\xa0\u200e\u200f\u202a-\u202e\u2066-\u2069]{0,20}+(?=\n|\Z)")
_WROTE = re.compile(
    r"\b(?:wrote|writes|schrieb|geschrieben|a écrit|escribió|ha scritto|escreveu|schreef|skrev)\b|"
    r"كتبت?\b|تمت كتابة|قالت?\b",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"[ \t\xa0\u200e\u200f\u202a-\u202e\u2066-\u2069*]{0,20}+"
    r"(?:On|At|In a message|Am|Le|El|Il|Em|A|Op|Den|Um|في|فى|بتاريخ|يوم|على|"
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*,)[ \t\xa0]"
)
_DATED = re.compile(r"\d{4}|\d\d?[:.]\d\d|@")
_STAMP = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}[ \t]{1,5}\d{1,2}:\d\d(?::\d\d)?(?:[ \t]?[AP]M)?")


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Where, from and to, a mail says what its writer did not write; in order, apart from one another.

    `text` begins with a newline and its lines end in newlines alone. Takes time in proportion to its length.
    """
    first = _CANDIDATE.search(text)
    marks = _until_rest(_marks(text, first)) if first else []
    cut = marks[-1].start if marks and marks[-1].rest else len(text)
    colon = _COLON.search(text, 0, cut)
    attributions = _until_rest(_attributions(text, colon, cut)) if colon else []
    if not attributions:
        return [(mark.start, len(text) if mark.rest else mark.end) for mark in marks]
    return _merge(sorted([*marks, *attributions]), len(text))


def _until_rest(marks: Iterator[Mark]) -> list[Mark]:
    found = []
    for mark in marks:
        found.append(mark)
        if mark.rest:
            break
    return found


def _merge(marks: list[Mark], length: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for mark in marks:
        end = length if mark.rest else mark.end
        if spans and mark.start < spans[-1][1]:
            start, last = spans.pop()
            spans.append((start, max(last, end)))
        else:
            spans.append((mark.start, end))
        if mark.rest:
            break
    return spans


def _marks(text: str, candidate: re.Match[str] | None) -> Iterator[Mark]:
    """Quote runs, rules with a phrase, header blocks and footers, wherever a line begins like one."""
    while candidate:
        start = candidate.start()
        mark = _mark(text, start, candidate.group().lstrip())
        at = max(mark.end, start + 1) if mark else candidate.end()
        if mark:
            yield mark
        candidate = _CANDIDATE.search(text, at)


def _mark(text: str, start: int, begins: str) -> Mark | None:
    if begins[0] in ">|" or begins[-2:-1] == ">":
        return _quote_run(text, start)
    if begins[0] in "-_=*" and begins[1] in "-_=*":
        return _ruled(text, start)
    return _header(text, start) or footer(text, start)


def _quote_run(text: str, start: int) -> Mark | None:
    run = _RUN.match(text, start)
    if run is None or _is_table(run.group()):
        return None
    return Mark(start, run.end(), rest=False)


def _is_table(run: str) -> bool:
    """Rows between bars are a table of the writer's, not a quote."""
    return run.lstrip()[:1] == "|" and run.rstrip()[-1:] == "|"


def _ruled(text: str, start: int) -> Mark | None:
    """A line of dashes or the like that says, or is followed by what says, that another mail begins."""
    rule = _RULE.match(text, start)
    if rule is None:
        return None
    phrase = fold(rule.group(1)).strip(" -_=*:<>\t")
    if phrase:
        known = phrase.startswith(BETWEEN_RULES)
        return Mark(start, rule.end(), rest=not _quote_follows(text, rule.end())) if known else None
    below = _next_line(text, rule.end())
    follower = _header(text, below) or footer(text, below) or list_footer(text, start, rule.end())
    return follower._replace(start=start) if follower else None


def _next_line(text: str, at: int) -> int:
    """Where the newline before the next line that is not blank stands."""
    following = text[at : at + _LONGEST_LINE]
    end = at + len(following) - len(following.lstrip())
    return max(text.rfind("\n", at, end), at)


def _quote_follows(text: str, at: int) -> bool:
    following = _NEXT.match(text, at)
    return following is not None and following.group(1) is not None


def _header(text: str, start: int) -> Mark | None:
    """A block of header lines (from, sent, to, subject), with what Lotus Notes puts above `To:`."""
    first = _LABEL.match(text, start + 1)
    if first is None:
        return None
    opening = _LABELS[first.group(1)]
    if opening not in ("from", "to"):
        return None
    roles, end = _header_roles(text, start + 1)
    if "subject" not in roles and not roles >= {"from", "sent", "to"}:
        return None
    if len(roles) < 2:
        return None
    begin = _above_to(text, start) if opening == "to" else start
    return Mark(begin, end, rest=not _quote_follows(text, end))


def _header_roles(text: str, start: int) -> tuple[set[str], int]:
    """What the lines from `start` on are headers of, and where the last of them ends."""
    roles: set[str] = set()
    at, end, blank = start, start, 0
    limit = min(len(text), start + _LONGEST_HEADER)
    while at < limit and blank < 4:
        stop = text.find("\n", at, limit)
        stop = limit if stop < 0 else stop
        label = _LABEL.match(text, at, stop)
        role = _LABELS[label.group(1)] if label else ""
        if role in roles and role in ("from", "to"):
            break
        if role:
            roles.add(role)
            end, blank = stop, 0
        elif not text[at:stop].strip():
            blank += 1
        elif blank:
            break
        at = stop + 1
    return roles, end


def _above_to(text: str, start: int) -> int:
    """Lotus Notes: the name, the date or both stand in the lines before `To:`."""
    above, at = _line_above(text, start)
    stamp = _STAMP.search(above)
    if stamp is None or len(above.split()) > 12:
        return start
    begin = at
    for _ in range(2):
        if stamp is None or above[: stamp.start()].strip():
            break
        above, at = _line_above(text, begin)
        if not above or len(above) > 80 or above[-1] in ".?!:,":
            break
        begin = at
        stamp = stamp if above.startswith("Sent by") else None
    return begin


def _line_above(text: str, start: int) -> tuple[str, int]:
    """The line above, over at most three blank lines, and where the newline before it stands."""
    end = start
    for _ in range(4):
        at = text.rfind("\n", max(0, end - _LONGEST_LINE), end)
        if at < 0:
            break
        if line := text[at + 1 : end].strip():
            return line, at
        end = at
    return "", start


def _attributions(text: str, colon: re.Match[str] | None, cut: int) -> Iterator[Mark]:
    """Lines such as `On Monday, Lena wrote:`, told from their colon backwards, over at most four."""
    while colon:
        at = colon.end()
        start = _attribution_start(text, colon.start())
        if start is not None:
            yield Mark(start, at, rest=not _quote_follows(text, at))
        colon = _COLON.search(text, at, cut)


def _attribution_start(text: str, colon: int) -> int | None:
    begin = text.rfind("\n", max(0, colon - _LONGEST_LINE), colon)
    if begin < 0:
        return None
    line = text[begin:colon]
    if fold(line).strip(" \n\t*_>").startswith(FORWARDS):
        return begin
    above = max(text.rfind("\n", max(0, begin - 120), begin), 0)
    if not _WROTE.search(text, begin if "@" not in line else above, colon):
        return None
    at = begin
    for _ in range(4):
        if _OPENS.match(text, at + 1) and _DATED.search(text, at, colon):
            return at
        above = text.rfind("\n", max(0, at - 120), at)
        if above < 0 or not text[above:at].strip():
            break
        at = above
    is_bare = "@" in line or (len(line) < 80 and _quote_follows(text, colon + 1))
    return begin if is_bare else None

"""HTML to readable text, with what was quoted marked the way plain mail marks it."""

from __future__ import annotations

import re
from html import unescape

from selectolax.lexbor import LexborHTMLParser

#: Characters of one page that are read; nobody reads further.
LIMIT = 2_000_000
#: Open elements beyond which the parser's time grows with the square: such pages lose their structure.
DEEPEST = 400
#: Elements that a parser opens again in each block where they were left open (HTML standard, 13.2.4.3).
_INLINE = frozenset("a b big code em font i nobr s small strike strong tt u".split())
#: Open inline elements, summed over the other tags, beyond which a page is too hard.
_REPEATED = 200_000
_LONGEST_TAG = 20_000
_LONG_TAG = re.compile(rf"<[A-Za-z/!?][^<>]{{{_LONGEST_TAG},}}>?")
#: Tags below which a page cannot be deep enough to matter.
_FEW_TAGS = 1000

#: Marks set into the page before it is parsed, and read off its text. No page may hold them itself.
_LINE, _CELL, _QUOTE, _UNQUOTE = "\x01", "\x02", "\x03", "\x04"
_MARKS = {ord(mark): " " for mark in (_LINE, _CELL, _QUOTE, _UNQUOTE)}

_DROPPED = ["script", "style", "head", "title", "template", "noscript", "svg", "iframe", "object"]
#: Wrappers of quoted mail: Gmail, Yahoo, Apple Mail and Thunderbird, Proton, Zoho.
_QUOTED = "blockquote, .gmail_quote, .yahoo_quoted, .protonmail_quote, .zmail_extra, .tutanota_quote"
#: Outlook on the web and on phones: everything from here to the end is quoted.
_QUOTED_ON = "#divRplyFwdMsg, #x_divRplyFwdMsg, #OLK_SRC_BODY_SECTION"

_BLOCKS = (
    r"p|div|br|h[1-6]|ul|ol|li|dl|dt|dd|table|tr|pre|blockquote|hr|section|article|header|footer|address|center|form|"
    r"figure|main|aside|nav|fieldset|caption"
)
_ROW = re.compile(r"(<tr\b[^<>]{0,2000}>\s{0,200}<t[dh]\b[^<>]{0,2000}>)", re.IGNORECASE)
_CELLS = re.compile(r"(</t[dh]\s{0,9}>)", re.IGNORECASE)
_BLOCK = re.compile(rf"(</?(?:{_BLOCKS})(?=[\s/>])[^<>]{{0,4000}}>)", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,15})")
_ANY_TAG = re.compile(r"<[^<>]{0,4000}>")
_SPACES = re.compile(r"[ \t\r\n\f\v\u00a0\u2007\u202f\u200b\u200c\u034f\u00ad\ufeff]+")
_BREAKS = re.compile(r" ?\x01[ \x01]*")
#: Elements that hold nothing, or that the next of their kind closes: they do not make a page deep.
_SHALLOW = frozenset(
    "br img hr meta input link col area base wbr p li td th tr tbody thead tfoot option dt dd source".split()
)


def readable(html: str) -> str:
    """Return the text of a page: blocks become lines, links their words, quotes lines that begin with `> `.

    Scripts, styles and the head are dropped. Pages longer than LIMIT are clipped; pages nested deeper than
    DEEPEST lose their structure, since the parser takes quadratic time on them.
    """
    html = html[:LIMIT].translate(_MARKS) if _holds_marks(html) else html[:LIMIT]
    html = _without_long_tags(html)
    if _too_hard(html):
        return _lined(_marked(_undressed(html)))
    page = LexborHTMLParser(_marked(html))
    page.strip_tags(_DROPPED)
    _mark_quotes(page)
    root = page.body or page.root
    return _lined(root.text()) if root else ""


def _holds_marks(html: str) -> bool:
    return any(mark in html for mark in (_LINE, _CELL, _QUOTE, _UNQUOTE))


def _marked(html: str) -> str:
    """Set a mark wherever a line begins or a cell ends; the marks are text and survive the parser."""
    if "<pre" in html or "<PRE" in html:
        html = _with_breaks(html)
    html = _ROW.sub(rf"\1{_LINE}", html)
    html = _CELLS.sub(rf"{_CELL}\1", html)
    return _BLOCK.sub(_beside, html)


def _beside(tag: re.Match[str]) -> str:
    """Set the mark inside the element, but never straight into a table, which would throw it out."""
    written = tag[1]
    name = written[1:6].lower()
    if name.startswith(("table", "tr", "/tr", "/tabl")):
        return f"{_LINE}{written}" if name == "table" else f"{written}{_LINE}" if name == "/tabl" else written
    return f"{_LINE}{written}" if written[1] == "/" else f"{written}{_LINE}"


def _with_breaks(html: str) -> str:
    """Turn the line ends inside `<pre>` into `<br>`, as they count there and nowhere else."""
    lower = html.lower()
    out: list[str] = []
    end = 0
    while (start := lower.find("<pre", end)) >= 0:
        close = lower.find("</pre", start)
        close = close if close >= 0 else len(html)
        out += (html[end:start], html[start:close].replace("\n", "<br>"))
        end = close
    return "".join((*out, html[end:]))


def _mark_quotes(page: LexborHTMLParser) -> None:
    for node in page.css(_QUOTED):
        node.insert_before(_QUOTE)
        node.insert_after(_UNQUOTE)
    for node in page.css(_QUOTED_ON)[:1]:
        node.insert_before(_QUOTE)


def _without_long_tags(html: str) -> str:
    """Drop tags longer than anybody writes: whole pictures, or more attributes than the parser bears."""
    if max(map(len, html.split("<"))) <= _LONGEST_TAG:
        return html
    return _LONG_TAG.sub("", html)


def _too_hard(html: str) -> bool:
    """Tell whether elements are open too deeply, or too many inline ones are repeated in too many blocks."""
    if html.count("<") < _FEW_TAGS:
        return False
    depth = inline = repeated = 0
    for slash, name in _TAG.findall(html):
        tag, step = name.lower(), -1 if slash else 1
        if tag in _INLINE:
            inline = max(inline + step, 0)
        else:
            repeated += inline
        if tag not in _SHALLOW:
            depth = max(depth + step, 0)
        if depth > DEEPEST or repeated > _REPEATED:
            return True
    return False


def _undressed(html: str) -> str:
    """Leave nothing of a page but its words and the tags that begin lines."""
    kept = _ANY_TAG.sub(lambda tag: _LINE if _BLOCK.match(tag[0]) else " ", html)
    return unescape(kept)


def _lined(marked: str) -> str:
    """Turn the marks into lines and the quoted ones among them into `> ` lines."""
    text = _SPACES.sub(" ", marked.replace(_CELL, " "))
    out: list[str] = []
    depth = 0
    for line in _BREAKS.split(
        text.replace(_QUOTE, f"{_LINE}{_QUOTE}{_LINE}").replace(_UNQUOTE, f"{_LINE}{_UNQUOTE}{_LINE}")
    ):
        if line == _QUOTE:
            depth += 1
        elif line == _UNQUOTE:
            depth = max(depth - 1, 0)
        elif line.strip():
            out.append(f"> {line.strip()}" if depth else line.strip())
    return "\n".join(out)

"""HTML to readable text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maarif.text.html import DEEPEST, LIMIT, readable


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>Good morning,</p><p>see you at <b>six</b>.</p>", "Good morning,\nsee you at six."),
        ("one<br>two<br/>three<BR />four", "one\ntwo\nthree\nfour"),
        ("a\n b\t\tc&nbsp;d", "a b c d"),
        ("<ul><li>tea<li>bread</ul>after", "tea\nbread\nafter"),
        ("<p>unclosed<p>paragraphs<div>nest", "unclosed\nparagraphs\nnest"),
        ('<a href="https://x.example/secret">the programme</a>', "the programme"),
        ("<h1>Fest</h1>Grüße &amp; K&uuml;sse &#8212; bis bald", "Fest\nGrüße & Küsse — bis bald"),
        ('<div dir="rtl">مرحبا يا سارة<br>نلتقي غدا</div>', "مرحبا يا سارة\nنلتقي غدا"),
        ("<pre>line one\nline two</pre>", "line one\nline two"),
        ("", ""),
        ("no tags at all", "no tags at all"),
        ("1 < 2 and <unknown>kept</unknown>", "1 < 2 and kept"),
    ],
)
def test_blocks_become_lines_and_links_their_words(page: str, text: str) -> None:
    assert readable(page) == text


@pytest.mark.parametrize("tag", ["script", "style", "title", "template", "noscript"])
def test_what_nobody_reads_is_dropped(tag: str) -> None:
    page = f"<head><meta name=x></head><body>before <{tag}>p {{ color: red }}</{tag}>after</body>"
    assert readable(page) == "before after"


def test_the_head_is_dropped() -> None:
    assert readable("<html><head><base href=x><title>Title</title></head><body>text</body></html>") == "text"


def test_a_table_gives_a_line_a_row() -> None:
    page = "<table><tr><td>Mon</td><td>choir</td></tr><tr> <td>Tue</td><td>rowing</td></tr></table>after"
    assert readable(page) == "Mon choir\nTue rowing\nafter"


@pytest.mark.parametrize(
    "wrapper",
    [
        "<blockquote>{}</blockquote>",
        '<div class="gmail_quote">{}</div>',
        '<div class="yahoo_quoted">{}</div>',
    ],
)
def test_quotes_are_marked(wrapper: str) -> None:
    page = f"<p>Yes, gladly.</p>{wrapper.format('<p>Will you come?</p><p>Idris</p>')}<p>Hanneke</p>"
    assert readable(page) == "Yes, gladly.\n> Will you come?\n> Idris\nHanneke"


def test_quotes_within_quotes_are_marked_once_and_end_where_the_outer_one_ends() -> None:
    page = '<div>A<div class="gmail_quote">B<blockquote>C</blockquote>D</div>E</div>'
    assert readable(page) == "A\n> B\n> C\n> D\nE"


def test_outlook_on_the_web_quotes_to_the_end() -> None:
    page = '<div>Thanks!</div><hr><div id="divRplyFwdMsg"><b>From:</b> Idris</div><div>The question</div>'
    assert readable(page) == "Thanks!\n> From: Idris\n> The question"


def test_a_page_cannot_forge_the_marks() -> None:
    assert readable("a\x01b\x03c\x04d") == "a b c d"


def test_a_page_nested_without_end_keeps_its_words() -> None:
    assert readable("<div>" * (DEEPEST * 250) + "deep &amp; far<br>down") == "deep & far\ndown"


def test_inline_elements_left_open_over_many_blocks_keep_their_words() -> None:
    page = "".join(f"<p><b a={n}>" for n in range(DEEPEST - 10)) + "<p>word</p>" * 5000
    assert readable(page).split() == ["word"] * 5000


def test_a_tag_of_endless_attributes_is_dropped() -> None:
    assert readable("<p " + "".join(f"a{n}=1 " for n in range(50_000)) + ">word") == "word"


def test_an_endless_page_is_clipped() -> None:
    assert len(readable("word " * LIMIT)) <= LIMIT


@pytest.mark.parametrize("junk", ["<", "<div ", "<pre", "<tr><td", "</", "&", '<a href="', "<!--", "\x01"])
def test_endless_repetition_ends(junk: str) -> None:
    assert isinstance(readable(junk * 20_000), str)


@given(st.lists(st.sampled_from(
    ["<blockquote>", "</blockquote>", "<p>", "</p>", "<pre>", "<tr>", "<td>", "<b", "x", " ", "\x03"]
)))  # fmt: skip
def test_any_page_gives_clean_lines(parts: list[str]) -> None:
    text = readable("".join(parts))
    assert not set(text) & set("\x01\x02\x03\x04")
    assert all(line == line.strip() and line for line in text.split("\n") if text)

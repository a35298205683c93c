"""The databases that two sources read, with invented people."""

# ruff: noqa: E501 - a table is a line

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path


def address_book(path: Path, people: Iterable[tuple[str, str, str]]) -> None:
    """Write Apple's database of contacts: name, mail address and phone number of each."""
    with closing(sqlite3.connect(path)) as database:
        database.executescript(
            """
            create table Z_PRIMARYKEY (Z_ENT integer primary key, Z_NAME varchar);
            insert into Z_PRIMARYKEY values (22, 'ABCDContact');
            create table ZABCDRECORD (Z_PK integer primary key, Z_ENT integer, ZUNIQUEID varchar, ZFIRSTNAME varchar,
                ZLASTNAME varchar);
            create table ZABCDEMAILADDRESS (Z_PK integer primary key, ZOWNER integer, ZADDRESS varchar, ZLABEL varchar);
            create table ZABCDPHONENUMBER (Z_PK integer primary key, ZOWNER integer, ZFULLNUMBER varchar, ZLABEL varchar);
            """
        )
        for key, (name, mail, phone) in enumerate(people, start=1):
            first, _, last = name.partition(" ")
            database.execute("insert into ZABCDRECORD values (?, 22, ?, ?, ?)", (key, f"{key}:ABPerson", first, last))
            database.execute("insert into ZABCDEMAILADDRESS values (?, ?, ?, '_$!<Work>!$_')", (key, key, mail))
            database.execute("insert into ZABCDPHONENUMBER values (?, ?, ?, '_$!<Mobile>!$_')", (key, key, phone))
        database.commit()


def messages_database(path: Path, messages: Iterable[tuple[int, int, int, str]]) -> None:
    """Write the database of Messages: chat, whether from the owner, seconds since 2001 and words of each."""
    with closing(sqlite3.connect(path)) as database:
        database.executescript(
            """
            create table handle (ROWID integer primary key, id text);
            create table chat (ROWID integer primary key, guid text);
            create table message (ROWID integer primary key, text text, handle_id integer, date integer, is_from_me integer);
            create table chat_message_join (chat_id integer, message_id integer primary key);
            create table chat_handle_join (chat_id integer, handle_id integer);
            """
        )
        chats = set[int]()
        for key, (chat, is_own, at, words) in enumerate(messages, start=1):
            if chat not in chats:
                chats.add(chat)
                database.execute("insert into handle values (?, ?)", (chat + 1, f"+49341{5_000_000 + chat}"))
                database.execute("insert into chat values (?, ?)", (chat + 1, f"iMessage;-;{chat}"))
                database.execute("insert into chat_handle_join values (?, ?)", (chat + 1, chat + 1))
            row = (key, words, 0 if is_own else chat + 1, at * 1_000_000_000, is_own)
            database.execute("insert into message values (?, ?, ?, ?, ?)", row)
            database.execute("insert into chat_message_join values (?, ?)", (chat + 1, key))
        database.commit()

"""How to get each export, click by click, in the words of the programs that give it; docs/sources says more."""

from __future__ import annotations

from dataclasses import dataclass

from maarif.domain.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Export:
    """Where something comes from, and what to click until one has the file."""

    name: Phrase
    steps: tuple[Phrase, ...]


EXPORTS = (
    Export(Phrase("Google: mail, contacts, calendar, chat"), (
        Phrase("Open takeout.google.com and choose “Deselect all”."),
        Phrase("Tick “Mail”, “Contacts”, “Calendar” and “Google Chat”, then “Next step” and “Create export”."),
        Phrase("A link comes by mail within hours or days. Bring the archive as it is; it need not be unpacked."),
    )),
    Export(Phrase("LinkedIn"), (
        Phrase("On linkedin.com: “Me”, “Settings & Privacy”, “Data privacy”, “Get a copy of your data”."),
        Phrase("Choose the larger archive, or at least connections, messages and profile, then “Request archive”."),
        Phrase("A link comes by mail within a day. Bring the archive as it is."),
    )),
    Export(Phrase("WhatsApp"), (
        Phrase("Open the chat. On an iPhone tap its name at the top; on Android the three dots, then “More”."),
        Phrase("“Export chat”, “Without media”. One export is one chat: repeat it for each that matters."),
        Phrase("Bring the text file or the archive. Say your own name in that chat below, for no export tells it."),
    )),
    Export(Phrase("Apple: contacts and mail"), (
        Phrase("On a Mac, in Contacts: “File”, “Export”, “Contacts Archive”; or on icloud.com: “Export vCard”."),
        Phrase("In Mail: choose a mailbox, then “Mailbox”, “Export Mailbox”."),
        Phrase("In Calendar: “File”, “Export”. Bring the files and folders as they are."),
    )),
    Export(Phrase("Thunderbird"), (
        Phrase("“Help”, “Troubleshooting Information”, “Profile Folder”, “Open Folder”."),
        Phrase("Bring the folders “Mail” and “ImapMail”. Take the sent mail with them: it says most."),
        Phrase("The address book: “Tools”, “Export”, as vCard or LDIF."),
    )),
    Export(Phrase("Outlook: contacts and calendar"), (
        Phrase("On outlook.com: “People”, “Manage contacts”, “Export contacts”: a table (CSV)."),
        Phrase("Calendar: “Settings”, “Shared calendars”, “Publish a calendar”, then open the link that ends in .ics."),
    )),
    Export(Phrase("Telegram"), (
        Phrase("In Telegram Desktop, not on the telephone: “Settings”, “Advanced”, “Export Telegram data”."),
        Phrase("Tick the account information, the contacts and the chats; format “Machine-readable JSON”."),
        Phrase("Bring the file result.json."),
    )),
    Export(Phrase("Facebook and Instagram"), (
        Phrase("“Settings”, “Download your information”, and there messages, friends and profile information."),
        Phrase("Choose the format JSON, not HTML, and all time. Bring the archives as they are."),
    )),
    Export(Phrase("Text messages and calls from Android"), (
        Phrase("With the app “SMS Backup & Restore”: “Back up now”, messages and phone calls."),
        Phrase("Bring the two files whose names begin with sms and calls."),
    )),
    Export(Phrase("iMessage"), (
        Phrase("On a Mac, in Finder: “Go”, “Go to Folder”, ~/Library/Messages."),
        Phrase("Copy chat.db, and chat.db-wal where it is there, into a folder of their own; bring that folder."),
    )),
    Export(Phrase("Signal"), (
        Phrase("Signal exports nothing itself: the tools signal-export and sigtop open what Signal Desktop keeps."),
        Phrase("Bring the folder that one of them writes, not both."),
    )),
    Export(Phrase("Slack and Discord"), (
        Phrase("Slack: an administrator finds “Import/Export Data” in the settings of the workspace."),
        Phrase("Discord: “User Settings”, “Data & Privacy”, “Request all of my data”. Bring the archives as they are."),
    )),
    Export(Phrase("Your own notes, and any table"), (
        Phrase("Notes as text or Markdown, a journal or a file for each person; from Evernote as .enex."),
        Phrase(
            "Any table of names with addresses as CSV: what each column holds is shown first, and you can correct it."
        ),
    )),
)  # fmt: skip

"""The chats of an export, and what one message of them says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from maarif.domain.chats import Said
from maarif.domain.items import Party
from maarif.text.json_stream import Found, Object, Path, clean, object_at, objects_at, text_at
from maarif.text.moments import from_iso, from_number

_MEDIA = {
    "sticker": "sticker", "video_file": "video", "video_message": "video", "voice_message": "audio",
    "audio_file": "audio", "animation": "gif",
}  # fmt: skip
_TO_ONE = ("personal_chat", "bot_chat")


@dataclass(slots=True)
class Sketch:
    """What is known of a chat before its messages are read: its own fields, and who speaks."""

    fields: dict[str, str] = field(default_factory=dict)
    senders: dict[str, Party] = field(default_factory=dict)

    def thread(self, name: str) -> str:
        """The chat's id, else its name, else the file's."""
        return f"telegram/{self.fields.get('id') or self.fields.get('name') or name}"

    def members(self) -> list[Party]:
        """Whoever speaks, and the other one of a chat of two."""
        members = dict(self.senders)
        number = self.fields.get("id", "")
        if self.fields.get("type") in _TO_ONE and number:
            address = f"telegram/user{number.removeprefix('user')}"
            members.setdefault(address, Party(self.fields.get("name", ""), address, "chat"))
        return list(members.values())


def survey(values: Iterable[Found]) -> dict[Path, Sketch]:
    """Sketch every chat, in the order of the file, by the path that leads to it."""
    sketches: dict[Path, Sketch] = {}
    for found in values:
        path, value = found.path, found.value
        if len(path) > 1 and path[-2] == "messages":
            sketch = sketches.setdefault(path[:-2], Sketch())
            sender = _sender(value) if isinstance(value, dict) else None
            if sender:
                sketch.senders.setdefault(sender.address or sender.name, sender)
        elif path[-1:] in (("id",), ("name",), ("type",)) and len(path) in (1, 4):
            sketch = sketches.setdefault(path[:-1], Sketch())
            sketch.fields[str(path[-1])] = text_at({"": value}, "")
    return sketches


def _sender(value: Object) -> Party | None:
    """Who says or does it, by the number of the account where it is given."""
    prefix = "from" if value.get("type") == "message" else "actor"
    name, number = text_at(value, prefix), text_at(value, f"{prefix}_id")
    if number:
        return Party(name, f"telegram/{'user' + number if number.isdecimal() else number}", "chat")
    return Party(name, kind="name") if name else None


def say(value: Object) -> tuple[Party, Said] | str | None:
    """Who says what; None where nobody says anything, words where it cannot be told who."""
    kind, text = value.get("type"), ""
    is_call = kind == "service" and value.get("action") == "phone_call"
    if kind == "message":
        text = _text(value)
    if not text and not (is_call and value.get("duration_seconds")):
        return None
    sender = _sender(value)
    if sender is None:
        return "nobody is named as the sender"
    at = from_number(value.get("date_unixtime"))
    written = text_at(value, "date") or text_at(value, "date_unixtime")
    at = at if at is not None else from_iso(text_at(value, "date"))
    return sender, Said(text, at, written, "call" if is_call else "chat")


def is_bulk(said: Said, sketch: Sketch) -> Said:
    """The same, marked where a channel or a bot speaks."""
    kind = sketch.fields.get("type", "")
    bulk = "list" if kind.endswith("_channel") else "auto" if kind == "bot_chat" else ""
    return replace(said, bulk=bulk) if bulk else said


def _text(value: Object) -> str:
    words = _plain(value.get("text")).strip()
    if source := text_at(value, "forwarded_from"):
        lines = "\n".join(f"> {line}" for line in words.split("\n"))
        words = f"> {source}:\n{lines}" if words else ""
    return "\n".join(part for part in (_placeholder(value), words) if part)


def _plain(text: object) -> str:
    """The words of a text, which is one string or pieces with a style each."""
    if isinstance(text, str):
        return clean(text)
    pieces = text if isinstance(text, list) else []
    return "".join(clean(p) if isinstance(p, str) else text_at(p, "text") for p in pieces if isinstance(p, str | dict))


def _placeholder(value: Object) -> str:
    media = _MEDIA.get(text_at(value, "media_type"))
    if media:
        return f"[{media}]"
    if "photo" in value:
        return "[image]"
    if poll := object_at(value, "poll"):
        options = [f"- {_plain(answer.get('text'))}" for answer in objects_at(poll, "answers")]
        return "\n".join((f"[poll] {_plain(poll.get('question'))}", *options))
    if person := object_at(value, "contact_information"):
        return f"[contact] {text_at(person, 'first_name')} {text_at(person, 'last_name')}".strip()
    if "location_information" in value:
        return "[location]"
    if "file" in value:
        return f"[document: {text_at(value, 'file_name')}]" if text_at(value, "file_name") else "[document]"
    return ""

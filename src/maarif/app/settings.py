"""The owner's settings: one frozen record, read from `settings.toml` in the home, and the one way to change it."""

from __future__ import annotations

import json
import os
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from maarif.app.home import Home
from maarif.domain.errors import BadInput

FILE = "settings.toml"

#: What a setting may be, where it is one of a few.
CHOICES: dict[str, tuple[str, ...]] = {"language": ("", "en", "ar", "de"), "theme": ("", "light", "dark")}

#: Characters of a setting; a name is shorter, and nothing else is longer.
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Settings:
    """What the owner chose; "" leaves it to the program: the language and the colours of the browser.

    `name` is what drafts are signed with. `others` shows lists, shared mailboxes and services among the people, too.
    """

    language: str = ""
    theme: str = ""
    name: str = ""
    others: bool = False


def settings_of(home: Home) -> Settings:
    """The settings of a home; the usual ones where nothing was chosen or what stands there cannot be used."""
    said = _said(home.path)
    usable = {field.name: said[field.name] for field in fields(Settings) if _fits(field.name, said.get(field.name))}
    return Settings(**usable)


def change_settings(home: Home, **chosen: Any) -> Settings:
    """Keep what was chosen and leave the rest, settings of other programs included. Raises BadInput."""
    for name, value in chosen.items():
        if not _fits(name, value):
            raise BadInput(f"{value!r} is nothing that {name!r} can be. Choose one of: {_choices(name)}.")
    changed = replace(settings_of(home), **chosen)
    _write(home.path / FILE, _said(home.path) | {field.name: getattr(changed, field.name) for field in fields(changed)})
    return changed


def _fits(name: str, value: Any) -> bool:
    usual = next((field.default for field in fields(Settings) if field.name == name), None)
    if usual is None or type(value) is not type(usual):
        return False
    if isinstance(value, str) and (len(value) > LONGEST or not value.isprintable()):
        return False
    return name not in CHOICES or value in CHOICES[name]


def _choices(name: str) -> str:
    return ", ".join(choice or "as the browser has it" for choice in CHOICES.get(name, ("a short text",)))


def _said(folder: Path) -> dict[str, Any]:
    try:
        return tomllib.loads((folder / FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return {}


def _write(path: Path, said: dict[str, Any]) -> None:
    """Written beside and put in its place, so that a crash leaves the old or the new file, never half of one."""
    plain = {name: value for name, value in said.items() if not isinstance(value, dict)}
    lines = [f"{name} = {_toml(value)}" for name, value in plain.items()]
    for name, table in said.items():
        if isinstance(table, dict):
            lines += ["", f"[{name}]", *(f"{key} = {_toml(value)}" for key, value in table.items())]
    fresh = path.with_suffix(".new")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    fresh.replace(path)


def _toml(value: Any) -> str:
    """A value as TOML writes it: for strings, numbers, truths and lists that is what JSON writes; tables inline."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(key)} = {_toml(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(_toml(each) for each in value) + "]"
    if isinstance(value, str | bool | int | float):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return str(value)  # days and times

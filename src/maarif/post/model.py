"""Asks a language model that the owner named: any endpoint that speaks the OpenAI chat-completions protocol."""

from __future__ import annotations

from typing import Any

from maarif.domain.errors import ModelTrouble

#: An answer larger than this (bytes) is not read to its end: no draft is.
LARGEST = 1_000_000


def complete(endpoint: str, model: str, messages: list[dict[str, str]], key: str = "", patience: float = 60.0) -> str:
    """The model's answer to some messages.

    `endpoint` is the base address ("http://127.0.0.1:11434/v1"), `patience` seconds without a word from it. Redirects
    are not followed: what the owner named is all that is talked to. Raises ModelTrouble.
    """
    import httpx2

    headers = {"Authorization": f"Bearer {key}"} if key else {}
    asked = {"model": model, "messages": messages, "temperature": 0.3, "stream": False}
    try:
        with (
            httpx2.Client(timeout=patience, follow_redirects=False, trust_env=False) as client,
            client.stream("POST", f"{endpoint.rstrip('/')}/chat/completions", json=asked, headers=headers) as answer,
        ):
            said = _read(answer)
            if answer.status_code != 200:
                raise ModelTrouble(endpoint, f"it answered {answer.status_code}")
    except httpx2.TimeoutException as error:
        raise ModelTrouble(endpoint, f"no answer within {patience:g} seconds") from error
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        raise ModelTrouble(endpoint, type(error).__name__) from error
    return _content(endpoint, said)


def _read(answer: Any) -> bytes:
    said = b""
    for chunk in answer.iter_bytes():
        said += chunk
        if len(said) > LARGEST:
            break
    return said


def _content(endpoint: str, said: bytes) -> str:
    import json

    try:
        choice = json.loads(said)["choices"][0]
        content = choice["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise ModelTrouble(endpoint, "what it answered is no chat completion") from error
    if not isinstance(content, str) or not content.strip():
        raise ModelTrouble(endpoint, "it answered nothing")
    return content

"""Says the program's sentences, days and numbers in the owner's language."""

from maarif.voice.voice import LANGUAGES, Voice, voice_of

__all__ = ["LANGUAGES", "Voice", "voice_of"]

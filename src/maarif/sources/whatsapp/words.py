"""What WhatsApp itself writes in place of words: media, calls, polls, and what was deleted or edited."""

from __future__ import annotations

import re

from maarif.text.stamps import MARKS

#: What a talk over the telephone comes to; no message says it.
CALL = "\0call"

#: What Android writes for a picture that may be seen once.
_SEEN_ONCE = "null"

#: What an iPhone puts before whatever nobody typed.
NOTICE = "\u200e"
_EDGES = MARKS + " \t\n\r\u00a0\u202f"
_INNER = dict.fromkeys(map(ord, MARKS))

_DELETED = re.compile(
    r"(?:(?:this message was|you) deleted(?: this message)?(?: by admin .{1,80})?|"
    r"diese nachricht wurde (?:von .{1,80} )?gelöscht|du hast diese nachricht gelöscht|"
    r"ce message a été supprimé|vous avez supprimé ce message|"
    r"(?:este mensaje fue eliminado|se eliminó este mensaje|eliminaste este mensaje)|"
    r"(?:esta )?mensagem (?:foi )?apagada|você apagou esta mensagem|"
    r"questo messaggio è stato eliminato|hai eliminato questo messaggio|"
    r"dit bericht is verwijderd|"
    r"(?:u hebt|je hebt) dit bericht verwijderd|bu mesaj silindi|bu mesajı sildiniz|"
    r"(?:تم|لقد) حذف هذه الرسالة|(?:لقد )?حذفت? هذه الرسالة)[.!]?",
    re.IGNORECASE,
)

_EDITED = re.compile(
    r"[\s\u200e\u200f]{0,4}<(?:this message was edited|diese nachricht wurde bearbeitet|"
    r"ce message a été modifié|se editó este mensaje|este mensaje fue editado|mensagem editada|"
    r"questo messaggio è stato modificato|dit bericht is bewerkt|bu mesaj düzenlendi|"
    r"تم تعديل هذه الرسالة)\.?>$",
    re.IGNORECASE,
)

#: Of the words with which media is left out, the one that says so.
_LEFT_OUT = (
    r"omitted|weggelassen|ausgelassen|ausgeschlossen|omise?s?|absente?s?|manquante?s?|omitid[oa]s?|ocult(?:ad)?[oa]s?|"
    r"omess[oaie]|weggelaten|dahil edilmedi|пропущено?|استبعاد|إستبعاد"
)
_OMITTED = re.compile(rf"<?(?P<what>[^\n<>]{{0,200}}?)\b(?:{_LEFT_OUT})(?P<rest>[^\n<>]{{0,40}})>?", re.IGNORECASE)
#: `<attached: 00012-PHOTO-2023-12-30.jpg>`, with the caption before or behind it.
_ATTACHED = re.compile(
    r"<(?:attached|anhang|angehängt|pièce jointe|adjunto|anexado|allegato|bijlage|eklendi|المُ?رفق|مرفق)"
    r"\s?: (?P<file>[^\n<>]{1,300})>",
    re.IGNORECASE,
)
_FILE = re.compile(
    r"(?P<file>[^\n()]{1,300}\.[A-Za-z0-9]{2,5}) \((?:file attached|datei angehängt|fichier joint|"
    r"archivo adjunto|"
    r"arquivo anexado|file allegato|bestand bijgevoegd|dosya ekli|(?:ال)?ملف (?:ال)?مرفق)\)",
    re.IGNORECASE,
)

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(words, re.IGNORECASE))
    for kind, words in (
        ("video", r"v[ií]d[ée]o|görüntülü|видео|فيديو"),
        (
            "image",
            r"image|photo|bild|foto|im[aá]gen|immagine|imagem|afbeelding|görüntü|resim|изображение|صورة",
        ),
        ("audio", r"audio|áudio|ses|аудио|صوت"),
        ("sticker", r"sticker|figurinha|autocollant|çıkartma|стикер|ملصق"),
        ("gif", r"gif"),
        ("contact", r"contact|kontakt|contacto|contato|contatto|kişi|контакт|جهة"),
        ("document", r"document|dokument|belge|документ|مستند"),
    )
)
_ENDINGS = {
    "image": "jpg jpeg png heic bmp", "sticker": "webp", "gif": "gif", "video": "mp4 mov 3gp mkv avi webm",
    "audio": "opus ogg m4a mp3 aac amr wav", "contact": "vcf",
}  # fmt: skip
_BY_ENDING = {ending: kind for kind, endings in _ENDINGS.items() for ending in endings.split()}

_CALL = re.compile(
    r"(?:voice call|video call|sprachanruf|videoanruf|llamada|videollamada|videochiamata|"
    r"chiamata|appel|chamada|"
    r"مكالمة)[^\n]{0,60}?[\d٠-٩]{1,3}[\s\u200e\u00a0\u202f]?(?:sec|min|hr|h\b|hour|seg|std|sek|s\b|د|ث|ساع)",
    re.IGNORECASE,
)
_POLL = re.compile(
    r"(?:poll|umfrage|abstimmung|encuesta|sondage|enquete|sondaggio|anket|peiling|استطلاع(?: رأي)?):\s{0,3}\n",
    re.IGNORECASE,
)
_OPTION = re.compile(
    r"^\W{0,4}(?:option|opción|opção|opzione|optie|seçenek|خيار): ?(?P<words>[^\n]{1,300}?)"
    r"(?: \([^()\n]{1,30}\))?$",
    re.IGNORECASE | re.MULTILINE,
)


def meaning_of(written: str) -> str:
    """What somebody said: the words; `[image]` and the like for media; `CALL` for a call that was answered.

    "" where nobody said anything: a deleted message, a missed call, a notice that stands under a name.
    """
    noticed = written.lstrip(" \u200f").startswith(NOTICE)
    bare = written.strip(_EDGES)
    if not bare or _DELETED.fullmatch(bare):
        return ""
    if bare == _SEEN_ONCE:
        return "[media]"
    if bare[-1] == ">":
        bare = _EDITED.sub("", bare)
    if "<" in bare and (found := _ATTACHED.search(bare)):
        return _with_caption(_placeholder(found["file"]), bare[: found.start()], bare[found.end() :])
    if "(" in bare and (found := _FILE.match(bare)):
        return _with_caption(_placeholder(found["file"]), "", bare[found.end() :])
    if _POLL.match(bare):
        return _poll(bare)
    if _is_left_out(bare, noticed) and (found := _OMITTED.fullmatch(bare)):
        return f"[{_kind_of(found['what'] + found['rest'])}]"
    if noticed and (found := _OMITTED.search(bare.rpartition(NOTICE)[2])):
        return f"[{_kind_of(found['what'] + found['rest'])}]"
    if noticed and "https://" in bare:
        return bare.translate(_INNER)
    if noticed:
        return CALL if _CALL.match(bare) else ""
    return bare.translate(_INNER) if NOTICE in bare else bare


def _is_left_out(bare: str, noticed: bool) -> bool:
    """People use these words too: they mean media in brackets, behind the mark, or alone in a short line."""
    return noticed or bare.startswith("<") or (len(bare) < 32 and bare.count(" ") < 3 and bare[-1:] not in ".?!")


def _placeholder(file: str) -> str:
    name = file.strip(_EDGES).replace("\n", " ")
    kind = _BY_ENDING.get(name.rpartition(".")[2].lower())
    return f"[{kind}]" if kind else f"[document: {name}]"


def _with_caption(placeholder: str, before: str, behind: str) -> str:
    caption = f"{before.strip(_EDGES)}\n{behind.strip(_EDGES)}".strip()
    return f"{placeholder}\n{caption}".strip()


def _kind_of(words: str) -> str:
    return next((kind for kind, pattern in _KINDS if pattern.search(words)), "media")


def _poll(bare: str) -> str:
    question, _, rest = bare.translate(_INNER).partition("\n")[2].partition("\n")
    options = [found["words"].strip() for found in _OPTION.finditer(rest)]
    return "\n".join(("[poll] " + question.strip(), *(f"- {option}" for option in options)))

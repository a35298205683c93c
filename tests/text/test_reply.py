"""Own words, signature and the rest: bodies as people write them in several languages."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maarif.text.reply import Parts, split, strip_greeting

#: own words, signature, rest: put together they are the body.
BODIES = {
    # English
    "plain": ("Can you send the keys by Friday?", "", ""),
    "name alone": ("Please book the room for Monday.", "Phillip", ""),
    "name under a sentence": ("Let me know as soon as you can.", "Greta", ""),
    "small name": ("Let me know as soon as you can.", "greta", ""),
    "initials": ("Let's talk about the letter tomorrow.", "BT", ""),
    "farewell and name": ("The bees arrive on Tuesday.", "Best regards,\nJonas", ""),
    "farewell in one line": ("The bees arrive on Tuesday.", "Thanks, Jonas", ""),
    "two farewells": ("The bees arrive on Tuesday.", "Thanks!\n\nKind regards,\nJonas Weber", ""),
    "whole block": (
        "I will bring the veil.",
        "Cheers,\n\nJonas Weber\nHead of Apiary\nTannhof GmbH\nTel: +49 30 555 0101\njonas@tannhof.example",
        "",
    ),
    "block without farewell": (
        "I will bring the veil to the meeting on Saturday.",
        "Jonas Weber\nHead of Apiary\nTannhof GmbH\n+1 713 555 0101",
        "",
    ),
    "company with a full stop": (
        "Please send the original to me.",
        "Mia Simkins\nWinters Sachs & Minow of Texas P.C.\n100 Congress Avenue\n(512) 555-2836\n"
        "mia@winters.example",
        "",
    ),
    "extension": ("Can you help? I also left you a voice mail.", "Phoebe\nx37041", ""),
    "delimiter": ("See you there", "-- \nJonas Weber\nhttps://weber.example\nBees do it.", ""),
    "phone footer": ("Running late, sorry!", "Sent from my iPhone", ""),
    "outlook footer": ("Running late, sorry!", "Get Outlook for iOS", ""),
    "name and footer": ("Running late, sorry!", "Lena\n\nSent from my Galaxy", ""),
    "original message": (
        "I am ready when you are.",
        "",
        " -----Original Message-----\nFrom: \tVos, Hanneke\nSent:\tMonday, October 29, 2001 8:26 AM\n"
        "To:\tBello, Idris\nSubject:\tThe pump\n\nIdris, let's discuss the pump.\n\nHV",
    ),
    "on wrote, not marked": (
        "Yes, count me in.",
        "",
        "On Mon, Jan 3, 2022 at 10:12 AM Jonas Weber <jonas@weber.example> wrote:\n\n"
        "Do you want to come?\nJonas",
    ),
    "on wrote, wrapped": (
        "Yes, count me in.",
        "Lena",
        "On Mon, Jan 3, 2022 at 10:12 AM Jonas Weber\n<jonas@weber.example>\nwrote:\n"
        "> Do you want to come?\n> Jonas",
    ),
    "short attribution": ("Yes.", "", "Jonas Weber wrote:\n> Do you want to come?"),
    "outlook header": (
        "Fine with me.",
        "Lena",
        "________________________________\nFrom: Jonas Weber <jonas@weber.example>\n"
        "Sent: Monday, 3 January 2022 10:12\n"
        "To: Lena Brandt\nSubject: Bees\n\nShall we?",
    ),
    "bold header": (
        "Fine with me.",
        "",
        "*From:* Jonas Weber\n*Date:* Monday\n*To:* Lena\n*Subject:* Bees\n\nShall we?",
    ),
    "lotus reply": (
        "Sure, we can be back before 1:00.  Let me know if that works.",
        "",
        "Nancy Carver\n\n01/10/2001 07:58 AM\nTo:\tTim Lokman/FGT/Example@EXAMPLE\ncc:\t\n\n"
        "Subject:\tlunch\n\nIs that enough time?",
    ),
    "lotus forward": (
        "fyi",
        "",
        "---------------------- Forwarded by Tina Gray/GPG/Example on 02/16/2001 08:45 AM "
        "---------------------------\n"
        "\n\nSteve Gilman\n02/16/2001 07:58 AM\nTo:\tTina Gray\ncc:\t\n\nSubject:\tRe: Weekly\n\n"
        "Ken has a report.",
    ),
    "pure forward": (
        "",
        "",
        "---------- Forwarded message ---------\nFrom: Jonas Weber <jonas@weber.example>\n"
        "Date: Mon, 3 Jan 2022\n"
        "Subject: Honey\nTo: <lena@brandt.example>\n\nTwelve jars are ready.\nJonas",
    ),
    "apple forward": (
        "Worth reading.",
        "",
        "Begin forwarded message:\n\n> From: Jonas\n> Subject: Honey\n>\n> Twelve jars are ready.",
    ),
    "disclaimer": (
        "The contract is attached.",
        "Regards,\nIdris Bello",
        "This message is confidential and intended only for the addressee.\n"
        "If you received it in error, delete it.",
    ),
    "list footer": (
        "I sold the hive.",
        "Idris",
        "_______________________________________________\nBees mailing list\nBees@lists.example\n"
        "https://lists.example/listinfo/bees",
    ),
    "list footer of a group": (
        "I sold the hive to the neighbours.",
        "",
        'You received this message because you are subscribed to the group "Bees".\n'
        'To unsubscribe, write to x@lists.example.',
    ),
    "attachment left behind": ("Here are the quotes you wanted.", "Kim\n\n - Quotes.xls", ""),
    "cc mail": (
        "Agreed.",
        "",
        "____________ Reply Separator ____________\nSubject: Bees\nAuthor: Jonas\n\nShall we?",
    ),
    # German
    "de: farewell": ("Die Bienen kommen am Dienstag.", "Mit freundlichen Grüßen\nJonas Weber", ""),
    "de: short farewell": ("Bis Samstag auf dem Markt.", "LG Lena", ""),
    "de: farewell from a place": ("Wir sind gut angekommen.", "Viele Grüße aus Köln\nLena", ""),
    "de: on behalf": ("Die Rechnung liegt bei.", "Freundliche Grüße\ni.A. Lena Brandt\nSachbearbeiterin", ""),
    "de: wrote": (
        "Gern, ich bringe Kuchen mit.",
        "",
        "Am Mo., 3. Jan. 2022 um 10:12 Uhr schrieb Jonas Weber <jonas@weber.example>:\n\nKommst du?",
    ),
    "de: wrote, wrapped": (
        "Gern, ich bringe Kuchen mit.",
        "Lena",
        "Am 03.01.2022 um 10:12 schrieb Jonas\nWeber <jonas@weber.example>:\n> Kommst du?",
    ),
    "de: original": (
        "Passt.",
        "",
        "-----Ursprüngliche Nachricht-----\nVon: Jonas Weber\nGesendet: Montag\nAn: Lena\n"
        "Betreff: Honig\n\nPasst das?",
    ),
    "de: header": (
        "Einverstanden mit allem.",
        "Liebe Grüße\nLena",
        "Von: Jonas Weber\nGesendet: Montag, 3. Januar 2022\nAn: Lena Brandt\nBetreff: Honig\n\nPasst das?",
    ),
    "de: phone footer": ("Komme später.", "Von meinem iPhone gesendet", ""),
    "de: disclaimer": (
        "Anbei der Vertrag.",
        "Gruß\nIdris",
        "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der Adressat sind, löschen Sie sie.",
    ),
    # French
    "fr: wrote": (
        "Oui, je viens avec plaisir.",
        "Cordialement,\nHélène",
        "Le lun. 3 janv. 2022 à 10:12, Jean Morel <jean@morel.example> a écrit :\n\nTu viens ?",
    ),
    "fr: header": (
        "C'est d'accord.",
        "",
        "De : Jean Morel\nEnvoyé : lundi 3 janvier 2022\nÀ : Hélène Petit\nObjet : le miel\n\nD'accord ?",
    ),
    "fr: original": (
        "Merci pour le miel !",
        "",
        "-----Message d'origine-----\nDe : Jean\nObjet : le miel\n\nVoilà.",
    ),
    "fr: phone footer": ("J'arrive.", "Envoyé de mon iPhone", ""),
    # Spanish
    "es: wrote": (
        "Claro que voy.",
        "Un abrazo,\nLucía",
        "El lun, 3 ene 2022 a las 10:12, Ana Ruiz (<ana@ruiz.example>)\nescribió:\n\n> ¿Vienes?",
    ),
    "es: header": ("De acuerdo.", "", "De: Ana Ruiz\nEnviado: lunes\nPara: Lucía\nAsunto: la miel\n\n¿Vale?"),
    "es: original": (
        "De acuerdo.",
        "Saludos\nLucía",
        "-----Mensaje original-----\nDe: Ana\nAsunto: la miel\n\n¿Vale?",
    ),
    # Arabic
    "ar: farewell": ("سأحضر الاجتماع يوم الأحد.", "مع تحياتي\nأحمد الحسن", ""),
    "ar: farewell in one line": ("سأحضر الاجتماع يوم الأحد.", "تحياتي، أحمد", ""),
    "ar: wrote": (
        "نعم سأحضر.",
        "",
        "في الاثنين، 3 يناير 2022 في 10:12 ص كتب أحمد علي <ahmad@ali.example>:\n\nهل ستحضر؟",
    ),
    "ar: header": (
        "موافق.",
        "",
        "من: أحمد علي\nتاريخ الإرسال: الاثنين\nإلى: سارة\nالموضوع: العسل\n\nهل توافقين؟",
    ),
    "ar: original": ("موافق.", "", "-----رسالة أصلية-----\nمن: أحمد\nالموضوع: العسل\n\nهل توافقين؟"),
    "ar: phone footer": ("سأتأخر قليلا.", "أُرسلت من الـ iPhone", ""),
    "ar: disclaimer": ("المرفق هو العقد.", "مع الشكر\nسارة", "هذه الرسالة سرية ومخصصة للمرسل إليه فقط."),
    # Dutch, Italian, Portuguese
    "nl: wrote": (
        "Ja, ik kom graag.",
        "Groetjes,\nHanneke",
        "Op ma 3 jan. 2022 om 10:12 schreef Jan Bakker <jan@bakker.example>:\n\nKom je?",
    ),
    "it: wrote": (
        "Certo che vengo.",
        "Un abbraccio\nLucia",
        "Il 03/01/2022 10:12, Ada ha scritto:\n> Vieni?",
    ),
    "pt: wrote": (
        "Claro que vou.",
        "Abraços,\nRui",
        "Em seg., 3 de jan. de 2022, Ana <ana@x.example> escreveu:\n\nVens?",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("own", "signature", "rest"), BODIES.values(), ids=BODIES.keys())
def test_a_body_is_cut_where_its_parts_meet(own: str, signature: str, rest: str) -> None:
    body = "\n\n".join(part for part in (own, signature, rest) if part)
    parts = split(body)
    assert _lines(parts.own) == _lines(own)
    assert _lines(parts.signature) == _lines(signature)
    assert _lines(parts.quoted) == _lines(rest)


#: Bodies without anything to cut, though something in them looks like it.
KEPT_WHOLE = {
    "a list of towns": "Cash\n Hehub\n Chicago\n Katy\n\nGas Daily\n\n Hehub\n Malin\n Opal",
    "a phone list": "Here they are:\n\nLena Brandt - 555-010-1234\nIdris Bello - 555-010-9999",
    "a question": "Do you know where Hanneke is?",
    "a journey": "From: Bremen\nTo: Leipzig\nI take the train.",
    "a table": "| name | jars |\n| Lena | 12 |\n\nthat is all we have for now, more next week.",
    "wrote in a sentence": "On the board somebody wrote the price, and then we left.",
    "thanks for something": "Thanks for your help with the hive and the frames.",
    "thanks alone": "Thanks",
    "postscript": "Thanks!\nJen\n\nOh yeah - please invite the other ladies too!",
    "a single name": "Lena Brandt",
    "confidential in a sentence": "The talks are confidential, so please keep this between us for now.",
    "a German quotation in words": "Goethe schrieb viel, aber nicht alles war gut.",
    "Arabic": "هل يمكنك إرسال المفاتيح قبل يوم الجمعة؟",
}


@pytest.mark.parametrize("body", KEPT_WHOLE.values(), ids=KEPT_WHOLE.keys())
def test_what_only_looks_like_a_marker_is_kept(body: str) -> None:
    assert split(body) == Parts(body)


def test_answers_between_quoted_lines_are_all_kept() -> None:
    parts = split("Hi,\n\nOn 3 May 2022 Jo wrote:\n> One?\nYes.\n\n> Two?\n> Really?\n\nNo, not two.\nThree.\n\nLena\n")
    assert parts.own == "Hi,\n\nYes.\n\nNo, not two.\nThree."
    assert parts.signature == "Lena"


@pytest.mark.parametrize("mark", ["> ", ">", "| ", "JD> ", " > ", ">> "])
def test_quotes_are_marked_in_several_ways(mark: str) -> None:
    parts = split(f"Yes.\n\n{mark}Do you come?\n{mark}I hope so.\n")
    assert parts.own == "Yes."


def test_answers_below_a_marked_original_are_kept() -> None:
    parts = split("-----Original Message-----\n> From: Jo\n> Subject: Bees\n>\n> Do you come?\n\nYes, I do come.\n")
    assert parts.own == "Yes, I do come."


def test_windows_line_ends_are_read() -> None:
    assert split("Yes, I do.\r\n\r\nLena\r\n\r\n> Do you?\r\n") == Parts("Yes, I do.", "Lena", "> Do you?")


#: Pieces that mark something in mails, put together at random.
PIECES = st.sampled_from(
    """> quoted|>|On 3 May 2022, Jo <jo@x.example> wrote:|wrote:|On 3 May 2022|From: Jo|To: Lena
|Subject: Bees|Sent: Monday
|-----Original Message-----|-- |--|_____|________________________________|Regards|Best regards,
|Thanks, Jo|Lena Brandt|Lena
|Tel: 555 010 1234|Sent from my iPhone|This message is confidential.|To unsubscribe, go away.
|Do you come? I do.|Hi Jo,
|Am 3.5.2022 schrieb Lena:|LG Lena|مع تحياتي|أحمد|في 3 يناير 2022 كتب أحمد:|01/10/2001 07:58 AM|cc:
||  |\t|*****|lena

|A sentence that is long enough to be one and that goes on and on without an end in sight.|JD> no|a | b
|Begin forwarded message:|CONFIDENTIAL|Jo Fox, Head of Bees|https://bees.example|This e-mail|yes
|Mailing list|OK?""".replace("\n", "").split("|")
)
TEXTS = st.lists(PIECES, max_size=30).map("\n".join) | st.text(max_size=300)


def _lines(text: str) -> Counter[str]:
    return Counter(line.strip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if line.strip())


@settings(max_examples=600)
@given(TEXTS)
def test_every_line_is_in_exactly_one_part(text: str) -> None:
    parts = split(text)
    assert _lines(parts.own) + _lines(parts.signature) + _lines(parts.quoted) == _lines(text)


@settings(max_examples=600)
@given(TEXTS)
def test_cutting_own_words_again_changes_nothing(text: str) -> None:
    own = split(text).own
    assert split(own).own == own


@pytest.mark.parametrize(
    "line",
    [
        ">",
        " ",
        "On ",
        "From:\n",
        "wrote:\n",
        "Regards\n\n",
        "--\n",
        "_____\n",
        "This message\n",
        ":\n",
        "\n",
        "x\n>\n",
    ],
)
def test_endless_bodies_come_back_whole(line: str) -> None:
    text = line * (300_000 // len(line))
    parts = split(text)
    assert _lines(parts.own) + _lines(parts.signature) + _lines(parts.quoted) == _lines(text)


@pytest.mark.parametrize(
    ("own", "bare"),
    [
        ("Hi Jeff,\n\nare you there?", "are you there?"),
        ("Hi Jeff, are you there?", "are you there?"),
        ("Hello\nare you there?", "are you there?"),
        ("Dear Ms Vos:\nare you there?", "are you there?"),
        ("Jeff,\nare you there?", "are you there?"),
        ("Hanneke and Idris -\nare you there?", "are you there?"),
        ("Liebe Lena,\nbist du da?", "bist du da?"),
        ("Sehr geehrter Herr Dr. Weber,\nsind Sie da?", "sind Sie da?"),
        ("Hallo zusammen!\nSeid ihr da?", "Seid ihr da?"),
        ("Bonjour,\ntu es là ?", "tu es là ?"),
        ("Chère Hélène,\ntu es là ?", "tu es là ?"),
        ("Hola Ana:\n¿estás?", "¿estás?"),
        ("عزيزي أحمد،\nهل أنت هنا؟", "هل أنت هنا؟"),
        ("السلام عليكم\nعزيزتي سارة،\nهل أنت هنا؟", "هل أنت هنا؟"),
        ("مرحبا\nهل أنت هنا؟", "هل أنت هنا؟"),
    ],
)
def test_a_greeting_is_left_off(own: str, bare: str) -> None:
    assert strip_greeting(own) == bare


@pytest.mark.parametrize(
    "own", ["Can you come?", "History repeats itself.", "Hidden costs are high", "Yes, please.", ""]
)
def test_what_does_not_greet_stays(own: str) -> None:
    assert strip_greeting(own) == own

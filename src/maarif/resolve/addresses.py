"""Mail addresses taken apart: whose domain, what the local part is made of."""

from __future__ import annotations

import re
from functools import lru_cache

from maarif.resolve.names import Name
from maarif.text.fold import fold, words
from maarif.text.likeness import without_umlauts, word_table

#: Providers where anyone can have a box, under many top-level domains (yahoo.fr, gmx.net ...).
_FREE_NAMES = word_table(
    "gmail googlemail hotmail outlook live msn yahoo ymail rocketmail gmx aol icloud protonmail proton "
    "tutanota hushmail zoho yandex free laposte orange wanadoo libero maktoob fastmail"
)
#: Providers and access companies under one domain.
_FREE_DOMAINS = word_table(
    "web.de t-online.de freenet.de arcor.de posteo.de mailbox.org online.de email.de mail.de vodafone.de "
    "unitybox.de kabelmail.de 1und1.de me.com mac.com mail.com email.com pm.me tuta.io mail.ru bk.ru "
    "list.ru inbox.ru qq.com 163.com 126.com sina.com free.fr sfr.fr neuf.fr bbox.fr alice.it tiscali.it "
    "virgilio.it terra.es telefonica.net ono.com bluewin.ch hispeed.ch sunrise.ch chello.at aon.at "
    "utanet.at skynet.be telenet.be ziggo.nl kpnmail.nl xs4all.nl planet.nl btinternet.com ntlworld.com "
    "sky.com talktalk.net virginmedia.com blueyonder.co.uk att.net sbcglobal.net bellsouth.net "
    "worldnet.att.net comcast.net verizon.net earthlink.net mindspring.com juno.com netzero.net "
    "netscape.net prodigy.net cox.net charter.net rr.com houston.rr.com swbell.net pacbell.net "
    "ameritech.net compuserve.com excite.com lycos.com bigfoot.com usa.net altavista.com optonline.net "
    "pdq.net flash.net ev1.net shaw.ca rogers.com telus.net sympatico.ca bigpond.com optusnet.com.au "
    "rediffmail.com naver.com hanmail.net hey.com gawab.com emirates.net.ae batelco.com.bh attbi.com "
    "houston.rr.com texas.net wt.net"
)
#: Second labels under which a country registers names.
_SECOND_LABELS = word_table("co com org net ac gov edu or ne go gob gen firm ltd plc sch nhs uni")
#: Words in the names of firms that tell nothing about which firm it is.
_EMPTY_FIRM_WORDS = word_table(
    "gmbh mbh ag kg ohg ug ev inc llc llp ltd limited corp corporation company co plc sa sarl sas spa bv "
    "nv srl oy ab se group gruppe groupe holding holdings international global world deutschland germany "
    "europe europa america usa north south bank university universitat universite universidad hochschule "
    "institut institute school schule college media consulting consultants energy services service "
    "systems solutions software technology technologies tech digital design studio partner partners "
    "management capital trading finance financial insurance the and und et der die das de la of fur for "
    "stadt city energie power gas"
)
_TOKEN = re.compile(r"[^\W\d_]+|\d+")


def split(address: str) -> tuple[str, str]:
    """Local part and domain of a mail address, without a "+tag"."""
    local, _, domain = address.rpartition("@")
    return local.partition("+")[0] or local, domain


@lru_cache(maxsize=100_000)
def house(domain: str) -> str:
    """The domain as it is registered: ect.enron.example and enron.example are one house."""
    labels = domain.split(".")
    keep = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LABELS else 2
    return ".".join(labels[-keep:])


@lru_cache(maxsize=100_000)
def is_free_mail(domain: str) -> bool:
    """Tell whether anyone can have a box there, so that the domain says nothing about its people."""
    return domain in _FREE_DOMAINS or house(domain) in _FREE_DOMAINS or house(domain).split(".")[0] in _FREE_NAMES


def tokens(local: str) -> list[str]:
    """Runs of letters and runs of digits of a local part, folded, in order."""
    return _TOKEN.findall(fold(local))


def name_in(local: str) -> str:
    """The full name that a local part such as "jan.weber" spells ("Jan Weber"), or ""."""
    parts = re.split(r"[._]+", local)
    if len(parts) not in {2, 3} or not all(part.isalpha() for part in parts):
        return ""
    if len(parts[0]) < 2 or len(parts[-1]) < 3 or not any(vowel in parts[-1] for vowel in "aeiouy"):
        return ""
    return " ".join(part.capitalize() for part in parts)


@lru_cache(maxsize=100_000)
def shape(local: str, name: Name) -> str:
    """How a local part is made of a name ("first.last", "flast" ...), digits aside; "" where it is not."""
    parts = [token for token in tokens(local) if token.isalpha()]
    letters = {"".join(parts), "".join(map(without_umlauts, parts))}
    first, middles = without_umlauts(name.first), "".join(middle[0] for middle in name.middle)
    full = first + "".join(map(without_umlauts, name.middle))
    shapes: dict[str, str] = {}
    for surname in name.surnames:
        last = without_umlauts(surname).replace("'", "")
        shapes |= {
            "first.last": first + last, "last.first": last + first, "flast": first[0] + last,
            "firstl": first + last[0], "lastf": last + first[0], "first.m.last": first + middles + last,
            "fmlast": first[0] + middles + last, "mlast": middles + last, "full": full + last,
        }  # fmt: skip
        found = next((kind for kind, made in shapes.items() if made in letters), "")
        if found:
            return found
    return ""


def are_numbered(left: str, right: str) -> bool:
    """Tell whether two local parts differ by a number only: jan.weber and jan.weber2."""
    one, other = tokens(left), tokens(right)
    letters = [token for token in one if token.isalpha()] == [token for token in other if token.isalpha()]
    return letters and one != other


def is_telling(local: str, names: tuple[Name, ...]) -> bool:
    """Tell whether a local part says more than a name does, so that few would choose it: "moonwalker83"."""
    if len(local) < 6 or local.isdigit():
        return False
    return any(token.isdigit() for token in tokens(local)) or not any(shape(local, name) for name in names)


@lru_cache(maxsize=50_000)
def firm(employer: str) -> str:
    """An employer's name without its legal form: "Tannhof Logistik GmbH" gives "tannhof logistik"."""
    said = words(employer)
    return " ".join(word for word in said if word not in _EMPTY_FIRM_WORDS) or " ".join(said)


@lru_cache(maxsize=200_000)
def is_domain_of(domain: str, employer: str) -> bool:
    """Tell whether a firm's telling words stand in a domain: "Tannhof GmbH", tannhof-logistik.example."""
    if not domain or is_free_mail(domain):
        return False
    label = house(domain).split(".")[0]
    parts, joined = label.split("-"), label.replace("-", "")
    telling = [without_umlauts(word) for word in words(employer) if word not in _EMPTY_FIRM_WORDS]
    plain = [without_umlauts(part) for part in parts]
    if any(word in plain and len(word) > 2 for word in telling):
        return True
    if any(len(word) >= 5 and word in without_umlauts(joined) for word in telling):
        return True
    return len(telling) >= 2 and "".join(telling) == without_umlauts(joined)

"""Where people have their mail."""

from __future__ import annotations

#: Domains where private people have their mail, before the last dot.
FREE_MAIL = frozenset(
    """gmail googlemail yahoo ymail hotmail outlook live msn aol gmx web t-online freenet posteo mailbox proton protonmail
    icloud me mac fastmail hey zoho mail yandex laposte orange wanadoo free sfr libero tiscali earthlink comcast att sbcglobal
    verizon bellsouth cox charter prodigy juno excite netzero swbell worldnet compuserve btinternet maktoob""".split()
)


def is_free_mail(domain: str) -> bool:
    """Whether private people have their mail at this domain."""
    return domain.split(".", maxsplit=1)[0] in FREE_MAIL or domain.rpartition(".")[0].rpartition(".")[2] in FREE_MAIL

"""Words of private life, in three languages."""

from __future__ import annotations

#: Words of private life: an item with one of them is more likely not about work.
PRIVATE_WORDS = """love kiss hug mom mum dad mother father sister brother wife husband kids baby birthday wedding honeymoon weekend dinner party
    barbecue beer wine vacation holiday house apartment garden dog cat church school football game golf fishing ski hiking movie concert
    miss granny grandma cousin aunt uncle pregnant doctor hospital
    liebe kuss mama papa mutter vater schwester bruder frau mann kinder geburtstag hochzeit wochenende abendessen grillen bier wein urlaub
    garten hund katze kirche schule wandern kino konzert oma opa umarmung
    حبيبي حبيبتي امي ابي اختي اخي زوجي زوجتي اولاد عيد ميلاد عرس حفلة عشاء عطلة سفر بيت اشتقت""".split()

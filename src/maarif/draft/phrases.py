"""What a thoughtful friend does not write: flattery, phrases nobody says, messages to everybody."""

FLATTERY = (
    "amazing", "incredible work", "huge fan", "big fan", "truly inspiring", "so inspiring", "you are the best", "impressive career", "impressive profile",
    "your expertise is unmatched", "i admire your", "beeindruckender lebenslauf", "beeindruckende karriere", "bewundere ihre", "bewundere deine", "grosser fan",
    "du bist die beste", "du bist der beste", "wie kein anderer", "unvergleichlich", "أنت الأفضل", "معجب جدا", "معجب جدًا", "مسيرتك المبهرة", "لا مثيل له", "ملهم جدا",
)  # fmt: skip
HOLLOW = (
    "hope this email finds you well", "hope this finds you well", "pick your brain", "touch base", "circle back", "reach out", "reaching out", "leverage",
    "synergy", "synergies", "win-win", "expand my network", "grow my network", "my professional network", "valuable insights", "at your earliest convenience",
    "just checking in", "following up on my previous email", "quick question", "no worries if not", "ping you", "low-hanging fruit", "value proposition", "game changer",
    "nachricht erreicht dich bei bester gesundheit", "netzwerk erweitern", "netzwerk ausbauen", "auf augenhohe", "synergien", "mehrwert", "wollte nur mal nachhaken",
    "zeitnah", "sparringspartner", "gerne auf mich zukommen", "ich wurde mich freuen von ihnen zu horen", "توسيع شبكة علاقاتي", "شبكة علاقاتي", "تآزر", "قيمة مضافة",
    "أتمنى أن تصلك رسالتي هذه", "الاستفادة من خبراتكم القيمة",
)  # fmt: skip
TO_MANY = (
    "dear all", "hi all", "hello everyone", "hi everyone", "dear friends", "hallo zusammen", "liebe alle", "liebe freunde", "hallo ihr lieben", "مرحبا بالجميع", "أعزائي جميعا",
    "الأصدقاء الأعزاء",
)  # fmt: skip

"""Capitals that stand for their governments: "between Tehran and Washington", "Moscow denied", «تهران اعلام کرد».

A capital is a place unless its sentence shows a government: it speaks, decides or accuses, or it stands beside another
capital or a state after a word of relations. After "in", "to" or "from" it is a place whatever follows.
"""

from __future__ import annotations

from collections.abc import Set

from lib.enrich.actors.passage import Passage
from lib.enrich.actors.words import word_set

_PLACE = word_set(
    "در به از شهر استان تا مقصد مبدا شمال جنوب شرق غرب مرکز فرودگاه دانشگاه خیابان حومه بازار عازم وارد راهی ترک سفر "
    "في إلى من مدينة محافظة شمال جنوب شرق غرب وسط مطار جامعة ضواحي قرب زيارة وصل غادر "
    "in to from near at outside around of central downtown city via"
)
_RELATION = word_set(
    "بین میان روابط رابطه مناسبات مذاکرات مذاکره گفتگوی گفت‌وگوهای گفتگوهای گفت‌وگوی توافق تنش تنش‌های اختلاف "
    "اختلافات همکاری همکاری‌های جنگ "
    "پیمان ائتلاف بين العلاقات علاقات المحادثات المفاوضات محادثات مفاوضات التوتر الخلاف الخلافات التعاون "
    "الحوار الحرب "
    "between relations ties talks tension tensions dialogue negotiations cooperation rift"
)
_AGAINST = word_set("علیه ضد مع against")
_SPEAK_EN = word_set(
    "said says accused accuses denied denies rejected rejects warned warns insists insisted urged urges announced "
    "condemned condemns argues argued claims claimed demanded demands vowed vows hopes wants seeks refused refuses "
    "agreed agrees blames blamed fears believes considers considered threatened threatens imposed recognized "
    "signaled signalled responded retaliated"
)
_AUX = word_set("has have had also will would now repeatedly later still again earlier")
_SPEAK_AR = word_set(
    "أعلنت تعلن أكدت تؤكد اتهمت تتهم رفضت ترفض نفت تنفي حذرت تحذر دعت تدعو طالبت تطالب قالت تقول ترى تسعى تريد "
    "اعتبرت تعتبر "
    "أدانت تدين وافقت هددت تهدد طلبت ردت تصر أصرت فرضت تفرض تخشى تأمل أبلغت تعتزم اشترطت استنكرت"
)
_SPEAK_FA = word_set(
    "گفت گفته می‌گوید می‌خواهد تاکید اعلام تهدید متهم محکوم رد هشدار خواستار مدعی معتقد تکذیب پذیرفت مخالفت "
    "موافقت اعتراض "
    "می‌کوشد درصدد مصمم ادعا پاسخ"
)
_VERB_FA = word_set(
    "کرد کرده می‌کند کردند داد داده می‌دهد است شد شده بود نکرد نمی‌کند نپذیرفت می‌داند خواهد گفت می‌گوید "
    "می‌خواهد گفته پذیرفت "
    "می‌کوشد"
)
_CLAUSE = 6
_END = ".!?؟\n؛:"


def governs(passage: Passage, first: int, after: int, powers: Set[str]) -> bool:
    """Whether the capital first:after is its government; `powers`: words that begin or end names of powers."""
    before = passage.keys[first - 1] if passage.follows(first) else ""
    if before in _PLACE:
        return False
    return _related(passage, first, after, powers) or _speaks(passage, first, after, before)


def _related(passage: Passage, first: int, after: int, powers: Set[str]) -> bool:
    """«روابط تهران و مسکو», "between Tehran and Washington", «بين طهران وواشنطن»."""
    keys = passage.keys
    before = keys[first - 1] if passage.follows(first) else ""
    if before in _AGAINST:
        return True
    if before in _RELATION and _joined(passage, after) in powers:
        return True
    joint = first - 1 if before in ("و", "and") else first
    if joint == first and passage.text[passage.starts[first]] != "و":
        return False
    other = max(joint - 1, 0)
    near = keys[max(0, other - 3) : other]
    return joint > 0 and keys[other] in powers and any(key in _RELATION for key in near)


def _joined(passage: Passage, after: int) -> str:
    """The word that an "and" joins to the name before it."""
    keys = [*passage.keys[after : after + 3], "", ""]
    if keys[0] in ("و", "and"):
        return keys[2] if keys[1] == "the" else keys[1]
    return keys[0][1:] if keys[0].startswith("و") else ""


def _speaks(passage: Passage, first: int, after: int, before: str) -> bool:
    keys = passage.keys
    if passage.language == "en":
        behind = [key for key in keys[after : after + 3] if key not in _AUX]
        return passage.follows(after) and bool(behind) and behind[0] in _SPEAK_EN
    if passage.language == "fa":
        return _speaks_persian(passage, first, after)
    return before in _SPEAK_AR or (before.startswith("و") and before[1:] in _SPEAK_AR)


def _speaks_persian(passage: Passage, first: int, after: int) -> bool:
    """The verb ends the clause, so the capital must begin it: «مسکو این اتهام را رد کرد»."""
    start = passage.text[: passage.starts[first]].rstrip(' \u200c"«')
    begins = not start or start[-1] in _END + "،," or passage.keys[first - 1] in ("که", "اما", "ولی", "و")
    if not begins:
        return False
    for index in range(after, min(after + _CLAUSE, len(passage.keys) - 1)):
        if set(passage.text[passage.ends[index - 1] : passage.starts[index]]) & set(_END):
            return False
        if passage.keys[index] in _SPEAK_FA and passage.keys[index + 1] in _VERB_FA | {"که"}:
            return True
    return False

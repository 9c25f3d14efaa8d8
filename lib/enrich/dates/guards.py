"""Words beside a find that say it is no date: agencies called Mehr, prayers on Friday, eighty people."""

from __future__ import annotations

from lib.enrich.dates.words import Words

# After a number: it counts things and is no year.
_COUNTED = frozenset(
    "درصد نفر تن هزار میلیون میلیارد دلار تومان ریال یورو شهر کشور مورد بار ساله سالگی درجه کیلومتر متر تیر فشنگ گلوله "
    "روز ماه هفته ساعت دقیقه تا % ٪ فی بالمایه بالمیه الف ملیون ملیار دولار شخص شخصا متظاهر قتیلا قتیل جریحا مدنیا "
    "کیلومترا عاما سنه percent people million billion dollars km miles others killed".split()  # noqa: SIM905
)
_BEFORE = {
    "مهر": frozenset(("خبرگزاری", "گزارش", "خبرنگار", "سایت", "وکاله", "بانک", "مسکن")),
    "تیر": frozenset(("با", "شلیک", "اصابت", "ضرب", "چند", "تک")),
    "بهمن": frozenset(("سقوط", "ریزش")),
    "میزان": frozenset(("به", "این", "خبرگزاری", "همین", "گزارش")),
    "جمعه": frozenset(("امام", "نماز", "ایمه", "خطبه", "خطبههای", "صلاه", "خطیب", "هر", "کل", "جامع")),
    "الجمعه": frozenset(("صلاه", "خطبه", "خطیب", "کل", "امام", "جامع", "خطب")),
    "friday": frozenset(("black", "good", "every", "each")),
    "sunday": frozenset(("bloody", "palm", "easter", "every", "each")),
}
_EVERY = frozenset(("هر", "کل", "every", "each", "ایام", "الثلاثاوات"))
_AFTER = {
    "friday": frozenset(("prayer", "prayers", "sermon")),
    "sunday": frozenset(("times", "telegraph", "mirror", "express")),
    "رجب": frozenset(("طیب",)),
    "رمضان": frozenset(("شلح", "صبحی")),
}
_NOT_TODAY_BEFORE = frozenset("ذلک نفس ذات طوال هذا صحیفه جریده موقع لهذا بهذا ذاک دنیای روزنامه ایران usa".split())  # noqa: SIM905
_NOT_TODAY_AFTER = frozenset(
    "الاول الثانی الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر التالی السابق العالمی الوطنی الذی نفسه الواحد "
    "الدولی الاخیر السابع المفتوح الموعود التی ذاته".split()  # noqa: SIM905
)


def counted(words: Words, after: int) -> bool:
    """Whether the piece at `after` is something counted by the number before it."""
    return words.word(after) in _COUNTED


def banned(words: Words, first: int, last: int, name: int) -> bool:
    """Whether the neighbours of pieces first..last say that the name at `name` is no month or weekday."""
    text = words.word(name)
    before, after = words.word(first - 1), words.word(last + 1)
    return before in _EVERY or before in _BEFORE.get(text, ()) or after in _AFTER.get(text, ())


def no_today(words: Words, at: int) -> bool:
    """Whether «اليوم» or "today" at `at` is a newspaper, an ordinal day or a day spoken of before."""
    return words.word(at - 1) in _NOT_TODAY_BEFORE or words.word(at + 1) in _NOT_TODAY_AFTER


# What may follow a bare «۲۰ می» or «۵ مه»: without it the word is the beginning of a verb, or fog.
_AFTER_MAY = frozenset("در به از با و تا که برای امسال پارسال سال روز ماه ، , . ) : » ( ؛ را نیز بر".split())  # noqa: SIM905


def is_may(words: Words, last: int) -> bool:
    """Whether the Persian month of May at `last` is followed by what follows a date."""
    after = words.word(last + 1)
    return after == "" or after == "\n" or after in _AFTER_MAY or words.code(last + 1) in "YTPrLNC,;)"

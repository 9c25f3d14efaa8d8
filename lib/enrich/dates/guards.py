"""Words beside a find that say it is no date: agencies called Mehr, prayers on Friday, eighty people."""

from __future__ import annotations

from lib.enrich.dates.tables import word_set
from lib.enrich.dates.words import Words

# After a number: it counts things and is no year.
_COUNTED = word_set(
    "درصد نفر تن هزار میلیون میلیارد دلار تومان ریال یورو شهر کشور مورد بار ساله سالگی درجه کیلومتر متر تیر "
    "فشنگ گلوله روز ماه هفته ساعت دقیقه % ٪ بالمایه بالمیه الف ملیون ملیار دولار دولارا درهما دینارا طنا "
    "یوما شهرا شخص شخصا متظاهر قتیلا قتیل جریحا مدنیا کیلومترا عاما سنه percent people million billion dollars "
    "km miles others killed "
    "هکتار متر مترمربع عدد خانوار واحد پروژه دستگاه تخت هواپیما کتاب رای قطعه تن نفره میلیارد"
)
_BEFORE = {
    "مهر": frozenset(("خبرگزاری", "گزارش", "خبرنگار", "سایت", "وکاله", "بانک", "مسکن")),
    "تیر": frozenset(("با", "شلیک", "اصابت", "ضرب", "چند", "تک")),
    "بهمن": frozenset(("سقوط", "ریزش")),
    "مارچ": frozenset(("لانگ", "ازادی", "لونگ")),
    "میزان": frozenset(("به", "این", "خبرگزاری", "همین", "گزارش")),
    "جمعه": frozenset(("امام", "جماعت", "نماز", "ایمه", "خطبه", "خطبههای", "صلاه", "خطیب", "هر", "کل", "جامع")),
    "الجمعه": frozenset(("صلاه", "خطبه", "خطیب", "کل", "امام", "جامع", "خطب")),
    "friday": frozenset(("black", "good", "every", "each")),
    "sunday": frozenset(("bloody", "palm", "easter", "every", "each")),
}
_EVERY = frozenset(("هر", "کل", "every", "each", "ایام", "الثلاثاوات"))
_AFTER = {
    "جمعه": frozenset(("بازار",)),
    "friday": frozenset(("prayer", "prayers", "sermon")),
    "sunday": frozenset(("times", "telegraph", "mirror", "express")),
    "march": frozenset(("madness", "hare")),
    "رجب": frozenset(("طیب",)),
    "رمضان": frozenset(("شلح", "صبحی")),
}
_NOT_TODAY_BEFORE = word_set("ذلک نفس ذات طوال هذا صحیفه جریده موقع لهذا بهذا ذاک دنیای روزنامه ایران usa")
_NOT_TODAY_AFTER = word_set(
    "الاول الثانی الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر التالی السابق العالمی الوطنی الذی "
    "نفسه الواحد الدولی الاخیر المفتوح الموعود التی ذاته"
)


# Before a day and month without a year: a street, a stadium, a hospital is called after it.
_PLACES = word_set(
    "میدان خیابان بلوار سالن ورزشگاه استادیوم پل بیمارستان پارک مدرسه ایستگاه مسجد شهرک پایگاه مجتمع دانشگاه "
    "ورزشی تیپ لشکر گردان نیروگاه سد قوی فریق تحالف حرکه تکتل تیار شارع ملعب جسر مستشفی جامعه مطار حی ساحه استاد مدینه "
    "square street stadium hospital"
)


_PARTS = word_set(
    "هفته نیمه دهه دوره مرحله فصل النصف الاسبوع الربع الثلث المرحله الدوره الجوله العشر الاواخر half quarter week"
)


def part_of_month(words: Words, day: int) -> bool:
    """Whether the ordinal at `day` counts weeks or halves: «هفته سوم اردیبهشت», «النصف الأول من مايو»."""
    return words.codes[day] == "d" and words.word(day - 1) in _PARTS


def named_after(words: Words, first: int) -> bool:
    """Whether a day and month without a year at `first` are the name of a place."""
    return words.word(first - 1) in _PLACES


def counted(words: Words, after: int) -> bool:
    """Whether the piece at `after` is something counted by the number before it."""
    percent = words.word(after) == "فی" and words.word(after + 1) in ("المایه", "المیه")
    return percent or words.word(after) in _COUNTED


def banned(words: Words, first: int, last: int, name: int) -> bool:
    """Whether the neighbours of pieces first..last say that the name at `name` is no month or weekday."""
    text = words.word(name)
    before = words.word(first - 2 if words.code(first - 1) == "u" else first - 1)
    after = words.word(last + 1)
    return before in _EVERY or before in _BEFORE.get(text, ()) or after in _AFTER.get(text, ())


def no_today(words: Words, at: int) -> bool:
    """Whether «اليوم» or "today" at `at` is a newspaper, an ordinal day or a day spoken of before."""
    before, after = words.word(at - 1), words.word(at + 1)
    per_day = before == "فی" and words.code(at + 1) not in "Ww("
    return per_day or before in _NOT_TODAY_BEFORE or after in _NOT_TODAY_AFTER


# What may follow a bare «۲۰ می» or «۵ مه»: without it the word is the beginning of a verb, or fog.
_AFTER_MAY = word_set("در به از با و تا که برای امسال پارسال سال روز ماه ، , . ) : » ( ؛ را نیز بر")


def is_may(words: Words, last: int) -> bool:
    """Whether the Persian month of May at `last` is followed by what follows a date."""
    after = words.word(last + 1)
    return after == "" or after == "\n" or after in _AFTER_MAY or words.code(last + 1) in "YTPrLNC,;)"

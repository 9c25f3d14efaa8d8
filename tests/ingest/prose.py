"""Sentences and headlines of our own for building pages of any layout."""

ARABIC = (
    "قالت وزارة الخارجية في بيان أصدرته مساء الأحد إن المحادثات ستستأنف في العاصمة خلال أسبوعين بمشاركة الوفود كافة.",
    "وأضاف البيان أن الأطراف اتفقت على جدول زمني واضح، وأن اللجان الفنية ستعمل بصورة متواصلة حتى ذلك الموعد.",
)
PERSIAN = (
    "سخنگوی وزارت نیرو روز دوشنبه گفت که"
    " ساخت سه سد تازه در استان\u200cهای جنوبی از ماه آینده آغاز می\u200cشود و دو سال زمان می\u200cبرد.",
    "او افزود که بودجه این طرح\u200cها در مجلس تصویب شده است و پیمانکاران تا پایان فصل معرفی خواهند شد.",
)
ENGLISH = (
    "The ministry said on Sunday that the talks would resume in the capital within two weeks, all delegations present.",
    "It added that the parties had agreed on a clear timetable and that committees would work without a break.",
)
BODIES = {"ar": ARABIC, "fa": PERSIAN, "en": ENGLISH}
HEADLINES = {
    "ar": "استئناف المحادثات في العاصمة خلال أسبوعين",
    "fa": "ساخت سه سد تازه در استان\u200cهای جنوبی آغاز می\u200cشود",
    "en": "Talks to resume in the capital within two weeks",
}
CAPTIONS = {
    "ar": "أعضاء الوفود أمام مقر المحادثات (رويترز)",
    "fa": "نمایی از سد در دست ساخت (ایرنا)",
    "en": "Delegates outside the venue (AFP)",
}

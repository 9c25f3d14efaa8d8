"""The words around a quotation, as search keys: verbs of speaking, and what keeps a name from being the speaker."""

from __future__ import annotations

from lib.enrich.actors.words import word_set

SPEAKING = {
    "en": word_set(
        "said says told tells added adds wrote writes tweeted posted warned warns declared declares stated states "
        "asked asks replied replies explained explains insisted insists argued argues claimed claims noted notes "
        "announced vowed urged stressed remarked testified reiterated responded continued concluded called described"
    ),
    "ar": word_set(
        "قال قالت يقول تقول أضاف أضافت أكد أكدت يؤكد تؤكد أوضح أوضحت صرح صرحت تابع تابعت شدد شددت كتب كتبت غرد غردت "
        "علق علقت حذر حذرت أعلن أعلنت استطرد استطردت خاطب أردف أردفت"
    ),
    "fa": word_set("گفت گفته می‌گوید می‌گفت افزود افزوده می‌افزاید نوشت نوشته می‌نویسد"),
}
# Persian says "make emphasis", "give warning": the noun, and the verbs that make it speak.
_MAKE = word_set("کرد کرده می‌کند داشت داشته می‌دارد نمود شد شده")
_GIVE = word_set("داد داده می‌دهد")
COMPOUND = {
    **dict.fromkeys(
        word_set("تاکید تصریح خاطرنشان اعلام بیان عنوان اظهار ابراز اضافه ادعا اذعان اعتراف یادآور استدلال تهدید"),
        _MAKE,
    ),
    **dict.fromkeys(word_set("هشدار توضیح ادامه پاسخ جواب"), _GIVE),
}
STATING = word_set("بیان تاکید اعلام تصریح اشاره ادعای")  # «با بیان اینکه»
PASSIVE = word_set("شد شده می‌شود شود نشد")
ACCORDING = word_set("گفته")  # «به گفته»
NEGATED = {"ar": word_set("لم لن لا ما"), "en": frozenset[str](), "fa": frozenset[str]()}

# A name after one of these does not speak itself: "the spokesman for", «سخنگوی», «المتحدث باسم».
GOVERNED = {
    "en": word_set(
        "to of for by with from about against on in at over under toward towards and or than like after before when "
        "that whether if as via between among despite versus vs"
    ),
    "ar": word_set(
        "في على من مع إلى عن ضد حول بين بعد قبل خلال أن إن بأن باسم متحدث المتحدث محامي مستشار مستشارة مساعد نائب مكتب "
        "إدارة حكومة زوجة زوج ابن ابنة شقيق ممثل مبعوث مندوب أنصار معارضو تصريحات تصريح خطاب كلمة بيان رسالة تغريدة "
        "لدى قرب تجاه بشأن"
    ),
    "fa": word_set(
        "در به از با بر تا برای درباره علیه و یا که اینکه سخنگوی وکیل دفتر معاون همسر پسر دختر برادر خواهر مشاور "
        "دستیار حامیان هواداران طرفداران مخالفان منتقدان اطرافیان نزدیکان دولت کابینه نماینده فرستاده سخنان سخن "
        "اظهارات پیام توییت نامه مواضع دیدار سفر حضور میان بین سوی طرف نقل روی قائم‌مقام جانشین مقام مقامات وزیر"
    ),
}
AUX = word_set(
    "has have had also later then again once recently repeatedly himself herself on monday tuesday wednesday thursday "
    "friday saturday sunday"
)
# What may stand between «قال» and the speaker's name only where somebody else speaks, or of somebody else.
NOT_TITLE = {
    "en": word_set("to that in with about against by he she they it we you there who which is was were are of for"),
    "ar": word_set(
        "إن أن إنه أنه إنها أنها بأن هو هي هم لم لن لا قد كان كانت في على عن مع من بين بعد قبل الذي التي ما"
    ),
}

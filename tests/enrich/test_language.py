"""Languages told apart: the neighbours that letters alone confuse, legacy typing, mixed pages, too little text."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from lib.enrich.language import detect, detect_many

SENTENCES = [
    ("fa", "نمایندگان مجلس دیروز درباره بودجه سال آینده گفت‌وگو کردند."),
    ("fa", "وزیر خارجه طالبان در کابل با هیئت پاکستانی دیدار کرد و مکتب‌ها هنوز بسته است."),
    ("ar", "بحث وزراء الخارجية العرب في القاهرة تطورات الأوضاع في السودان."),
    ("ar", "الناس هنا عايزين يعرفوا إيه اللي حصل امبارح في الشارع ده"),
    ("en", "The foreign ministers met in Geneva to discuss the ceasefire."),
    ("ur", "وزیر اعظم نے اسلام آباد میں کابینہ کے اجلاس کی صدارت کی۔"),
    ("pnb", "ایہہ گل اوہناں نوں پتا سی تے اوہ شہر وچ رہندے نیں۔"),
    ("ps", "د افغانستان د بهرنیو چارو وزیر وویل چې خبرې به دوام وکړي."),
    ("ckb", "سەرۆکی هەرێمی کوردستان لەگەڵ شاندێکی بیانی کۆبووەوە."),
    ("kmr", "Serokê partiyê got ku ew ê di hilbijartinan de beşdar bibin."),
    ("ug", "ئۇيغۇر تىلى تۈركىي تىللار ئائىلىسىگە كىرىدۇ."),
    ("sd", "سنڌ حڪومت ڪراچي ۾ نئين بس سروس شروع ڪئي آهي."),
    ("he", "ראש הממשלה נפגש עם שר החוץ בירושלים ביום ראשון."),
    ("tr", "Dışişleri Bakanı Ankara'da mevkidaşıyla bir araya geldi."),
    ("az", "Prezident Bakıda xarici işlər nazirini qəbul edib."),
    ("ru", "Министры обсудили положение на границе и объявили о встрече."),
    ("uk", "Міністри обговорили становище на кордоні та оголосили про зустріч."),
    ("de", "Die Außenminister berieten in Genf über eine Waffenruhe."),
    ("fr", "Les ministres se sont réunis à Genève pour parler du cessez-le-feu."),
    ("es", "Los ministros se reunieron en Ginebra para hablar del alto el fuego."),
    ("zh", "外交部长在日内瓦举行会谈讨论停火。"),
    ("el", "Οι υπουργοί συναντήθηκαν στη Γενεύη για την εκεχειρία."),
]


@pytest.mark.parametrize(("language", "text"), SENTENCES)
def test_sentences(language: str, text: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "به گزارش خبرگزاري ايسنا، رئيس كميسيون امنيت ملي گفت كه مذاكرات ادامه دارد",
        "او كتاب را به كتابخانه داد",
        "نيروهاي امنيتي در خيابانهاي تهران مستقر شدهاند",
        "توليد خودرو در كشور افزايش يافته است",
    ],
)
def test_persian_typed_with_arabic_letters_and_without_half_spaces(text: str) -> None:
    assert detect(text) == "fa"


def test_arabic_typed_with_persian_letters() -> None:
    assert detect("قال وزیر الخارجیة إن المفاوضات التی جرت فی مسقط کانت مفیدة") == "ar"


@pytest.mark.parametrize(
    "text", ["", " \n ", "1398/08/24", "۱۲۳ ٤٥٦", "OK", "…—«»", "🙂🙂🙂🙂", "https://example.org/news/fa/12"]
)
def test_too_little_text_is_undetermined(text: str) -> None:
    assert detect(text) == "und"


def test_a_menu_in_another_script_does_not_decide() -> None:
    menu = "Home | About us | Contact | English | Login\n"
    body = "رئیس جمهور در نشست هیئت دولت گفت که بودجه سال آینده به مجلس داده می‌شود. "
    assert detect(menu + body * 2) == "fa"
    assert detect(menu * 40 + body * 120) == "fa"


def test_a_long_text_is_judged_by_all_of_it() -> None:
    quotation = "وقال المتحدث إن المحادثات التي جرت في مسقط كانت مفيدة. "
    body = "سخنگوی وزارت خارجه گفت که گفت‌وگوها در فضایی آرام انجام شد و ادامه خواهد داشت. "
    assert detect(quotation * 5 + body * 200) == "fa"


def test_many_at_once_and_from_threads() -> None:
    texts = [text for _, text in SENTENCES]
    expected = [language for language, _ in SENTENCES]
    assert detect_many(texts) == expected
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(detect, texts)) == expected

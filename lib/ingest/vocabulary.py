"""What the furniture of news pages is called in the languages we read: the words of the trade, not of one site.

Every entry is folded when it is loaded, so one spelling stands for all. A word alone never removes anything: kinds.py
asks for the shape of the line as well.
"""

from __future__ import annotations

import re

from lib.text.fold import fold

_WORD = re.compile(r"[^\W_]+")


def keyed(text: str) -> str:
    """Folded words parted by single spaces: the form in which labels and lines are compared."""
    return " ".join(_WORD.findall(fold(text)))


class Words(frozenset[str]):
    """Folded phrases, compared without their spaces: words written apart, joined or with a half-space are one."""

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and super().__contains__(key.replace(" ", ""))

    def __or__(self, other: object) -> Words:
        return Words([*self, *other]) if isinstance(other, frozenset) else NotImplemented


def _keys(text: str) -> Words:
    entries = (keyed(entry).replace(" ", "") for entry in text.replace("\n", "|").split("|"))
    return Words(entry for entry in entries if entry)


SHARE = _keys("""
    share|tweet|email|e-mail|print|save|facebook|twitter|x|whatsapp|telegram|linkedin|pinterest|reddit|
    copy link|copy|follow us|follow|font size|listen|bookmark|instagram|comments|link|اشتراک گذاری|اشتراک|
    به اشتراک بگذارید|نسخه چاپی|چاپ|ارسال به دوستان|ارسال|ایمیل|فیسبوک|توییتر|توئیتر|تلگرام|واتساپ|واتس اپ|
    لینک کوتاه|کپی لینک|ذخیره|بازنشر|لینکدین|اینستاگرام|ایتا|سروش|بله|اندازه متن|پسندیدم|مشاركة|شارك|شاركها|
    شارك المقال|طباعة|اطبع|إرسال|أرسل|بريد|البريد الإلكتروني|تويتر|فيس بوك|واتس اب|تلغرام|تيليجرام|حفظ|
    نسخ الرابط|استمع|استمع للمقال|حجم الخط|تغريد|غرد|انسخ الرابط|لينكد إن|انستغرام|ماسنجر|תגובות|שתף|הדפס
""")
MORE = _keys("""
    read more|more|continue reading|full story|see more|show more|read the full story|click here|keep reading|
    view all|ادامه مطلب|ادامه|ادامه خبر|بیشتر|بیشتر بخوانید|مشاهده بیشتر|متن کامل|مشروح خبر|جزئیات بیشتر|
    اطلاعات بیشتر|المزيد|اقرأ المزيد|قراءة المزيد|للمزيد|إقرأ المزيد|عرض المزيد|تابع القراءة|التفاصيل|
    مزيد من التفاصيل|التتمة|المزيد من الأخبار|اقرأ الخبر كاملا
""")
RELATED = _keys("""
    related|related news|related articles|related stories|related topics|related content|read also|also read|
    see also|more on this|most read|most popular|you may also like|you might also like|recommended|
    recommended for you|trending|more from|editors picks|latest news|more stories|read next|dont miss|
    اخبار مرتبط|خبرهای مرتبط|مطالب مرتبط|موضوعات مرتبط|بیشتر بخوانید|همچنین بخوانید|بخوانید|پربازدیدترین ها|
    پربازدیدها|پربازدید|پربیننده ترین|پربحث ترین|مطالب پیشنهادی|پیشنهاد ما|آخرین اخبار|تازه ترین خبرها|
    از دست ندهید|أخبار ذات صلة|مواضيع ذات صلة|موضوعات ذات صلة|ذات صلة|مقالات ذات صلة|أخبار مرتبطة|مواضيع متعلقة|
    اقرأ أيضا|إقرأ أيضا|اقرأ أيضاً|أقرأ أيضا|شاهد أيضا|الأكثر قراءة|الأكثر مشاهدة|قد يعجبك أيضا|قد يهمك|
    قد يهمك أيضا|آخر الأخبار|أخبار متعلقة|الأكثر تداولا|مقالات مشابهة|أخبار مشابهة|اخترنا لك|طالع أيضا|انظر أيضا
""")
TAGS = _keys("""
    tags|tag|keywords|topics|hashtags|filed under|برچسب ها|برچسب|کلیدواژه ها|کلیدواژه|کلید واژه ها|کلمات کلیدی|
    تگ ها|الكلمات الدلالية|كلمات دلالية|الكلمات المفتاحية|كلمات مفتاحية|وسوم|الوسوم|علامات|تاغات|تاق|دلالات
""")
CAPTION = _keys("""
    photo|picture|image|file photo|file|caption|photo caption|video|a file photo|عکس|تصویر|عکس آرشیوی|
    تصویر آرشیوی|آرشیو|شرح عکس|صورة|صورة أرشيفية|أرشيفية|الصورة|صورة من الأرشيف|ارشیف
""")
CREDIT = _keys("""
    photo by|photo credit|photograph|credit|photos by|image credit|picture credit|getty images|عکس از|عکاس|
    عکاس خبر|تصویر از|تصوير|عدسة|المصور|تصویربردار
""")
BYLINE = _keys("""
    by|written by|reported by|author|نوشته|نویسنده|گزارشگر|خبرنگار|مترجم|به قلم|نویسنده خبر|بقلم|كتب|كتبت|
    الكاتب|إعداد|كاتب المقال|تقرير|المحرر|محرر|المصدر والكاتب
""")
PUBLISHED = _keys("""
    published|published on|published at|date|posted|posted on|release date|publication date|date published|
    first published|تاریخ انتشار|تاریخ|تاریخ خبر|زمان انتشار|انتشار|منتشر شده در|تاریخ و ساعت|زمان خبر|
    تاريخ النشر|نشر|نشر في|نشر بتاريخ|تم النشر|تاريخ|التاريخ|تاريخ الخبر|نشرت في|نشرت
""")
UPDATED = _keys("""
    updated|last updated|last update|modified|last modified|today|today is|now|accessed|retrieved|scraped|
    crawled|به روزرسانی|به روز رسانی|بروزرسانی|آخرین به روزرسانی|آخرین ویرایش|امروز|تاریخ دریافت|آخر تحديث|
    تحديث|حدث في|تم التحديث|اليوم|التحديث
""")
CODE = _keys("""
    news id|article id|story id|id|code|news code|views|visits|comments|reads|hits|word count|reading time|
    کد خبر|شناسه خبر|شماره خبر|شناسه|کد مطلب|بازدید|تعداد بازدید|نظرات|تعداد نظرات|رقم الخبر|رمز الخبر|
    معرف الخبر|كود الخبر|عدد المشاهدات|المشاهدات|مشاهدات|الزيارات|عدد القراءات|قراءات|التعليقات|عدد التعليقات
""")
TAIL = _keys("""
    انتهای پیام|پایان پیام|پایان خبر|انتهى|انتهى الخبر|نهاية الخبر|end of message|end item|ends|
    all rights reserved
""")
SECTION = _keys("""
    world|politics|business|economy|sport|sports|opinion|culture|technology|tech|science|health|local|national|
    international|middle east|iran|world news|home|news|breaking news|arab world|international news|analysis|
    society|arts|lifestyle|بین الملل|سیاسی|سیاست|اقتصادی|اقتصاد|ورزشی|ورزش|اجتماعی|جامعه|فرهنگی|فرهنگ|
    فرهنگ و هنر|علمی|علم و فناوری|حوادث|جهان|ایران|خارجی|داخلی|سیاست خارجی|اخبار|صفحه نخست|خانه|استان ها|
    خاورمیانه|سلامت|دیدگاه|یادداشت|هنر|فناوری|دفاعی امنیتی|سياسة|سياسي|اقتصادي|رياضة|رياضي|ثقافة|ثقافة وفنون|
    محليات|محلي|أخبار محلية|دولي|دوليات|عربي|عربي ودولي|عربية ودولية|أخبار|الأخبار|العالم|العالم العربي|الخليج|
    شؤون خليجية|شؤون عربية|شؤون دولية|المشرق العربي|شمال أفريقيا|الرئيسية|آراء|رأي|مجتمع|تكنولوجيا|علوم|صحة|
    منوعات|تقارير|تحقيقات|شؤون إقليمية|إيران|سوريا|العراق|لبنان|فلسطين|اليمن|السعودية|مقالات|الرأي|فنون
""")
MEDIA = _keys("""
    video|videos|photos|photo|pictures|watch|فیلم|عکس|تصاویر|ویدئو|ویدیو|صوت|اینفوگرافی|فيديو|صور|بالفيديو|
    بالصور|شاهد|انفوغراف
""")
AGENCIES = _keys("""
    afp|ap|dpa|epa|reuters|getty|getty images|upi|tass|anadolu|aa|xinhua|kyodo|irna|isna|mehr|fars|tasnim|sana|
    wam|spa|qna|mena|kuna|bna|sputnik|bloomberg|cnn|bbc|al jazeera|nyt|ria|ifrc|file|archive|archival|handout|
    pool|file photo|ap photo|afp photo|خبرگزاری فرانسه|آسوشیتدپرس|آسوشیتد پرس|رویترز|ایرنا|ایسنا|مهر|فارس|تسنیم|
    سانا|آناتولی|آناتولو|اسپوتنیک|شینهوا|رووداو|گتی|ایلنا|آرشیو|عکس آرشیوی|باشگاه خبرنگاران|خبرگزاری آلمان|
    بلومبرگ|الشرق الاوسط|میزان|رويترز|أ ب|أ ف ب|ا ف ب|ا ب|د ب أ|د ب ا|إ ب أ|أسوشيتد برس|أسوشييتد برس|
    اسوشيتد برس|فرانس برس|وكالة الأنباء|الأناضول|واس|وام|سبوتنيك|شينخوا|أرشيفية|أرشيف|الشرق الأوسط|غيتي|
    غيتي إيمدجز|إنترنت|متداولة|تويتر|الجزيرة|وكالات|بترا|سبا|كونا|قنا|بنا
""")
FIELDS = {
    "id": _keys("id|doc id|document id|identifier|شناسه"),
    "title": _keys("title|headline|subject|عنوان|تیتر|العنوان|عنوان خبر|عنوان الخبر"),
    "date": PUBLISHED | _keys("publish date|published date|pubdate|publication|datetime|date time"),
    "url": _keys("""
        url|link|permalink|source url|web|address|لینک|آدرس|نشانی|الرابط|رابط|رابط الخبر|لینک خبر|canonical
    """),
    "outlet": _keys("""
        source|outlet|publisher|newspaper|site|agency|domain|منبع|رسانه|خبرگزاری|المصدر|مصدر|الصحيفة|الموقع|
        الوكالة
    """),
    "author": _keys("author|authors|byline|by|writer|creator|نویسنده|نوشته|خبرنگار|الكاتب|كاتب|المؤلف|بقلم"),
    "section": _keys("""
        section|category|categories|topic|desk|بخش|سرویس|دسته|گروه|موضوع|دسته بندی|القسم|قسم|التصنيف|الفئة|تصنيف
    """),
    "language": _keys("language|lang|زبان|اللغة|لغة"),
    "text": _keys("text|body|content|article|story|متن|متن خبر|شرح|النص|نص الخبر|المحتوى|نص"),
    "caption": _keys("caption|image caption|شرح عکس|تعليق الصورة"),
    "other": _keys("""
        tags|keywords|summary|description|lead|subtitle|برچسب ها|کلیدواژه ها|خلاصه|لید|الوسوم|ملخص|scraped|
        crawled|retrieved
    """),
}


def field_of(key: str) -> str | None:
    """The article field that a folded label names."""
    return next((name for name, keys in FIELDS.items() if key in keys), None)

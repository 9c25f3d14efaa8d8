"""A corpus made to hurt: every way in which a string in a script of the right is known to come out wrong.

Headlines that begin with Latin letters or digits, quotation marks, brackets, per cent, ranges, ISO dates, telephone
numbers, three sets of digits, half-spaces, vowel marks, names of three hundred letters, stray marks, overrides and
isolates; in Persian, Arabic, Urdu, Hebrew, Sorani and English. All sentences are our own.
"""

from __future__ import annotations

import json
from pathlib import Path

LRM, RLM, ALM = "\u200e", "\u200f", "\u061c"
RLO, LRO, PDF, RLE = "\u202e", "\u202d", "\u202c", "\u202b"
LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"

_NAMES = {
    "fa": "خبرگزاری «راه نو» (دفتر ۳)",
    "ar": "وكالة «الأفق» (2)",
    "ur": "روزنامہ صبح نو",
    "he": "עיתון \u201eהבוקר\u201d (בע\u05f4מ)",
    "ckb": "NRT2 دەنگی هەولێر (٢)",
    "en": "The Evening Mail (London)",
}
LONG = {
    "fa": "شورای هماهنگی انجمن\u200cهای روزنامه\u200cنگاران آزاد استان\u200cهای مرکزی و جنوبی " * 5,
    "ar": "اتحاد الجمعيات الأهلية لحماية الصحفيين المستقلين في المحافظات الشرقية " * 5,
    "en": "The Standing Committee of the Union of Independent Provincial Newspapers " * 5,
}

# language, day, headline, text
ARTICLES = [
    ("fa", "2020-07-06", "G7 \u2014 نشست هفت کشور در تهران (روز ۲)",
     "سخنگوی ایران گفت ۴۵٪ (۱۲ نفر) از کارکنان در سال\u200cهای ۱۳۹۸\u2013۱۳۹۹ بازنشسته شدند؛ تلفن +98 21 1234 است.\n\n"
     "مریم رجوی در «نشست ۱۳۹۹/۰۴/۱۶» گفت: «می\u200cخواهیم (هرچه زودتر) به توافق برسیم!» ترامپ ۱۲٬۳۴۵ نام برد.\n\n"
     "تاریخ 2020-07-06 در سند آمده است، و نشانی https://example.org/a?b=1 نیز [در پیوست] دیده می\u200cشود."),
    ("fa", "2020-07-07", "۴۵٪ (12) از نمایندگان رفتند؛ «چرا؟»",
     "۱۲ خبر (dpa) درباره\u200cٔ ایران رسید. خانهٔ مردم در تهران است و آیندهٔ کشور به رأی مردم بستگی دارد.\n\n"
     "BBC نوشت: «درآمدِ نفتِ ایران ۳٫۵ درصد کم شد.» وزارت خارجه (MFA) پاسخی نداد."),
    ("fa", "2020-07-08", "«ما می\u200cرویم»: گفت\u200cوگو با دبیر سازمان ملل [متن کامل]",
     "سازمان ملل در ۲۴ تا ۲۶ تیر ۱۳۹۹ نشست دارد. رئیس\u200cجمهور گفت: پیوند \u2018A/RES/75\u2019 را بخوانید.\n\n"
     "TT\n\n- بند نخست: ٪۲۰ افزایش.\n\n- بند دوم (ب): ۱-۰ به سود تهران."),
    ("ar", "2020-07-09", "G7 \u2014 مجموعة السبع: «لا اتفاق» مع إيران",
     "قَالَ مُتَحَدِّثٌ إنّ إيران رفضت ٤٥٪ (١٢) من البنود، وأكد ترامب ذلك في 2020-07-19.\n\n"
     "وإيران والأمم المتحدة اتفقتا على الجدول 2019-2020؛ هاتف: +963 11 222 333، والبريد a.b@example.org.\n\n"
     "ولإيران رأيٌ آخر (بحسب BBC): «الاتّفاق الـ34 لا يُلزِمُنا»."),
    ("ar", "2020-07-10", "١٢ قتيلاً (dpa) في هجوم قرب بغداد",
     "بغداد (د ب أ) ــ قُتل ١٢ شخصاً، بينهم 3 أطفال، يوم الجمعة ١٠ يوليو ٢٠٢٠ بحسب وزارة الداخلية العراقية.\n\n"
     "وللأمم المتحدة بيانٌ: «لا لأيّ عنف!» [نقلاً عن Reuters]."),
    ("ar", "2020-07-11", "3.5% نموّ الاقتصاد الإيراني (تقرير)",
     "بلغ النموّ 3.5% في الربع الأول/2020، وفق «البنك الدولي» (World Bank)؛ وانخفضت الأسعار من 40$ إلى 35$ في طهران."),
    ("ur", "2020-07-12", "G7 اجلاس: «ایران پر بات ہوگی» (رپورٹ)",
     "ایران کے وزیر نے کہا کہ ۴۵٪ (12) ارکان نے 2020-07-12 کو ووٹ دیا۔ تہران میں ۱۲۰۰ لوگ جمع ہوئے۔\n\n"
     "انہوں نے «نوائے وقت» سے کہا: ”ہم 5-6 دن میں فیصلہ کریں گے!“ یہ خبر BBC اردو نے دی۔"),
    ("he", "2020-07-13", "G7: \u201eאין הסכם\u201d עם איראן (12%)",
     "שר החוץ אמר כי 45% (12) מן הצירים הצביעו ב-2020-07-13; טלפון: 03-123-4567.\n\n"
     "צה\u05f4ל וארה\u05f4ב לא הגיבו. ה-BBC דיווח: \u201eאין תגובה [לפי שעה]\u201d."),
    ("ckb", "2020-07-14", "G7 کۆبوونەوەی هەولێر (ڕۆژی ٢)",
     "وتەبێژی حکوومەت گوتی ٤٥٪ (١٢) لە ئەندامان لە هەولێر دەنگیان دا؛ ژمارەی تەلەفۆن +964 750 111 2222 ـە.\n\n"
     "ڕۆژنامەی «بەیان» نووسی: کۆبوونەوەکە لە 2020-07-14 دەست پێ دەکات [دەقی تەواو]."),
    ("en", "2020-07-15", "\u201cمریم رجوی\u201d speaks in Paris (2nd day): 45% agree",
     "Maryam Rajavi (in Persian: مریم رجوی) spoke on 15 July 2020. The daily «الأفق» (Al-Ofoq) has 3\u20134 pages.\n\n"
     "Iran's answer came by telephone, +98 21 1234: \u201cنه!\u201d (no)."),
    ("fa", "2020-07-16", f"{RLO}نشست{PDF} تهران{LRM}: (پایان){RLM} {LRI}G20{PDI}",
     f"{RLE}خبر ایران{PDF} و {LRO}CNN{PDF} {FSI}Reuters (UK){PDI}{LRM}، {ALM}٤٥٪{LRM} {RLO}abc{PDF} پایان{PDI}.\n\n"
     f"{RLI}بند دوم درباره\u200cی تهران{PDI} [۲]{LRM}{LRM}."),
    ("ar", "2020-07-17", f"{LRM}إيران{LRM}: {RLI}«الاتفاق»{PDI} {LRO}(2){PDF}",
     f"{LRM}قال ترامب{RLM} إن {FSI}G7{PDI} لا{LRM} تقرر{PDI}{PDF}، ولبنان والأردن ولأمريكا رأي."),
    ("fa", "2020-07-18", "بیانیه\u200cی " + LONG["fa"].strip(),
     f"{LONG['fa'].strip()} در تهران نشست دارد. ایران و {LONG['ar'].strip()} نیز بودند."),
    ("ar", "2020-07-19", LONG["ar"].strip() + " (بيان)",
     f"قال {LONG['ar'].strip()} إن طهران ستردّ. {LONG['en'].strip()}."),
]  # fmt: skip


def write(folder: Path) -> Path:
    """The corpus as a folder with one file of JSON lines, every fifth article without a day or an outlet."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "hurting.jsonl").open("w", encoding="utf-8") as out:
        for n, (language, day, title, text) in enumerate(ARTICLES):
            outlet = LONG.get(language, "").strip() if n > 11 else _NAMES[language]
            row = {"id": f"hurt-{n}", "title": title, "text": text, "language": language, "date": day, "outlet": outlet,
                   "url": f"https://example.org/{n}"}  # fmt: skip
            if n % 5 == 4:
                del row["date"], row["outlet"]
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return folder

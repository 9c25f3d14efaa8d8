"""What belongs to a personal name: family names with their particles and articles, and the spellings they share."""

from __future__ import annotations

from lib.enrich.actors.words import name_words, word_set

TITLES = word_set(
    "آقای خانم دکتر سردار سرلشکر سپهبد سرتیپ ژنرال حجت الاسلام والمسلمین آیت آيت‌الله آیت‌الله حجت‌الاسلام شهید مهندس "
    "سناتور شیخ ملا حاج امام ملک سلطان شاه شاهزاده پاپ امیر سرهنگ پرنس ملکه امام کاپیتان "
    "السيد السيدة الشيخ الرئيس الوزير اللواء الدكتور المهندس الفريق العميد العقيد الجنرال السفير النائب الأمير الملك "
    "السلطان البابا الإمام الأستاذ المستشار الملا الحاج القائد آية الله المرجع "
    "mr mrs ms dr president minister senator general gen sheikh shaikh sayyid sayyed seyyed seyed ayatollah king "
    "prince queen pope imam sultan emir chancellor secretary ambassador crown custodian mullah sardar hajj colonel"
)
PARTICLES = word_set("بن ابن ابو ابا بنت ال ام bin ibn ben abu bint al el van von der de da di del la le dos")
_NOT_FAMILY = word_set(
    "دوم سوم اول چهارم پنجم الثانی الثالث الاول الرابع الخامس ii iii iv v vi jr junior الابن پسر "
    "الله الدین دین علی محمد احمد حسن حسین ali mohammad ahmad hassan hussein"
)
FAMILY_ENDINGS = word_set("زاده نژاد پور فر نیا خواه منش دوست")
SHORTEST = 3


def surnames(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The ways to name a person by family name only: «بن سلمان», «البوسعیدی», «بوسعیدی»; none for a single word."""
    if len(words) < 2 or words[-1] in _NOT_FAMILY or len(words[-1]) < SHORTEST:
        return ()
    last = words[-1]
    if len(words) > 2 and words[-2] in PARTICLES:
        forms = [(words[-2], last), (words[-2] + last,)]
        if words[-2] in ("al", "el", "ال"):
            forms.append((last,))
        return tuple(forms)
    forms = [(last,)]
    if last.startswith("ال") and len(last) > 4:
        forms.append((last[2:],))
    elif "\u0600" <= last[0] <= "\u06ff" and not last.startswith("ا"):
        forms.append(("ال" + last,))
    return tuple(forms)


def with_and_without_article(name: str) -> tuple[str, ...]:
    """Spellings of a personal name with the family name's article on or off: «بدر البوسعیدی», «بدر بوسعیدی»."""
    words = name.split()
    if len(words) < 2 or not name_words(words[-1]):
        return (name,)
    last = words[-1]
    if last.startswith("ال") and len(last) > 4 and last not in ("الله", "الدین", "الدين"):
        return (name, " ".join([*words[:-1], last[2:]]))
    return (name,)


def languages_of(name: str) -> tuple[str, ...]:
    """The languages whose letters a name is written in."""
    if not any("\u0600" <= character <= "\u06ff" for character in name):
        return ("en",)
    if any(character in "یکگپچژ\u200c" for character in name):
        return ("fa",)
    return ("ar",) if any(character in "يكةىأإئؤ" for character in name) else ("fa", "ar")

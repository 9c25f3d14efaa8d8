"""What columns, keys and tags are called, in the languages of our users: the surer names stand first.

Names are compared without case, accents, spaces, underscores and hyphens. A time of scraping is nobody's publication
date: such names are known so that they can be refused.
"""

from __future__ import annotations

import re
from functools import cache

from lib.ingest.vocabulary import keyed

NAMES = {
    "id": (
        "id|article id|doc id|document id|docid|docno|uid|uuid|guid|_id|news id|story id|stories id|item id|post id|"
        "accession number|an|unique id|identifier|شناسه|کد خبر|معرف|معرف الخبر"
    ),
    "text": (
        "article text|article body|maintext|main text|full text|body text|news text|news body|news content|"
        "body|text|content|encoded|paragraphs|article|story|story text|td|hlead|fulltext|content text|content html|"
        "post content|plain text|raw text|cleaned text|clean text|bodytext|article content|news|"
        "متن خبر|متن|متن کامل|محتوا|متن کامل خبر|شرح خبر|متن مقاله|نص الخبر|نص المقال|النص|نص|المحتوى|محتوى|المتن|"
        "متن الخبر|الخبر|texte|contenu|corps|volltext|inhalt|metin|içerik|icerik|haber metni|texto|contenido|cuerpo|"
        "текст|содержание|תוכן|טקסט|گوتار|خبر|ناوەڕۆک|مواد"
    ),
    "title": (
        "title|headline|heading|head line|article title|news title|story title|hd|subject|hl1|post title|"
        "عنوان|عنوان خبر|تیتر|تیتر خبر|سرتیتر|عنوان مقاله|العنوان|عنوان الخبر|عنوان المقال|titre|titel|überschrift|"
        "başlık|baslik|titulo|titular|заголовок|название|כותרת|سرخی|سەردێڕ|ناونیشان|ttitle"
    ),
    "summary": (
        "summary|abstract|description|lead|lede|excerpt|snippet|teaser|brief|standfirst|lp|lead paragraph|"
        "article summary|post excerpt|خلاصه|لید|چکیده|خلاصه خبر|ملخص|الملخص|موجز|وصف|résumé|zusammenfassung|özet|"
        "resumen|תקציר"
    ),
    "language": (
        "language|lang|language code|la|lng|iso language|زبان|اللغة|لغة|langue|sprache|dil|idioma|язык|שפה|زبانی"
    ),
    "published": (
        "published|date published|published at|published date|publish date|publication date|date publish|pub date|"
        "pubdate|publish time|published time|published on|publishedat|datepublished|first published|pd|release date|"
        "posted|posted on|posted at|post date|issue date|news date|article date|date|datetime|date time|utcdate|"
        "utc date|day|time|timestamp|ts|issued|datum|date gmt|"
        "تاریخ انتشار|زمان انتشار|تاریخ خبر|تاریخ|تاریخ شمسی|تاریخ میلادی|تاریخ و ساعت|تاريخ النشر|تاريخ الخبر|"
        "التاريخ|تاريخ|وقت النشر|date de publication|veröffentlicht|erscheinungsdatum|tarih|yayın tarihi|fecha|"
        "fecha de publicación|дата|дата публикации|תאריך|تاریخ اشاعت|بەروار|updated"
    ),
    "outlet": (
        "outlet|publisher|publication|publication name|newspaper|news outlet|media name|media outlet|source name|"
        "media|agency|news agency|site name|site|sitename|site title|sourcecommonname|source common name|sn|"
        "source title|source|src|website|channel|domain|source domain|host|portal|medium|"
        "خبرگزاری|رسانه|روزنامه|نام رسانه|منبع|منبع خبر|آژانس|پایگاه|المصدر|مصدر|الصحيفة|صحيفة|اسم الصحيفة|الوكالة|"
        "الموقع|journal|quelle|zeitung|zeitschrift|gazete|kaynak|fuente|medio|источник|издание|מקור|עיתון|اخبار|"
        "سەرچاوە|media url"
    ),
    "author": (
        "author|authors|byline|by line|by|writer|reporter|journalist|creator|author name|"
        "نویسنده|خبرنگار|نویسندگان|گزارشگر|الكاتب|كاتب|المؤلف|الصحفي|auteur|autor|verfasser|yazar|автор|כותב|מחבר"
    ),
    "url": (
        "url|link|article url|news url|source url|web url|canonical url|permalink|href|original url|page url|"
        "document identifier|documentidentifier|uri|article link|news link|loc|web address|"
        "لینک|لینک خبر|نشانی|آدرس|پیوند|الرابط|رابط|رابط الخبر|رابط المقال|lien|adresse|enlace|ссылка|קישור|بەستەر"
    ),
    "section": (
        "section|category|categories|cat|topic|desk|rubric|section name|news category|subject area|"
        "بخش|سرویس|دسته|دسته بندی|گروه|موضوع|حوزه|القسم|قسم|التصنيف|تصنيف|الفئة|rubrique|rubrik|ressort|kategori|"
        "sección|categoría|рубрика|קטגוריה|مدور"
    ),
    "captions": "captions|caption|image caption|photo caption|شرح عکس|تعليق الصورة",
    "seen": "seendate|seen date|dateadded",
    "scraped": (
        "scraped|scraped at|scrape date|scrape time|scraped date|scraping date|crawled|crawled at|crawl date|"
        "crawl time|date crawled|date extracted|extracted|extracted at|extraction date|extraction time|retrieved|"
        "retrieved at|retrieved on|date retrieved|retrieval date|download date|downloaded|downloaded at|date download|"
        "date downloaded|fetched|fetched at|fetch date|fetch time|collected|collected at|collection date|"
        "date collected|date collection|indexed|indexed date|indexed at|index date|harvested|accessed|access date|"
        "date accessed|load date|ingested at|inserted at|created at|added at|modified|modified date|updated at|"
        "last modified|last updated|update date|date modified|coded date|export date|"
        "تاریخ دریافت|زمان دریافت|تاریخ استخراج|تاریخ خزش|تاریخ جمع آوری|آخرین به روزرسانی|تاريخ الجمع|"
        "تاريخ الاستخراج|تاريخ التحميل|تاريخ السحب|وقت السحب|آخر تحديث|abgerufen|consulté le"
    ),
}
# Endings of nested keys that say nothing of what is meant (`title.rendered`, `headline.main`, `ts.$date`, `body.p`).
_GENERIC_WORDS = """
    main rendered value text cdata p par para paragraph paragraphs date oid name raw plain html numberlong default 0
    block item li string t
"""
_GENERIC = frozenset(_GENERIC_WORDS.split())
# What belongs to something else than the article itself.
_FOREIGN_WORDS = """
    image images img thumbnail thumb media video videos audio enclosure related comment comments user avatar logo
    socialimage author authors next previous prev parent tags keywords location geo
"""
_FOREIGN = frozenset(_FOREIGN_WORDS.split())
_PART = re.compile(r"[.:@/\[\]#$]+")


def _squeezed(name: str) -> str:
    return keyed(name).replace(" ", "")


@cache
def _table() -> dict[str, tuple[str, int]]:
    table: dict[str, tuple[str, int]] = {}
    for field, names in NAMES.items():
        for rank, name in enumerate(names.split("|")):
            table.setdefault(_squeezed(name), (field, rank))
    return table


@cache
def field_of(name: str) -> tuple[str, int] | None:
    """The field that a column, key or dotted path names, and its rank (0 is the surest); None when it names none."""
    if len(name) > 200:
        return None
    if found := _table().get(_squeezed(name)):
        return found
    parts = [part for part in _PART.split(name.lower()) if part]
    if len(parts) < 2:
        return None
    if found := _table().get(_squeezed(" ".join(parts[-2:]))):
        return found[0], found[1] + 100
    stem = list(parts)
    while len(stem) > 1 and _squeezed(stem[-1]) in _GENERIC:
        stem.pop()
        if found := _table().get(_squeezed(stem[-1])):
            return found[0], found[1] + 100
    if _FOREIGN & set(parts[:-1]):
        return None
    found = _table().get(_squeezed(parts[-1]))
    return (found[0], found[1] + 300) if found else None

"""Words that say nothing of what a text is about, as search keys, so that every spelling of them is known.

The lists are those of stopwords-iso (MIT). It has none for Sorani and Pashto, and its Persian, Arabic and Urdu
lists lack auxiliaries and words of saying that news is full of: those are ours. Arabic writes "and" and "so" onto the
next word, Persian the verb "to be" after a participle.
"""

from __future__ import annotations

import functools

import stopwordsiso

from lib.text.fold import fold
from lib.text.languages import primary
from lib.text.tokens import tokens

_OURS = {
    "ar": (
        "قال قالت يقول أضاف أضافت أكد أكدت ذكر ذكرت أوضح أشار خلال بعد قبل أي كما حول بين عبر ضد منذ حيث وفق وفقا إلى "
        "على عن من"
    ),
    "ckb": (
        "و لە بە بۆ کە ئەو ئەم ئەوە ئەمە ئەوان ئێمە ئێوە من تۆ هەر هەموو یان نە دا ڕا وە لەگەڵ بەڵام چونکە ئەگەر پاش "
        "پێش لەسەر ژێر نێوان دەکات دەکەن دەبێت بوو بوون کرد کردن کراوە هەیە نییە هەروەها تەنها زۆر کەم یەک دوو بەپێی "
        "لەلایەن گوتی وتی دەڵێت ئێستا هیچ چەند کاتێک ناو سەر تر ترین"
    ),
    # Half-spaces are left out: the key has none.
    "fa": (
        "است هست نیست بود نبود باشد شد شده شود میشود نمیشود میشوند شدند کرد کرده کند میکند میکنند کردند نمیکند خواهد "
        "خواهند دارد دارند داشت داشته داد داده دهد میدهد گفت گفته میگوید افزود را که از به با در بر برای تا و یا این "
        "شدهاند کردهاند بودهاند میتواند نمیتواند "
        "آن ها های هم نیز اما اگر چون پس پیش بین هر همه یک وی او ما شما من خود توسط دیگر بعد قبل روی طی مورد باید"
    ),
    "ps": (
        "د په له ته چې او یا دا هغه دی ده دي دې یې مې مو سره لپاره څخه کې کښې پر باندې پورې هم خو که نه نو بل یو یوه "
        "دوی موږ تاسو زه ته هر ټول شو شوي شوې شوه کړ کړي کړې کړه کوي کول کېږي وي وو وه ول ویل وایي لري لرل به تر بیا "
        "وروسته مخکې اوس هیڅ څه څوک څو دغه همدا هغوی خپل خپله"
    ),
    "ur": (
        "میں نہیں ان کیا گیا کو نے سے وہ اس تھا تھے تھی بھی کر رہا رہے رہی جو بعد جس کہا ساتھ ہو گئے گئی ہوئے ہوئی لئے "
        "پر تک اور یہ ایک کہ ہی لیے دیا دی جا"
    ),
}
_WRITTEN_ON = {"ar": ("و", "ف")}
_WRITTEN_AFTER = {"fa": ("است", "اند", "بود")}


@functools.cache
def stop_words(language: str | None) -> frozenset[str]:
    """Search keys of a language's stop words; empty where we have no list."""
    code = primary(language)
    listed = stopwordsiso.stopwords(code) if stopwordsiso.has_lang(code) else set()
    keys = set()
    for phrase in (*listed, *_OURS.get(code, "").split()):
        words = list(tokens(phrase))
        if len(words) == 1:
            keys.add(words[0].key)
    keys |= {key + fold(last) for last in _WRITTEN_AFTER.get(code, ()) for key in keys}
    keys |= {fold(first) + key for first in _WRITTEN_ON.get(code, ()) for key in keys}
    return frozenset(keys)


def says_something(key: str, stops: frozenset[str]) -> bool:
    """Whether a word's key is worth listing: no stop word, no number, more than one letter."""
    return len(key) > 1 and key not in stops and any(character.isalpha() for character in key) and not key[0].isdigit()

"""Which language a text is written in, told from its letters and words alone and without a network.

py3langid knows the languages; this module knows its blind spots in news of the Middle East. Persian typed with Arabic
yeh and kaf and without half-spaces looks Arabic to it, so the function words vote; Sorani Kurdish is called `sdh`
there; and a page that is half menu in another script is judged by the script that carries it.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from typing import Any

from lib.text.tokens import words as with_keys

UNDETERMINED = "und"
_WINDOW = 700
_WINDOWS = 4
_FEWEST_LETTERS = 4

_NOISE = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\S+|[@#]\w+", re.IGNORECASE)
_LETTERS = {
    "Arabic": re.compile(
        "[\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06d5\u06ee-\u06ef\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]+"
    ),
    "Hebrew": re.compile("[\u05d0-\u05ea\u05ef-\u05f2]+"),
    "Cyrillic": re.compile("[\u0400-\u052f]+"),
    "Latin": re.compile("[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0259\u1e00-\u1eff]+"),
}  # fmt: skip
_OTHER = re.compile(r"[^\W\d_\u0000-\u06ff\u0750-\u077f\u1e00-\u1eff\ufb50-\ufdff\ufe70-\ufefc]+|[\u0370-\u03ff]+")

# Labels of the model by script. Left out on purpose: small languages that only ever steal short texts from large
# neighbours (gl and oc from es, eo and la from everything), and dialect labels that have no written press.
_BY_SCRIPT = {
    "Arabic": "ar ary arz fa ku ps sdh ug ur",
    "Hebrew": "he",
    "Cyrillic": "be bg kk ky mk mn ru sr tg tt uk",
    "Latin": "af az ca cs da de en es et eu fi fr ha hr hu id is it ku lt lv ms nl no pl pt ro sk sl so sq sv sw tl "
    "tr uz vi",
    "Other": "am as bn el gu hi hy ja ka km kn ko lo ml mr my ne or pa si ta te th zh",
}
_CANDIDATES = {script: frozenset(labels.split()) for script, labels in _BY_SCRIPT.items()}
_IN_ARABIC_SCRIPT = {"arz": "ar", "ary": "ar", "sdh": "ckb", "ku": "ckb"}
_IN_LATIN_SCRIPT = {"ku": "kmr"}

# Letters that neither Persian nor Arabic writes: where they occur the model is right, and the votes stay out.
_FOREIGN = re.compile(
    "[\u06ce\u06c6\u06b5\u0695\u06d5\u06d0\u06cd\u067c\u0689\u0693\u069a\u0681\u0685\u06bc\u06d2\u0679\u0688\u0691\u06ba\u06be\u06aa\u06c7\u06c8\u06cb\u06ad]"
)
_SINDHI = re.compile(
    "[\u067b\u0680\u067f\u067a\u0684\u0683\u0687\u068c\u068f\u068a\u068d\u06b3\u06b1\u06bb\u06aa\u06fd\u06fe]"
)
_PERSIAN_LETTER = re.compile("[\u067e\u0686\u0698\u06af]")


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


# Folded words; those that both languages write («من», «ما», «او» for أو, «ان», «یا», «بین») have no vote.
_PERSIAN = _words(
    "را که این از با به برای است بود شد شده می نمی های تا هم خود کرد کرده کند کنند کنید شود شوند هر هیچ نیز پس یک دو "
    "سه باید دارد دارند دارم داشت اگر چه همه دیگر نیست گفت گفته وی خواهد خواهند شدند کردند باشد بودند درباره اند ایشان "
    "انها انان چون چرا چند پیش زیر هستند هست بوده داد داده دهد بیش کار چنین همین همچنین بدون توان تواند روی شما نمیشود "
    "میشود میکند میکنند نمیتوان نیم برخی بسیار ولی اینکه انکه یکی دست گیرد بی در بر"
)
_ARABIC = _words(
    "فی التی الذی الذین هذا هذه ذلک تلک کان کانت قد لقد لم لن عن انه انها مع هل الی ثم لکن کما حیث وقد وکان ولم ولا لا "
    "منذ نحن هو هی هم عند عندما اذا لدی غیر ایضا بان وفی ومن وهو وهی لها لهم منها فیها علیها حول خلال یجب یمکن لیس مش "
    "ده دی کده علشان عشان ایه انا انت کنت تم"
)
_PUNJABI = _words("نوں وچ توں اوہ ایہہ ایہ لئی کیتا اوہناں ہون نال کسے دا تے اوہدے چ")
_URDU = _words("میں کو سے کا ہے اور ہیں کیا تھا لیے ان اس نہیں")
# «البته» and «الگو» are Persian words, not an article and a noun.
_ARTICLE = re.compile("(?:[وفبک]?ال|لل)(?!له|بته|هام|گو|مپ|کتر|زام|ماس|کل|وند|برز|حاق|فبا|یگ)[^\\W\\d_]{3}")
_ARABIC_SURFACE = re.compile("[\u0623\u0625]|.*\u0629$")  # Persian begins no word with a hamza on alef

# Letters that a language does not write: more than stray ones rule it out.
_NEVER = {
    "uk": re.compile("[ыэёъ]"),
    "bg": re.compile("[ыэёіїє]"),
    "mk": re.compile("[ыэёъьюящй]"),
    "sr": re.compile("[ыэёъьюящй]"),
    "be": re.compile("[ищъї]"),
    "ru": re.compile("[іїєґўәғқңөұүһҷӣӯјљњ]"),
    "tr": re.compile("ə"),
    "uz": re.compile("[əşıöü]"),
}

_lock = threading.Lock()
_model: Any = None


def _identifier() -> Any:
    """The model, loaded once (0.7 s) by whichever thread asks first."""
    global _model
    with _lock:
        if _model is None:
            from py3langid import langid

            model = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)
            model.set_languages(sorted(frozenset().union(*_CANDIDATES.values())))
            _model = model
    return _model


def detect(text: str) -> str:
    """ISO 639-1 code of `text`, 639-3 where there is none (`ckb`, `kmr`); `und` for too little text."""
    sample = _NOISE.sub(" ", _sample(text))
    script, letters, words = _script(sample)
    if letters < (_FEWEST_LETTERS if script != "Other" else 2):
        return UNDETERMINED
    if script == "Arabic":
        return "sd" if len(_SINDHI.findall(words)) * 30 > letters else _in_arabic_script(words, letters)
    label = _label(words, script, letters)
    return _IN_LATIN_SCRIPT.get(label, label) if script == "Latin" else label


def _in_arabic_script(words: str, letters: int) -> str:
    """What the function words say; the model is asked where they do not decide, and where other letters are written."""
    foreign = len(_FOREIGN.findall(words)) * 100 > len(words)
    if not foreign:
        persian, arabic = _votes(words)
        if persian > arabic:
            return "fa"
        if arabic > 2 * persian:
            return "ar"
    label = _label(words, "Arabic", letters)
    label = _IN_ARABIC_SCRIPT.get(label, label)
    return _punjabi(words) if foreign and label == "ur" else label


def _label(words: str, script: str, letters: int) -> str:
    """The model's best language that is written in this script with these letters."""
    for code, _ in _identifier().rank(words):
        never = _NEVER.get(code)
        if code in _CANDIDATES[script] and not (never and len(never.findall(words.lower())) * 100 > letters):
            return str(code)
    return UNDETERMINED


def detect_many(texts: Sequence[str]) -> list[str]:
    """`detect` for each text."""
    return [detect(text) for text in texts]


def _sample(text: str) -> str:
    """All of a short text; of a long one a few windows spread over it, so that no menu at its head decides alone."""
    if len(text) <= _WINDOW * _WINDOWS:
        return text
    step = (len(text) - _WINDOW) // (_WINDOWS - 1)
    return " ".join(text[at : at + _WINDOW] for at in range(0, step * _WINDOWS, step))


def _script(sample: str) -> tuple[str, int, str]:
    """The main script, the number of its letters, and the sample without words of other scripts if these are many."""
    words = {script: pattern.findall(sample) for script, pattern in (*_LETTERS.items(), ("Other", _OTHER))}
    counts = {script: sum(map(len, found)) for script, found in words.items()}
    script = max(counts, key=counts.__getitem__)
    mixed = sum(counts.values()) - counts[script] > counts[script] // 10
    return script, counts[script], " ".join(words[script]) if mixed else sample


def _votes(words: str) -> tuple[int, int]:
    """How many words are Persian only and how many Arabic only."""
    persian = arabic = 0
    for surface, key in with_keys(words):
        persian += key in _PERSIAN or _PERSIAN_LETTER.search(surface) is not None
        arabic += key in _ARABIC or _ARABIC_SURFACE.match(surface) is not None or _ARTICLE.match(key) is not None
    return persian, arabic


def _punjabi(words: str) -> str:
    """Western Punjabi, which the model calls Urdu, by its function words."""
    found = words.split()
    return "pnb" if sum(word in _PUNJABI for word in found) > sum(word in _URDU for word in found) else "ur"

"""A title is no part of a name: of «الملك عبد الله الثاني» the list knows the whole, the mention is «عبد الله الثاني».

So a listed person is marked as a person on no list is, and as annotated corpora do it.
"""

from __future__ import annotations

from collections.abc import Sequence

from lib.enrich.actors.lexicon import Lexicon, Node
from lib.enrich.actors.names import TITLES
from lib.enrich.actors.proclitics import peeled
from lib.enrich.actors.words import name_words, word_set

# Before a name these are never part of it; «سردار», «سلطان», "Sheikh" are given names too and need the name alone.
RANKS = word_set(
    "الملك الملكة الأمير الأميرة الشيخ الشيخة البابا السلطان الإمام الملا الحاج السيدة الرئيس الوزير القائد "
    "المرجع الجنرال اللواء الفريق العميد العقيد الدكتور دكتور المهندس السفير النائب ملکه شاهزاده پرنس پاپ ملا "
    "ژنرال سرلشکر سپهبد سرتیپ سرهنگ دکتر مهندس آقای خانم شهید آیت‌الله حجت‌الاسلام العظمی king queen prince princess "
    "crown pope emperor president chancellor general gen colonel ayatollah mullah mr mrs ms dr"
)
_OPENING = frozenset(map(name_words, ("آیت الله", "آية الله", "حجت الاسلام", "حجة الإسلام")))
# Persian says «ملک» of Arab kings only, and as part of the name, as it is of «ملک مطیعی»; «سید» stands inside names.
_KEPT = word_set("ملک sayyid sayyed seyyed seyed")
_DOUBTFUL = TITLES - RANKS - _KEPT


def ranks(words: Sequence[str], actor: str, lexicon: Lexicon, glued: bool = False) -> int:
    """How many of the first words of a person's name are titles; `glued`: particles may stand on the first."""
    count = 0
    while count < len(words) - 1:
        if tuple(words[count : count + 2]) in _OPENING and count + 2 < len(words):
            count += 2
        elif not _rank(words, count, actor, lexicon, glued):
            break
        else:
            count += 1
    return count


def _rank(words: Sequence[str], at: int, actor: str, lexicon: Lexicon, glued: bool) -> bool:
    readings = [words[at], *(rest for _, rest in peeled(words[at]) if glued and not at)]
    if not RANKS.isdisjoint(readings):
        return True
    return not _DOUBTFUL.isdisjoint(readings) and _named(words[at + 1 :], actor, lexicon)


def _named(words: Sequence[str], actor: str, lexicon: Lexicon) -> bool:
    """Whether the list knows these words alone as a name of the same person."""
    node: Node | None = lexicon.root
    for word in words:
        node = node.get(word) if node is not None else None
    return node is not None and any(entry.key == actor for entry in node.entries)

"""Makes the actor list and the name tagger ready ahead: `python -m lib.enrich.lists`, once after installing.

Without it the first start does so, and takes a second longer.
"""

from __future__ import annotations

from lib.enrich.actors import load_gazetteer
from lib.enrich.actors.identity import listed_index
from lib.enrich.tagging.tagger import equip

if __name__ == "__main__":
    listed_index(equip(load_gazetteer()))

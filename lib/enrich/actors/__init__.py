"""Who and what a text names: states, places, listed people and organisations, and names introduced by a title.

A list that can be read and corrected beats a model that cannot: every mention says how it was found.
"""

from lib.enrich.actors.find import find_actors, found_actors
from lib.enrich.actors.gazetteer import Gazetteer, load_gazetteer

__all__ = ["Gazetteer", "find_actors", "found_actors", "load_gazetteer"]

"""A tagger that finds names on no list: persons, organisations and places in Persian, Arabic and English.

It is trained by `python -m lib train` on labelled sentences; `lib/data/ner` has the tagger, the labels and the card.
"""

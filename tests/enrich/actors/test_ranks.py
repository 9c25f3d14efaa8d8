"""A title before a listed name is no part of the mention; a given name that is also a title is."""

from __future__ import annotations

import pytest

from lib.enrich.actors import find_actors, load_gazetteer


@pytest.mark.parametrize(
    ("text", "language", "surface", "actor"),
    [
        ("استقبل الملك عبد الله الثاني ضيوفه", "ar", "عبد الله الثاني", "abdullah-ii-of-jordan"),
        ("وصل مع الملك سلمان اليوم", "ar", "سلمان", "salman-bin-abdulaziz"),
        ("والتقى والبابا فرنسيس", "ar", "فرنسيس", "pope-francis"),
        ("هدية للملك سلمان", "ar", "سلمان", "salman-bin-abdulaziz"),
        ("ولي العهد الأمير محمد بن سلمان", "ar", "محمد بن سلمان", "mohammed-bin-salman"),
        ("آیت‌الله خامنه‌ای گفت", "fa", "خامنه‌ای", "ali-khamenei"),
        ("آیت الله سیستانی گفت", "fa", "سیستانی", "ali-al-sistani"),
        ("سردار سلیمانی آمد", "fa", "سلیمانی", "qasem-soleimani"),
        ("سردار آزمون آمد", "fa", "سردار آزمون", "sardar-azmoun"),
        ("ملک عبدالله دوم آمد", "fa", "ملک عبدالله دوم", "abdullah-ii-of-jordan"),
        ("شیخ حسینه آمد", "fa", "شیخ حسینه", "sheikh-hasina"),
        ("Crown Prince Mohammed bin Salman spoke", "en", "Mohammed bin Salman", "mohammed-bin-salman"),
        ("Then President Trump spoke", "en", "Trump", "donald-trump"),
        ("Then Sheikh Hasina spoke", "en", "Sheikh Hasina", "sheikh-hasina"),
        ("Seyed Abbas Araghchi spoke", "en", "Seyed Abbas Araghchi", "abbas-araghchi"),
    ],
)
def test_a_title_is_left_out(text: str, language: str, surface: str, actor: str) -> None:
    people = [each for each in find_actors({"text": text}, language, load_gazetteer()) if each.kind == "person"]
    assert [(each.surface, each.actor) for each in people] == [(surface, actor)]
    assert text[people[0].start : people[0].end] == surface

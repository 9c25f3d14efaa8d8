from pathlib import Path

import pytest

from lib.ingest.encodings import NotText, decode
from lib.ingest.streams import Stream
from tests.ingest.prose import ARABIC, ENGLISH, PERSIAN

ARABIC_PAGE = "\n".join(ARABIC)
# windows-1256 has no Persian yeh: typists of its time used the Arabic one.
PERSIAN_1256 = "\r\n".join(PERSIAN).replace("ی", "ي")
HEBREW = "\n".join(
    ("שר החוץ אמר ביום ראשון כי השיחות יתחדשו בעיר הבירה בתוך שבועיים.", "הוא הוסיף כי לוח הזמנים ברור.")
)
FRENCH = (
    "Le ministère a annoncé dimanche que les négociations reprendraient à Genève, après l'été, malgré les réserves."
)

SOUND = [
    *(
        (ARABIC_PAGE, name)
        for name in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le")
    ),
    *((ARABIC_PAGE, name) for name in ("utf-32-be", "cp1256", "iso8859_6", "mac_arabic")),
    *((PERSIAN_1256, name) for name in ("utf-8", "utf-16-le", "utf-16-be", "cp1256")),
    *((HEBREW, name) for name in ("utf-8", "utf-16-le", "cp1255", "iso8859_8")),
    *((ENGLISH[0], name) for name in ("ascii", "utf-16-le", "utf-32-be")),
    (FRENCH, "cp1252"),
    ("a", "ascii"),
    ("é", "utf-8"),
]


@pytest.mark.parametrize(("text", "encoding"), SOUND)
def test_sound_files_come_out_character_for_character(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.notes == ()


@pytest.mark.parametrize("misread", ["cp1256", "latin-1"])
@pytest.mark.parametrize("text", [ARABIC_PAGE, "\n".join(PERSIAN)])
def test_text_encoded_twice_is_put_right_and_reported(text: str, misread: str) -> None:
    decoded = decode(text.encode().decode(misread).encode())
    assert decoded.text == text
    assert "encoded twice" in decoded.notes[0].what


@pytest.mark.parametrize("text", [ARABIC_PAGE, FRENCH, "\n".join(PERSIAN), "Ã©tude Ø test", "طھ ظ"])
def test_text_that_was_not_encoded_twice_is_left_alone(text: str) -> None:
    assert decode(text.encode()).text == text


def test_a_cut_letter_costs_only_itself() -> None:
    data = ARABIC_PAGE.encode()
    decoded = decode(data[:21] + data[22:])
    assert decoded.text.count("\ufffd") in (1, 2)
    assert decoded.text.endswith(ARABIC[1])
    assert "UTF-8" in decoded.notes[0].what


def test_lines_in_two_encodings_are_all_read() -> None:
    decoded = decode(ARABIC[0].encode() + b"\n" + ARABIC[1].encode("cp1256") + b"\n" + PERSIAN[0].encode())
    assert decoded.text.split("\n") == [ARABIC[0], ARABIC[1], PERSIAN[0]]
    assert decoded.notes[0].where == "line 2"


A, B, P, H = ARABIC[0], ARABIC[1], PERSIAN[0], HEBREW.split("\n")[0]
MIXED = {
    "a few in UTF-8": ([(A, "cp1256")] * 8 + [(B, "utf-8"), (P, "utf-8")], "line 9"),
    "short words": ([(A, "utf-8")] * 4 + [("سلام", "cp1256"), ("خبر", "cp1256"), (B, "cp1256")], "line 7"),
    "one word": ([(A, "utf-8")] * 4 + [("أخبار", "cp1256")], "line 5"),
    "two old ones": ([(A, "cp1256"), (B, "iso8859_6"), (A, "cp1256")], "line 2"),
    "two of the Mac": ([(A, "mac_arabic")] * 3 + [(B, "cp1256")], "line 4"),
    "Hebrew": ([(H, "cp1255"), (H, "utf-8"), (H, "utf-8")], "line 1"),
    "Hebrew of another kind": ([(H, "iso8859_8"), (H, "utf-8"), (H, "utf-8")], "line 1"),
}


@pytest.mark.parametrize("name", MIXED)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_line_in_its_own_encoding(name: str, end: str) -> None:
    lines, where = MIXED[name]
    decoded = decode(end.encode().join(text.encode(encoding) for text, encoding in lines))
    assert decoded.text == end.join(text for text, _ in lines)
    assert where in {note.where for note in decoded.notes}


@pytest.mark.parametrize("encoding", ["cp1256", "iso8859_6", "mac_arabic", "utf-16-le", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("size", [12, 25, 60, 200])
def test_short_texts_too(encoding: str, size: int) -> None:
    text = ARABIC_PAGE[:size]
    assert decode(text.encode(encoding)).text == text


def test_lines_encoded_twice_among_sound_ones() -> None:
    twice = {name: B.encode().decode(name) for name in ("cp1256", "latin-1")}
    for name, line in twice.items():
        decoded = decode("\n".join([A, *[P] * 30, line, A]).encode())
        assert decoded.text == "\n".join([A, *[P] * 30, B, A]), name
        assert decoded.notes[0].what.startswith("1 line had been encoded twice")


def test_what_was_encoded_three_times_goes_back_as_often() -> None:
    thrice = A.encode().decode("latin-1").encode().decode("latin-1")
    assert decode(thrice.encode()).text == A


def test_a_long_file_in_pieces_is_read_like_a_short_one(tmp_path: Path) -> None:
    lines = [A.encode("cp1256")] * 40 + [B.encode()] + [P.replace("ی", "ي").encode("cp1256")] * 40
    (tmp_path / "a").write_bytes(b"\n".join(lines))
    stream = Stream(tmp_path / "a", 2048)
    assert "".join(stream.lines()) == decode(b"\n".join(lines)).text
    assert [(note.where, note.what.split(" is ")[0]) for note in stream.notes] == [("line 41", "1 line")]


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b"\0" * 5000, "zeros"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0", "binary"),
        (bytes(range(32)) * 40, "binary"),
    ],
)
def test_what_is_no_text_is_refused_in_a_sentence(data: bytes, word: str) -> None:
    with pytest.raises(NotText, match=word):
        decode(data)

import pytest

from lib.ingest.encodings import NotText, decode
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

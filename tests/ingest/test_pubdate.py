"""Days in addresses, file names and fields: found in three calendars, refused where they are something else."""

from datetime import date

import pytest

from lib.ingest.pubdate import from_filename, from_url, from_value, settled
from lib.model import Article, Published


@pytest.mark.parametrize(
    ("url", "since", "precision"),
    [
        ("https://a.example/2020/07/17/port", date(2020, 7, 17), "day"),
        ("https://a.example/news/2020-07-17-port.html", date(2020, 7, 17), "day"),
        ("https://a.example/2020/jul/17/port", date(2020, 7, 17), "day"),
        ("https://a.example/fa/news/1398/04/26/2055/port", date(2019, 7, 17), "day"),
        ("https://a.example/%DB%B1%DB%B3%DB%B9%DB%B8/%DB%B0%DB%B4/%DB%B2%DB%B6/x", date(2019, 7, 17), "day"),
        ("https://a.example/1441/11/26/port", date(2020, 7, 17), "day"),
        ("https://a.example/news/20200717/port", date(2020, 7, 17), "day"),
        ("https://a.example/article/port-2020-7-7.html", date(2020, 7, 7), "day"),
        ("https://www.farsnews.ir/news/8704260698", date(2008, 7, 16), "day"),
        ("https://www.isna.ir/news/98042613942/port", date(2019, 7, 17), "day"),
        ("https://a.example/2020/07/port", date(2020, 7, 1), "month"),
        ("https://a.example/1398/04/port", date(2019, 6, 22), "month"),
    ],
)
def test_a_day_in_an_address(url: str, since: date, precision: str) -> None:
    found = from_url(url)
    assert found is not None
    assert (found.since, found.precision, found.basis) == (since, precision, "url")


@pytest.mark.parametrize(
    "url",
    [
        None, "", "https://a.example/", "https://a.example/news/8704260698", "https://a.example/2020/13/45/x",
        "https://a.example/news/2075/01/01/x", "https://a.example/article/12345678", "https://a.example/2020/port",
        "https://a.example/news?date=2020/07/17", "http://[broken/2020/07/17/", "https://a.example/world-2020-elections",
        "https://a.example/1998/04/31/x", "https://2020.07.17.example/x",
    ],
)  # fmt: skip
def test_no_day_in_an_address(url: str | None) -> None:
    assert from_url(url) is None


@pytest.mark.parametrize(
    ("name", "since"),
    [
        ("2020-07-17.txt", date(2020, 7, 17)),
        ("archive-of-2019/news_20200717_3.html", date(2020, 7, 17)),
        ("1398-04-26 خبر.txt", date(2019, 7, 17)),
        ("pages.zip!/2020.07.17_port.txt", date(2020, 7, 17)),
        ("17-07-2020.txt", date(2020, 7, 17)),
        ("port 17 July 2020.docx", date(2020, 7, 17)),
        ("۱۳۹۸-۰۴-۲۶.txt", date(2019, 7, 17)),
    ],
)
def test_a_day_in_a_file_name(name: str, since: date) -> None:
    found = from_filename(name)
    assert found is not None
    assert (found.since, found.basis) == (since, "filename")


@pytest.mark.parametrize(
    "name",
    [
        "scraped_2020-07-17.txt", "export-20200717.txt", "page 2020-07-17 10_15_30.html", "20200717T101530Z.html",
        "20200717101530.html", "Screenshot 2020-07-17.txt", "07-06-2020.txt", "2020/07/17/port.txt", "a1.txt",
        "news-12345678.txt", "2020.txt", "",
    ],
)  # fmt: skip
def test_no_day_in_a_file_name(name: str) -> None:
    assert from_filename(name) is None


@pytest.mark.parametrize(
    ("value", "since"),
    [
        ("2020-07-17T22:30:00+04:30", date(2020, 7, 17)),
        ("Fri, 17 Jul 2020 10:00:00 GMT", date(2020, 7, 17)),
        ("1594980000", date(2020, 7, 17)),
        ("1594980000123", date(2020, 7, 17)),
        ("۲۶ تیر ۱۳۹۸", date(2019, 7, 17)),
        ("2020-07", date(2020, 7, 1)),
        ("07/06/2020", None),
        ("yesterday", None),
        ("", None),
        (None, None),
        ("9999-12-31", None),
    ],
)
def test_a_day_in_a_field(value: str | None, since: date | None) -> None:
    found = from_value(value)
    assert (found.since if found else None) == since


@pytest.mark.parametrize(
    ("basis", "expected"), [("metadata", "metadata"), ("page", "url"), ("none", "url"), ("user", "user")]
)
def test_what_is_trusted_more_wins(basis: str, expected: str) -> None:
    day = date(2001, 1, 2)
    known = Published(day, day, "day", basis) if basis != "none" else Published()  # type: ignore[arg-type]
    one = Article(id="a", source="2020-07-18.txt", text="x", url="https://a.example/2020/07/17/x", published=known)
    assert settled(one, "2020-07-18.txt").published.basis == expected

"""Web pages: text kept to the character, fields, one article or several, and the day with its decoys."""

from datetime import date
from pathlib import Path

import pytest

from tests.ingest.documents.make import ARABIC, PERSIAN, mhtml, page, paragraphs, records, warc

TITLE = "ناخدایان بندر به دریا بازمی‌گردند"
BODY = f"<article><h1>{TITLE}</h1>{paragraphs(PERSIAN)}</article>"
LINKED = '<script type="application/ld+json">{}</script>'


def test_the_text_is_the_pages_own_characters(tmp_path: Path) -> None:
    text = PERSIAN[0].replace("رفت\u200cوآمد", "رفت&zwnj;وآمد")
    html = page(f"<nav><a href=/>خانه</a></nav><h1>{TITLE}</h1>{paragraphs([text, *PERSIAN[1:]])}")
    articles, problems = records(tmp_path, "a.html", html)
    assert not problems
    assert articles[0].text == "\n\n".join(PERSIAN)
    assert articles[0].title == TITLE
    assert articles[0].language is None
    assert articles[0].source_span is None
    assert articles[0].raw is None


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "utf-16", "utf-8-sig"])
@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "windows-1256"])
def test_bytes_are_believed_before_the_declared_charset(tmp_path: Path, encoding: str, declared: str) -> None:
    html = page(f"<h1>خبر</h1>{paragraphs(ARABIC)}").replace('charset="utf-8"', f'charset="{declared}"')
    articles, _ = records(tmp_path, "a.html", html.encode(encoding))
    assert articles[0].text == "\n\n".join(ARABIC)


def test_a_declared_charset_that_fits_is_used(tmp_path: Path) -> None:
    text = "Капитаны порта снова вышли в море, и министр транспорта приветствовал их на новом причале. " * 4
    html = page(f"<h1>Порт</h1><p>{text.strip()}</p>").replace("utf-8", "koi8-r")
    articles, _ = records(tmp_path, "a.html", html.encode("koi8-r"))
    assert articles[0].text == text.strip()


def test_fields_come_from_the_metadata(tmp_path: Path) -> None:
    head = (
        '<title>سایت</title><meta property="og:site_name" content="روزنامه بندر">'
        '<link rel="canonical" href="https://port.example/fa/1"><meta property="article:section" content="اقتصاد">'
    )
    linked = LINKED.format(
        f'{{"@graph": [{{"@type": "NewsArticle", "headline": "{TITLE}", "datePublished": "2020-07-17T10:00:00+04:30",'
        '"author": [{"@type": "Person", "name": "سارا کریمی"}]},'
        '{"@type": "VideoObject", "video": {"@type": "NewsArticle", "datePublished": "2001-01-01"}}]}'
    )
    body = BODY.replace("</h1>", "</h1><figure><img><figcaption>اسکله سوم بندر</figcaption></figure>")
    articles, _ = records(tmp_path, "a.html", page(body, head + linked))
    one = articles[0]
    assert (one.title, one.outlet, one.author) == (TITLE, "روزنامه بندر", "سارا کریمی")
    assert (one.url, one.section) == ("https://port.example/fa/1", "اقتصاد")
    assert one.captions == ("اسکله سوم بندر",)
    assert "اسکله سوم" not in one.text
    assert (one.published.since, one.published.basis) == (date(2020, 7, 17), "metadata")


DECOYS = (
    '<div class="top-clock">1 January 2024</div>{}<aside><h2>مرتبط</h2><time datetime="2022-02-02">x</time></aside>'
)


@pytest.mark.parametrize(
    ("head", "body", "name", "since", "basis"),
    [
        ('<meta name="pubdate" content="2020-07-17">', DECOYS.format(BODY), "a.html", date(2020, 7, 17), "metadata"),
        ('<meta property="article:modified_time" content="2021-07-17">', DECOYS.format(BODY), "a.html", None, "none"),
        ("", DECOYS.format(BODY.replace("</h1>", '</h1><time datetime="2020-07-17T01:00">x</time>')), "a.html",
         date(2020, 7, 17), "metadata"),
        ("", DECOYS.format(BODY.replace("</h1>", '</h1><div class=updated><time datetime="2021-01-01">x</time></div>')),
         "a.html", None, "none"),
        ('<link rel="canonical" href="https://port.example/1398/04/26/x">', DECOYS.format(BODY), "2020-01-05.html",
         date(2019, 7, 17), "url"),
        ("", DECOYS.format(BODY), "2020-07-17.html", date(2020, 7, 17), "filename"),
        ("", DECOYS.format(BODY), "scraped-2020-07-17.html", None, "none"),
        ("", DECOYS.format(BODY.replace("</h1>", "</h1><span>پنج‌شنبه ۲۶ تیر ۱۳۹۹ - ۱۰:۳۰</span>")), "a.html",
         date(2020, 7, 16), "page"),
        ("", DECOYS.format(BODY + "<p>تاریخ انتشار: ۲۶ تیر ۱۳۹۹</p>"), "a.html", date(2020, 7, 16), "page"),
        ("", DECOYS.format(f"<div><span>١٦ يوليو ٢٠٢٠</span>{BODY}</div>"), "a.html", date(2020, 7, 16), "page"),
        ("", DECOYS.format(BODY.replace("بندر", "بندر ۱۲ ژوئیه ۲۰۱۹")), "a.html", None, "none"),
        ("<!-- saved 2024-05-06 -->", DECOYS.format(BODY), "a.html", None, "none"),
    ],
)  # fmt: skip
def test_the_day_of_publication(tmp_path: Path, head: str, body: str, name: str, since: date, basis: str) -> None:
    articles, _ = records(tmp_path, name, page(body, head))
    assert len(articles) == 1
    assert (articles[0].published.since, articles[0].published.basis) == (since, basis)


def test_related_descriptions_do_not_date_a_page(tmp_path: Path) -> None:
    others = LINKED.format('[{"@type":"NewsArticle","headline":"a","datePublished":"2001-01-01"},'
                           '{"@type":"NewsArticle","headline":"b","datePublished":"2002-01-01"}]')  # fmt: skip
    articles, _ = records(tmp_path, "a.html", page(BODY, others))
    assert articles[0].published.since is None


@pytest.mark.parametrize("tag", ["article", "div class='item'"])
def test_several_articles_on_a_page(tmp_path: Path, tag: str) -> None:
    closing = tag.split()[0]
    blocks = [
        f"<{tag}><h2><a href='/n/{number}'>{title}</a></h2><time datetime='2020-07-1{number}'></time>"
        f"{paragraphs(texts)}</{closing}>"
        for number, (title, texts) in enumerate([("خبر بندر", PERSIAN), ("الميناء الجديد", (*ARABIC, PERSIAN[0]))])
    ]
    teaser = f"<{tag}><h2>کوتاه</h2><p>چند کلمه …</p></{closing}>"
    head = '<link rel="canonical" href="https://port.example/">'
    articles, _ = records(tmp_path, "a.html", page(f"<main>{''.join(blocks)}{teaser}</main>", head))
    assert [one.title for one in articles] == ["خبر بندر", "الميناء الجديد"]
    assert [one.id for one in articles] == ["a-1", "a-2"]
    assert articles[0].text == "\n\n".join(PERSIAN)
    assert articles[0].url == "https://port.example/n/0"
    assert [one.published.since for one in articles] == [date(2020, 7, 10), date(2020, 7, 11)]


def test_sections_of_a_long_article_are_one_article(tmp_path: Path) -> None:
    parts = "".join(f"<section><h2>بخش {n}</h2>{paragraphs(PERSIAN)}</section>" for n in ["یک", "دو", "سه"])
    articles, _ = records(tmp_path, "a.html", page(f"<article><h1>{TITLE}</h1>{parts}</article>"))
    assert len(articles) == 1
    assert "بخش دو" in articles[0].text


def test_a_list_of_teasers_is_no_article(tmp_path: Path) -> None:
    teasers = "".join(
        f"<article><h3><a href=/{n}>خبر شماره {n}</a></h3><p>{PERSIAN[2]}</p></article>" for n in range(8)
    )
    articles, problems = records(tmp_path, "a.html", page(f"<main><h1>تازه‌ها</h1>{teasers}</main>"))
    assert not articles
    assert "lists 8 headlines" in problems[0].what


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", page("<script>run()</script>")),
        ("a.html", "<html></html>"),
        ("a.htm", "<p></p>"),
        ("a.mhtml", mhtml("").replace(b"text/html", b"image/png")),
        ("a.warc", b"WARC/1.0"),
        ("a.warc", warc(("http://a.example/", b"HTTP/1.1 404 No\r\n\r\n<p>x</p>"))),
    ],
)
def test_a_page_without_an_article_is_a_sentence(tmp_path: Path, name: str, data: bytes | str) -> None:
    articles, problems = records(tmp_path, name, data)
    assert not articles
    assert problems
    assert problems[0].what.endswith(".")


def test_a_page_saved_in_an_envelope(tmp_path: Path) -> None:
    articles, _ = records(tmp_path, "a.mht", mhtml(page(BODY)))
    assert articles[0].text == "\n\n".join(PERSIAN)
    assert articles[0].url == "https://news.example/2021/03/04/port"
    assert (articles[0].published.since, articles[0].published.basis) == (date(2021, 3, 4), "url")


def test_pages_of_a_web_archive(tmp_path: Path) -> None:
    html = page(BODY).encode()
    chunked = b"".join(b"%x\r\n%s\r\n" % (len(html[i : i + 500]), html[i : i + 500]) for i in range(0, len(html), 500))
    data = warc(
        ("https://port.example/2020/07/17/a", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + html),
        ("https://port.example/b.png", b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG"),
        (
            "https://port.example/c",
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
            + chunked
            + b"0\r\n\r\n",
        ),
    )
    articles, problems = records(tmp_path, "a.warc", data)
    assert [one.url for one in articles] == ["https://port.example/2020/07/17/a", "https://port.example/c"]
    assert [one.published.since for one in articles] == [date(2020, 7, 17), None]
    assert {one.text for one in articles} == {"\n\n".join(PERSIAN)}
    assert [problem.kept for problem in problems] == [True]
    assert "1 of 3" in problems[0].what


def test_time_grows_with_the_page_and_not_with_its_square(tmp_path: Path) -> None:
    blocks = "".join(f"<div><h2>عنوان {number}</h2><p>x</p></div>" for number in range(3000))
    articles, problems = records(tmp_path, "a.html", page(blocks))
    assert not articles
    assert "lists 3000 headlines" in problems[0].what

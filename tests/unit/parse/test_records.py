import json

from jianbao.parse.digest import read_digest
from jianbao.parse.records import to_json, to_text

PAGE = """\
---
newspaper: 青溪日报
date: 2025-11-03
page: 2
---
秋茶采摘正当时
本报讯（记者 周敏）青溪县石桥镇的茶园里，采茶工人正忙着采摘秋茶。
编辑 周敏 校对 王强
"""


def test_json_has_the_keys_of_the_contract_in_their_order() -> None:
    digest = read_digest(PAGE.encode(), "2025/a.txt").digest
    assert digest is not None
    document = to_json(digest)

    assert json.loads(json.dumps(document)) == document
    assert list(document) == ["file", "sha256", "issue", "articles", "furniture"]
    assert document["issue"] == {
        "newspaper": "青溪日报",
        "date": "2025-11-03",
        "number": None,
        "page": 2,
        "section": None,
    }
    assert document["furniture"] == [{"text": "编辑 周敏 校对 王强", "lines": [8]}]
    (article,) = json.loads(json.dumps(document["articles"]))
    assert " ".join(article) == (
        "id kind title title_inferred kicker subtitle column byline source dateline continued_from continued_on "
        "confidence topics counties blocks"
    )
    assert [(list(block), block["role"], block["lines"]) for block in article["blocks"]] == [
        (["role", "text", "lines", "confidence"], "title", [6]),
        (["role", "text", "lines", "confidence"], "paragraph", [7]),
    ]


def test_digest_without_date_has_null() -> None:
    digest = read_digest("标题\n正文。".encode(), "a.txt").digest

    assert digest is not None
    assert to_json(digest)["issue"] == dict.fromkeys(("newspaper", "date", "number", "page", "section"))


def test_text_shows_the_same_to_a_person() -> None:
    digest = read_digest(PAGE.encode(), "a.txt").digest
    assert digest is not None
    text = to_text(digest)

    assert "青溪日报 2025-11-03 第2版" in text
    assert "1. 秋茶采摘正当时  [brief" in text
    assert "byline: 周敏" in text
    assert "furniture   编辑 周敏 校对 王强" in text


def test_inferred_title_says_so() -> None:
    digest = read_digest("青溪县石桥镇的茶园里，采茶工人正忙着采摘秋茶。".encode(), "a.txt").digest

    assert digest is not None
    assert "（标题为推断）" in to_text(digest)

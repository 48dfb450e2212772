"""Articles for a reader to label, that no file of labels has yet: `python -m tests.eval.drawing topics 100 held`.

The rows of the labels come from the corpus in an order that follows from a word, the seed. What is printed is for
reading only.
"""

import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.eval import corpus, gold

_SHORTEST = 80
"""Characters of an article that say enough of what it is about."""
_LONGEST_EXCERPT = 520
_KEY = re.compile(r"\b20\d\d-\d\d-\d\d-\d+-\d+")
_SENTENCE = re.compile("[^。！？]+[。！？]?[”’」』）]*")
_HOLDS = {
    "figures": re.compile(
        r"\d[\d.,]*[万亿千百]*[余多]?(?:[个名家项座件组所户亩元吨人例辆台条株头只部次套种张处栋间份场公千米平立双篇本幅]|%|％|万|亿)"
    ),
    "organisations": re.compile(
        "公司|集团|大学|学院|医院|卫生院|协会|学会|商会|[^政格布结当大]局[^部面势长]|法院|检察院|委员会|研究院|研究所|科学院|联合会"
        "|银行|中学|小学|学校|幼儿园|博物馆|纪念馆|图书馆|美术馆|合作社|出版社|总工会|基金会|事务所|剧院|支队|外交部|国务院"
    ),
}
"""What a sentence must hold for it to be read."""
_DRAWN = ("held", "second", "third")
"""The parts that were drawn here, in this order."""
_LENGTHS = {"figures": (15, 150), "organisations": (25, 110)}


def labelled(before: str) -> set[str]:
    """The articles that a file of labels has a row of, in a part that was drawn before this one.

    Later parts are left aside, so that a draw stays what it was when the next one is added.
    """
    later = _DRAWN[_DRAWN.index(before) :] if before in _DRAWN else ()
    lines = [line for path in gold.LABELS.glob("*.tsv") for line in path.read_text("utf-8").splitlines()]
    return {key for line in lines if line.split("\t")[1] not in later for key in _KEY.findall(line)}


def draw(place: Path, kind: str, count: int, seed: str) -> list[tuple[str, str]]:
    """`count` rows, each its id and what is read for it. The seed is the name of their part."""
    known = labelled(before=seed)
    articles = {key: row for key, row in gold.articles(place).items() if key not in known and row["title"]}
    keys = sorted(articles)
    random.Random(f"{kind}, {seed}").shuffle(keys)
    drawn = [row for key in keys if (row := _row(key, articles[key], kind))]
    return drawn[:count]


def _row(key: str, article: dict[str, Any], kind: str) -> tuple[str, str] | None:
    body = "".join(article["body"])
    heads = "|".join(article[role] or "" for role in ("kicker", "title", "subtitle"))
    if kind in _HOLDS:
        sentences = list(_sentences(article, kind))
        if not sentences:
            return None
        number, start, end = random.Random(key).choice(sentences)
        return f"{key}-{number}-{start}-{end}", article["body"][number][start:end]
    if len(body) < _SHORTEST or article["title"] == "广告":
        return None
    if kind == "people":
        taken = gold.excerpt(article)
        return (key, "\n".join([heads, *taken])) if sum(map(len, taken)) <= _LONGEST_EXCERPT else None
    return key, f"{heads[:120]}| {body[:80]}"


def _sentences(article: dict[str, Any], kind: str) -> Iterator[tuple[int, int, int]]:
    shortest, longest = _LENGTHS[kind]
    for number, paragraph in enumerate(article["body"]):
        for match in _SENTENCE.finditer(paragraph):
            if shortest <= len(match[0]) <= longest and _HOLDS[kind].search(match[0]):
                yield number, match.start(), match.end()


def main() -> int:
    """Print the rows to read; the corpus must be there."""
    place = corpus.folder()
    if place is None:
        sys.stderr.write("no corpus: name its folder in JIANBAO_EVAL\n")
        return 1
    kind, count, seed = sys.argv[1:]
    for number, (key, text) in enumerate(draw(place, kind, int(count), seed)):
        sys.stdout.write(f"{number} {key} {text}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

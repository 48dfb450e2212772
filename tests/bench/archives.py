"""Archives of any size for measuring: marked digests of a day each, so that nothing is guessed."""

import datetime as dt
import itertools
import json
import lzma
import random
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.programs import REPOSITORY

A_DAY = 12
"""Articles that an invented day has."""
SENTENCES = (
    "今年以来，清江县新建茶园两万亩，茶农们抢抓时节采摘春茶，合作社上门收购，茶香飘满山乡。",
    "在湄潭县永兴镇的茶海景区，游客走进茶园体验采茶，农家乐的生意也跟着红火起来。",
    "仁怀市茅台镇的酿酒车间里，工人们正忙着下沙，当地高粱种植面积比去年增加一成。",
    "赤水市依托竹林资源发展竹编产业，上千名群众在家门口实现就业，户均增收万余元。",
    "市发展改革委负责人介绍，全市重点项目开工率达到百分之九十五，完成投资三百余亿元。",
    "桐梓县把交通建设作为乡村振兴的先手棋，新改建农村公路两百公里，打通断头路十八条。",
)


@dataclass(frozen=True, slots=True)
class Row:
    """One article."""

    day: dt.date
    title: str
    body: Sequence[str]


def invented(count: int) -> Iterator[Row]:
    """Give articles that nobody wrote, the newest first."""
    rng = random.Random(1)
    for number in range(count):
        day = dt.date(2025, 12, 31) - dt.timedelta(days=number // A_DAY)
        body = [f"{number}：" + "".join(rng.sample(SENTENCES, 3)) for _ in range(rng.randrange(2, 7))]
        yield Row(day, f"{rng.choice(SENTENCES)[:18]}{number}", body)


def read(source: Path, count: int) -> Iterator[Row]:
    """Give the newest articles of a file with one in JSON a line (`date`, `title`, `body`, a list of paragraphs).

    Where the file has too few, it is read again with its dates moved before the oldest, and one character in ten of the
    text replaced by another of it.
    """
    opener = lzma.open if source.suffix == ".xz" else open
    with opener(source, "rt", encoding="utf-8") as lines:
        rows = sorted((json.loads(line) for line in lines), key=lambda row: (row["date"], row["id"]), reverse=True)
    days = [dt.date.fromisoformat(row["date"]) for row in (rows[0], rows[-1])]
    span = days[0] - days[1] + dt.timedelta(days=1)
    for number in range(count):
        turn, place = divmod(number, len(rows))
        row, rng = rows[place], random.Random(number)
        body = [_garbled(text, rng) if turn else text for text in row["body"]]
        yield Row(dt.date.fromisoformat(row["date"]) - turn * span, row["title"], body)


def _garbled(text: str, rng: random.Random) -> str:
    characters = list(text)
    for place in rng.sample(range(len(text)), len(text) // 10):
        other = rng.choice(text)
        if "一" <= characters[place] <= "鿿" and "一" <= other <= "鿿":
            characters[place] = other
    return "".join(characters)


def rows_of(source: Path | None, count: int) -> list[Row]:
    """Give `count` articles, the newest first."""
    return list(itertools.islice(read(source, count) if source else invented(count), count))


def days_of(rows: Iterable[Row]) -> dict[dt.date, list[Row]]:
    """Give the articles day by day, the oldest first."""
    days: defaultdict[dt.date, list[Row]] = defaultdict(list)
    for row in rows:
        days[row.day].append(row)
    return dict(sorted(days.items()))


def write_settings(folder: Path) -> None:
    """Give an archive the settings of this one, and an address, as a published archive has."""
    shutil.copytree(REPOSITORY / "content", folder / "content", ignore=lambda *_: ["issues"])
    settings = folder / "content" / "site.yaml"
    kept = [line for line in settings.read_text(encoding="utf-8").split("\n") if not line.startswith("base_url")]
    settings.write_text("\n".join([*kept, "base_url: https://archive.example/", ""]), encoding="utf-8")


def write_day(folder: Path, day: dt.date, rows: Sequence[Row]) -> None:
    """Write the digest of a day."""
    lines = ["---", "newspaper: 遵义日报", f"date: {day}", "---", ""]
    for number, row in enumerate(rows, 1):
        lines += [f"# {row.title} {{#{day:%Y%m%d}-{number:02}}}", ""]
        lines += [line for text in row.body for line in (text, "")]
    target = folder / "content" / "issues" / f"{day:%Y}" / f"{day}.md"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n".join(lines), encoding="utf-8")

"""A keeper who adds an issue a day for years, and corrects now and then what was published before."""

import datetime as dt
import json
import random
import re
from dataclasses import dataclass, field
from pathlib import Path

from click.testing import CliRunner

from jianbao.cli.main import main
from tests.small_archive import write_archive

FIRST = dt.date(2015, 1, 1)
SENTENCES = (
    "入冬以来，北溪县农技人员走进茶园，指导茶农修枝、施肥，为明年春茶丰产打下基础。",
    "东关区的教师走进学校，给孩子们上了一堂课，家长也坐在教室里听。",
    "（记者 林小满）天气转冷，东关区的供暖企业检修管网，保障居民温暖过冬。",
    "茶农说，今年的茶园比去年多出两成，收入超过12万元。",
    "北溪县新建学校三所，新增学位1500个。",
)
CORRECTION = 0.35
"""Share of days on which something old is corrected."""


@dataclass(slots=True)
class Keeper:
    """Who works on the archive at `root`; does the same for the same seed, whether stopped in between or not."""

    root: Path
    seed: str
    days: int = 0
    """How many are over."""
    rng: random.Random = field(default_factory=random.Random)
    """Of the day; begun anew on each, so that nothing of it has to be remembered."""
    gone: list[str] = field(default_factory=list)
    done: dict[str, int] = field(default_factory=dict)
    """How often each kind of correction was made."""

    def begin(self) -> None:
        """Make the archive, which has no issue yet; or go on where an earlier run was stopped between two days."""
        if self._diary.is_file():
            self.days, self.seed, self.gone, self.done = json.loads(self._diary.read_text(encoding="utf-8"))
        else:
            write_archive(self.root)

    def rest(self) -> None:
        """End a day: what the next needs to know of it is written down."""
        self.days += 1
        self._write(self._diary, json.dumps([self.days, self.seed, self.gone, self.done], ensure_ascii=False))

    def work(self) -> None:
        """Perhaps correct something that was published, and add the issue of the day."""
        self.rng.seed(f"{self.seed}/{self.days}")
        if self.days and self.rng.random() < CORRECTION:
            correct = self.rng.choice((self.edit, self.insert, self.withdraw, self.merge, self.rename))
            correct()
            self.done[correct.__name__] = self.done.get(correct.__name__, 0) + 1
        day = FIRST + dt.timedelta(days=self.days)
        articles = [self._article(f"{day}第{place}稿") for place in range(1, self.rng.randint(2, 5))]
        self._write(self._path(day), f"---\ndate: {day}\n---\n\n" + "\n\n".join(articles) + "\n")

    def edit(self) -> None:
        """A paragraph more in one of the articles."""
        path = self._any()
        parts = self._articles(path)
        parts[self.rng.randrange(1, len(parts))] += f"\n{self.rng.choice(SENTENCES)} {{.paragraph}}\n"
        self._write(path, "".join(parts))

    def insert(self) -> None:
        """An article was overlooked: it comes in between, and all are pinned to what they were published as."""
        path = self._any()
        parts = self._articles(path)
        parts.insert(self.rng.randrange(1, len(parts)), self._article(f"补{self.rng.randrange(10**6)}") + "\n\n")
        self._write(path, "".join(parts))
        done = CliRunner().invoke(main, ["--root", str(self.root), "mark", "--pin", str(path)])
        assert done.exit_code == 0, done.output

    def withdraw(self) -> None:
        """An article goes, and its address says why."""
        self._remove(moved=False)

    def merge(self) -> None:
        """An article goes into the one that opens the issue, and its address leads there."""
        self._remove(moved=True)

    def rename(self) -> None:
        """A file gets another name, which tells no page: that would be part of the ids."""
        path = self._any()
        path.rename(path.with_name(f"{path.stem.partition('_')[0]}_x{self.rng.randrange(10**6)}.txt"))

    def _remove(self, *, moved: bool) -> None:
        path = self._any()
        parts = self._articles(path)
        if len(parts) < 3:
            return
        ids = self._published(path)
        place = self.rng.randrange(1, len(ids))
        del parts[place + 1]
        self._write(path, "".join(parts))
        target = f", moved: {ids[0]}" if moved else ""
        self.gone.append(f"- {{address: {ids[place]}, date: 2026-01-12, reason: 更正{target}}}")
        self._write(self.root / "content" / "gone.yaml", "gone:\n" + "\n".join(self.gone) + "\n")

    def _published(self, path: Path) -> list[str]:
        """The ids of the articles of a digest, as the built site has them."""
        day = path.stem.partition("_")[0]
        page = (self.root / "_site" / "issues" / day / "index.html").read_text(encoding="utf-8")
        return list(dict.fromkeys(re.findall(rf"articles/({day.replace('-', '')}-\d+)/", page)))

    def _article(self, title: str) -> str:
        paragraphs = self.rng.sample(SENTENCES, self.rng.randint(1, 3))
        return f"# {title}\n\n" + "\n".join(f"{text} {{.paragraph}}" for text in paragraphs)

    def _articles(self, path: Path) -> list[str]:
        """The front matter, then each article of a digest."""
        return re.split(r"^(?=# )", path.read_text(encoding="utf-8"), flags=re.MULTILINE)

    def _any(self) -> Path:
        return self.rng.choice(sorted((self.root / "content" / "issues").rglob("*.txt")))

    @property
    def _diary(self) -> Path:
        return self.root / "diary.json"

    def _path(self, day: dt.date) -> Path:
        return self.root / "content" / "issues" / f"{day:%Y}" / f"{day}.txt"

    def _write(self, path: Path, text: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

"""An archive that is published from a repository, by people and machines that remember nothing: addresses last."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jianbao.build.standing import LEDGER
from jianbao.cli.main import main
from tests.programs import REPOSITORY, run
from tests.unit.cli.conftest import put, tree

FIRST = ("茶园管护正当时", "仁怀酱香走进武汉", "新蒲新区小学开学", "习水红色旅游升温")
WORLD = {"HOME": "/nonexistent", **dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), "keeper")} | dict.fromkeys(
    ("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "keeper@archive.example"
)
Keep = Callable[..., Result]


class Clone:
    """A clone of the repository on some machine, where a keeper works."""

    def __init__(self, folder: Path) -> None:
        self.root = folder

    def git(self, *words: str) -> str:
        """Run git there."""
        return run("git", "-C", self.root, *words, env=WORLD)

    def says(self, *words: str | Path) -> Result:
        """Run jianbao there."""
        done = CliRunner().invoke(main, ["--root", str(self.root), *map(str, words)])
        assert done.exit_code == 0, done.output
        return done

    def writes(self, name: str, *titles: str) -> Path:
        """Write a digest."""
        return put(self.root, name, "\n\n".join(f"# {title}\n\n{title}，记者昨日获悉。" for title in titles))

    def commits(self) -> None:
        """Commit all."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message=More")

    def publishes(self) -> set[str]:
        """Build, commit and push; gives the addresses that are published now."""
        self.says("build")
        self.commits()
        self.git("push", "--quiet", "origin", "HEAD:main")
        return pages(self.root / "_site")

    def forgets(self) -> None:
        """Lose all but what is in the repository."""
        for name in (".jianbao", "_site"):
            shutil.rmtree(self.root / name, ignore_errors=True)


def pages(site: Path) -> set[str]:
    """The addresses that people may cite: articles, issues, topics, counties, people."""
    found = {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")}
    return {path for path in found if re.fullmatch(r"(articles|issues|topics|counties|people(/named)?)/[^/]+", path)}


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    """Give a bare repository with an archive that is published once."""
    bare = tmp_path / "origin.git"
    run("git", "init", "--quiet", "--bare", "--initial-branch=main", bare)
    first = Clone(tmp_path / "first")
    for name in ("site.yaml", "topics.yaml", "places.yaml"):
        (first.root / "content").mkdir(parents=True, exist_ok=True)
        shutil.copy2(REPOSITORY / "content" / name, first.root / "content" / name)
    skeleton = REPOSITORY / "src" / "jianbao" / "build" / "skeleton"
    for name in ("gitattributes", "gitignore"):
        shutil.copy2(skeleton / name, first.root / f".{name}")
    (first.root / LEDGER).touch()
    first.writes("2025-12-08.txt", *FIRST)
    first.git("init", "--quiet", "--initial-branch=main")
    first.git("remote", "add", "origin", str(bare))
    first.publishes()
    return bare


@pytest.fixture
def clone(origin: Path, tmp_path: Path) -> Callable[[str], Clone]:
    """Give a maker of clones."""

    def make(name: str) -> Clone:
        run("git", "clone", "--quiet", origin, tmp_path / name, env=WORLD)
        return Clone(tmp_path / name)

    return make


def answers(one: Clone, path: str) -> str:
    return (one.root / "_site" / path / "index.html").read_text(encoding="utf-8")


def test_every_address_answers_whatever_was_forgotten_in_between(clone: Callable[[str], Clone]) -> None:
    one = clone("one")
    one.writes("2025-12-09.txt", "一稿", "二稿", "三稿")
    published = one.publishes()
    one.forgets()
    one.writes("2025-12-08.txt", *FIRST[:1], *FIRST[2:])  # an article is taken out
    (one.root / "content/issues/2025-12-09.txt").rename(one.root / "content/issues/2025-12-10.txt")
    published |= one.publishes()
    two = clone("two")
    file = two.writes("2025-12-08.txt", FIRST[0], "从前漏掉的一稿", *FIRST[2:])  # a split is corrected
    two.says("mark", "--pin", file)
    published |= two.publishes()
    topics = two.root / "content" / "topics.yaml"
    topics.write_text(topics.read_text("utf-8").replace("id: tourism\n", "id: travel\n"), encoding="utf-8")
    two.forgets()
    published |= two.publishes()
    three = clone("three")
    three.says("build")
    assert published == pages(three.root / "_site")
    assert tree_of_site(three) == tree_of_site(two)
    assert FIRST[0] in answers(three, "articles/20251208-01")
    assert "本页已不在档案中" in answers(three, "articles/20251208-02")
    assert FIRST[2] in answers(three, "articles/20251208-03")
    assert '多半在这里： <a href="../../articles/20251210-02/">' in answers(three, "articles/20251209-02")
    assert '<a href="../../topics/travel/">' in answers(three, "topics/tourism")
    told = three.says("check").stderr
    assert "/articles/20251208-02/ was published and is no more" in told
    assert "write - {address: topics/tourism/, date: " in told


def tree_of_site(one: Clone) -> dict[str, bytes]:
    return {name: data for name, data in tree(one.root / "_site").items() if not name.startswith(".jianbao")}


def test_two_who_published_at_once_are_joined_without_a_conflict(clone: Callable[[str], Clone]) -> None:
    one, two = clone("one"), clone("two")
    one.writes("2025-12-09.txt", "一稿", "二稿")
    published = one.publishes()
    two.writes("2025-12-10.txt", "三稿", "四稿")
    two.says("build")
    published |= pages(two.root / "_site")
    two.commits()
    two.git("pull", "--quiet", "--no-rebase", "--no-edit", "origin", "main")
    assert "<<<<" not in (two.root / LEDGER).read_text("utf-8")
    assert two.publishes() == published
    assert not two.git("status", "--porcelain")


def test_a_machine_that_lost_its_memory_asks_what_is_published(clone: Callable[[str], Clone], tmp_path: Path) -> None:
    """The archive keeps no record: only the site that is published knows."""
    host, site = clone("host"), tmp_path / "published"
    host.git("rm", "--quiet", LEDGER.as_posix())
    host.says("build", "--output", site)
    before = pages(site)
    host.forgets()
    host.git("reset", "--quiet", "--hard")
    (host.root / LEDGER).unlink(missing_ok=True)
    host.writes("2025-12-08.txt", *FIRST[:2])
    assert "is no more" not in host.says("check").stderr
    assert host.says("check", "--published", site).stderr.count("is no more") == 2
    host.says("build", "--published", site)
    assert before <= pages(host.root / "_site")
    again = tree(host.root / "_site")
    shutil.copytree(host.root / "_site", tmp_path / "published later")
    host.forgets()
    host.says("build", "--published", tmp_path / "published later")
    assert tree(host.root / "_site") == again


def test_a_build_says_that_it_has_put_addresses_on_record(clone: Callable[[str], Clone]) -> None:
    one = clone("one")
    assert "are on record" not in one.says("build").stdout
    one.writes("2025-12-09.txt", "一稿")
    told = one.says("build").stdout
    assert f"{one.root / LEDGER}: " in told
    assert "addresses are on record; keep it with the content" in told
    assert one.git("status", "--porcelain").split() == ["M", LEDGER.as_posix(), "??", "content/issues/2025-12-09.txt"]


def test_a_record_that_cannot_be_written_does_not_keep_the_site_back(clone: Callable[[str], Clone]) -> None:
    one = clone("one")
    (one.root / LEDGER).rename(one.root / "elsewhere.txt")
    (one.root / LEDGER).symlink_to(one.root / "elsewhere.txt")
    one.writes("2025-12-09.txt", "一稿")
    one.says("build")
    assert (one.root / "_site" / "articles" / "20251209-01").is_dir()
    assert (one.root / LEDGER).is_symlink()

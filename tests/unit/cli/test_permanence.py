"""What becomes of addresses when people correct an archive."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jianbao.build.standing import LEDGER
from jianbao.cli.main import main
from tests.unit.cli.conftest import put

Run = Callable[..., Result]

ARTICLES = ("茶园管护正当时", "仁怀酱香走进武汉", "新蒲新区小学开学", "习水红色旅游升温")


@pytest.fixture
def jianbao(root: Path) -> Run:
    """Give the command line on that archive, in this process: nothing here is about starting one."""
    return lambda *arguments: CliRunner().invoke(main, ["--root", str(root), *map(str, arguments)])


@pytest.fixture
def built(root: Path, jianbao: Run) -> Path:
    """Give the archive with four articles on one page, with a record of its addresses, built."""
    (root / LEDGER).touch()
    write(root, *ARTICLES)
    assert jianbao("build").exit_code == 0
    return root


def write(root: Path, *titles: str) -> Path:
    return put(root, "2025-12-08.txt", "\n\n".join(f"# {title}\n\n{title}，记者昨日获悉。" for title in titles))


def withdraw(root: Path, *entries: str) -> None:
    (root / "content" / "gone.yaml").write_text("gone:\n" + "".join(f"{one}\n" for one in entries), encoding="utf-8")


def titles(root: Path) -> dict[str, str]:
    """Title by id of what the built site's articles are."""
    rows = gzip.decompress((root / "_site" / "data" / "articles-2025.jsonl.gz").read_bytes()).decode().splitlines()
    return {row["id"]: row["title"] for row in map(json.loads, rows)}


def contents(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def problems(done_stdout: str) -> list[tuple[str, int, str]]:
    rows = map(json.loads, done_stdout.splitlines())
    return [(row["file"], row["line"], row["message"]) for row in rows if "published" in row["message"]]


def test_an_article_keeps_its_id_when_the_split_is_corrected(built: Path, jianbao: Run) -> None:
    before = titles(built)
    file = write(built, ARTICLES[0], "从前漏掉的一稿", *ARTICLES[1:])
    for command in ((), ("mark", "--pin", file)):
        if command:
            jianbao(*command)
        assert not problems(jianbao("check", "--json").stdout)
        assert jianbao("build").stderr == ""
        after = titles(built)
        assert {key: title for key, title in after.items() if key in before} == before
        assert after["20251208-05"] == "从前漏掉的一稿"


def test_pinning_gives_no_id_of_an_article_that_is_no_more(built: Path, jianbao: Run) -> None:
    write(built, ARTICLES[0])
    withdraw(built, *(f"- {{address: 20251208-0{number}, date: 2026, reason: 撤下}}" for number in (2, 3, 4)))
    jianbao("build")
    file = write(built, "从前漏掉的一稿", ARTICLES[0])
    jianbao("mark", "--pin", file)
    assert jianbao("build").exit_code == 0
    assert titles(built) == {"20251208-01": ARTICLES[0], "20251208-05": "从前漏掉的一稿"}


def test_what_would_be_lost_is_told_until_it_is_settled(built: Path, jianbao: Run) -> None:
    write(built, ARTICLES[0], *ARTICLES[2:])
    jianbao("build")
    found = [json.loads(row) for row in jianbao("check", "--json").stdout.splitlines()]
    (lost,) = [one for one in found if "is no more" in one["message"]]
    assert lost["message"] == "/articles/20251208-02/ was published and is no more: 仁怀酱香走进武汉"
    withdraw(built, "- {address: 20251208-02, date: 2026-01-12, reason: 应作者要求撤下}")
    assert not problems(jianbao("check", "--json").stdout)
    assert jianbao("build").exit_code == 0
    assert titles(built) == {f"20251208-0{n}": ARTICLES[n - 1] for n in (1, 3, 4)}
    page = (built / "_site" / "articles" / "20251208-02" / "index.html").read_text("utf-8")
    assert "应作者要求撤下" in page
    assert "2026年1月12日" in page
    assert "noindex" in page


def test_a_changed_address_leads_on_without_a_script(built: Path, jianbao: Run) -> None:
    write(built, ARTICLES[0], *ARTICLES[2:])
    withdraw(built, "- {address: 20251208-02, date: 2026, reason: 重复, moved: 20251208-01}")
    jianbao("build", "--base-url", "https://archive.example/repo")
    page = (built / "_site" / "articles" / "20251208-02" / "index.html").read_text("utf-8")
    assert '<meta http-equiv=refresh content="0; url=../../articles/20251208-01/">' in page
    assert '<link rel=canonical href="https://archive.example/repo/articles/20251208-01/">' in page
    assert '<a href="../../articles/20251208-01/">' in page
    assert "<script" not in page


def test_nothing_lists_what_is_no_more(built: Path, jianbao: Run) -> None:
    write(built, ARTICLES[0], *ARTICLES[2:])
    withdraw(
        built,
        "- {address: 20251208-02, date: 2026, reason: 应作者要求撤下}",
        "- {address: topics/old-tea/, date: 2026, reason: 改名, moved: topics/agriculture/}",
    )
    jianbao("build")
    site = built / "_site"
    own = {site / "articles" / "20251208-02" / "index.html", *(site / "topics" / "old-tea").rglob("*")}
    record = site / "data" / "addresses.txt"
    assert "-articles/20251208-02/\n" in record.read_text("utf-8")  # that it was there, and no word of what
    own.add(record)
    naming = [
        path
        for path in site.rglob("*")
        if path.is_file() and path not in own and path.name != ".jianbao-files"
        if any(word.encode() in contents(path) for word in ("20251208-02", "应作者要求", "old-tea"))
    ]
    assert not naming
    assert "0 found" in jianbao("search", "应作者要求撤下").stdout


def test_a_retired_id_is_refused_with_its_place(built: Path, jianbao: Run) -> None:
    withdraw(built, "- {address: 20251208-02, date: 2026, reason: 撤下}")
    put(built, "2025-12-09.txt", "# 又一稿 {#20251208-02}\n\n正文一段。\n")
    for command in ("build", "check"):
        done = jianbao(command)
        assert done.exit_code == 1
        assert "content/issues/2025-12-09.txt:1: the id 20251208-02 is that of an article that is no" in done.stderr
        assert "content/gone.yaml:2" in done.stderr


def test_check_compares_with_any_published_site(built: Path, jianbao: Run, tmp_path: Path) -> None:
    jianbao("build", "--base-url", "https://archive.example/repo/", "--output", tmp_path / "site")
    write(built, *ARTICLES[:3])
    (built / LEDGER).unlink()
    (built / "_site" / "data" / "addresses.txt").unlink()
    (built / "_site" / ".jianbao-files").unlink()
    for name in ("", "data/addresses.txt", ".jianbao-files", "sitemap.xml"):
        found = problems(jianbao("check", "--json", "--published", tmp_path / "site" / name).stdout)
        told = ": 习水红色旅游升温" if name in {"", "data/addresses.txt"} else ""
        assert [message for *_, message in found] == [f"/articles/20251208-04/ was published and is no more{told}"]
    done = jianbao("check", "--published", built / "content" / "site.yaml")
    assert done.exit_code == 2
    assert "lists no address of a site" in done.stderr


def test_what_was_never_published_can_be_forgotten(built: Path, jianbao: Run) -> None:
    write(built, *ARTICLES[:3])
    assert problems(jianbao("check", "--json").stdout)
    assert not problems(jianbao("check", "--json", "--forget").stdout)
    assert not problems(jianbao("check", "--json").stdout)


def test_people_keep_their_addresses_and_can_be_forgotten_alone(built: Path, jianbao: Run) -> None:
    signed = "# 茶园\n\n技术员走进茶园。（记者 林小满）\n\n# 修渠\n\n沟渠清淤开工。（记者 周砚） {.paragraph}\n"
    put(built, "2025-12-09.txt", signed)
    jianbao("build")
    assert (built / "_site" / "people" / "林小满" / "index.html").is_file()
    put(built, "2025-12-09.txt", signed.replace("林小满", "林晓满"))
    write(built, *ARTICLES[:3])
    lost = {message.partition(" was ")[0] for _, _, message in problems(jianbao("check", "--json").stdout)}
    assert lost == {"/people/林小满/", "/articles/20251208-04/"}
    again = {
        message.partition(" was ")[0]
        for _, _, message in problems(jianbao("check", "--json", "--forget", "people/").stdout)
    }
    assert again == {"/articles/20251208-04/"}
    withdraw(
        built,
        "- {address: people/林小满/, date: 2026, reason: 名字有误, moved: people/林晓满/}",
        "- {address: 20251208-04, date: 2026, reason: 撤下}",
    )
    assert not problems(jianbao("check", "--json", "--published", built / "_site").stdout)
    assert jianbao("build").exit_code == 0
    page = (built / "_site" / "people" / "林小满" / "index.html").read_text("utf-8")
    assert "../../people/林晓满/" in page
    withdraw(built, "- {address: people/林小满/, date: 2026, reason: 名字有误, moved: people/林晓漫/}")
    assert "there is no page /people/林晓漫/" in jianbao("check").stderr


def test_the_feeds_of_a_topic_that_moved_go_on_where_they_were(built: Path, jianbao: Run) -> None:
    withdraw(built, "- {address: topics/old-tea/, date: 2026, reason: 改名, moved: topics/agriculture/}")
    assert jianbao("build").exit_code == 0
    topics = built / "_site" / "topics"
    for name in ("feed.atom", "feed.json"):
        assert (topics / "old-tea" / name).read_bytes() == (topics / "agriculture" / name).read_bytes()
    (built / "content" / "gone.yaml").unlink()
    jianbao("build")
    assert [path.name for path in (topics / "old-tea").iterdir()] == ["index.html"]
    assert "本页已不在档案中" in (topics / "old-tea" / "index.html").read_text("utf-8")


def test_several_new_headlines_on_a_page_are_told_though_it_has_as_many_articles(built: Path, jianbao: Run) -> None:
    write(built, "从前漏掉的一稿", *ARTICLES[1:])
    assert not problems(jianbao("check", "--json").stdout)
    write(built, "从前漏掉的一稿", "另改了标题的一稿", *ARTICLES[2:])
    told = [message for _, _, message in problems(jianbao("check", "--json").stdout) if "under this" in message]
    assert len(told) == 2


def test_another_article_under_a_known_address_is_told_until_somebody_pins_it(built: Path, jianbao: Run) -> None:
    file = write(built, ARTICLES[0], "从前漏掉的一稿", "另改了标题的一稿", *ARTICLES[2:])
    for _ in range(2):  # before a build and after it
        found = problems(jianbao("check", "--json").stdout)
        assert "under this address, 20251208-02, another headline was published: 仁怀酱香走进武汉" in found[0][2]
        assert [line for _, line, message in found if "under this" in message] == [5]
        assert "1 of the published addresses no longer has what was there" in jianbao("build").stderr
    text = file.read_text("utf-8")
    file.write_text(text.replace("改了标题的一稿\n", "改了标题的一稿 {#20251208-02}\n", 1), "utf-8")
    jianbao("mark", "--pin", file)
    jianbao("build")
    assert not problems(jianbao("check", "--json").stdout)
    assert titles(built) == {
        "20251208-01": ARTICLES[0],
        "20251208-02": "另改了标题的一稿",
        "20251208-03": ARTICLES[2],
        "20251208-04": ARTICLES[3],
        "20251208-06": "从前漏掉的一稿",
    }
    passing = built / "_site" / "articles" / "20251208-05" / "index.html"  # what was pinned stood there in between
    assert "本页已不在档案中" in passing.read_text("utf-8")


def test_a_headline_that_was_mended_is_no_doubt(built: Path, jianbao: Run) -> None:
    write(built, "茶园管护正当季", *ARTICLES[1:])
    assert not problems(jianbao("check", "--json").stdout)


def test_where_articles_of_another_day_went_is_said(built: Path, jianbao: Run) -> None:
    file = write(built, *ARTICLES)
    file.rename(file.with_name("2025-12-11.txt"))
    jianbao("build")
    hints = [json.loads(row)["hint"] for row in jianbao("check", "--json").stdout.splitlines()]
    lines = [hint.partition("write ")[2].partition(" under")[0] for hint in hints if "under `gone:`" in hint]
    assert len(lines) == 5
    assert lines[0].endswith("reason: …, moved: 20251211-01}")
    assert lines[4].endswith("reason: …, moved: issues/2025-12-11/}")
    withdraw(built, *lines)
    assert jianbao("build").exit_code == 0
    assert not problems(jianbao("check", "--json").stdout)
    for before, now in (("articles/20251208-03", "articles/20251211-03"), ("issues/2025-12-08", "issues/2025-12-11")):
        assert f"../../{now}/" in (built / "_site" / before / "index.html").read_text("utf-8")


def test_where_a_renamed_topic_went_is_said(built: Path, jianbao: Run) -> None:
    topics = built / "content" / "topics.yaml"
    topics.write_text(topics.read_text("utf-8").replace("id: tourism\n", "id: travel\n"), "utf-8")
    jianbao("build")
    (hint,) = [row["hint"] for row in map(json.loads, jianbao("check", "--json").stdout.splitlines())
               if "/topics/tourism/ was published" in row["message"]]  # fmt: skip
    assert "reason: …, moved: topics/travel/} under `gone:`, the first line of that file, which is to be made" in hint
    withdraw(built, hint.partition("write ")[2].partition(" under")[0])
    assert jianbao("build").exit_code == 0
    assert not problems(jianbao("check", "--json").stdout)
    assert "../../topics/travel/" in (built / "_site" / "topics" / "tourism" / "index.html").read_text("utf-8")


def test_an_archive_without_a_record_is_what_its_content_says_and_is_warned_all_the_same(
    root: Path, jianbao: Run
) -> None:
    write(root, *ARTICLES)
    assert jianbao("build").exit_code == 0
    write(root, *ARTICLES[1:])
    assert "articles/20251208-04/" in jianbao("build").output
    assert not (root / "_site" / "articles" / "20251208-04").exists()
    assert titles(root)["20251208-01"] == ARTICLES[1]
    assert not (root / LEDGER).exists()
    told = problems(jianbao("check", "--json").output)
    assert [line for file, line, _ in told if file.endswith("2025-12-08.txt")] == [1, 5, 9]


def test_a_record_that_is_begun_takes_over_what_is_remembered(root: Path, jianbao: Run) -> None:
    write(root, *ARTICLES)
    assert jianbao("build").exit_code == 0
    write(root, *ARTICLES[1:])
    assert jianbao("build").exit_code == 0
    (root / LEDGER).touch()
    assert f"{root / LEDGER}: " in jianbao("build").output
    assert titles(root)["20251208-02"] == ARTICLES[1]
    assert (root / "_site" / "articles" / "20251208-01" / "index.html").exists()

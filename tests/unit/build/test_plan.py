"""What a build does again, and what it says of that."""

from pathlib import Path

import pytest

from jianbao.build.explain import Explanation, Verdict
from jianbao.build.run import Built, build
from tests.small_archive import PLACES, SITE, digest, write_archive

TEA = ("茶园秋管正当时", "（记者 林小满）入冬以来，北溪县农技人员走进茶园，指导茶农修枝、施肥。")
SCHOOL = ("新学校开学", "（记者 周砚）东关区的教师走进学校，给孩子们上了一堂课。")
PAGE = "articles/20251208-01/"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give an archive of two issues, built."""
    archive = tmp_path / "archive"
    write_archive(archive)
    put(archive, 8, TEA)
    put(archive, 9, SCHOOL)
    again(archive)
    return archive


def put(root: Path, day: int, *articles: tuple[str, str]) -> None:
    (root / "content" / "issues" / f"{day}.txt").write_text(digest(day, *articles), encoding="utf-8")


def again(root: Path, asked: str | None = None) -> Built:
    return build(root, root / "_site", asked=asked)


def told(root: Path, path: str = PAGE) -> Explanation:
    """What a build says of a page."""
    explanation = again(root, path).explanation
    assert explanation
    return explanation


def made(root: Path) -> set[str]:
    """Paths of the files that a build makes, whether they come out as they were or not."""
    paths: set[str] = set()
    build(root, root / "_site", watch=lambda file: paths.add(file.path))
    return paths


def test_nothing_changed_nothing_made(root: Path) -> None:
    assert made(root) == set()
    assert told(root).verdict is Verdict.KEPT


def test_another_text_makes_its_article_and_what_shows_it_but_no_list(root: Path) -> None:
    put(root, 8, (TEA[0], TEA[1].replace("指导", "帮助")))
    paths = made(root)
    assert {"articles/20251208-01/index.html", "issues/2025-12-08/index.html", "feed.atom"} <= paths
    assert "data/articles-2025.jsonl.gz" in paths
    assert not {"articles/20251209-01/index.html", "topics/tea/index.html", "counties/beixi/index.html"} & paths
    assert not {"topics/school/feed.atom", "index.html", "issues/index.html"} & paths


def test_another_headline_makes_the_lists_that_show_it_too(root: Path) -> None:
    put(root, 8, ("茶园冬管正当时", TEA[1]))
    paths = made(root)
    assert {"topics/tea/index.html", "counties/beixi/index.html", "people/林小满/index.html"} <= paths
    assert not {"topics/school/index.html", "people/周砚/index.html", "articles/20251209-01/index.html"} & paths


def test_a_new_issue_leaves_older_articles_alone(root: Path) -> None:
    put(root, 10, TEA)
    paths = made(root)
    assert {"articles/20251210-01/index.html", "index.html", "issues/2025-12-09/index.html"} <= paths
    assert not {"articles/20251209-01/index.html", "issues/2025-12-08/index.html", "topics/school/index.html"} & paths


def test_a_template_makes_the_pages_that_are_set_with_it_and_nothing_else(root: Path) -> None:
    templates = root / "templates"
    templates.mkdir()
    (templates / "article.html").write_text(
        '{% extends "base.html" %}{% block main %}x{% endblock %}', encoding="utf-8"
    )
    paths = made(root)
    digests = {f"issues/2025-12-0{day}/digest/index.html" for day in (8, 9)}
    assert paths == {f"articles/2025120{day}-01/index.html" for day in (8, 9)} | digests
    (templates / "_colophon.html").write_text("<footer></footer>", encoding="utf-8")
    assert set(told(root).changed) == {"look", "look of digests"}
    assert {path.rpartition(".")[2] for path in made(root)} == set()


def test_a_setting_makes_all_pages(root: Path) -> None:
    (root / "content" / "site.yaml").write_text(SITE.replace("小档案", "大档案"), encoding="utf-8")
    assert {f"{PAGE}index.html", "index.html", "feed.atom", "data/articles-2025.csv.gz"} <= made(root)


def test_a_vocabulary_reads_all_digests_again(root: Path) -> None:
    (root / "content" / "places.yaml").write_text(PLACES.replace("北溪县", "北山县").replace("北溪", "北山"), "utf-8")
    explanation = told(root)
    assert explanation.verdict is Verdict.CHANGED
    assert {"look", "text"} <= set(explanation.changed)


def test_a_file_that_somebody_changed_is_mended_and_nothing_else_is_made(root: Path) -> None:
    page = root / "_site" / PAGE / "index.html"
    good = page.read_bytes()
    page.write_text("spoilt", encoding="utf-8")
    assert told(root).verdict is Verdict.MENDED
    assert page.read_bytes() == good


def test_a_page_is_explained_by_what_it_follows_from(root: Path) -> None:
    put(root, 8, (TEA[0], "别的正文。"))
    explanation = told(root)
    assert (explanation.verdict, explanation.job) == (Verdict.CHANGED, "articles of 2025-12-08")
    assert "text" in explanation.changed
    assert "look" in explanation.same
    put(root, 10, TEA)
    assert told(root, "/articles/20251210-01/").verdict is Verdict.NEW
    (root / "content" / "issues" / "10.txt").unlink()
    assert told(root, "issues/2025-12-10/digest/index.html").verdict is Verdict.REMOVED
    assert told(root, "articles/20251210-01/").job == "page /articles/20251210-01/"  # that it is no more
    assert told(root, "no/such/page/").verdict is Verdict.UNKNOWN


def test_another_folder_is_filled_from_the_same_store(root: Path) -> None:
    build(root, root.with_name("elsewhere"))
    assert made(root) == set()
    names = {path.relative_to(root / "_site") for path in (root / "_site").rglob("*.html")}
    assert names == {
        path.relative_to(root.with_name("elsewhere")) for path in root.with_name("elsewhere").rglob("*.html")
    }


def test_the_first_day_of_a_month_leaves_the_index_of_old_months_alone(root: Path) -> None:
    put(root, 7, *[TEA] * 12)
    for month in ("2026-01", "2026-02"):
        again(root)
        (root / "content" / "issues" / f"{month}.txt").write_text(
            digest(8, SCHOOL).replace("2025-12-08", f"{month}-01"), encoding="utf-8"
        )
    old = segments_of(root)
    paths = made(root)
    assert old < segments_of(root)
    assert len(old) == 2
    assert not {path for path in paths if path.split("/")[1:2] and path.split("/")[1] in old}


def segments_of(root: Path) -> set[str]:
    """Folders of the index."""
    return {path.name for path in (root / "_site" / "search").iterdir() if path.is_dir()}

"""A page that is brought in once more: what was published keeps its address, whatever has come and gone on it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from jianbao.build.standing import LEDGER
from tests.unit.build.add.test_matching import SCHOOL, TEA, WINE
from tests.unit.cli.conftest import in_process
from tests.unit.cli.test_permanence import titles

Run = Callable[..., Result]

FIRST = (("茶园管护正当时", TEA), ("仁怀酱香走进武汉", WINE), ("新蒲新区小学开学", SCHOOL))
NEW = ("冬修水利忙起来", "播州区三岔镇的沟渠清淤工程昨日开工，两百多名群众投工投劳，预计春耕前完成。")


@pytest.fixture
def jianbao(root: Path) -> Run:
    """Give the command line on the archive, in this process."""
    return in_process(root)


@pytest.fixture
def add(jianbao: Run, tmp_path: Path) -> Run:
    """Give what brings in page 1 of 9 December 2025, of these articles."""

    def bring(*articles: tuple[str, str], options: tuple[str, ...] = ("--replace", "--yes")) -> Result:
        text = "\n\n".join(f"# {title}\n\n　　{body} {{.paragraph}}" for title, body in articles)
        (tmp_path / "2025-12-09-01.txt").write_text(f"---\ndate: 2025-12-09\n---\n{text}\n", encoding="utf-8")
        return jianbao("add", tmp_path / "2025-12-09-01.txt", *options)

    return bring


@pytest.fixture
def built(root: Path, add: Run, jianbao: Run) -> Path:
    """Give the archive with that page, built."""
    (root / LEDGER).touch()
    assert add(*FIRST, options=("--yes",)).exit_code == 0
    assert jianbao("build").exit_code == 0
    return root


def of_the_page(root: Path) -> dict[str, str]:
    return {key[-2:]: title for key, title in titles(root).items() if key.startswith("20251209-01-")}


TEA_, WINE_, SCHOOL_ = FIRST
CASES = {
    "reordered": ([SCHOOL_, TEA_, WINE_], {"01": TEA_[0], "02": WINE_[0], "03": SCHOOL_[0]}),
    "one more first": ([NEW, *FIRST], {"01": TEA_[0], "02": WINE_[0], "03": SCHOOL_[0], "04": NEW[0]}),
    "one more last": ([*FIRST, NEW], {"01": TEA_[0], "02": WINE_[0], "03": SCHOOL_[0], "04": NEW[0]}),
    "one removed": ([TEA_, SCHOOL_], {"01": TEA_[0], "03": SCHOOL_[0]}),
    "one in place of another": ([TEA_, NEW, SCHOOL_], {"01": TEA_[0], "03": SCHOOL_[0], "04": NEW[0]}),
    "headline corrected": (
        [TEA_, ("酱香走进江城", WINE), SCHOOL_],
        {"01": TEA_[0], "02": "酱香走进江城", "03": SCHOOL_[0]},
    ),
    "all headlines corrected and reordered": (
        [("小学开学", SCHOOL), ("茶园忙", TEA), ("酱香走进江城", WINE)],
        {"01": "茶园忙", "02": "酱香走进江城", "03": "小学开学"},
    ),
    "split": (
        [("茶园管护正当时", TEA[:20]), ("指导茶农忙施肥", TEA[20:]), WINE_, SCHOOL_],
        {"01": TEA_[0], "02": WINE_[0], "03": SCHOOL_[0], "04": "指导茶农忙施肥"},
    ),
    "merged": ([("茶园管护正当时", TEA + WINE), SCHOOL_], {"01": TEA_[0], "03": SCHOOL_[0]}),
}


@pytest.mark.parametrize("case", CASES)
def test_what_was_published_keeps_its_address(built: Path, add: Run, jianbao: Run, case: str) -> None:
    articles, expected = CASES[case]
    assert add(*articles).exit_code == 0
    for _ in range(2):
        assert jianbao("build").exit_code == 0
        assert of_the_page(built) == expected
    for number in ("01", "02", "03"):
        page = (built / "_site" / "articles" / f"20251209-01-{number}" / "index.html").read_text("utf-8")
        assert ("本页已不在档案中" in page) == (number not in expected)


@pytest.mark.usefixtures("built")
def test_who_keeps_its_address_who_is_new_and_who_is_gone_is_shown_before_anything_is_written(add: Run) -> None:
    articles = (NEW, ("茶园管护正当时", TEA + WINE))
    told = add(*articles, options=("--replace", "--dry-run")).stdout
    assert "1. 冬修水利忙起来  [brief, 1.00] new, 20251209-01-04\n" in told
    assert "2. 茶园管护正当时  [brief, 1.00] keeps 20251209-01-01\n" in told
    assert "  gone: 仁怀酱香走进武汉, 20251209-01-02\n" in told
    assert "content/gone.yaml: - {address: 20251209-01-02, date: " in told
    assert "reason: …, moved: 20251209-01-01}" in told
    assert "  gone: 新蒲新区小学开学, 20251209-01-03\n" in told
    (digest,) = json.loads(add(*articles, options=("--replace", "--dry-run", "--json")).stdout)["digests"]
    assert [(one["id"], one["known"]) for one in digest["articles"]] == [
        ("20251209-01-04", False),
        ("20251209-01-01", True),
    ]
    assert [(one["id"], one["moved"]) for one in digest["gone"]] == [
        ("20251209-01-02", "20251209-01-01"),
        ("20251209-01-03", None),
    ]


def test_a_page_that_was_never_published_is_replaced_without_pins(root: Path, add: Run, jianbao: Run) -> None:
    assert add(*FIRST, options=("--yes",)).exit_code == 0
    told = add(NEW, *FIRST[1:]).stdout
    assert "as before" in told
    assert "gone: 茶园管护正当时\n" in told
    assert "{#" not in (root / "content" / "issues" / "2025" / "2025-12-09-01.txt").read_text("utf-8")
    assert jianbao("build").exit_code == 0
    assert of_the_page(root) == {"01": NEW[0], "02": WINE_[0], "03": SCHOOL_[0]}


def test_a_number_that_was_retired_is_not_given_again(built: Path, add: Run, jianbao: Run) -> None:
    assert add(TEA_, WINE_).exit_code == 0
    (built / "content" / "gone.yaml").write_text(
        "gone:\n- {address: 20251209-01-03, date: 2026, reason: 撤下}\n", encoding="utf-8"
    )
    assert jianbao("build").exit_code == 0
    assert add(TEA_, WINE_, NEW).exit_code == 0
    assert jianbao("build").exit_code == 0
    assert of_the_page(built) == {"01": TEA_[0], "02": WINE_[0], "04": NEW[0]}

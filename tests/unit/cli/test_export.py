import json
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
import rispy

from tests.unit.cli.conftest import Run, put


def test_the_archive_is_written_as_data_and_can_be_added_again(root: Path, jianbao: Run, tmp_path: Path) -> None:
    put(
        root,
        "2024-01-05-02.txt",
        "黔酒出山 {.kicker}\n# 仁怀酱香走进武汉 {#20240105-02-07}\n\n\\# 近日，推介会在武汉举行。\n",
    )
    folder = tmp_path / "data"
    done = jianbao("export", folder)
    assert (done.returncode, done.stderr) == (0, "")
    names = [
        "articles-2024.csv",
        "articles-2024.jsonl",
        "articles-2025.csv",
        "articles-2025.jsonl",
        "places.json",
        "topics.json",
    ]
    assert sorted(path.name for path in folder.iterdir()) == names
    articles = [json.loads(line) for line in (folder / "articles-2024.jsonl").read_text(encoding="utf-8").splitlines()]
    for path in (root / "content" / "issues").glob("2024*"):
        path.unlink()
    assert jianbao("add", folder / "articles-2024.jsonl").returncode == 0
    jianbao("export", folder)
    again = [json.loads(line) for line in (folder / "articles-2024.jsonl").read_text(encoding="utf-8").splitlines()]
    for before, after in zip(articles, again, strict=True):
        pairs = [[(block["role"], block["text"]) for block in article["blocks"]] for article in (before, after)]
        assert pairs[0] == pairs[1]
        same = ("id", "date", "page", "title")
        assert [before[key] for key in same] == [after[key] for key in same]
    (digest,) = (root / "content" / "issues").rglob("2024*.txt")
    assert digest.read_text(encoding="utf-8").count("{#") == len(articles)


@pytest.mark.usefixtures("root")
def test_citations_name_the_address_that_the_site_will_have(jianbao: Run, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    done = jianbao("export", folder, "--citations", "--base-url", "https://archive.example/zunyi")
    assert done.returncode == 0
    records = [record for path in folder.glob("*.ris") for record in rispy.loads(path.read_text("utf-8"))]
    assert records
    assert all(record["urls"][0].startswith("https://archive.example/zunyi/articles/") for record in records)
    assert jianbao("export", folder, "--base-url", "archive.example").returncode == 2


@pytest.mark.usefixtures("root")
def test_database_citations_and_bag_are_added_where_they_are_asked_for(jianbao: Run, tmp_path: Path) -> None:
    folder = tmp_path / "bag"
    assert jianbao("export", folder, "--sqlite", "--citations", "--bag").returncode == 0
    payload = folder / "data"
    lines = (folder / "manifest-sha256.txt").read_text("utf-8").splitlines()
    sums = {path: digest for digest, _, path in (line.partition("  ") for line in lines)}
    assert sums == {f"data/{path.name}": sha256(path.read_bytes()).hexdigest() for path in payload.iterdir()}
    with closing(sqlite3.connect(payload / "archive.sqlite")) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        articles = dict(database.execute("SELECT id, title FROM articles"))
        blocks = database.execute("SELECT count(*) FROM blocks").fetchone()[0]
    lines = [line for path in payload.glob("*.jsonl") for line in path.read_text(encoding="utf-8").splitlines()]
    exported = [json.loads(line) for line in lines]
    assert articles == {one["id"]: one["title"] for one in exported}
    assert blocks == sum(len(one["blocks"]) for one in exported)
    records = {record["title"] for path in payload.glob("*.ris") for record in rispy.loads(path.read_text("utf-8"))}
    assert records
    assert records <= set(articles.values())
    assert {path.stem for path in payload.glob("*.ris")} == {path.stem for path in payload.glob("*.bib")}

import csv
import gzip
import hashlib
import io
import json
from collections.abc import Mapping
from dataclasses import replace

from jianbao.model.site import Archive
from jianbao.render.encoding import printable
from tests.unit.render.reading import machine_files
from tests.unit.render.specimens import CONFIG, HOSTILE, all_entries, archive_of, sample

ARCHIVE = sample()


UNLISTED = {f"data/{name}" for name in ("archive.json", "datapackage.json", "capabilitylist.xml", "resourcelist.xml")}


def files(archive: Archive) -> Mapping[str, bytes]:
    return {file.path: file.data for file in machine_files(archive) if file.path.startswith("data/")}


def whole(archive: Archive, ending: str) -> list[bytes]:
    """The files of all years, oldest first, unpacked."""
    found = files(archive)
    return [
        gzip.decompress(found[path])
        for path in sorted(found)
        if path.startswith("data/articles-") and path.endswith(ending)
    ]


def articles(archive: Archive) -> list[dict[str, object]]:
    return [json.loads(line) for line in b"".join(whole(archive, ".jsonl.gz")).decode().split("\n")[:-1]]


def rows(archive: Archive) -> list[dict[str, str]]:
    tables = [io.StringIO(data.decode("utf-8-sig"), newline="") for data in whole(archive, ".csv.gz")]
    return [row for table in tables for row in csv.DictReader(table)]


def test_json_lines_hold_every_article_verbatim_oldest_issue_first() -> None:
    made = articles(ARCHIVE)
    assert [one["id"] for one in made] == [i for issue in reversed(ARCHIVE.issues) for i in issue.entries]
    for one in made:
        article = ARCHIVE.records[str(one["id"])].article
        assert one["title"] == article.title
        assert one["byline"] == list(article.byline)
        blocks = one["blocks"]
        assert isinstance(blocks, list)
        expected = [(str(block.role), block.text, list(block.lines)) for block in article.blocks]
        assert [(block["role"], block["text"], block["lines"]) for block in blocks] == expected


def test_an_article_says_where_it_is_from() -> None:
    one = next(one for one in articles(ARCHIVE) if one["id"] == "20251103-02-01")
    told = {key: one[key] for key in ("date", "page", "number", "section", "newspaper", "file", "topics", "counties")}
    assert told == {
        "date": "2025-11-03",
        "page": 2,
        "number": "12345",
        "section": "要闻",
        "newspaper": "遵义日报",
        "file": "content/issues/2025/2025-11-03-02.txt",
        "topics": ["energy", "talent"],
        "counties": ["990181", "990102"],
    }


def test_probabilities_are_rounded() -> None:
    one = next(one for one in articles(ARCHIVE) if one["id"] == "202512-01")
    assert one["confidence"] == 0.9877


def test_the_table_has_a_row_an_article_and_opens_in_excel() -> None:
    assert all(data.startswith(b"\xef\xbb\xbfid,date,newspaper,") for data in whole(ARCHIVE, ".csv.gz"))
    assert [row["id"] for row in rows(ARCHIVE)] == [str(one["id"]) for one in articles(ARCHIVE)]
    row = next(row for row in rows(ARCHIVE) if row["id"] == "20251103-02-01")
    assert (row["topics"], row["counties"], row["authors"]) == (
        "能源；人才",
        "南竹市；东关区",
        "徐华蔚；陈颖；John Smith；向婧",
    )
    assert (row["page"], row["lines"], row["characters"]) == ("2", "3-6", "29")


def test_no_cell_is_a_formula_and_none_has_a_control_character() -> None:
    for row in rows(ARCHIVE):
        for cell in row.values():
            assert cell.lstrip()[:1] not in set("=+-@＝＋－＠")
            assert printable(cell) == cell
    titles = {row["title"] for row in rows(ARCHIVE)}
    assert {f"'{HOSTILE[2]}", f"'{HOSTILE[3]}", f"'{HOSTILE[10]}"} <= titles


def test_the_manifest_counts_and_its_checksums_hold() -> None:
    made = files(ARCHIVE)
    manifest = json.loads(made["data/archive.json"])
    assert manifest["counts"] == {
        "issues": len(ARCHIVE.issues),
        "articles": len(ARCHIVE.newest),
        "topics": 2,
        "counties": 2,
        "people": len(ARCHIVE.people),
        "unsorted": 0,
    }
    assert (manifest["first_date"], manifest["last_date"]) == ("2024", "2025-12~")
    assert {file["path"] for file in manifest["files"]} == set(made) - UNLISTED
    for file in manifest["files"]:
        data = made[file["path"]]
        assert file["sha256"] == hashlib.sha256(data).hexdigest()
        assert file["bytes"] == len(data)
    records = {file["path"]: file["records"] for file in manifest["files"]}
    jsonl = [path for path in records if path.endswith(".jsonl.gz")]
    assert jsonl == ["data/articles-2024.jsonl.gz", "data/articles-2025.jsonl.gz"]
    assert sum(records[path] for path in jsonl) == len(articles(ARCHIVE)) == len(rows(ARCHIVE))


def test_a_year_s_file_holds_the_articles_of_that_year() -> None:
    for path, data in files(ARCHIVE).items():
        if path.endswith(".jsonl.gz"):
            lines = gzip.decompress(data).decode().split("\n")[:-1]
            assert {json.loads(line)["date"][:4] for line in lines} == {path.removeprefix("data/articles-")[:4]}


def test_vocabularies_count_their_articles() -> None:
    topics = {one["id"]: one for one in json.loads(files(ARCHIVE)["data/topics.json"])}
    assert topics["energy"]["articles"] == len(all_entries(ARCHIVE))
    assert topics["law"]["articles"] == 0
    assert topics["heritage"]["parent"] == "culture"
    assert topics["energy"]["medtop_uri"] == "http://cv.iptc.org/newscodes/mediatopic/20000256"
    places = {one["code"]: one for one in json.loads(files(ARCHIVE)["data/places.json"])}
    assert places["990102"]["former"] == ["新州县"]
    assert places["990121"]["articles"] == 0


def test_an_empty_archive_has_empty_files() -> None:
    empty = archive_of()
    assert articles(empty) == []
    assert rows(empty) == []
    assert json.loads(files(empty)["data/archive.json"])["first_date"] is None


def test_an_unpublished_site_gives_paths_and_no_address() -> None:
    unpublished = sample(replace(CONFIG, base_url=None))
    assert {one["url"] for one in articles(unpublished)} == {None}
    assert rows(unpublished)[0]["url"] == articles(unpublished)[0]["path"]

"""A small archive in a folder: two topics, two counties, as few pages as a site can have."""

from pathlib import Path

SITE = "title: 小档案\nnewspaper: 新州日报\npage_size: 5\n"
TOPICS = """topics:
  - id: tea
    name: 茶业
    name_en: Tea
    medtop: medtop:20000210
    keywords:
      5: [茶园, 茶农]
  - id: school
    name: 教育
    name_en: Education
    medtop: medtop:05000000
    keywords:
      5: [学校, 教师]
"""
PLACES = """city:
  code: "990100"
  name: 新州市
  short: 新州
  slug: xinzhou
  province: 某省
counties:
  - code: "990102"
    name: 东关区
    short: 东关
    slug: dongguan
    tile: [1, 1]
  - code: "990121"
    name: 北溪县
    short: 北溪
    slug: beixi
    tile: [1, 0]
"""


def write_archive(root: Path) -> None:
    """Write the settings of the archive; it has no digests yet."""
    (root / "content" / "issues").mkdir(parents=True)
    for name, text in (("site", SITE), ("topics", TOPICS), ("places", PLACES)):
        (root / "content" / f"{name}.yaml").write_text(text, encoding="utf-8")
    (root / "content" / "addresses.txt").touch()


def digest(day: int, *articles: tuple[str, str]) -> str:
    """A digest of that day of December 2025 with marked articles: a headline and a paragraph each."""
    text = "\n\n".join(f"# {title}\n\n{paragraph} {{.paragraph}}" for title, paragraph in articles)
    return f"---\ndate: 2025-12-{day:02}\n---\n\n{text}\n"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder that is the site's own."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".jianbao"))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

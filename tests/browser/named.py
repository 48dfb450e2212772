"""A small archive that names a person with an office and an organisation often enough for pages of their own."""

import shutil
from pathlib import Path

from jianbao.index.groups import FEWEST
from tests.programs import REPOSITORY, SCRIPTS, run

_ARTICLE = """
# 茶园第{number}次开采
（记者 李琴）
湄潭县旅游局局长罗跃介绍，{number}月接待游客27.5万人次。遵义市教育局组织师生走进茶园，了解制茶工艺与茶叶的由来。
"""


def build_named(folder: Path) -> Path:
    """Build the archive in an empty folder; returns that of its site."""
    vocabularies = REPOSITORY / "content"
    issues = folder / "content" / "issues"
    issues.mkdir(parents=True)
    for name in ("site.yaml", "topics.yaml", "places.yaml"):
        shutil.copy(vocabularies / name, folder / "content" / name)
    digest = "".join(_ARTICLE.format(number=number) for number in range(1, FEWEST + 1))
    (issues / "2025-03-01-01.txt").write_text(digest, encoding="utf-8")
    run(SCRIPTS / "jianbao", "--root", folder, "build", "--output", folder / "site")
    return folder / "site"

from pathlib import Path

import pytest

from jianbao.build.publishing.limits import check_limits
from jianbao.build.publishing.place import check_output
from jianbao.build.publishing.publish import Published
from jianbao.model.errors import UsageError


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("content/issues", "templates", ".git", "elsewhere/.git", "elsewhere/site"):
        (tmp_path / "home" / "archive" / name).mkdir(parents=True)
    return tmp_path / "home" / "archive"


@pytest.mark.parametrize(
    "name",
    [
        ".",
        "..",
        "../..",
        "content",
        "content/issues/site",
        "templates/assets/site",
        ".git/site",
        ".jianbao",
        "elsewhere/.git/site",
        "_site/../content/issues",
    ],
)
def test_a_site_is_not_put_where_it_would_cost_something(root: Path, name: str) -> None:
    with pytest.raises(UsageError, match="name a"):
        check_output(root, root / name)


def test_not_by_way_of_a_link_either(root: Path) -> None:
    (root / "_site").symlink_to(root / "content" / "issues")
    with pytest.raises(UsageError, match="name another folder"):
        check_output(root, root / "_site")


@pytest.mark.parametrize("name", ["_site", "../site", "elsewhere/site", "content-site"])
def test_other_places_are_free(root: Path, name: str) -> None:
    check_output(root, root / name)


def test_a_site_that_grows_out_of_github_pages_is_told_of_in_time(tmp_path: Path) -> None:
    assert check_limits(Published(10, 50_000, 0, 600_000_000), tmp_path) == []
    (size,) = check_limits(Published(10, 50_000, 0, 850_000_000), tmp_path)
    assert size.message == "the site has 0.85 GB, and GitHub Pages takes at most 1 GB"
    assert "split the archive by years" in size.hint
    (files,) = check_limits(Published(10, 90_000, 0, 600_000_000), tmp_path)
    assert files.message.startswith("the site has 90,010 files")

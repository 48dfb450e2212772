"""Pages of text, and the pictures that they show."""

import struct
import zlib
from pathlib import Path

import pytest

from jianbao.build.content.pages import Pages, footer_problems, load_pages
from jianbao.build.content.pictures import LARGEST, read_picture
from jianbao.build.run import build
from jianbao.model.problem import Problem
from jianbao.model.site import Picture
from tests.small_archive import SITE, write_archive


def png(width: int = 3, height: int = 2, more: bytes = b"") -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * min(width, 64)) * min(height, 64))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"") + more


def webp(kind: bytes, body: bytes) -> bytes:
    chunk = kind + struct.pack("<I", len(body)) + body
    return b"RIFF" + struct.pack("<I", len(chunk) + 4) + b"WEBP" + chunk + bytes(16)


LOSSY = webp(b"VP8 ", b"\x30\x01\x00\x9d\x01\x2a" + struct.pack("<HH", 640 | 0x4000, 480))
LOSSLESS = webp(b"VP8L", b"\x2f" + struct.pack("<I", 639 | 479 << 14))
EXTENDED = webp(b"VP8X", bytes(4) + (639).to_bytes(3, "little") + (479).to_bytes(3, "little"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give an archive with one page of text."""
    write_archive(tmp_path)
    (tmp_path / "content" / "pages").mkdir()
    put(tmp_path, "guide.md", "# 指南\n\n![一期的样子](issue.png) ![别处的](//evil.example/x.png)\n")
    return tmp_path


def put(root: Path, name: str, data: str | bytes) -> None:
    (root / "content" / "pages" / name).write_bytes(data.encode() if isinstance(data, str) else data)


def load(root: Path) -> tuple[Pages, list[Problem]]:
    problems: list[Problem] = []
    return load_pages(root, problems), problems


@pytest.mark.parametrize("data", [LOSSY, LOSSLESS, EXTENDED])
def test_a_webp_tells_its_size(data: bytes) -> None:
    picture = read_picture("a.webp", data)
    assert (picture.width, picture.height, picture.data) == (640, 480, data)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.png", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "not what its ending says"),
        ("a.png", LOSSY, "not what its ending says"),
        ("a.webp", png(), "not what its ending says"),
        ("a.webp", LOSSY[:20], "not what its ending says"),
        ("a.png", png()[:18], "not what its ending says"),
        ("a.png", png(more=bytes(LARGEST)), "more than 256 KiB"),
        ("a.png", png(width=50_000), "50000 × 2 pixels"),
        ("a.png", png(height=0), "3 × 0 pixels"),
    ],
)
def test_what_is_no_picture_that_pages_may_show_is_told(name: str, data: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read_picture(name, data)


def test_a_page_shows_pictures_of_the_archive_only(root: Path) -> None:
    put(root, "issue.png", png())
    build(root, root / "_site")
    page = (root / "_site" / "guide" / "index.html").read_text("utf-8")
    assert '<img src="../pictures/issue.png" alt="一期的样子" width="3" height="2" loading="lazy" />' in page
    assert "别处的" in page
    assert "evil.example" not in page
    assert (root / "_site" / "pictures" / "issue.png").read_bytes() == png()


def test_a_picture_that_changes_changes_the_page(root: Path) -> None:
    put(root, "issue.png", png())
    build(root, root / "_site")
    put(root, "issue.png", png(width=5))
    build(root, root / "_site")
    assert 'width="5"' in (root / "_site" / "guide" / "index.html").read_text("utf-8")
    assert (root / "_site" / "pictures" / "issue.png").read_bytes() == png(width=5)


def test_pictures_that_are_missing_or_mute_are_told_with_their_lines(root: Path) -> None:
    put(root, "issue.png", png())
    put(root, "more.md", "# 更多\n\n![](issue.png)\n")
    _, problems = load(root)
    assert [(one.file, one.line, one.message) for one in problems] == [
        ("content/pages/guide.md", 3, "there is no picture '//evil.example/x.png'"),
        ("content/pages/more.md", 3, "the picture has no words"),
    ]


def test_other_files_are_passed_over_and_a_broken_picture_is_an_error(root: Path) -> None:
    for name in ("x.svg", "photo.jpg", "Big.png", "con.png"):
        put(root, name, png())
    put(root, "issue.png", b"GIF89a")
    pages, problems = load(root)
    told = [(one.file.rpartition("/")[2], one.message) for one in problems]
    passed = [(name, "this is no page and is passed over") for name in ("Big.png", "con.png")]
    assert told[:2] == passed
    assert ("issue.png", "the picture is not what its ending says") in told
    assert {name for name, message in told if "passed over" in message} == {"Big.png", "con.png", "photo.jpg", "x.svg"}
    assert pages.pictures == ()


def test_a_link_out_of_the_folder_is_no_picture(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("outside") / "secret.png"
    secret.write_bytes(png())
    (root / "content" / "pages" / "issue.png").symlink_to(secret)
    pages, problems = load(root)
    assert pages.pictures == ()
    assert "leads out of the archive" in problems[0].message


def test_the_foot_of_pages_names_those_that_the_settings_say(root: Path) -> None:
    put(root, "about.md", "# 关于\n")
    (root / "content" / "site.yaml").write_text(SITE + "footer: [about]\n", encoding="utf-8")
    build(root, root / "_site")
    home = (root / "_site" / "index.html").read_text("utf-8")
    assert ">关于</a>" in home
    assert ">指南</a>" not in home
    assert (root / "_site" / "guide" / "index.html").is_file()
    (problem,) = footer_problems(("about", "gone"), load(root)[0])
    assert problem.message == "`footer` names a page that is not there: gone"


def test_a_picture_tells_no_more_of_itself_than_a_line() -> None:
    assert "data" not in repr(Picture("a.png", 1, 1, bytes(1000)))

"""The preview's server: this machine only, this site only, whatever it is asked."""

import http.client
import socket
import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from jianbao.build.preview.live import News, Newsroom
from jianbao.build.preview.serve import server
from jianbao.build.publishing.publish import publish
from jianbao.model.problem import Problem
from jianbao.model.theme import OutputFile

PAGE = b"<!doctype html><html><head><title>x</title></head><body>page</body></html>"
Answer = tuple[int, bytes, http.client.HTTPMessage]
Ask = Callable[..., Answer]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    names = ("index.html", "404.html", "a/index.html")
    publish([OutputFile("style.css", b"css"), *(OutputFile(name, PAGE + name.encode()) for name in names)], folder)
    (tmp_path / "secret.html").write_text("secret", encoding="utf-8")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "index.html").write_text("secret", encoding="utf-8")
    (folder / "link.html").symlink_to(tmp_path / "secret.html")
    (folder / "linked").symlink_to(tmp_path / "outside", target_is_directory=True)
    (folder / ".jianbao-new-1").mkdir()
    (folder / ".jianbao-new-1" / "0").write_text("secret", encoding="utf-8")
    return folder


def asking(site: Path, newsroom: Newsroom | None) -> Iterator[Ask]:
    with server(site, 0, newsroom) as web:
        Thread(target=web.serve_forever, daemon=True).start()

        def ask(path: str, method: str = "GET", host: str | None = None) -> Answer:
            connection = http.client.HTTPConnection("127.0.0.1", web.server_address[1], timeout=30)
            connection.request(method, path, headers={} if host is None else {"Host": host})
            answer = connection.getresponse()
            data = answer.read()
            connection.close()
            return answer.status, data, answer.headers

        yield ask
        web.shutdown()


@pytest.fixture
def ask(site: Path) -> Iterator[Ask]:
    yield from asking(site, None)


@pytest.fixture
def newsroom() -> Newsroom:
    return Newsroom()


@pytest.fixture
def ask_live(site: Path, newsroom: Newsroom) -> Iterator[Ask]:
    yield from asking(site, newsroom)


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:1", "[::1]:8000", "[::1]"])
def test_names_of_this_machine_are_answered(ask: Ask, host: str) -> None:
    assert ask("/", host=host)[0] == 200


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8000", "[::2]", ""])
def test_other_names_are_refused(ask: Ask, host: str) -> None:
    assert ask("/", host=host)[0] == 403


@pytest.mark.parametrize(
    "path",
    [
        "/none",
        "/%00",
        "/a%00b/index.html",
        "/%ff%fe",
        "/%ed%a0%80",
        "/../secret.html",
        "/%2e%2e/secret.html",
        "/a/..%2f..%2fsecret.html",
        "/link.html",
        "/linked/",
        "/linked/index.html",
        "/.jianbao-files",
        "/.jianbao-lock",
        "/.jianbao-new-1/0",
        "/a/../.jianbao-files",
        "/.jianbao-live/live.js",
        "/assets/",
        "/..\\secret.html",
        "/%5c..%5csecret.html",
        "//evil.example/%2e%2e/secret.html",
        "/index.html%00.txt",
        "/" + "x" * 5000,
    ],
)
def test_what_is_not_of_the_site_is_missing(ask: Ask, path: str) -> None:
    status, data, _ = ask(path)
    assert (status, data) == (404, PAGE + b"404.html")


def test_the_site_is_answered_as_it_is(ask: Ask) -> None:
    assert ask("/")[:2] == (200, PAGE + b"index.html")
    assert ask("/a/?q=x")[:2] == (200, PAGE + b"a/index.html")
    status, _, headers = ask("/a")
    assert (status, headers["Location"]) == (301, "/a/")
    status, data, headers = ask("/style.css", "HEAD")
    assert (status, data, headers["Content-Length"], headers["Content-Type"]) == (
        200,
        b"",
        "3",
        "text/css; charset=utf-8",
    )
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_a_live_page_gets_the_script_and_all_else_is_as_it_is(site: Path, ask_live: Ask, newsroom: Newsroom) -> None:
    newsroom.report()
    status, data, headers = ask_live("/a/")
    script = b'<script src="/.jianbao-live/live.js" data-seen="1"></script>'
    assert (status, data) == (200, (PAGE + b"a/index.html").replace(b"</head>", script + b"</head>"))
    assert headers["Content-Length"] == str(len(data))
    assert ask_live("/style.css")[1] == b"css"
    moved = b"<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">" + PAGE
    (site / "moved.html").write_bytes(moved)
    assert ask_live("/moved.html")[1] == moved
    assert ask_live("/none")[1] == (PAGE + b"404.html").replace(b"</head>", script + b"</head>")
    assert ask_live("/.jianbao-live/live.js")[2]["Content-Type"] == "text/javascript; charset=utf-8"
    assert ask_live("/.jianbao-live/../../secret.html")[0] == 404


def test_news_come_at_once_to_whom_they_are_new_and_wait_for_the_others(ask_live: Ask, newsroom: Newsroom) -> None:
    newsroom.report([Problem("content/x.txt", 3, "</script><b>\u2028", "mend it")])
    told = ask_live("/.jianbao-live/news.js?build=0")[1].decode("ascii")
    assert told.startswith('jianbaoNews({"build": 1, "page": 0, "problems": [{"place": "content/x.txt:3", ')
    answers: list[Answer] = []
    waiting = Thread(target=lambda: answers.append(ask_live("/.jianbao-live/news.js?build=1")))
    waiting.start()
    newsroom.report()
    waiting.join()
    assert answers[0][1] == b'jianbaoNews({"build": 2, "page": 2, "problems": []});\n'
    for query in ("build=x", "", "build=0&build=1", f"build={'9' * 5000}", "build=%ff", "build=%c2%b2"):
        assert ask_live(f"/.jianbao-live/news.js?{query}")[1] == answers[0][1]


def test_before_the_first_build_a_page_waits_for_it(tmp_path: Path) -> None:
    for ask in asking(tmp_path / "none", Newsroom()):
        status, data, _ = ask("/")
        assert status == 404
        assert b"has not been built yet" in data
        assert b"live.js" in data


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get"])
def test_nothing_can_be_done_but_read(ask: Ask, method: str) -> None:
    assert ask("/", method)[0] == 501


def test_a_folder_is_never_taken_for_another_host(ask: Ask) -> None:
    assert ask("//a")[2]["Location"] == "/a/"
    assert ask("/a?%0d%0aX:1")[2]["Location"] == "/a/?%0d%0aX:1"


class Watched(Newsroom):
    """A newsroom that tells when somebody waits in it."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = Event()

    def wait(self, build: int, seconds: float) -> News:
        self.asked.set()
        return super().wait(build, seconds)


def test_a_browser_that_goes_away_is_no_error(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    newsroom = Watched()
    with server(site, 0, newsroom) as web:
        web.daemon_threads = False  # its end waits for the answers
        Thread(target=web.serve_forever, daemon=True).start()
        with socket.create_connection(("127.0.0.1", web.server_address[1])) as gone:
            gone.sendall(b"GET /.jianbao-live/news.js?build=0 HTTP/1.1\r\nHost: localhost\r\n\r\n")
            newsroom.asked.wait()
            gone.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        newsroom.report()
        web.shutdown()
    assert capsys.readouterr().err == ""

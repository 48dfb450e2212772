"""A small web server for looking at a site on this machine: loopback only, files of the site only."""

import io
import json
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from typing import BinaryIO
from urllib.parse import parse_qs, urlsplit

from jianbao.build.preview.live import News, Newsroom
from jianbao.build.publishing.journal import OWN

LOOPBACK = "127.0.0.1"
_NAMES = frozenset({LOOPBACK, "localhost", "[::1]"})
"""What this machine calls itself."""
_LIVE = f"/{OWN}live/"
"""Addresses of the live preview; no file of a site can have them."""
_PATIENCE = 25
"""Seconds after which a question for news is answered in any case, so that no connection is taken for dead."""
_IDLE = 60
"""Seconds after which a connection that says nothing is given up."""
_NO_SCRIPT, _HEAD = b"default-src 'none'", 1000
"""The policy of pages that lead on to others and allow no script, and in how many bytes of a page it stands."""
_UNBUILT = (
    b'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>No site yet</title>\n</head>\n<body>\n'
    b"<h1>The site has not been built yet</h1>\n</body>\n</html>\n"
)


class _SiteHandler(SimpleHTTPRequestHandler):
    """Serves one folder as a static host does: no listings, `404.html` for what is missing, nothing cached."""

    protocol_version = "HTTP/1.1"
    timeout = _IDLE
    disable_nagle_algorithm = True  # head and body are two writes: the second would wait for the first to be confirmed
    # Spelled out, since the tables of the operating system differ (Windows serves .js as text/plain on some machines).
    extensions_map = {  # noqa: RUF012 - as the base class declares it
        ".atom": "application/atom+xml; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".csv": "text/csv; charset=utf-8",
        ".gz": "application/gzip",
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".png": "image/png",
        ".webp": "image/webp",
        ".json": "application/json; charset=utf-8",
        ".jsonl": "application/jsonl; charset=utf-8",
        ".svg": "image/svg+xml; charset=utf-8",
        ".txt": "text/plain; charset=utf-8",
        ".xml": "application/xml; charset=utf-8",
        "": "application/octet-stream",
    }
    newsroom: Newsroom | None = None
    """Where pages hear of the next build; None where the site is shown as it is."""

    def parse_request(self) -> bool:
        """Refuse requests that name another host: a page elsewhere could reach this server by a name of its own."""
        if not super().parse_request():
            return False
        if _host(self.headers.get("Host", LOOPBACK)) in _NAMES:
            return True
        self.send_error(HTTPStatus.FORBIDDEN, "only this machine is served")
        return False

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Find what is asked for."""
        address = urlsplit(self.path)
        if self.newsroom and address.path.startswith(_LIVE):
            return self._live(self.newsroom, address.path.removeprefix(_LIVE), address.query)
        file = self._file()
        if file is not None and file.suffix == ".html":
            # A build may have removed it since; `send_head` of other files looks out for that itself.
            with suppress(FileNotFoundError):
                return self._answer(HTTPStatus.OK, ".html", file.read_bytes())
            file = None
        if file is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()

    def _file(self) -> Path | None:
        """What is asked for, or the folder whose address lacks its slash; None where the site has no such file.

        Links that lead out of the site are not followed, and what is only for builds is not shown.
        """
        site = Path(self.directory)
        try:
            asked = Path(self.translate_path(self.path))
            file = asked / "index.html" if asked.is_dir() and urlsplit(self.path).path.endswith("/") else asked
            real = file.resolve(strict=True)
            inside = real.is_relative_to(site.resolve())
            hidden = any(part.startswith(OWN) for part in asked.relative_to(site).parts)
        except (OSError, ValueError):
            # Among these: a null byte, and characters that no file system takes.
            return None
        return real if inside and not hidden else None

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing page with the site's own 404.html."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not (page.is_file() or self.newsroom):
            super().send_error(code, message, explain)
            return
        body = self._answer(HTTPStatus.NOT_FOUND, ".html", page.read_bytes() if page.is_file() else _UNBUILT)
        if self.command != "HEAD":
            self.wfile.write(body.read())

    def _live(self, newsroom: Newsroom, name: str, query: str) -> io.BytesIO | None:
        """The script and the style of the live preview, and the news that the script waits for."""
        if name == "news.js":
            news = newsroom.latest
            if str(news.build) in parse_qs(query).get("build", ()):
                news = newsroom.wait(news.build, _PATIENCE)
            return self._answer(HTTPStatus.OK, ".js", _script(news))
        if name in _live_files():
            return self._answer(HTTPStatus.OK, Path(name).suffix, _live_files()[name])
        self.send_error(HTTPStatus.NOT_FOUND)
        return None

    def _answer(self, code: HTTPStatus, kind: str, data: bytes) -> io.BytesIO:
        """Send the head of an answer; a page gets the script that asks for news."""
        if self.newsroom and kind == ".html" and _NO_SCRIPT not in data[:_HEAD]:
            script = f'<script src="{_LIVE}live.js" data-seen="{self.newsroom.latest.page}"></script>'.encode()
            head, end, rest = data.partition(b"</head>")
            data = head + script + end + rest
        self.send_response(code)
        self.send_header("Content-Type", self.extensions_map[kind])
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return io.BytesIO(data)

    def list_directory(self, path: object) -> None:  # noqa: ARG002 - the answer is the same for every folder
        """A folder without a page is a missing page."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        """Never let the browser keep a page that the next build may change, nor another site read from this one."""
        self.send_header("Cache-Control", "no-cache")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the base class names it
        """Say nothing: the browser shows what is wrong."""


class _Server(ThreadingHTTPServer):
    """One that says nothing of a browser that went away: who turns to another page does so at any time."""

    allow_reuse_address = sys.platform != "win32"  # there, two servers would share a port

    def handle_error(self, request: object, client_address: object) -> None:
        """Tell of every other error."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def _host(header: str) -> str:
    """The name in a Host header, without the port, in lower case."""
    name, _, port = header.rpartition(":")
    return (name if name and port.isdecimal() else header).lower()


def _script(news: News) -> bytes:
    """The news as a call; JSON in ASCII is a literal of JavaScript."""
    problems = [
        {"place": f"{problem.file}:{problem.line}" if problem.line else problem.file, "message": problem.message}
        | ({"hint": problem.hint} if problem.hint else {})
        for problem in news.problems
    ]
    told = json.dumps({"build": news.build, "page": news.page, "problems": problems})
    return f"jianbaoNews({told});\n".encode()


@cache
def _live_files() -> Mapping[str, bytes]:
    folder = files("jianbao.build.preview")
    return {name: (folder / name).read_bytes() for name in ("live.css", "live.js")}


def server(site: Path, port: int, news: Newsroom | None = None) -> ThreadingHTTPServer:
    """A server of the folder `site` on this machine's loopback address; `serve_forever()` runs it.

    Port 0 takes any free one (`server_address` tells which). With `news`, pages reload after a build and show why one
    failed. Raises OSError where the port is taken.
    """

    class Handler(_SiteHandler):
        newsroom = news

        def __init__(self, *args: object, **kwargs: object) -> None:
            super().__init__(*args, directory=str(site), **kwargs)  # type: ignore[arg-type]

    return _Server((LOOPBACK, port), Handler)

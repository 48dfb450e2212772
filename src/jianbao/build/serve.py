"""A small web server for looking at a built site on this machine: loopback only, files of the site only."""

from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

LOOPBACK = "127.0.0.1"


class _SiteHandler(SimpleHTTPRequestHandler):
    """Serves one folder as a static host does: no listings, `404.html` for what is missing, nothing cached."""

    protocol_version = "HTTP/1.1"
    # Spelled out, since the tables of the operating system differ (Windows serves .js as text/plain on some machines).
    extensions_map = {  # noqa: RUF012 - as the base class declares it
        ".atom": "application/atom+xml; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".csv": "text/csv; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json; charset=utf-8",
        ".jsonl": "application/jsonl; charset=utf-8",
        ".svg": "image/svg+xml; charset=utf-8",
        ".txt": "text/plain; charset=utf-8",
        ".xml": "application/xml; charset=utf-8",
        "": "application/octet-stream",
    }

    def parse_request(self) -> bool:
        """Refuse requests that name another host: a page elsewhere could reach this server by a name of its own."""
        if not super().parse_request():
            return False
        host = self.headers.get("Host", LOOPBACK).rsplit(":", 1)[0]
        if host in {LOOPBACK, "localhost"}:
            return True
        self.send_error(HTTPStatus.FORBIDDEN, "only this machine is served")
        return False

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing page with the site's own 404.html."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        data = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def list_directory(self, path: object) -> None:  # noqa: ARG002 - the answer is the same for every folder
        """A folder without a page is a missing page."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        """Never let the browser keep a page that the next build may change."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the base class names it
        """Say nothing: the browser shows what is wrong."""


def server(site: Path, port: int) -> ThreadingHTTPServer:
    """A server of the folder `site` on this machine's loopback address; `serve_forever()` runs it.

    Port 0 takes any free one (`server_address` tells which). Raises OSError where the port is taken.
    """

    class Handler(_SiteHandler):
        def __init__(self, *args: object, **kwargs: object) -> None:
            super().__init__(*args, directory=str(site), **kwargs)  # type: ignore[arg-type]

    return ThreadingHTTPServer((LOOPBACK, port), Handler)

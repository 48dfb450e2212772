"""A static host like GitHub Pages: one folder under a sub-path, its 404.html for what is not there."""

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import BinaryIO

PREFIX = "/repo/"
"""A site that works here works at a root, too; the opposite is not true."""


TYPES = {
    ".atom": "application/atom+xml",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
}
"""What GitHub Pages sends; all else goes as bytes."""


class Handler(SimpleHTTPRequestHandler):
    """Answers below PREFIX only."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # head and body are two writes: the second would wait for the first to be confirmed

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        """Give the type by the ending of the name, whatever the tables of this machine say."""
        return TYPES.get(Path(path).suffix, "application/octet-stream")

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Find the file; whatever is not below PREFIX is not there."""
        if not self.path.startswith(PREFIX):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        self.path = self.path.removeprefix(PREFIX[:-1])
        return super().send_head()

    def list_directory(self, path: object) -> None:
        """A folder without a page is not there."""
        del path
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Show the site's own page for what is not there."""
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing; the tests look at the browser."""


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve the folder on a free port of this machine and give its address, PREFIX included."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

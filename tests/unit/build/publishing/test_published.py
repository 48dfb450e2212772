"""What a published site says of its addresses: as a folder, as a file, on the web."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from jianbao.build.publishing.ledger import ledger_text
from jianbao.build.publishing.published import RECORD, read_published
from jianbao.model.errors import UsageError
from jianbao.model.gone import Recorded

KNOWN = {"articles/20251208-01/": Recorded("茶园 管护"), "issues/2025-12-08/": Recorded("", gone=True)}
SITEMAP = (
    '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    "<url><loc>https://archive.example/repo/</loc></url>"
    "<url><loc>https://archive.example/repo/issues/2025-12-08/</loc></url></urlset>"
)


class Quiet(SimpleHTTPRequestHandler):
    """Serves files, and tells nobody."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the base class has
        """Say nothing."""

    def do_GET(self) -> None:
        """Fail on one path as an overloaded host does."""
        if self.path.startswith("/overloaded/"):
            self.send_error(503)
        else:
            super().do_GET()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder, for the time being."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder)) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "repo" / "data").mkdir(parents=True)
    (tmp_path / "repo" / RECORD).write_text(ledger_text(KNOWN), encoding="utf-8")
    (tmp_path / "repo" / "sitemap.xml").write_text(SITEMAP, encoding="utf-8")
    return tmp_path / "repo"


def test_a_site_tells_its_record_and_an_older_one_its_sitemap(site: Path) -> None:
    with served(site.parent) as address:
        assert read_published(f"{address}repo/") == KNOWN
        assert read_published(f"{address}repo/{RECORD}") == KNOWN
        (site / RECORD).unlink()
        assert read_published(f"{address}repo/") == read_published(str(site)) == {"issues/2025-12-08/": Recorded("")}


def test_what_is_not_there_yet_has_published_nothing_and_what_does_not_answer_is_not_taken_for_that(site: Path) -> None:
    with served(site.parent) as address:
        assert read_published(f"{address}new/") == {}
        with pytest.raises(UsageError, match="503"):
            read_published(f"{address}overloaded/")
    with pytest.raises(UsageError, match="does not tell what is published"):
        read_published(f"{address}repo/")


def test_a_page_that_lists_nothing_is_no_site(site: Path) -> None:
    (site / RECORD).write_text("<!doctype html><title>Sign in</title>", encoding="utf-8")
    with served(site.parent) as address, pytest.raises(UsageError):
        read_published(f"{address}repo/")

"""A digest that takes the place of others of its page: what has to be known of them for their addresses to last."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from jianbao.build.add.holdings import Place
from jianbao.build.add.pins import Addresses, Carried, carry_pins
from jianbao.build.content.files import read_inside, read_text
from jianbao.build.content.gone import read_gone
from jianbao.build.publishing.published import known_ledger
from jianbao.index.addresses import article_id
from jianbao.index.gone import retired_ids
from jianbao.model.digest import Article
from jianbao.model.gone import GONE, Gone
from jianbao.model.site import Newspaper, SiteConfig
from jianbao.parse.digest import read_digest
from jianbao.text.dates import parse_edtf


def take_place(root: Path, config: SiteConfig, place: Place, held: Sequence[str], text: str) -> Carried:
    """The digest of this `text` with the ids of the articles of those that it replaces, and which are in it.

    `held` are the digests of the `place` in the archive at `root`. Raises ContentError where the record of addresses
    cannot be read.
    """
    paper = next((one for one in config.newspapers if one.name == place.newspaper), Newspaper(config.newspaper, ""))
    page = Addresses(
        partial(article_id, paper, parse_edtf(place.date), place.page),
        frozenset(retired_ids(_gone(root))),
        known_ledger(root),
    )
    old = [article for name in held for article in _articles(read_inside(root, root / name, []), name)]
    return carry_pins(text.split("\n"), _articles(text.encode(), held[0]), old, page)


def _articles(data: bytes | None, name: str) -> tuple[Article, ...]:
    digest = read_digest(data, name).digest if data else None
    return digest.articles if digest else ()


def _gone(root: Path) -> tuple[Gone, ...]:
    """What content/gone.yaml tells; `check` and `build` say what is wrong with it."""
    path = root / GONE
    text = read_text(root, path, []) if path.exists() or path.is_symlink() else None
    return read_gone(text)[0] if text else ()

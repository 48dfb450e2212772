"""`jianbao search`: the site's search, in the terminal."""

import json
from pathlib import Path

import click

from jianbao.index.search.answer import Sort
from jianbao.index.search.read import open_index
from jianbao.model.errors import UsageError


@click.command()
@click.argument("query")
@click.option("--site", type=click.Path(path_type=Path), help="Folder of the built site (default: _site in the root).")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1, 1000), help="Articles shown.")
@click.option("--sort", type=click.Choice(["relevance", "newest", "oldest"]), default="relevance", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
@click.pass_obj
def search(root: Path, query: str, site: Path | None, limit: int, sort: Sort, *, as_json: bool) -> None:
    """Search a built site exactly as its search page does.

    Terms are ANDed, "…" keeps words together, -term excludes.
    """
    folder = (site or root / "_site") / "search"
    if not folder.is_dir():
        raise UsageError(f"there is no site in {folder.parent}: run `jianbao build` first")
    try:
        answer = open_index(lambda name: (folder / name).read_bytes()).search(query, limit=limit, sort=sort)
    except (OSError, ValueError, EOFError) as error:
        raise UsageError(f"the search index in {folder} is not whole ({error}): build the site again") from error
    if as_json:
        click.echo(json.dumps(answer, ensure_ascii=False))
        return
    click.echo(f"{answer['total']} found")
    for hit in answer["hits"]:
        click.echo(f"{hit['date']:<11} {hit['title']}  {hit['url']}")

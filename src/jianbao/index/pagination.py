"""Lists cut into pages that stay as they are when articles are added at the new end."""

from collections.abc import Sequence
from itertools import pairwise

from jianbao.index.addresses import list_path
from jianbao.model.site import ListPage


def paginate(base: str, newest_first: Sequence[str], size: int) -> tuple[ListPage, ...]:
    """Pages of a list, newest first; an empty list has one empty page.

    Pages are filled from the oldest article on, `size` each; the newest page takes what is left over and the full page
    before it, so it holds `size` to `2 × size - 1` articles and is never nearly empty.
    """
    count = max(1, len(newest_first) // size)
    cuts = [0, *(len(newest_first) - size * number for number in range(count - 1, -1, -1))]
    pages = [tuple(newest_first[start:end]) for start, end in pairwise(cuts)]
    paths = [list_path(base, number, count) for number in range(count, 0, -1)]
    return tuple(
        ListPage(
            path=path,
            number=count - position,
            count=count,
            entries=entries,
            newer=paths[position - 1] if position else None,
            older=paths[position + 1] if position + 1 < count else None,
        )
        for position, (path, entries) in enumerate(zip(paths, pages, strict=True))
    )

from hypothesis import given
from hypothesis import strategies as st

from jianbao.index.pagination import paginate


def ids(count: int) -> list[str]:
    return [str(number) for number in range(count, 0, -1)]


@given(st.integers(0, 400), st.integers(1, 40))
def test_pages_hold_every_article_once_in_order(count: int, size: int) -> None:
    pages = paginate("topics/x/", ids(count), size)
    assert [entry for page in pages for entry in page.entries] == ids(count)
    assert all(len(page.entries) == size for page in pages[1:])
    assert len(pages[0].entries) < 2 * size


@given(st.integers(0, 200), st.integers(1, 20), st.integers(1, 60))
def test_new_articles_leave_old_pages_alone(count: int, size: int, more: int) -> None:
    before = {page.path: page.entries for page in paginate("t/", ids(count), size)[1:]}
    after = {page.path: page.entries for page in paginate("t/", ids(count + more), size)}
    assert all(after[path] == entries for path, entries in before.items())


def test_the_newest_page_stands_at_the_address_of_the_list() -> None:
    pages = paginate("t/", ids(7), 2)
    assert [(page.path, page.number, page.newer, page.older) for page in pages] == [
        ("t/", 3, None, "t/page/2/"),
        ("t/page/2/", 2, "t/", "t/page/1/"),
        ("t/page/1/", 1, "t/page/2/", None),
    ]


def test_an_empty_list_has_one_empty_page() -> None:
    (page,) = paginate("t/", [], 30)
    assert page.path == "t/"
    assert page.entries == ()

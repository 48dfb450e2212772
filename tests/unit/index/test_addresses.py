import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.index.addresses import article_id, issue_key, slug
from jianbao.model.edtf import EdtfDate, Qualifier
from jianbao.model.site import Newspaper

MAIN = Newspaper("遵义日报", "")
EVENING = Newspaper("遵义晚报", "evening")


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("陈义鹏", "陈义鹏"),
        ("J. Smith", "~4a~~2e~~20~~53~mith"),
        ("..", "~2e~~2e~"),
        ("a/b", "a~2f~b"),
        ("con", "~63~on"),
    ],
)
def test_a_name_becomes_one_safe_part(name: str, part: str) -> None:
    assert slug(name) == part


@given(st.lists(st.text(min_size=1, max_size=8), min_size=2, max_size=2, unique=True))
def test_different_names_differ_on_every_file_system(names: list[str]) -> None:
    first, second = (slug(name).casefold() for name in names)
    assert first != second


@given(st.text(min_size=1, max_size=20))
def test_no_name_leaves_its_folder(name: str) -> None:
    part = slug(name)
    assert not set(part) & set('/\\:*?"<>|%#.\0 ')
    assert len(part.encode()) <= 255


@pytest.mark.parametrize("name", ["", "字" * 100])
def test_what_makes_no_address_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no address"):
        slug(name)


def test_ids_name_paper_date_page_and_number() -> None:
    day = EdtfDate(2025, 12, 8)
    assert article_id(MAIN, day, None, 1) == "20251208-01"
    assert article_id(MAIN, day, 2, 13) == "20251208-02-13"
    assert article_id(EVENING, EdtfDate(2025, 12, 0, Qualifier.APPROXIMATE), None, 1) == "evening-202512-01"


def test_how_sure_a_date_is_does_not_change_the_issue() -> None:
    assert (
        issue_key(MAIN, EdtfDate(2025, 12, 0, Qualifier.APPROXIMATE))
        == issue_key(MAIN, EdtfDate(2025, 12))
        == "2025-12"
    )

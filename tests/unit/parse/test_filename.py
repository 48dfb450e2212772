import pytest

from jianbao.parse.filename import date_and_page


@pytest.mark.parametrize(
    ("file", "date", "page"),
    [
        ("content/issues/2025/2025-12-08-02.txt", "2025-12-08", 2),
        ("20251208-02.md", "2025-12-08", 2),
        ("2025-12-08.txt", "2025-12-08", None),
        ("zunyi-2025-12.txt", "2025-12", None),
        ("遵义日报2025-12-08_p11 要闻.txt", "2025-12-08", 11),
        ("2025-12-08-00.txt", "2025-12-08", None),
        ("2025-13-40.txt", "None", None),
        ("2025/page.txt", "None", None),
        ("120251208.txt", "None", None),
        ("notes.txt", "None", None),
    ],
)
def test_name_tells_date_and_page(file: str, date: str, page: int | None) -> None:
    found = date_and_page(file)

    assert str(found[0]) == date
    assert found[1] == page

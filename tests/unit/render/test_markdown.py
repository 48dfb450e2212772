"""Pages of the archive's own words."""

from jianbao.render.markdown import to_html


def test_code_that_may_be_wider_than_the_window_is_reached_by_the_keyboard() -> None:
    narrow, wide, han = "x" * 32, "x" * 33, "茶" * 17
    made = [to_html(f"```\n{line}\n```", title="", resolve=str, code="代码") for line in (narrow, wide, han)]
    reached = '<pre tabindex="0" role="group" aria-label="代码"><code>'
    assert [html.startswith(reached) for html in made] == [False, True, True]
    assert to_html(f"    {wide}", title="", resolve=str, code='"').startswith(
        '<pre tabindex="0" role="group" aria-label="&#34;">'
    )

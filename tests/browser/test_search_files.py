"""The search module and the files of the index: each is asked for once, and again where it failed or is gone."""

import pytest
from playwright.sync_api import Page

from tests.browser.module import encoded, load
from tests.unit.index.search.specimens import document, folder


@pytest.mark.parametrize("damage", ["cut short", "missing", "damaged", "another page"])
def test_a_file_that_fails_is_named_and_asked_for_again(blank: Page, damage: str) -> None:
    files = folder([document("a", "遵义的茶")])
    load(blank, files)
    told = blank.evaluate(
        """async (damage) => {
          const whole = new Map(bytes);
          for (const [name, data] of whole) {
            if (!name.includes("grams")) continue;
            if (damage === "missing") bytes.delete(name);
            else if (damage === "damaged") bytes.set(name, data.with(data.length - 1, data.at(-1) ^ 1));
            else bytes.set(name, damage === "cut short" ? data.slice(0, -1) : new TextEncoder().encode("<html>"));
          }
          const failed = await index.search("遵义", { snippets: false })
            .catch((error) => [error instanceof search.SearchError, error.file]);
          for (const [name, data] of whole) bytes.set(name, data);
          return [failed, (await index.search("遵义", { snippets: false })).total];
        }""",
        damage,
    )
    (is_search_error, file), total = told
    assert is_search_error
    assert file in files
    assert total == 1


@pytest.mark.parametrize(("name", "few"), [("rows", True), ("columns", False), ("people", False)])
@pytest.mark.parametrize("content", ["[]", "{}"])
def test_another_file_in_its_place_is_not_kept(blank: Page, name: str, few: bool, content: str) -> None:  # noqa: FBT001
    count = 3 if few else 30
    load(blank, folder([document(f"id{number}", "遵义的茶", people=["王一"]) for number in range(count)]))
    told = blank.evaluate(
        """async ([part, content]) => {
          const ask = () => index.search("遵义", { snippets: false, filters: { reporter: ["王一"] } });
          const name = [...bytes.keys()].find((name) => name.includes(`/${part}`)), whole = bytes.get(name);
          bytes.set(name, new TextEncoder().encode(content));
          const failed = await ask().catch((error) => [error instanceof search.SearchError, error.file === name]);
          bytes.set(name, whole);
          return [failed, (await ask()).total];
        }""",
        [name, content],
    )
    assert told == [[True, True], count]


def test_no_file_is_asked_for_twice(blank: Page) -> None:
    load(blank, folder([document(f"id{number}", "遵义的茶和酒") for number in range(30)]))
    asked = blank.evaluate(
        """async () => {
          const asked = [], fetch = index.files.fetch;
          index.files.fetch = (url) => (asked.push(url.href), fetch(url));
          const ask = (text) => index.search(text, { snippets: false });
          await Promise.all(["遵义", "遵义的茶", "茶和酒", "茶"].map(ask));
          await ask("遵义");
          return asked;
        }"""
    )
    assert asked
    assert len(asked) == len(set(asked))


def test_an_index_that_was_built_anew_is_opened_anew(blank: Page) -> None:
    load(blank, folder([document("a", "遵义的茶")]))
    rebuilt = folder([document("a", "遵义的茶"), document("b", "遵义的酒")])
    found = blank.evaluate(
        """async (files) => {
          const decode = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
          bytes.clear();
          for (const [name, text] of Object.entries(files)) bytes.set(name, decode(text));
          const ask = (text) => index.search(text, { snippets: false });
          const answers = await Promise.all([ask("遵义"), ask("茶"), index.count("酒")]);
          return answers.map((answer) => answer.total ?? answer);
        }""",
        encoded(rebuilt),
    )
    assert found == [2, 1, 1]

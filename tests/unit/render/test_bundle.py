"""Modules put together do what they do apart; what cannot be read is left to the browser."""

import json
import re
from dataclasses import replace

import pytest

from jianbao.render.bundle import bundled
from jianbao.render.site import render_site
from tests.unit.render import sample

MODULES = {
    "page.js": 'import { one as first, two } from "./parts.js";\nimport * as all from "./more-parts.js";\n'
    "export function start() { return first + two() + all.three; }\n",
    "parts.js": "export const one = 1;\nexport async function two() {}\nconst kept = 0;\n",
    "more-parts.js": 'import { one } from "./parts.js";\nexport class three {}\n',
    "alone.js": "export const nothing = 0;\n",
}


def test_each_module_stands_once_behind_what_it_takes() -> None:
    bundle = bundled(MODULES, "page.js")
    assert bundle is not None
    assert bundle.parts == {"parts.js", "more-parts.js"}
    assert bundle.source == (
        "const $parts = (() => {\nconst one = 1;\nasync function two() {}\nconst kept = 0;\n"
        "return { one, two };\n})();\n"
        "const $more_parts = (() => {\nconst { one } = $parts;\nclass three {}\nreturn { three };\n})();\n"
        "const { one: first, two } = $parts;\nconst all = $more_parts;\n"
        "export function start() { return first + two() + all.three; }\n"
    )


@pytest.mark.parametrize(
    "changed",
    [
        {"parts.js": 'import { start } from "./page.js";\nexport const one = 1;\n'},
        {"parts.js": "const one = 1;\nexport { one };\n"},
        {"parts.js": 'import one from "./alone.js";\n'},
        {"page.js": 'import { no } from "./nowhere.js";\n'},
    ],
    ids=["circle", "export apart", "default", "missing"],
)
def test_what_cannot_be_put_together_is_left_apart(changed: dict[str, str]) -> None:
    assert bundled({**MODULES, **changed}, "page.js") is None


def test_the_pages_of_the_site_start_with_one_module_each() -> None:
    files = {
        file.path: file.data.decode()
        for file in render_site(sample.archive(), sample.theme())
        if "assets/search." in file.path
    }
    for name in ("page.js", "trends.js"):
        (source,) = (text for path, text in files.items() if path.endswith(f"/{name}"))
        assert not re.search(r'^import .* from "', source, re.MULTILINE)
        assert "export function start()" in source
        assert "@param" not in source


def test_the_script_of_all_pages_knows_where_the_others_stand() -> None:
    files = {file.path: file.data for file in render_site(sample.archive(), sample.theme())}
    (script,) = (data.decode() for path, data in files.items() if re.fullmatch(r"assets/site\.\w+\.js", path))
    known = json.loads(script.removeprefix("const jianbao = ").partition(";\n")[0])
    assert {known["citing"], known["icon"]} <= files.keys()


def test_what_stands_in_a_bundle_stands_nowhere_else_unless_somebody_asks() -> None:
    theme = sample.theme()
    own = {"assets/search/own.js": b'import { make } from "./elements.js";\n'}
    asking = {"assets/search/page.js": b'export async function start() { await import("./elements.js"); }\n'}
    for files, stands in (({}, False), (own, True), (asking, True)):
        made = [file.path for file in render_site(sample.archive(), replace(theme, files={**theme.files, **files}))]
        assert any(path.endswith("/elements.js") for path in made) is stands

"""Write content/pages/api.md, the public functions and records, from the docstrings of the code: `make reference`.

Public is what a program of somebody else needs to read digests, to work with an archive, or to build a site; the page
lists it module by module, with the first paragraph for a person and the signature for a program.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src"
PAGE = SOURCE.parent / "content" / "pages" / "api.md"

_PARTS = {
    "读一份原始文本": (
        "parse.digest", "parse.annotate", "parse.marks", "parse.frontmatter", "text.decode", "text.dates",
    ),
    "收别的格式": ("importers.document", "importers.formats", "importers.apart"),
    "编目": ("enrich.vocabulary", "enrich.article"),
    "整个档案": ("build.archive", "index.identify", "index.site", "index.permanence", "index.calendar"),
    "做成网站": ("build.run", "render.site", "index.search.jobs"),
    "检索": ("index.search.read", "index.search.answer", "index.search.query", "index.search.suggest"),
    "数据": (
        "model.digest", "model.record", "model.card", "model.site", "model.vocabulary", "model.search", "model.edtf",
        "model.gone", "model.job", "model.theme", "model.problem", "model.errors",
    ),
}  # fmt: skip
_HEAD = """# 程序接口

这一页由程序的说明文字（docstring）生成，与所装的版本一致；说明用英文，和代码里一样。列出的名字是公开的：
改动会写进 CHANGELOG。数据都是冻结的记录，函数收值、还值；导入只沿一架梯子向下：
`cli → build → render、index、enrich、parse、importers → text → model`。

    from pathlib import Path
    from jianbao.parse.digest import read_digest

    path = Path("content/issues/2026/2026-01-05-02.txt")
    reading = read_digest(path.read_bytes(), str(path))
    for article in reading.digest.articles:
        print(article.title, article.confidence)

检索在浏览器和 Node 里用网站自己的模块 `search/search.js`，答案相同：

    import { open } from "./search/search.js"
    const index = await open(new URL("search/", siteRoot))
    const { total, hits, facets } = await index.search("仁怀 酱香", { limit: 10, filters: { county: ["520382"] } })"""


def api() -> str:
    """The page in Markdown."""
    parts = [_HEAD]
    for part, modules in _PARTS.items():
        parts.append(f"## {part}")
        for module in modules:
            parts += _module(f"jianbao.{module}")
    return "\n\n".join(parts) + "\n"


def _module(name: str) -> Iterator[str]:
    tree = ast.parse((SOURCE / f"{name.replace('.', '/')}.py").read_text(encoding="utf-8"))
    yield f"### {name}"
    yield _prose(ast.get_docstring(tree))
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield _code(f"{node.name}({ast.unparse(node.args)}){_returns(node)}", ast.get_docstring(node))
        elif isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from _class(node)


def _class(node: ast.ClassDef) -> Iterator[str]:
    bases = ", ".join(map(ast.unparse, node.bases))
    yield _code(f"class {node.name}" + (f"({bases})" if bases else ""), ast.get_docstring(node))
    rows = list(_fields(node))
    if rows:
        yield "\n".join(["| field | type, meaning |", "|---|---|", *rows])
    for one in node.body:
        if isinstance(one, ast.FunctionDef) and not one.name.startswith("_"):
            known = any(ast.unparse(decorator) in {"property", "cached_property"} for decorator in one.decorator_list)
            form = one.name if known else f"{one.name}({ast.unparse(one.args)})"
            yield _code(f"{node.name}.{form}{_returns(one)}", ast.get_docstring(one))


def _fields(node: ast.ClassDef) -> Iterator[str]:
    """A row for each field or member, with the docstring below it."""
    for one, below in zip(node.body, [*node.body[1:], None], strict=True):
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name):
            name, kind = one.target.id, ast.unparse(one.annotation)
        elif isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name):
            name, kind = one.targets[0].id, ast.unparse(one.value)
        else:
            continue
        if name.startswith("_"):
            continue
        told = below.value.value if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant) else ""
        row = f"`{kind}` {_prose(str(told))}".strip().replace("|", "\\|").replace("\n", " ")
        yield f"| `{name}` | {row} |"


def _returns(node: ast.FunctionDef) -> str:
    return f" -> {ast.unparse(node.returns)}" if node.returns else ""


def _code(form: str, told: str | None) -> str:
    return f"```python\n{form}\n```\n\n{_prose(told)}"


def _prose(told: str | None) -> str:
    """A docstring as prose: the lines of a paragraph joined, examples as they are."""
    paragraphs = (told or "").strip().split("\n\n")
    return "\n\n".join(
        paragraph if paragraph.startswith("    ") else " ".join(line.strip() for line in paragraph.split("\n"))
        for paragraph in paragraphs
    )


def main() -> int:
    """Write the page."""
    PAGE.write_text(api(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

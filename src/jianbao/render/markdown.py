"""Markdown of content/pages → HTML that cannot carry a script or ask another host for anything."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import unquote

from markupsafe import escape

from jianbao.model.site import Picture

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

# Columns of code that fit on the narrowest phone in large type; Han characters take two.
_FITS = 32
_FIRST_WIDE = "\N{CJK RADICAL REPEAT}"


def to_html(
    markdown: str,
    *,
    title: str,
    resolve: Callable[[str], str],
    pictures: Mapping[str, Picture] = MappingProxyType({}),
    root: str = "",
    code: str = "",
) -> str:
    """Turn a page into HTML for the place below its title.

    A first heading that repeats `title` is left out, since the page prints it already; other headings of the first
    level become second. `resolve` gets each link's address as written and returns the one to print; `javascript:` and
    its like are no links but text. Of pictures only `pictures`, by name, are shown, below the site's `root`; of others,
    which would be asked of other hosts, the words stay that stand in their place. `code` names blocks of code.
    """
    parser = _parser()
    tokens = _without_title(parser.parse(markdown), title)
    for token in tokens:
        if token.type in {"heading_open", "heading_close"} and token.tag == "h1":
            token.tag = "h2"
        for child in token.children or ():
            href = child.attrGet("href")
            if child.type == "link_open" and isinstance(href, str):
                child.attrSet("href", resolve(href))
            if child.type == "image":
                _set_picture(child, pictures, root)
    return str(parser.renderer.render(tokens, parser.options, {"code": code}))


def _code(renderer: "RendererHTML", tokens: Sequence["Token"], at: int, options: "OptionsDict", env: "EnvType") -> str:
    """A block of code. What may be wider than the window scrolls, and so has to be reached by the keyboard."""
    set_as = renderer.fence if tokens[at].type == "fence" else renderer.code_block
    html = set_as(tokens, at, options, env)
    if max(map(_columns, tokens[at].content.split("\n"))) <= _FITS:
        return html
    return html.replace("<pre>", f'<pre tabindex="0" role="group" aria-label="{escape(env["code"])}">', 1)


def _columns(line: str) -> int:
    return sum(1 + (char >= _FIRST_WIDE) for char in line)


def _set_picture(token: "Token", pictures: Mapping[str, Picture], root: str) -> None:
    picture = pictures.get(unquote(str(token.attrGet("src"))))
    if picture is None:
        token.type, token.children = "text", None
        return
    token.attrs = {
        "src": root + picture.path,
        "alt": "",  # the renderer puts the words in
        "width": picture.width,
        "height": picture.height,
        "loading": "lazy",
    }


def _without_title(tokens: list["Token"], title: str) -> list["Token"]:
    heads_page = len(tokens) > 1 and tokens[0].type == "heading_open" and tokens[0].tag == "h1"
    if heads_page and tokens[1].content.strip() == title.strip():
        return tokens[3:]
    return tokens


@cache
def _parser() -> "MarkdownIt":
    """Imported where there is a page to make: few builds have one. Raw HTML stays text."""
    parser: MarkdownIt = import_module("markdown_it").MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.add_render_rule("fence", _code)
    parser.add_render_rule("code_block", _code)
    return parser

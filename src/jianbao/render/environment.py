"""The Jinja environment: templates from the theme, everything escaped, nothing undefined."""

import re
from collections.abc import Callable
from functools import cache, partial
from itertools import pairwise

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup, escape

from jianbao.model.theme import Theme
from jianbao.render.edition import Counted, Link
from jianbao.render.encoding import script_json
from jianbao.render.equipment import Equipment
from jianbao.render.head import Meta
from jianbao.render.links import address
from jianbao.render.pages.digest import spoken_lines
from jianbao.render.strings import Strings
from jianbao.text.controls import CONTROLS, visible
from jianbao.text.fingerprint import fingerprint

Cut = Callable[[str], list[str]]
_EQUIPMENT = Equipment()
_HAN = re.compile("[一-鿿]")
# What a page cannot hold as it is.
_MARKED = re.compile(f"[&<>'\"\r]|{CONTROLS.pattern}")
# Where a headline breaks first: at spaces, and behind the name of a series, 【一线调研】.
_JOINTS = re.compile(r"(\s+|(?<=】)(?=\S))")
# A template that begins so is set without the ends of its lines: in the page of an article these were 2 bytes in 100.
_TIGHT = "{# tight #}\n"
# Of a line that ends before an element or a statement. The comment keeps the count of lines, which error messages tell.
_LINE_END = re.compile(r"\n(?=<|\{%)")
_SWALLOWED = "{#\n#}"
# What an attribute may hold without quotes. Spaces of any kind ask for them, though HTML knows but five.
_BARE = re.compile(r"""[^\s"'=<>`]+""")
# Up to eight characters and the marks around them: more would leave holes in a headline on a phone. And a middle dot
# with the character before it: browsers break between the two even where the style keeps words whole.
_QUOTED = re.compile(r"(“[^“”\s]{1,8}”|《[^《》\s]{1,8}》|[一-鿿]·)")
# Even in large print on the narrowest phone a line of a headline has room for twice as many.
_SHORTEST = 4


def make_environment(theme: Theme, strings: Strings, equipment: Equipment = _EQUIPMENT) -> Environment:
    """An environment over the theme's pages; it never reads the disk.

    The interface's words are a filter, `'skip'|t`: Jinja then sets those that take no value once, as it compiles.
    """
    # A template that is no UTF-8 shows its fault on the page that it makes, and stops no build.
    pages = {
        name: _tightened(data.decode(errors="replace")) for name, data in theme.files.items() if name.endswith(".html")
    }
    compiled = equipment.compiled
    environment = Environment(
        loader=DictLoader(pages),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=compiled and compiled(strings.language, fingerprint(tuple(strings.texts.items()))),
    )
    environment.globals.update(standing=standing_matter(environment))
    environment.filters.update(
        address=address,
        anchor=anchor,
        headline=partial(headline, cut=equipment.cut),
        meta_tag=meta_tag,
        quoted=quoted,
        script_json=script_json,
        spoken_lines=spoken_lines,
        t=strings,
        verbatim=verbatim,
    )
    return environment


def _tightened(source: str) -> str:
    return _LINE_END.sub(_SWALLOWED, source) if source.startswith(_TIGHT) else source


def standing_matter(environment: Environment) -> Callable[..., Markup]:
    """A function of a template's name, the way to the root and the current section: that template, set once and kept.

    Printers kept the type of what stands in every issue. Here it is header, navigation and footer: half of an article's
    page, and the same on all pages of one depth and section.
    """

    @cache
    def standing(name: str, root: str, current: str = "") -> Markup:
        html = environment.get_template(name).render(root=root, current=current)
        return Markup(html.removesuffix("\n"))  # noqa: S704 - escaped there

    return standing


def anchor(link: Link | Counted, root: str) -> Markup:
    """An `<a>` to a page of the site, `root` being the way to the site's root."""
    return Markup(f"<a href={quoted(root + address(link.path))}>{escape(visible(link.text))}</a>")  # noqa: S704


def quoted(text: str) -> Markup:
    """The value of an attribute, in quotes where it needs them: pages have thousands that do not."""
    value = escape(visible(text))
    return Markup(value if _BARE.fullmatch(value) else f'"{value}"')  # noqa: S704


def meta_tag(meta: Meta) -> Markup:
    """A `<meta>` element. Only its content is text; the names are our own."""
    also = f" property={meta.also}" if meta.also else ""
    return Markup(f"<meta {meta.attribute}={quoted(meta.key)}{also} content={quoted(meta.content)}>")  # noqa: S704


def verbatim(text: str) -> Markup:
    """Text that reads back from the page exactly.

    It is escaped, and a stray carriage return is written as a reference: as itself it would be read as a line feed. The
    standard frowns on that, but knows no other way, and all browsers read it back. Only characters that nobody sees,
    and that HTML forbids or that turn round what others see, are shown as �.
    """
    return Markup(_escaped(text))  # noqa: S704 - escaped in the same line


def headline(text: str, cut: Cut = _EQUIPMENT.cut) -> Markup:
    """A headline that breaks where newspapers break it: at its spaces if it can, never in a word or a short quotation.

    Its text reads back exactly.
    """
    parts = _JOINTS.split(text)
    if len(parts) == 1:
        html = _unbroken(text, cut)
    else:
        html = "".join(
            _escaped(part) if odd % 2 else f"<b>{_unbroken(part, cut)}</b>" for odd, part in enumerate(parts) if part
        )
    return Markup(html)  # noqa: S704 - made of escaped parts


def _shown(value: object) -> object:
    """What an expression of a template prints; Jinja escapes it after this."""
    return visible(value) if type(value) is str else value


def _escaped(text: str) -> str:
    # Each word of a headline comes here, and hardly one has anything to escape.
    return str(escape(visible(text))).replace("\r", "&#13;") if _MARKED.search(text) else text


def _unbroken(text: str, cut: Cut) -> str:
    """HTML of the text with each short quotation or title of a work in an element that keeps it on one line."""
    html, left = "", len(text)
    for odd, piece in enumerate(_QUOTED.split(text)):
        html += f"<i>{_escaped(piece)}</i>" if odd % 2 else _in_words(piece, cut, len(text) - left, left)
        left -= len(piece)
    return html


def _in_words(text: str, cut: Cut, before: int, left: int) -> str:
    """HTML of the text with a place to break before each word that follows a Han character; the style allows no other.

    Before marks there is none, nor behind a number: its unit follows. Nor is there one that would leave a line of less
    than `_SHORTEST` characters of a headline of which `before` stand before the text, and `left` from its beginning on.
    """
    html, words = "", cut(text)
    for one, other in pairwise(words):
        html += _escaped(one)
        before, left = before + len(one), left - len(one)
        if min(before, left) >= _SHORTEST and _HAN.match(one[-1]) and other[0].isalnum():
            html += "<wbr>"
    return html + "".join(map(_escaped, words[-1:]))

"""The Jinja environment: templates from the theme, everything escaped, nothing undefined."""

import re

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup, escape

from jianbao.model.theme import Theme
from jianbao.render.encoding import script_json
from jianbao.render.links import address

_SPACES = re.compile(r"(\s+)")


def make_environment(theme: Theme) -> Environment:
    """An environment over the theme's pages; it never reads the disk."""
    pages = {name: data.decode() for name, data in theme.files.items() if name.endswith(".html")}
    environment = Environment(
        loader=DictLoader(pages),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters.update(address=address, script_json=script_json, verbatim=verbatim, phrases=phrases)
    return environment


def verbatim(text: str) -> Markup:
    """Text that reads back from the page exactly: escaped, and a carriage return is written as a reference, since HTML
    would read it as a line feed."""
    return Markup(str(escape(text)).replace("\r", "&#13;"))  # noqa: S704 - escaped in the same line


def phrases(text: str) -> list[str]:
    """A headline's phrases and the white space between them, in turn: newspapers break lines at the spaces."""
    return _SPACES.split(text)

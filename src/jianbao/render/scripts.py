"""What script and style of all pages have to know, put into them at build: in the pages it would stand in each."""

from dataclasses import replace

from jianbao.model.site import SiteConfig
from jianbao.model.theme import Theme
from jianbao.render.assets import FOLDER, asset_names
from jianbao.render.digest import new_issue
from jianbao.render.encoding import json_text, one_line
from jianbao.render.strings import Strings

_SCRIPT = f"{FOLDER}site.js"
_STYLE = f"{FOLDER}site.css"
_CITING = "article/copy.js"
_ICON = "icon.svg"
_TOOL_WORDS = "tool_"
_STYLE_WORDS = "style_"


def informed(theme: Theme, strings: Strings, config: SiteConfig) -> Theme:
    """The theme with `site.js` told words of the interface and where its files stand, and `site.css` its words."""
    names = asset_names(theme)
    known = {
        "words": _words(strings, _TOOL_WORDS),
        "archive": one_line(config.title),
        "citing": names.get(_CITING, ""),
        "icon": names.get(_ICON, ""),
        "reporting": new_issue(config.repository) or "",
    }
    # JSON's strings are strings of CSS as well.
    words = "".join(f"--{name}:{json_text(text)};" for name, text in _words(strings, _STYLE_WORDS).items())
    told = {
        _SCRIPT: f"const jianbao = {json_text(known)};\n".encode() + theme.files.get(_SCRIPT, b""),
        _STYLE: theme.files.get(_STYLE, b"") + f":root{{{words}}}\n".encode(),
    }
    return replace(theme, files={**theme.files, **{name: data for name, data in told.items() if name in theme.files}})


def _words(strings: Strings, family: str) -> dict[str, str]:
    """Texts of a family of keys, by the rest of the key."""
    return {key.removeprefix(family): text for key, text in strings.texts.items() if key.startswith(family)}

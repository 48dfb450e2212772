"""What the script of all pages has to know, put before it at build: words of the interface, where its modules stand."""

from dataclasses import replace

from jianbao.model.site import SiteConfig
from jianbao.model.theme import Theme
from jianbao.render.assets import FOLDER, asset_names
from jianbao.render.encoding import json_text, one_line
from jianbao.render.strings import Strings

_SCRIPT = f"{FOLDER}site.js"
_CITING = "article/copy.js"
_WORDS = "tool_"


def informed(theme: Theme, strings: Strings, config: SiteConfig) -> Theme:
    """The theme with `site.js` told what it has to know: said in the pages, it would stand in each of them."""
    if _SCRIPT not in theme.files:
        return theme
    known = {
        "words": {key.removeprefix(_WORDS): text for key, text in strings.texts.items() if key.startswith(_WORDS)},
        "archive": one_line(config.title),
        "citing": asset_names(theme).get(_CITING, ""),
    }
    script = f"const jianbao = {json_text(known)};\n".encode() + theme.files[_SCRIPT]
    return replace(theme, files={**theme.files, _SCRIPT: script})

"""Scripts and styles as the site has them: told what they have to know, put together, without their documentation."""

from collections.abc import Mapping
from dataclasses import replace

from jianbao.model.site import SiteConfig
from jianbao.model.theme import Theme
from jianbao.render.assets import FOLDER, asset_names
from jianbao.render.bundle import bundled
from jianbao.render.encoding import json_text, one_line
from jianbao.render.pages.digest import new_issue
from jianbao.render.strings import Strings
from jianbao.text.source import uncommented_style, undocumented_script

_SCRIPT = f"{FOLDER}site.js"
_STYLE = f"{FOLDER}site.css"
_CITING = "article/copy.js"
_ICON = "icon.svg"
_MODULES = f"{FOLDER}search/"
_ENTRIES = ("page.js", "trends.js")
"""Of `_MODULES`: what pages load."""
_ASKS = 'import("./'
_SHORTEN = {"js": undocumented_script, "css": uncommented_style}
_TOOL_WORDS = "tool_"
_STYLE_WORDS = "style_"


def informed(theme: Theme, strings: Strings, config: SiteConfig) -> Theme:
    """The theme with `site.js` told words of the interface and where its files stand, and `site.css` its words."""
    theme = replace(theme, files=_together(_plain(theme.files)))
    # Those of files that are told nothing below: what they are told would be part of their names.
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
    files = {**theme.files, **{name: data for name, data in told.items() if name in theme.files}}
    return replace(theme, files=files)


def _plain(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files, assets among them without what only explains them. What is no UTF-8 stays: a problem tells of it."""
    return {name: _shortened(name, data) for name, data in files.items()}


def _shortened(name: str, data: bytes) -> bytes:
    shorten = _SHORTEN.get(name.rpartition(".")[2]) if name.startswith(FOLDER) else None
    try:
        return shorten(data.decode()).encode() if shorten else data
    except UnicodeDecodeError:
        return data


def _together(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files, the modules that pages start with in one with those that they import, which nobody asks for then."""
    modules = {name.removeprefix(_MODULES): data for name, data in files.items() if name.startswith(_MODULES)}
    sources = {name: data.decode(errors="replace") for name, data in modules.items()}
    found = {entry: bundled(sources, entry) for entry in _ENTRIES}
    bundles = {entry: bundle for entry, bundle in found.items() if bundle}
    parts = {part for bundle in bundles.values() for part in bundle.parts}
    # A module of a site's own, or one that could not be put together, may ask for any of the others.
    if modules.keys() - parts - bundles.keys() or any(_ASKS in bundle.source for bundle in bundles.values()):
        parts = set()
    whole = {_MODULES + entry: bundle.source.encode() for entry, bundle in bundles.items()}
    asked = files.keys() - {_MODULES + part for part in parts}
    return {name: data for name, data in files.items() if name in asked} | whole


def _words(strings: Strings, family: str) -> dict[str, str]:
    """Texts of a family of keys, by the rest of the key."""
    return {key.removeprefix(family): text for key, text in strings.texts.items() if key.startswith(family)}

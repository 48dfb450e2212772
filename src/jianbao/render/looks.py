"""What a page owes to the theme: fingerprints of templates with all that they ask for."""

import re
from collections.abc import Mapping

from jianbao.model.theme import Theme
from jianbao.text.fingerprint import fingerprint

_NAME = re.compile(r"""["']([^"'\n]+\.html)["']""")
# `{% include chosen %}`, `standing(chosen, …)`: which one it is shows only when the page is set.
_COMPUTED = re.compile(r"""(?:\{%-?\s*(?:include|extends|import|from)|\bstanding\()\s*[^\s"'\[(]""")


def looks(theme: Theme, setting: str) -> Mapping[str, str]:
    """The look of every template by its name: its own text, that of every template in it, and `setting`.

    A template asks for those whose names stand in quotes in it; one that asks for a template by a computed name is
    taken to ask for all.
    """
    sources = {name: data.decode(errors="replace") for name, data in theme.files.items() if name.endswith(".html")}
    asked = {name: _asked(text, sources) for name, text in sources.items()}
    return {
        name: fingerprint(setting, [(one, sources[one]) for one in sorted(_closure(name, asked))]) for name in sources
    }


def _asked(text: str, sources: Mapping[str, str]) -> frozenset[str]:
    if _COMPUTED.search(text):
        return frozenset(sources)
    return frozenset(_NAME.findall(text)) & sources.keys()


def _closure(name: str, asked: Mapping[str, frozenset[str]]) -> set[str]:
    found, waiting = {name}, [name]
    while waiting:
        more = asked[waiting.pop()] - found
        found |= more
        waiting += more
    return found

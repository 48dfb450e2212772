"""Several modules as one file: a browser asks once, where it would ask for twenty."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_IMPORT = re.compile(r'^import (?:\{([^}]*)\}|\* as (\w+)) from "\./([\w-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) (\w+))", re.MULTILINE)
# What is left where a module says it in other words: `import x from …`, `export { x }`.
_UNREAD = re.compile(r"^(?:import\b(?!\()|export\b)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Bundle:
    """A module with all that it imports."""

    source: str
    parts: frozenset[str]
    """The modules in it beside the one that it is."""


def bundled(modules: Mapping[str, str], entry: str) -> Bundle | None:
    """The module `entry` with all that it imports from beside it, each in a function of its own, in their order.

    None where a module is missing, imports itself in the end, or says import or export in a way not known here: then
    browsers load one after the other, as they did.
    """
    order = tuple(dict.fromkeys(_needed(modules, entry, ())))
    if None in order or any(_UNREAD.search(_EXPORT.sub("", _IMPORT.sub("", modules[name]))) for name in order if name):
        return None
    *others, last = (name for name in order if name)
    source = "".join(_closed(name, modules[name]) for name in others) + _IMPORT.sub(_taken, modules[last])
    return Bundle(source, frozenset(others))


def _needed(modules: Mapping[str, str], name: str, way: tuple[str, ...]) -> Iterator[str | None]:
    """What a module imports, directly or not, then itself; None for what cannot be."""
    if name in way or name not in modules:
        yield None
        return
    for found in _IMPORT.finditer(modules[name]):
        yield from _needed(modules, found[3], (*way, name))
    yield name


def _closed(name: str, source: str) -> str:
    told = ", ".join(_EXPORT.findall(source))
    body = _EXPORT.sub("", _IMPORT.sub(_taken, source))
    return f"const {_variable(name)} = (() => {{\n{body}return {{ {told} }};\n}})();\n"


def _taken(found: re.Match[str]) -> str:
    """An import as the constants that it makes."""
    names = found[2] or f"{{{found[1].replace(' as ', ': ')}}}"
    return f"const {names} = {_variable(found[3])};\n"


def _variable(name: str) -> str:
    return "$" + name.removesuffix(".js").replace("-", "_")

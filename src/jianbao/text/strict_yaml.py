"""YAML without its surprises: every scalar stays the text that was written, every node knows its line.

PyYAML by itself keeps the last of duplicate keys, reads `010` as 8, `no` as False and `12:30` as 750. Here a duplicate
key, an anchor, an alias, a tag, a second document and nesting beyond `MAX_DEPTH` are problems; what a scalar means is
for the schema that reads it.
"""

from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from jianbao.model.problem import Problem

# libyaml where the wheel has it (it is four times as fast); both loaders leave every scalar a string.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# Asked before parsing, since the two loaders tell the place of such a character differently.
_NOT_YAML = yaml.reader.Reader.NON_PRINTABLE

MAX_DEPTH = 16
"""Deepest nesting that is read. The deepest file of an archive (places.yaml) needs five."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text."""

    text: str
    line: int
    """Line in the file, from 1."""
    quoted: bool = False
    """It stood in quotes or was a block scalar: `""` is an empty text, where a bare nothing is no value."""

    @property
    def absent(self) -> bool:
        """No value was written: `key:`, `key: null` or `key: ~`."""
        return not self.quoted and self.text in {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple["YamlNode", ...]
    line: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order of the file."""

    items: dict[str, "YamlNode"]
    lines: dict[str, int]
    """Line of each key."""
    line: int


YamlNode: TypeAlias = Scalar | Sequence | Mapping


def load(text: str, *, file: str, first_line: int = 1) -> tuple[YamlNode | None, tuple[Problem, ...]]:
    """Read one YAML document.

    `first_line` is the line of the file on which `text` begins. Returns the root node, or None where there is none (an
    empty document) or the text is not YAML, and the problems found; a node beside problems is what could be read.
    """
    builder = _Builder(file, first_line)
    if bad := _NOT_YAML.search(text):
        line = first_line + text.count("\n", 0, bad.start())
        builder.complain(line, f"the character U+{ord(bad.group()):04X} is not allowed in YAML", "delete it")
        return None, tuple(builder.problems)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        row = min(mark.line, text.rstrip().count("\n")) if mark else 0
        message = f"this is not valid YAML: {error.problem or error.context}"
        builder.complain(first_line + row, message, _hint_for(text, row))
        return None, tuple(builder.problems)
    except _TooDeepError as error:
        message = f"nested deeper than {MAX_DEPTH} levels"
        builder.complain(error.line, message, "no file of an archive needs so many: flatten it")
        return None, tuple(builder.problems)
    return builder.root, tuple(builder.problems)


def _hint_for(text: str, row: int) -> str:
    lines = text.split("\n")
    near = lines[max(0, row - 1) : row + 1]
    if any("\t" in line[: len(line) - len(line.lstrip())] for line in near):
        return "indent with spaces, not with tabs"
    if any("：" in line and ": " not in line for line in near):
        return "write a half-width colon and a space behind the key, `key: value`, not the full-width ："
    return "write one `key: value` a line, and put a value with `: `, `#`, quotes or brackets into quotes"


class _TooDeepError(Exception):
    """Ends the reading at once: what nests so deep may go on for ever."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet."""

    line: int
    nodes: list[YamlNode] = field(default_factory=list)
    items: dict[str, YamlNode] | None = None
    lines: dict[str, int] = field(default_factory=dict)
    key: Scalar | None = None
    expects_key: bool = True


class _Builder:
    """Takes events in turn and keeps the open lists and mappings on a stack: no recursion, so no depth can break it."""

    def __init__(self, file: str, first_line: int) -> None:
        self.root: YamlNode | None = None
        self.problems: list[Problem] = []
        self._file = file
        self._first = first_line
        self._stack: list[_Open] = []
        self._documents = 0

    def complain(self, line: int, message: str, hint: str) -> None:
        self.problems.append(Problem(self._file, line, message, hint))

    def take(self, event: yaml.Event) -> None:
        line = self._first + (event.start_mark.line if event.start_mark else 0)
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents == 2:  # noqa: PLR2004 - the second of the documents is the first too many
                self.complain(line, "a second YAML document begins here", "keep one document; take the line `---` out")
        elif isinstance(event, yaml.AliasEvent):
            self.complain(line, f"the alias `*{event.anchor}` is not allowed", "write the value out")
            self._add(Scalar("", line))
        elif isinstance(event, yaml.NodeEvent):
            self._node(event, line)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close()

    def _node(self, event: yaml.NodeEvent, line: int) -> None:
        if event.anchor:
            self.complain(line, f"the anchor `&{event.anchor}` is not allowed", "write the value out wherever needed")
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            self.complain(line, f"the tag `{tag}` is not allowed", "write the plain value")
        if isinstance(event, yaml.ScalarEvent):
            self._add(Scalar(event.value, line, quoted=bool(event.style)))
            return
        if len(self._stack) >= MAX_DEPTH:
            raise _TooDeepError(line)
        self._stack.append(_Open(line, items={} if isinstance(event, yaml.MappingStartEvent) else None))

    def _close(self) -> None:
        top = self._stack.pop()
        if top.items is None:
            self._add(Sequence(tuple(top.nodes), top.line))
        else:
            self._add(Mapping(top.items, top.lines, top.line))

    def _add(self, node: YamlNode) -> None:
        if not self._stack:
            if self._documents == 1 and not (isinstance(node, Scalar) and node.absent):
                self.root = node
            return
        top = self._stack[-1]
        if top.items is None:
            top.nodes.append(node)
        elif top.expects_key:
            top.key, top.expects_key = self._key(node), False
        else:
            self._put(top, node)
            top.expects_key = True

    def _key(self, node: YamlNode) -> Scalar | None:
        if isinstance(node, Scalar):
            return node
        self.complain(node.line, "a key must be a plain word", "write `key: value`")
        return None

    def _put(self, top: _Open, node: YamlNode) -> None:
        if top.key is None or top.items is None:
            return
        name = top.key.text
        if name in top.items:
            message = f"the key `{name}` stands here again (first on line {top.lines[name]})"
            self.complain(top.key.line, message, "keep one of the two")
            return
        top.items[name] = node
        top.lines[name] = top.key.line

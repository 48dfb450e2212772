"""The words of the interface: one file a language, `strings/zh-Hans.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass

from jianbao.model.errors import ContentError
from jianbao.model.problem import Problem
from jianbao.model.theme import Theme
from jianbao.text import strict_yaml

_FOLDER = "strings/"
_ENDING = ".yaml"


@dataclass(frozen=True, slots=True)
class Strings:
    """The interface in one language."""

    language: str
    """Its BCP 47 tag, as `lang` says it."""
    texts: Mapping[str, str]
    """By key, with `{name}` where a value goes."""

    def __call__(self, key: str, **values: object) -> str:
        """The text with its values; `count=1` takes `key_one` where the language has one. KeyError: no such text."""
        if values.get("count") == 1:
            key = key + "_one" if key + "_one" in self.texts else key
        return self.texts[key].format_map(values) if values else self.texts[key]


def load_strings(theme: Theme, language: str) -> Strings:
    """Read the file of a language. ContentError where it is missing or is no list of `key: text`."""
    name = f"{_FOLDER}{language}{_ENDING}"
    if name not in theme.files:
        known = sorted(
            file.removeprefix(_FOLDER).removesuffix(_ENDING) for file in theme.files if file.startswith(_FOLDER)
        )
        message = f"there is no interface in the language `{language}`"
        raise ContentError((Problem(f"templates/{name}", 0, message, f"choose one of {', '.join(known)}"),))
    root, problems = strict_yaml.load(theme.files[name].decode(), file=f"templates/{name}")
    items = root.items if isinstance(root, strict_yaml.Mapping) else {}
    texts = {key: node.text for key, node in items.items() if isinstance(node, strict_yaml.Scalar)}
    if problems or not texts or len(texts) != len(items):
        stray = Problem(f"templates/{name}", 0, "this is no list of texts", "write `key: text` on each line")
        raise ContentError(problems or (stray,))
    return Strings(language, texts)

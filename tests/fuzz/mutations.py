"""Digests that went through something: what copying, scanning, editing and transport do to a page, and worse."""

import random
from collections.abc import Callable

_STRANGE = (
    "\u2028", "\u2029", "\u0085", "\f", "\v", "\x1b", "\x7f", "\u200b", "\u200e", "\u202e", "\u2066", "\ufeff",
    "\ufffd", "\ufffe", "\xa0", "\u3000", "\t", "\r", "〇", "𠮷", "👩‍👩‍👧", "e\u0301", "\u0301",
)  # fmt: skip
_SIGNS = "“”‘’（）()【】《》{}[]#\\—－…·、，。：；！？!?.,|｜□■▲"
_MARKS = (
    " {.title}", " {.kicker}", " {.continuation}", " {.furniture}", " {.start}", " {.unknown}", " {#a-1}", " {topic=x}",
    " {", "\\{.title}", "# ", "\\# ", "---", "---\ndate: 2025-12-08\n---\n",
)  # fmt: skip
_PHRASES = (
    "（下转第4版）", "（上接一版）", "本报讯（记者 周敏）", "（来源：《晚报》）", "图为茶园。", "周　敏摄",
    "第2版：要闻", "2025年12月8日", "广告", "一审：周敏 二审：陈立", "【副刊】", "记者" * 40,
    "、".join(["王强"] * 40), "，" * 60, "（" * 40, "2025年" * 30,
)  # fmt: skip

Mutation = Callable[[str, random.Random], str]


def _lines(change: Callable[[list[str], random.Random], list[str]]) -> Mutation:
    return lambda text, rng: "\n".join(change(text.split("\n"), rng))


def _drop(lines: list[str], rng: random.Random) -> list[str]:
    return [line for line in lines if rng.random() > 0.1]


def _double(lines: list[str], rng: random.Random) -> list[str]:
    return [line for line in lines for _ in range(1 + (rng.random() < 0.1))]


def _shuffle(lines: list[str], rng: random.Random) -> list[str]:
    return rng.sample(lines, len(lines))


def _join(lines: list[str], rng: random.Random) -> list[str]:
    joined = lines[:1]
    for line in lines[1:]:
        if rng.random() < 0.2:
            joined[-1] += line
        else:
            joined.append(line)
    return joined


def _wrap(lines: list[str], rng: random.Random) -> list[str]:
    width = rng.randrange(1, 40)
    return [line[at : at + width] for line in lines for at in range(0, max(len(line), 1), width)]


def _blank(lines: list[str], rng: random.Random) -> list[str]:
    return [part for line in lines for part in (line, *[""] * rng.choice((0, 0, 0, 1, 2, 30)))]


def _unblank(lines: list[str], _rng: random.Random) -> list[str]:
    return [line for line in lines if line.strip()]


def _indent(lines: list[str], rng: random.Random) -> list[str]:
    return [rng.choice(("", "", "\u3000\u3000", "    ", "\t", "\xa0")) + line for line in lines]


def _mark(lines: list[str], rng: random.Random) -> list[str]:
    def marked(line: str) -> str:
        mark = rng.choice(_MARKS)
        return mark + line if mark.startswith(("#", "\\#", "-")) else line + mark

    return [marked(line) if rng.random() < 0.1 else line for line in lines]


def _quote(lines: list[str], rng: random.Random) -> list[str]:
    return [rng.choice(_PHRASES) if rng.random() < 0.1 else line for line in lines]


def _sprinkle(text: str, rng: random.Random) -> str:
    chars = list(text)
    for _ in range(rng.randrange(1, 40)):
        chars.insert(rng.randrange(len(chars) + 1), rng.choice((*_STRANGE, *_SIGNS)))
    return "".join(chars)


def _erase(text: str, rng: random.Random) -> str:
    return "".join(char for char in text if rng.random() > 0.03)


def _cut(text: str, rng: random.Random) -> str:
    return text[rng.randrange(len(text) + 1) :][: rng.randrange(len(text) + 1)]


def _repeat(text: str, rng: random.Random) -> str:
    start = rng.randrange(len(text) + 1)
    piece = text[start : start + rng.randrange(1, 200)]
    return text[:start] + piece * rng.randrange(2, 30) + text[start:]


def _carriage(text: str, rng: random.Random) -> str:
    return text.replace("\n", rng.choice(("\r\n", "\r", "\n\r")))


MUTATIONS: tuple[Mutation, ...] = (
    *map(_lines, (_drop, _double, _shuffle, _join, _wrap, _blank, _unblank, _indent, _mark, _quote)),
    _sprinkle, _erase, _cut, _repeat, _carriage,
)  # fmt: skip
"""Each takes a text and a source of chance and gives another text."""


def mutate(text: str, rng: random.Random) -> str:
    """The text after one to four mutations."""
    for mutation in rng.choices(MUTATIONS, k=rng.randrange(1, 5)):
        text = mutation(text, rng)
    return text


def broken_bytes(text: str, rng: random.Random) -> bytes:
    """The text in UTF-8, or in another encoding, or with bytes changed: it need not be a text any more."""
    data = bytearray(text.encode(rng.choice(("utf-8", "utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-32")), "replace"))
    for _ in range(rng.choice((0, 1, 20)) if data else 0):
        data[rng.randrange(len(data))] = rng.randrange(256)
    return bytes(data)

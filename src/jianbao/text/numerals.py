"""Numbers as newspapers print them: 12, １２, 十二, 二〇二五."""

import re

_CHARACTERS = ("〇零○", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
_DIGITS = {char: value for value, chars in enumerate(_CHARACTERS) for char in chars}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000}

CHINESE_NUMERAL = "[" + "".join([*_DIGITS, *_UNITS]) + "]"
"""Regular expression for one character of a Chinese numeral (below ten thousand)."""

_ASCII = re.compile(r"[0-9０-９]{1,9}")
_CHINESE = re.compile(f"{CHINESE_NUMERAL}{{1,9}}")


def read_number(text: str) -> int | None:
    """The value of a whole number in digits (half or full width) or Chinese numerals up to 9999, else None."""
    if _ASCII.fullmatch(text):
        return int(text)
    return _read_chinese(text) if _CHINESE.fullmatch(text) else None


def _read_chinese(text: str) -> int | None:
    if not any(char in _UNITS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    total, digit = 0, None
    unit_before = 10_000
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif (unit := _UNITS[char]) < unit_before:
            total += (1 if digit is None else digit) * unit
            digit, unit_before = None, unit
        else:
            return None
    return total + (digit or 0)

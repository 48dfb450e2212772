"""Finding any of thousands of words in a text, in one pass."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Matcher:
    """Words by their first two characters. Plain data, so that it can be sent to other processes.

    A trie in pure Python costs a look-up a character. Here the regular expression engine skips in C what begins with no
    word's first character or goes on with no word's second, nine positions in ten; one look-up decides on the rest.
    """

    start: re.Pattern[str]
    """Matches the first character of what may be a word."""
    lengths: dict[str, tuple[int, ...]]
    """First two characters (the one of a word of one) → lengths of the words that begin so, longest first."""

    @classmethod
    def of(cls, words: Iterable[str]) -> "Matcher":
        """Make a matcher of some words."""
        lengths: dict[str, set[int]] = {}
        for word in words:
            lengths.setdefault(word[:2], set()).add(len(word))
        pairs = [head for head in lengths if len(head) > 1]
        single, first, second = (
            _one_of(characters) for characters in (lengths.keys() - pairs, (p[0] for p in pairs), (p[1] for p in pairs))
        )
        return cls(
            re.compile(f"{single}|{first}(?={second})"),
            {head: tuple(sorted(found, reverse=True)) for head, found in sorted(lengths.items())},
        )

    def candidates(self, text: str) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Positions where a word may begin, in order, and the lengths that it may have, longest first."""
        get = self.lengths.get
        for match in self.start.finditer(text):
            position = match.start()
            head = text[position : position + 2]
            found = get(head, ()) + (get(match[0], ()) if head != match[0] else ())
            if found:
                yield position, found


def _one_of(characters: Iterable[str]) -> str:
    inner = "".join(re.escape(character) for character in sorted(set(characters)))
    return f"[{inner}]" if inner else "(?!)"

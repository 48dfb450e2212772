"""The blocks of an article cut into words, once, for everything that wants to know of words."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from jianbao.enrich.language.quantities import Quantity, read_quantities
from jianbao.text.words import Segmenter

# What the segmenter, which has never seen it, takes for one word in front of a number: 率达, 占地约.
_GROWN_TOGETHER = re.compile("(.+?)(高达|可达|已达|达到|达|约为|约|接近|近|超过|超|逾|为|至|仅|共)")

_MEASURES = frozenset("费率额量数值金线价")
"""What measures end with: no 费约 or 率达 is a word, whatever the dictionary says."""


@dataclass(frozen=True)
class Passage:
    """A block's text and its words. Lives as long as its article is worked on.

    Not slotted: what only some of those who ask need to know is worked out when it is first asked for.
    """

    text: str
    words: tuple[str, ...]
    """They tile the text. A number with its unit (47.69万千瓦) is one word: no other grows together with the unit."""
    quantities: tuple[Quantity, ...]
    """The numbers with units, in the order of the text."""

    @classmethod
    def of(cls, text: str, segmenter: Segmenter) -> "Passage":
        """Cut a text."""
        words: list[str] = []
        position = 0
        quantities = read_quantities(text)
        for quantity in quantities:
            words.extend(segmenter.cut(text[position : quantity.start]))
            if words and (grown := _GROWN_TOGETHER.fullmatch(words[-1])):
                # 占地约 is the name of a person to the segmenter.
                is_name = segmenter.word_class(words[-1]) in {"", "nr", "nrt"}
                words[-1:] = grown.groups() if is_name or grown[1] in _MEASURES else words[-1:]
            words.append(text[quantity.start : quantity.end])
            position = quantity.end
        words.extend(segmenter.cut(text[position:]))
        return cls(text, tuple(words), quantities)

    @cached_property
    def offsets(self) -> tuple[int, ...]:
        """Where each word begins, and at last the length of the text."""
        return tuple(accumulate(map(len, self.words), initial=0))

    @cached_property
    def boundaries(self) -> frozenset[int]:
        """Offsets at which a word begins or ends, 0 and the length of the text included."""
        return frozenset(self.offsets)

    @cached_property
    def numbers(self) -> frozenset[int]:
        """Offsets at which a number with its unit begins."""
        return frozenset(quantity.start for quantity in self.quantities)

    def word_at(self, offset: int) -> int:
        """Number of the first word that begins at the offset or behind it."""
        return bisect_left(self.offsets, offset)

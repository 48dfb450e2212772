"""Where in a text the name of a person may stand, and how likely it is one.

A name is what its characters make likely (a surname, then characters that parents choose; characters that foreign
sounds are written with) and what stands around it bears out: an office before, a form of address or a verb of speaking
behind, another name beside. Part-of-speech tags alone are wrong two times in three here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress

from jianbao.enrich.language.nouns import WordClass
from jianbao.enrich.language.passages import Passage
from jianbao.enrich.names.context import (
    BY_ADDRESS,
    NO_BOUNDARY,
    NO_PERSON,
    PLACES_AND_FIRMS,
    SIGNS,
    names_something,
    right_of,
)
from jianbao.enrich.names.doubts import MOST, NO_GIVEN_NAMES, OTHER_WORD, behind_office, doubts, leads_to_place, towards
from jianbao.enrich.names.foreign import POINTS, SOUND, beginning, name_end, pointed_names
from jianbao.enrich.names.interests import (
    BEGINS,
    CUT_OFFICE,
    FIRST_CHARACTERS,
    FOREIGN,
    OF_PEOPLES,
    OFFICE,
    interests_of,
    is_other_word,
)
from jianbao.enrich.names.offices import APPOINTS, before_padding, ends_with_office, is_addressed, office_given
from jianbao.enrich.names.padded import padded_name
from jianbao.enrich.names.peoples import name_at
from jianbao.enrich.names.stock import COMPOUND_SURNAMES, FAMOUS, NOT_PERSONS, SOUNDS, SURNAMES, name_odds
from jianbao.text.words import inverse_document_frequency

# Logarithms of odds, added up. Set on 60 articles of a national daily.
ENOUGH = 10
"""What is taken for a name."""
BY_LIST = 6
"""For another name beside it."""
BETWEEN_NAMES = frozenset({"、", "和", "与", "及"})
AGAIN = 2
"""For a name that the article has several times."""
_BY_OFFICE = 8
_SPACED = 3
_LISTED_NAME, _FAMOUS = 4, 20
_COMMON, _COMMON_ALONE = 9, 9.6
"""Inverse document frequency below which a word is too common for a name: 荣誉 has 7, 杨树 9.2, 王毅 10."""
_HOPELESS = ENOUGH - BY_ADDRESS - 2
"""What characters must reach by themselves where no office and no other name stands before them."""
_FLOOR = ENOUGH - _BY_OFFICE - BY_ADDRESS - 2
_FAMOUS_SURNAME = "习"
"""As good as never a surname in a text, but for one."""

_SHORTEST_ALONE = 2
_BARELY = NO_BOUNDARY + 3
"""Of what stands behind a name: no word begins there, but the sentence goes on."""
_UNITS = frozenset("省市县区州镇乡村旗")
_HAN = re.compile("[\u4e00-\u9fd5]+")
_SOUND_RUN = re.compile(f"{SOUND}{{0,5}}")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Characters that may be a name."""

    name: str
    block: int
    start: int
    by: str
    """See `PersonMention.by`."""
    odds: int
    printed: str = ""
    """Where it is not printed as it is: `张　强`."""

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        return self.start + len(self.printed or self.name)


def _behind(words: tuple[str, ...], number: int) -> int:
    """Number of the word behind one and behind spaces."""
    return number + 1 + (number + 1 < len(words) and words[number + 1].isspace())


class NameScanner:
    """Looks through one block for what may be names."""

    def __init__(self, passage: Passage, block: int, word_class: WordClass, places: frozenset[str]) -> None:
        self._passage = passage
        self._text = passage.text
        self._block = block
        self._class = word_class
        self._places = places
        self._interests = interests_of(word_class)
        self._last_end = -2
        self._behind_office = False
        self._padding = 0
        """Spaces between the office and the name."""

    def scan(self) -> Iterator[Candidate]:
        """Candidates in the order of the text, none within another. Names begin where words do."""
        words, offsets = self._passage.words, self._passage.offsets
        pointed = {
            number: Candidate(name, self._block, start, "name", ENOUGH)
            for number, start, name in pointed_names(self._passage, self._class)
        }
        looks = [*map(self._interests.__getitem__, words)]
        interesting = [*compress(enumerate(looks), looks)]
        behind_offices = {_behind(words, number) for number, interest in interesting if interest & OFFICE}
        numbers = {number for number, interest in interesting if interest & BEGINS}
        cut_offices = {number for number, interest in interesting if interest & CUT_OFFICE}
        position = 0
        for number in sorted(numbers.union(behind_offices, pointed, cut_offices)):
            if number == len(words) or offsets[number] < position:
                continue
            cut = number in cut_offices and ends_with_office(self._text, offsets[number] + 1)
            start = offsets[number] + cut
            before = before_padding(self._text, start) if self._text[start - 1 : start].isspace() else start
            self._padding = start - before
            self._behind_office = cut or (number in behind_offices and ends_with_office(self._text, before))
            if found := self._at(number, words[number][cut:], start, pointed):
                yield found
                if found.odds >= ENOUGH:
                    position = self._last_end = found.end

    def _at(self, number: int, word: str, start: int, pointed: dict[int, Candidate]) -> Candidate | None:
        """The likeliest name that begins with a word."""
        interest = self._interests[word]
        if len(word) == 1 and self._text[start + 1 : start + 2].isspace() and (padded := self._padded(start)):
            return padded
        if interest & OF_PEOPLES and (name := name_at(self._passage, start, self._behind_office, self._class)):
            return Candidate(name, self._block, start, self._left(start)[1] or "name", ENOUGH)
        best = self._best(start) if word[0] in FIRST_CHARACTERS else None
        abroad = pointed.get(number)
        if abroad is None and self._behind_office:
            abroad = self._alone(start, "office")
        elif abroad is None and interest & FOREIGN and self._is_foreign(word, start):
            abroad = self._alone(start, "speech")
        if abroad and (best is None or best.odds < ENOUGH or len(abroad.name) > len(best.name)):
            return abroad
        return best

    def _padded(self, start: int) -> Candidate | None:
        """A name with spaces in it, behind an office or another name or before an address."""
        found = padded_name(self._passage, start, self._class)
        if found is None:
            return None
        name, printed = found
        by = "address" if is_addressed(self._text, start + len(printed)) else self._left(start)[1]
        return Candidate(name, self._block, start, by, ENOUGH, printed) if by else None

    def _is_foreign(self, word: str, start: int) -> bool:
        """Whether a word may be a foreign name by itself: to the dictionary, or for what stands behind (佐科总统)."""
        kind = self._class(word)
        addressed = kind in {"", "nr", "nrt"} and is_addressed(self._text, start + len(word))
        return addressed or (len(word) > 2 and kind.startswith("nr"))  # noqa: PLR2004

    def _best(self, start: int) -> Candidate | None:
        """The likeliest name of Chinese form that begins here."""
        text = self._text
        length = 2 if text[start : start + 2] in COMPOUND_SURNAMES else 1
        surname = text[start : start + length]
        if surname not in SURNAMES and length == 1:
            return None
        floor = _FLOOR if self._behind_office or self._last_end >= start - 1 else _HOPELESS
        found = None
        for end in (start + length + 2, start + length + 1):
            odds = name_odds(surname, text[start + length : end])
            # Most candidates end here: nothing beside them could make a name of them.
            if odds < floor and not (odds >= _HOPELESS - _LISTED_NAME or surname == _FAMOUS_SURNAME):
                continue
            if odds < floor and not self._class(text[start:end]).startswith("nr"):
                continue
            if end > len(text) or not _HAN.fullmatch(text, start, end) or NO_GIVEN_NAMES.match(text, start + length):
                continue
            candidate = self._weighed(start, self._with_sounds(start, end), odds)
            if candidate and (found is None or candidate.odds > found.odds):
                found = candidate
        return found

    def _with_sounds(self, start: int, end: int) -> int:
        """Where the name ends if it is a foreign one that begins with a Chinese surname: 总裁高洛塔纳."""
        if not self._behind_office or not SOUNDS.issuperset(self._text[start + 1 : end]):
            return end
        word = self._passage.word_at(end)
        if (
            self._passage.offsets[word] == end
            and word < len(self._passage.words)
            and self._class(self._passage.words[word])
        ):
            return end
        run = _SOUND_RUN.match(self._text, end)
        return end + len(run[0]) if run else end

    def _weighed(self, start: int, end: int, odds: int) -> Candidate | None:
        """The candidate with what the dictionary and its neighbours say; None where it cannot become likely."""
        name = self._text[start:end]
        left, by_left = self._left(start)
        right, by_right = right_of(self._passage, end)
        if self._text[end : end + 1] in APPOINTS and office_given(self._passage, start, end, self._class):
            right, by_right = BY_ADDRESS, "address"
        odds += self._dictionary(name, self._behind_office) + left + right
        if odds + MOST < ENOUGH - BY_LIST:
            return None
        odds += doubts(self._passage, start, end, self._class)
        if not by_left:
            odds += self._alone_in_text(name, end, by_right)
        elif not by_right:
            odds += behind_office(self._passage, start, end, self._class)
        if by_left != "list":
            odds += towards(self._text, start, end)
        if odds < ENOUGH - BY_LIST:
            return None
        return Candidate(name, self._block, start, by_left or by_right or "name", odds)

    def _dictionary(self, name: str, behind_office: bool) -> int:  # noqa: FBT001
        if name in self._places or not NOT_PERSONS.isdisjoint((name, name[:2])):
            return NO_PERSON * 3
        kind = self._class(name)
        if name in FAMOUS or (kind == "nrfg" and len(name) > 2):  # noqa: PLR2004
            return _FAMOUS
        if behind_office and SOUNDS.issuperset(name):
            return 0
        if kind.startswith("nr"):
            if len(name) > 2:  # noqa: PLR2004
                return _LISTED_NAME
            # Of two characters it may be any word: 高峰, 荣誉.
            common = _COMMON if behind_office else _COMMON_ALONE
            return OTHER_WORD if inverse_document_frequency(name) < common else 0
        return OTHER_WORD if kind else 0

    def _alone_in_text(self, name: str, end: int, by_right: str) -> int:
        """What a name must make up for that no office and no other name stands before."""
        if names_something(self._text, end):
            return NO_PERSON
        if by_right == "address":
            return NO_PERSON if name[-1] in _UNITS else 0
        if PLACES_AND_FIRMS.match(name, len(name) - 1):
            return 2 * NO_PERSON if name[-1] in _UNITS else NO_PERSON
        return self._unlike_a_name(name, self._text[end : end + 1] if not by_right else "")

    def _unlike_a_name(self, name: str, following: str) -> int:
        """The same for what the name is made of; `following` stands behind it where nothing there speaks for it."""
        if following in SOUNDS and SOUNDS.issuperset(name):
            # 霍克|斯湾: the beginning of a longer foreign name.
            return NO_PERSON
        if name[0] == name[1]:
            return NO_BOUNDARY
        if len(name) == 2 or self._class(name).startswith("nr"):  # noqa: PLR2004
            return 0
        # 黄金周, 龙凤胎, 金凤凰: two of the characters are a word by themselves.
        if is_other_word(name[:2], self._class):
            return OTHER_WORD
        return NO_BOUNDARY // 2 if following and is_other_word(name[1:], self._class) else 0

    def _left(self, start: int) -> tuple[int, str]:
        if self._behind_office:
            # Behind a space a new clause of a headline may begin: 小书记 向幸福出发.
            return _BY_OFFICE - (_SPACED if self._padding else 0), "office"
        before = self._text[start - 1 : start]
        if self._last_end == start - 1 and before in BETWEEN_NAMES:
            return BY_LIST, "list"
        if self._last_end == start:
            return BY_LIST // 2, ""
        return int(not before or before in SIGNS), ""

    def _alone(self, start: int, by: str) -> Candidate | None:
        """A foreign name without a point that begins here."""
        if by != "office" and leads_to_place(self._passage, start):
            return None
        start = start if by == "office" else beginning(self._passage, start, self._class)
        end = name_end(self._passage, start, self._class)
        if end - start < _SHORTEST_ALONE or start < self._last_end:
            return None
        name = self._text[start:end]
        kind = self._class(name)
        is_other = name in self._places or name in NOT_PERSONS or (kind and not kind.startswith("nr"))
        right, how = right_of(self._passage, end)
        if is_other or right < _BARELY or self._text[end : end + 1] in POINTS:
            return None
        odds = ENOUGH if by == "office" or how in {"speech", "address"} else ENOUGH - 2 * AGAIN
        return Candidate(name, self._block, start, by, odds)

"""Where in a text the name of a person may stand, and how likely it is one.

A name is what its characters make likely (a surname, then characters that parents choose; characters that foreign
sounds are written with) and what stands around it bears out: an office before, a form of address or a verb of speaking
behind, another name beside. Part-of-speech tags alone are wrong two times in three here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jianbao.enrich.foreign import SOUND, pointed_names
from jianbao.enrich.interests import BEGINS, FIRST_CHARACTERS, OFFICE, interests_of, is_other_word
from jianbao.enrich.namestock import COMPOUND_SURNAMES, NOT_PERSONS, SOUNDS, SURNAMES, name_odds
from jianbao.enrich.offices import before_padding, ends_with_office, is_addressed
from jianbao.enrich.passages import Passage
from jianbao.enrich.subjects import WordClass
from jianbao.text.words import inverse_document_frequency

# Logarithms of odds, added up. Set on 60 articles of a national daily.
ENOUGH = 10
"""What is taken for a name."""
BY_LIST = 6
"""For another name beside it."""
BETWEEN_NAMES = frozenset({"、", "和", "与", "及"})
AGAIN = 2
"""For a name that the article has several times."""
_BY_OFFICE, _BY_ADDRESS, _BY_SPEECH = 8, 6, 4
_SPACED = 3
_OTHER_WORD, _LISTED_NAME, _FAMOUS = -7, 4, 20
_NO_BOUNDARY, _NO_PERSON = -4, -7
_COMMON = 9
"""Inverse document frequency below which a word is too common for a name: 荣誉 has 7, 王毅 10."""
_HOPELESS = ENOUGH - _BY_ADDRESS - 2
"""What characters must reach by themselves where no office and no other name stands before them."""
_FLOOR = ENOUGH - _BY_OFFICE - _BY_ADDRESS - 2
_FAMOUS_SURNAME = "习"
"""As good as never a surname in a text, but for one."""

_SPEECH = re.compile(
    "(?:今天|日前|近日|当日|随后|曾|还|也|都|则|又|却|仍|便|再次|明确|[高激深自坦动感][兴动情豪率慨]地|\\d+日|[上下]午)*"
    "(?:说|表示|介绍|告诉|指出|认为|强调|坦言|回忆|称|道(?=[：，“])|透露|谈到|讲述|感慨|笑言|直言|解释|建议|提出|呼吁"
    "|补充|宣布|撰文|写道|在接受|对记者|向记者|对此|会见|致辞|主持|出席|率)"
)
GOES_ON = re.compile(
    "[在是把将对从和与的等及为今出带又也就住生于正有没不已先还都给让被]|介绍|获|担任|荣|参加|参与|走|来|站|坐|拿|看"
)
"""What a sentence goes on with behind a name."""
# A name does not stand in front of these: 黄沙镇, 白马山, 万胜药业.
_PLACES_AND_FIRMS = re.compile(
    "[村镇乡县区市州省旗路街站楼馆院厂店园桥山河江湖岛寨屯庄沟岭峰寺庙塔港湾籍杯奖节]"
    "|公司|集团|[药酒企茶矿]业|股份|科技|大道|小学|中学|大学|医院|国际[赛机]|公开赛|锦标赛|歌剧院|研究[所院]|国家联盟"
)
_SIGNS = frozenset(" \u3000，。；：！？、“”‘’（）()《》—…|\n")
_NO_GIVEN_NAMES = re.compile("女士|先生|老师|师傅|大爷|大妈|大叔|大姐|阿姨|医生|某|姓")
_HAN_CHARACTER, _GAP = "[\u4e00-\u9fd5]", "[ \u3000\xa0]{1,4}"
_PADDED = re.compile(
    f"{_HAN_CHARACTER}{_GAP}({_HAN_CHARACTER})(?:{_GAP}({_HAN_CHARACTER})(?!{_HAN_CHARACTER}|{_GAP})|(?!{_GAP}))"
)
"""A name set wide: 张　强, 王 小 东."""
_PADDED_ENOUGH = 2
_ADVERBS = frozenset("曾却又也还则都仍便正已将就均到赴用")
_NO_LAST = frozenset("地的家")
"""No given name of two characters ends with them: 总书记|高兴地, 宋海|家|在大山里."""
_LEADS_TO_PLACE = re.compile("(?:城市|首都|首府|港口|重镇|小镇|海港|沙漠|机场|圣)$")
"""What stands in front of a place: 东部城市|班加西; or in one: 圣|莫里茨."""
_BODIES = frozenset("委局办厅")
"""What organisations end with and no names of persons: 市民|宗委|主任."""
_UNITS = frozenset("省市县区州镇乡村旗")
_HAN = re.compile("[\u4e00-\u9fd5]+")
_SOUND_RUN = re.compile(f"{SOUND}{{0,5}}")
_FOREIGN_ALONE = re.compile(f"{SOUND}{{2,8}}(?:[一二三四五六七八九十]世)?")


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
        interests = interests_of(self._class)
        interesting = [(number, interest) for number, word in enumerate(words) if (interest := interests[word])]
        behind_offices = {_behind(words, number) for number, interest in interesting if interest & OFFICE}
        numbers = {number for number, interest in interesting if interest & BEGINS}
        position = 0
        for number in sorted(numbers.union(behind_offices, pointed)):
            if number == len(words) or offsets[number] < position:
                continue
            start = offsets[number]
            before = before_padding(self._text, start)
            self._padding = start - before
            self._behind_office = number in behind_offices and ends_with_office(self._text, before)
            if found := self._at(number, words[number], start, pointed):
                yield found
                if found.odds >= ENOUGH:
                    position = self._last_end = found.end

    def _at(self, number: int, word: str, start: int, pointed: dict[int, Candidate]) -> Candidate | None:
        """The likeliest name that begins with a word."""
        if padded := self._padded(word, start):
            return padded
        best = self._best(start) if word[0] in FIRST_CHARACTERS else None
        abroad = pointed.get(number)
        if abroad is None and self._behind_office:
            abroad = self._alone(start, "office")
        elif abroad is None and self._is_foreign(word, start):
            abroad = self._alone(start, "speech")
        if abroad and (best is None or best.odds < ENOUGH or len(abroad.name) > len(best.name)):
            return abroad
        return best

    def _padded(self, word: str, start: int) -> Candidate | None:
        """A name with spaces in it, behind an office or another name or before an address."""
        match = _PADDED.match(self._text, start) if len(word) == 1 and word in SURNAMES else None
        if match is None:
            return None
        # The word may go on (陈 红梅), or the sentence (周 明 说).
        goes_on = self._passage.words[self._passage.word_at(match.start(1))]
        says = match[2] and _SPEECH.match(self._text, match.start(2))
        known = len(goes_on) == 2 and self._class(goes_on).startswith("n")  # noqa: PLR2004
        end = match.end(1) if says else max(match.end(), match.start(1) + 1 + known)
        printed = self._text[start:end]
        given = re.sub(_GAP, "", printed[1:])
        if name_odds(word, given) < _PADDED_ENOUGH:
            return None
        by = self._left(start)[1]
        by = "address" if is_addressed(self._text, end) else by
        return Candidate(word + given, self._block, start, by, ENOUGH, printed) if by else None

    def _is_foreign(self, word: str, start: int) -> bool:
        """Whether a word may be a foreign name by itself: to the dictionary, or for what stands behind (佐科总统)."""
        if not SOUNDS.issuperset(word):
            return False
        kind = self._class(word)
        addressed = kind in {"", "nr", "nrt"} and is_addressed(self._text, start + len(word))
        return addressed or (len(word) > 2 and kind.startswith("nr"))  # noqa: PLR2004

    def _best(self, start: int) -> Candidate | None:
        """The likeliest name of Chinese form that begins here."""
        text = self._text
        length = 2 if text[start : start + 2] in COMPOUND_SURNAMES else 1
        surname = text[start : start + length]
        if (surname not in SURNAMES and length == 1) or _NO_GIVEN_NAMES.match(text, start + length):
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
            if end > len(text) or not _HAN.fullmatch(text, start, end):
                continue
            candidate = self._weighed(start, self._with_sounds(start, end), odds)
            if found is None or candidate.odds > found.odds:
                found = candidate
        return found if found and found.odds >= ENOUGH - BY_LIST else None

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

    def _weighed(self, start: int, end: int, odds: int) -> Candidate:
        """The candidate with what the dictionary and its neighbours say."""
        name = self._text[start:end]
        odds += self._dictionary(name, self._behind_office)
        is_adverb = name[0] == "曾" and self._class(name[1:]) in {"a", "ad", "d", "v"}  # 总书记|曾深刻|指出
        if is_adverb or name[-1] in _BODIES or (len(name) > 2 and name[-1] in _NO_LAST):  # noqa: PLR2004
            odds += 2 * _NO_PERSON
        if len(name) > 2 and (name[-1] in _ADVERBS or _SPEECH.match(self._text, end - 1)):  # noqa: PLR2004
            # 舒默称, 刘俊曾赴: the words of the sentence are no part of the name.
            odds += _OTHER_WORD
        left, by_left = self._left(start)
        right, by_right = self._right(end)
        if not by_left:
            odds += self._alone_in_text(name, by_right)
        return Candidate(name, self._block, start, by_left or by_right or "name", odds + left + right)

    def _dictionary(self, name: str, behind_office: bool) -> int:  # noqa: FBT001
        if name in self._places or not NOT_PERSONS.isdisjoint((name, name[:2])):
            return _NO_PERSON * 3
        kind = self._class(name)
        if kind == "nrfg" and len(name) > 2:  # noqa: PLR2004
            return _FAMOUS
        if behind_office and SOUNDS.issuperset(name):
            return 0
        if kind.startswith("nr"):
            if len(name) > 2:  # noqa: PLR2004
                return _LISTED_NAME
            # Of two characters it may be any word: 高峰, 荣誉.
            return _OTHER_WORD if inverse_document_frequency(name) < _COMMON else 0
        return _OTHER_WORD if kind else 0

    def _alone_in_text(self, name: str, by_right: str) -> int:
        """What a name must make up for that no office and no other name stands before."""
        if by_right == "address":
            return _NO_PERSON if name[-1] in _UNITS else 0
        if _PLACES_AND_FIRMS.match(name, len(name) - 1):
            return 2 * _NO_PERSON if name[-1] in _UNITS else _NO_PERSON
        if name[0] == name[1]:
            return _NO_BOUNDARY
        if len(name) == 2 or self._class(name).startswith("nr"):  # noqa: PLR2004
            return 0
        # 黄金周, 龙凤胎, 金凤凰: two of the characters are a word by themselves.
        if is_other_word(name[:2], self._class):
            return _OTHER_WORD
        return _NO_BOUNDARY // 2 if not by_right and is_other_word(name[1:], self._class) else 0

    def _left(self, start: int) -> tuple[int, str]:
        if self._behind_office:
            # Behind a space a new clause of a headline may begin: 小书记 向幸福出发.
            return _BY_OFFICE - (_SPACED if self._padding else 0), "office"
        before = self._text[start - 1 : start]
        if self._last_end == start - 1 and before in BETWEEN_NAMES:
            return BY_LIST, "list"
        if self._last_end == start:
            return BY_LIST // 2, ""
        return int(not before or before in _SIGNS), ""

    def _right(self, end: int) -> tuple[int, str]:
        if is_addressed(self._text, end):
            return _BY_ADDRESS, "address"
        if _SPEECH.match(self._text, end):
            return _BY_SPEECH, "speech"
        following = self._text[end : end + 1]
        if _PLACES_AND_FIRMS.match(self._text, end):
            return _NO_PERSON, ""
        if not following or following in _SIGNS:
            return 1, ""
        bound = end in self._passage.boundaries
        goes_on = bool(GOES_ON.match(self._text, end))
        return (int(goes_on) if bound else _NO_BOUNDARY + 3 * goes_on), ""

    def _alone(self, start: int, by: str) -> Candidate | None:
        """A foreign name without a point that begins here."""
        match = _FOREIGN_ALONE.match(self._text, start)
        if not match or match[0] in self._places or match[0] in NOT_PERSONS:
            return None
        kind = self._class(match[0])
        is_place = self._text[match.end() : match.end() + 1] in set("·•・‧") or _LEADS_TO_PLACE.search(
            self._text, max(0, start - 2), start
        )
        if is_place or (kind and not kind.startswith("nr")):
            return None
        right, how = self._right(match.end())
        if right < 0 and by == "office":
            return None
        odds = ENOUGH if by == "office" or how in {"speech", "address"} else ENOUGH - AGAIN
        return Candidate(match[0], self._block, start, by, odds)

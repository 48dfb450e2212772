"""What speaks against a name: characters that belong to the sentence, words it cuts in two, works that bear it."""

import re

from jianbao.enrich.language.nouns import WordClass
from jianbao.enrich.language.passages import Passage
from jianbao.enrich.names.context import NO_PERSON, is_late, is_title, lacks_last
from jianbao.enrich.names.interests import is_other_word
from jianbao.enrich.names.stock import NOT_PERSONS, SURNAMES

# Logarithms of odds, as in names.py.
OTHER_WORD = -7
MOST = 3
"""What is added at most."""
_JOINED, _CROSSES, _UNKNOWN, _PREPOSITION = MOST, -3, -4, -6

_KIN_OF = "奶爷婆公伯叔妈爸"
NO_GIVEN_NAMES = re.compile(
    f"女士|先生|老师|师傅|大[爷妈叔姐哥娘嫂伯婶使夫人]|阿[姨婆公伯]|医生|某|姓|[{_KIN_OF}][{_KIN_OF}]|老[汉爹伯太师总板]|[姐妈爹婶嫂]"
    "|总[统理书经]|主[席任]|书记|[部局市县区镇乡村校院所会行处科队站]长|司令|将军|教授|夫人|太太|小姐|公子|太[后子君]|皇[后帝]"
)
"""Stand behind a surname by itself: 张老汉, 向总统."""
_NO_LAST = frozenset("地的家")
"""No given name of two characters ends with them: 总书记|高兴地, 宋海|家|在大山里."""
_KIN = frozenset("叔伯姨爷奶姑舅")
"""Form no name with a surname alone: 陈|叔."""
_BODIES = frozenset("委局办厅")
"""What organisations end with and no names of persons: 市民|宗委|主任."""
_TOWARDS = ("同志", "先生", "女士", "学习", "致")
"""Behind a name they make a preposition of the 向 in front of it: 向|李女士致敬."""
_TELLS = ("表示", "等", "转达", "介绍", "汇报", "捐")
"""So do these where another surname follows: 向|王强介绍, but 副局长|向文豪介绍."""
_COMMON_SURNAME = 3
"""In the odds of namestock.py."""
_LEADS_TO_PLACE = re.compile("(?:城市|首都|首府|港口|重镇|小镇|海港|沙漠|机场|圣)$")
_LONG = 3
"""Characters of a name with a given name of two."""
_HAN = re.compile("[\u4e00-\u9fd5]+")


def doubts(passage: Passage, start: int, end: int, word_class: WordClass) -> int:
    """Logarithm of the odds that the characters and what touches them take from a name of Chinese form."""
    text = passage.text
    name = text[start:end]
    odds = 0
    is_adverb = name[0] == "曾" and word_class(name[1:]) in {"a", "ad", "d", "v"}  # 总书记|曾深刻|指出
    if is_adverb or name[-1] in _BODIES or name[-1] in (_NO_LAST if len(name) >= _LONG else _KIN):
        odds += 2 * NO_PERSON
    if len(name) >= _LONG and is_late(text, end):
        odds += OTHER_WORD
    if lacks_last(text, end):
        odds += OTHER_WORD
    elif name[-1] == "和":
        odds += _JOINED
    if len(name) < _LONG and _goes_on_unknown(passage, end, word_class):
        odds += _UNKNOWN
    if is_title(text, start, end):
        odds += 2 * NO_PERSON
    return odds


def _goes_on_unknown(passage: Passage, end: int, word_class: WordClass) -> bool:
    """Whether a word that nobody knows begins behind the name, which may be longer then: 杨玲|香像|往常一样."""
    number = passage.word_at(end)
    word = passage.words[number] if number < len(passage.words) else ""
    is_unknown = len(word) == _LONG - 1 and not word_class(word) and _HAN.fullmatch(word) is not None
    return is_unknown and passage.offsets[number] == end


def behind_office(passage: Passage, start: int, end: int, word_class: WordClass) -> int:
    """The same for what only an office or a list makes likely: a word that it runs over, 特别|多."""
    number = passage.word_at(start)
    word = passage.words[number] if number < len(passage.words) else ""
    begins = 1 < len(word) < end - start and passage.text.startswith(word, start)
    return _CROSSES if begins and is_other_word(word, word_class) else 0


def towards(text: str, start: int, end: int) -> int:
    """The same for a 向 that is none of a name's."""
    if text[start] != "向":
        return 0
    tells = SURNAMES.get(text[start + 1], 0) >= _COMMON_SURNAME and text.startswith(_TELLS, end)
    return _PREPOSITION if tells or text.startswith(_TOWARDS, end) else 0


def leads_to_place(passage: Passage, start: int) -> bool:
    """Whether what begins here is a place by what stands before: 东部城市|班加西, 俄罗斯|罗斯托夫, 圣|莫里茨."""
    number = passage.word_at(start) - 1
    before = passage.words[number] if number >= 0 else ""
    return before in NOT_PERSONS or _LEADS_TO_PLACE.search(passage.text, max(0, start - 2), start) is not None

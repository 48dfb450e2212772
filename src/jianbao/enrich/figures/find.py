"""Figures (数据): numbers with their units and what they count, as the text states them.

A number whose subject is not clear is passed over: a table of figures is worth what its least sure line is worth.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from jianbao.enrich.figures.changes import (
    AWAY,
    BESIDE_CHANGE,
    CHANGES_GREATLY,
    COMPARATIVES,
    COMPARED,
    DOWN,
    THAN,
    UP,
)
from jianbao.enrich.figures.plausible import fits_before, fitting_behind, is_measure
from jianbao.enrich.figures.qualified import is_only_where, with_owner, with_qualifiers, with_verb
from jianbao.enrich.figures.respectively import Run, items_before, run_of
from jianbao.enrich.figures.subjects import Phrase, phrase_before, phrase_behind, phrase_of_persons, text_of
from jianbao.enrich.figures.turns import comes_from, each_before, is_each, is_threshold, origin_before
from jianbao.enrich.language.nouns import WordClass, is_noun, word_at
from jianbao.enrich.language.passages import Passage
from jianbao.enrich.language.quantities import Measure, Quantity
from jianbao.model.digest import Article, Role
from jianbao.model.record import Figure

_NOT_SPOKEN_OF = frozenset({Role.BYLINE, Role.CREDIT, Role.JUMP, Role.DATELINE})
_SENTENCE = re.compile(r"[^。！？]*[。！？]?[”’」』）]*")

_SHARE_OF = frozenset({"占", "占到", "约占", "占了"})
_SHARE_ITSELF = frozenset({"比重", "比例", "占比", "份额"})
_CLAUSE_ENDS = frozenset("，。；：！？、（）,;:")
_SHARE_BEHIND = re.compile("(?:以上|以下|左右)?的")
_SHARE_ENDS = re.compile("(?:以上|以下|左右|上下|不变)?(?:[…，。；：、！？）)”’至到升降提]|增长|减少|下降|$)")
_CASUALTY = re.compile("死亡|受伤|失踪|遇难|获救")
_SELF_CONTAINED = frozenset({"人", "人次", "次", "辆次", "架次", "车次", "班次", "场次"})
"""No classifiers: a noun behind them is what another clause begins with."""
_OF_PERSONS = frozenset({"名", "位", "人", "人次"})
_LENGTHS = frozenset({"米", "公里", "海里"})
_LONGEST_COMPARISON = 10
"""Words between 比 and 增长 at most: 比今年清明假期日均旅客运输量增长."""


def find_figures(article: Article, passages: tuple[Passage, ...], word_class: WordClass) -> tuple[Figure, ...]:
    """Find the figures of an article in the order of the text. `passages` are its blocks, cut into words."""
    found: list[Figure] = []
    for number, (block, passage) in enumerate(zip(article.blocks, passages, strict=True)):
        if passage.quantities and block.role not in _NOT_SPOKEN_OF:
            found.extend(_Reader(passage, number, word_class).read())
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Subject:
    text: str
    trend: str = ""
    per: str = ""
    """`/斤` where the number is told of one of them."""


class _Reader:
    """Reads the numbers of one block in order; what the last one counted may be what the next one counts."""

    def __init__(self, passage: Passage, block: int, word_class: WordClass) -> None:
        self._passage = passage
        self._block = block
        self._class = word_class
        self._found: list[Figure] = []
        self._origin: tuple[int, Phrase | None] = (-1, None)
        """Offset behind the number that something has risen or fallen from, and what it is."""

    def read(self) -> Iterator[Figure]:
        sentences = [match.span() for match in _SENTENCE.finditer(self._passage.text)]
        dealt_with = 0
        for place, quantity in enumerate(self._passage.quantities):
            if quantity.start < dealt_with:
                continue
            sentence = next(span for span in sentences if span[0] <= quantity.start < span[1])
            number = self._passage.word_at(quantity.start)
            if run := run_of(self._passage, place):
                dealt_with = run.quantities[-1].end
                self._share_out(run, sentence)
            elif self._states_nothing(quantity) or (
                quantity.measure is Measure.SHARE and self._adds_to_last(quantity, number, sentence[0])
            ):
                continue
            elif subject := self._subject(quantity, number):
                self._note(quantity, subject, sentence)
        yield from self._found

    def _note(self, quantity: Quantity, subject: _Subject, sentence: tuple[int, int]) -> None:
        self._found.append(
            Figure(
                subject=subject.text,
                printed=self._passage.text[quantity.start : quantity.end],
                value=quantity.value,
                unit=quantity.unit + subject.per,
                trend=subject.trend,
                change=None,
                block=self._block,
                start=quantity.start,
                end=quantity.end,
                sentence_start=sentence[0],
                sentence_end=sentence[1],
            )
        )

    def _share_out(self, run: Run, sentence: tuple[int, int]) -> None:
        """Give each of several numbers what it belongs to; nothing where that is not clear."""
        verb, trend = self._change_before(self._passage.word_at(run.quantities[0].start))
        if trend or self._change_before(run.number)[1]:
            trend = trend or self._change_before(run.number)[1]
            last = self._found[-len(run.quantities) :]
            of_sentence = [figure for figure in self._found if figure.start >= sentence[0]]
            fresh = all(figure.change is None and not figure.trend and figure.unit != "%" for figure in last)
            if fresh and last == of_sentence and len(last) == len(run.quantities) and run.is_share:
                signed = (each.value if trend == "up" else -each.value for each in run.quantities)
                self._found[-len(last) :] = [
                    replace(figure, change=change) for figure, change in zip(last, signed, strict=True)
                ]
            return
        phrases = items_before(self._passage, min(run.number, verb), self._class)
        if len(phrases) == len(run.quantities):
            for quantity, phrase in zip(run.quantities, phrases, strict=True):
                self._note(quantity, _Subject(text_of(self._passage, phrase)), sentence)

    def _states_nothing(self, quantity: Quantity) -> bool:
        """Whether it is what something was before (由62%提高到63.5%) or a class of things (15吨以上货车)."""
        opening = origin_before(self._passage.text, quantity.start, quantity.end)
        if opening is not None:
            self._origin = (quantity.end, self._subject_before(self._passage.word_at(opening)))
        is_class = quantity.measure is Measure.AMOUNT or quantity.unit == "人"
        threshold = is_class and is_threshold(self._passage.text, quantity.end)
        is_rank = quantity.unit in {"名", "位"} and self._passage.text[quantity.start - 1 : quantity.start] in {
            "前",
            "第",
        }
        is_limit = self._passage.text.startswith("一次死亡", max(0, quantity.start - 4))
        return threshold or is_rank or is_limit or opening is not None

    def _adds_to_last(self, quantity: Quantity, number: int, sentence: int) -> bool:
        """Whether the number is what the last one has changed by (89亿元，同比增长31.5%); then it is noted there."""
        verb, trend = self._change_before(number)
        if not trend or not self._found or self._found[-1].start < sentence or self._found[-1].trend:
            return False
        opening = self._before_comparison(verb)
        last = self._found[-1]
        if self._passage.text[last.end : self._passage.offsets[opening]].strip("，,（( 左右以上") or last.unit == "%":
            return False
        change = quantity.value if trend == "up" else -quantity.value
        # 分别增长18.4%、增长9.7%: it may not be the last one's.
        if last.change is None and "分别" not in self._passage.text[last.end : quantity.start]:
            self._found[-1] = replace(last, change=change)
        return True

    def _subject(self, quantity: Quantity, number: int) -> _Subject | None:
        if comes_from(self._passage.text, self._origin[0], quantity.start):
            return self._named(self._origin[1], "") if self._origin[1] else None
        verb, trend = self._change_before(number)
        if quantity.measure is Measure.SHARE:
            return self._of_share(quantity, number, verb, trend)
        if chained := self._chained(quantity):
            return chained
        if quantity.measure is Measure.AMOUNT and (each := each_before(self._passage.text, quantity.start)):
            phrase = self._subject_before(self._passage.word_at(each.start()))
            return replace(named, per=f"/{each[1]}") if phrase and (named := self._named(phrase, "")) else None
        behind = self._subject_behind(quantity)
        before = self._subject_before(self._before_comparison(verb) if trend else number)
        if trend and before and behind and self._at_once(quantity, behind):
            before, trend = None, ""
        reached = word_at(self._passage, number - 1) not in _CLAUSE_ENDS and before is not None and before.end < number
        if quantity.unit in _LENGTHS and behind is not None and before is not None and not reached:
            # 男子500米铜牌: a discipline.
            return None
        before = before if before and self._fits(before, quantity) else None
        if quantity.measure is Measure.AMOUNT and before and (reached or self._measured(quantity, before)):
            behind = None
        if before and not behind and quantity.unit == "次":
            before = with_verb(self._passage, before, self._class)
        return self._either(behind, before, trend)

    def _fits(self, before: Phrase, quantity: Quantity) -> bool:
        if not fits_before(self._passage, before, quantity, self._class):
            return False
        if quantity.measure is Measure.AMOUNT:
            return not self._within(before)
        return not is_only_where(self._passage, before, quantity, self._class)

    def _either(self, behind: Phrase | None, before: Phrase | None, trend: str) -> _Subject | None:
        phrase = behind or before
        return self._named(phrase, trend) if phrase else None

    def _at_once(self, quantity: Quantity, behind: Phrase) -> bool:
        """Whether the phrase stands right behind an amount: not the bank has grown in 银行增加3500亿元额度."""
        return quantity.measure is Measure.AMOUNT and self._passage.offsets[behind.first] == quantity.end

    def _measured(self, quantity: Quantity, before: Phrase) -> bool:
        """Whether the amount is that of the noun before it: 总投资50亿元|的项目, 占地面积3000平方米|的展馆."""
        return self._passage.text.startswith("的", quantity.end) and is_noun(
            word_at(self._passage, before.end - 1), self._class
        )

    def _of_share(self, quantity: Quantity, number: int, verb: int, trend: str) -> _Subject | None:
        if trend:
            phrase = self._subject_before(self._before_comparison(verb))
        elif (share := self._share_of(number)) is not None:
            phrase = self._subject_before(share)
            if phrase and phrase.end == share and word_at(self._passage, share + 1) == "比":
                # The segmenter does not know 占比.
                phrase = Phrase(phrase.first, share + 2)
        elif _SHARE_BEHIND.match(self._passage.text, quantity.end):
            phrase = phrase_behind(self._passage, quantity.end, self._class)
        elif _SHARE_ENDS.match(self._passage.text, quantity.end):
            phrase = self._subject_before(number)
            phrase = phrase if phrase and is_measure(self._passage, phrase) else None
        else:
            # 设备95%依赖进口: a part of them is spoken of, and no number of theirs is given.
            phrase = None
        return self._named(phrase, trend) if phrase else None

    def _within(self, phrase: Phrase) -> bool:
        """Whether the phrase is only a part of what was counted before: 净利润15496亿元。其中，中央企业10539亿元."""
        return "其中" in {word_at(self._passage, phrase.first - 1), word_at(self._passage, phrase.first - 2)}

    def _named(self, phrase: Phrase, trend: str) -> _Subject | None:
        leads = word_at(self._passage, phrase.first - 1)
        if (not trend and leads in THAN) or is_each(leads) or AWAY & {leads, word_at(self._passage, phrase.first)}:
            # 增速高于全国1.7个百分点: what it is compared with. 每棚|产出7万粒: of one of them. 离|车站100米: where.
            return None
        whole = with_qualifiers(self._passage, with_owner(self._passage, phrase, self._class), self._class)
        return _Subject(text_of(self._passage, whole), trend)

    def _subject_behind(self, quantity: Quantity) -> Phrase | None:
        text, end = self._passage.text, quantity.end
        if quantity.unit in _SELF_CONTAINED and not (text.startswith("的", end) or _CASUALTY.match(text, end)):
            return None
        phrase = phrase_behind(self._passage, end, self._class)
        if phrase and quantity.unit in _OF_PERSONS:
            return phrase_of_persons(self._passage, phrase, self._class)
        return fitting_behind(self._passage, phrase, quantity, self._class) if phrase else None

    def _subject_before(self, number: int) -> Phrase | None:
        return phrase_before(self._passage, number, self._class)

    def _change_before(self, number: int) -> tuple[int, str]:
        """Number of the word of rise or fall right before word `number`, and which of the two; empty where none is."""
        verb = number - 1
        while word_at(self._passage, verb) in BESIDE_CHANGE:
            verb -= 1
        word = word_at(self._passage, verb)
        word = word[2:] if word[:2] in BESIDE_CHANGE or word in CHANGES_GREATLY else word
        if word in COMPARATIVES and self._before_comparison(verb) == self._opening(verb):
            return number, ""
        return (verb, "up") if word in UP else (verb, "down") if word in DOWN else (number, "")

    def _before_comparison(self, verb: int) -> int:
        """Where the words of rise or fall begin: 同比增长, 比2019年同期减少."""
        opening = self._opening(verb)
        for number in range(opening - 1, max(-1, opening - 1 - _LONGEST_COMPARISON), -1):
            word = word_at(self._passage, number)
            if word in COMPARED or (word[:1] in {"比", "较"} and not self._class(word).startswith("n")):
                return number
            if word and word[0] in _CLAUSE_ENDS:
                break
        return opening

    def _opening(self, verb: int) -> int:
        while word_at(self._passage, verb - 1) in BESIDE_CHANGE:
            verb -= 1
        return verb

    def _share_of(self, number: int) -> int | None:
        """Number of the word 占 in 茶菊总产量占全国的15%."""
        for position in range(number - 1, max(-1, number - 1 - _LONGEST_COMPARISON), -1):
            word = word_at(self._passage, position)
            if word in _SHARE_OF:
                return position
            if word in _SHARE_ITSELF or (word and word[0] in _CLAUSE_ENDS):
                break
        return None

    def _chained(self, quantity: Quantity) -> _Subject | None:
        """What the last number counts, where this one only adds to it: 92.8万户、185万人; 14组（125件）作品."""
        if not self._found:
            return None
        last = self._found[-1]
        between = self._passage.text[last.end : quantity.start]
        # （1澳元约合…）: no more of the same.
        opened = between in {"（", "("} and self._passage.text[quantity.end : quantity.end + 1] in set("）)，、；")
        listed = between in {"、", ""} and phrase_behind(self._passage, quantity.end, self._class) is None
        return _Subject(last.subject) if opened or listed else None

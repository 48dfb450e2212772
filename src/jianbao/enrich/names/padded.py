"""Names that are set wide: 张　强, 王 小 东."""

import re

from jianbao.enrich.language.nouns import WordClass
from jianbao.enrich.language.passages import Passage
from jianbao.enrich.names.context import SPEECH
from jianbao.enrich.names.stock import SURNAMES, name_odds

_HAN, _GAP = "[\u4e00-\u9fd5]", "[ \u3000\xa0]{1,4}"
_PADDED = re.compile(f"{_HAN}{_GAP}({_HAN})(?:{_GAP}({_HAN})(?!{_HAN}|{_GAP})|(?!{_GAP}))")
_ENOUGH = 2
"""What the characters must reach by themselves."""


def padded_name(passage: Passage, start: int, word_class: WordClass) -> tuple[str, str] | None:
    """A name with spaces in it that begins at an offset, without them and as printed."""
    surname = passage.text[start]
    match = _PADDED.match(passage.text, start) if surname in SURNAMES else None
    if match is None:
        return None
    # The word may go on (陈 红梅), or the sentence (周 明 说).
    goes_on = passage.words[passage.word_at(match.start(1))]
    says = match[2] and SPEECH.match(passage.text, match.start(2))
    known = len(goes_on) == 2 and word_class(goes_on).startswith("n")  # noqa: PLR2004
    end = match.end(1) if says else max(match.end(), match.start(1) + 1 + known)
    printed = passage.text[start:end]
    given = re.sub(_GAP, "", printed[1:])
    return (surname + given, printed) if name_odds(surname, given) >= _ENOUGH else None

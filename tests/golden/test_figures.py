"""Figures of a text: number, unit, what is counted, and what only looks like one."""

from pathlib import Path

import pytest

from jianbao.enrich.article import enrich_article
from jianbao.model.digest import Role
from jianbao.model.record import Figure
from tests.unit.enrich.specimens import article, vocabulary

LINES = Path(__file__).with_name("figures.txt").read_text("utf-8").splitlines()
CASES = [line.partition(" →") for line in LINES if line and not line.startswith("#")]
ARROWS = {"up": "↑", "down": "↓", "": ""}


def shown(figure: Figure) -> str:
    change = "" if figure.change is None else f"({figure.change:+g})"
    return f"{figure.subject}={figure.printed}{ARROWS[figure.trend]}{change}"


@pytest.mark.parametrize(("sentence", "expected"), [(sentence, figures.split()) for sentence, _, figures in CASES])
def test_sentence_states_its_figures(sentence: str, expected: list[str]) -> None:
    record = enrich_article(article((Role.PARAGRAPH, sentence)), vocabulary())

    assert [shown(figure) for figure in record.figures] == expected
    for figure in record.figures:
        text = record.article.blocks[figure.block].text
        assert text[figure.start : figure.end] == figure.printed
        assert figure.sentence_start <= figure.start < figure.end <= figure.sentence_end
        assert figure.subject in text

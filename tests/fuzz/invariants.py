"""What holds of every digest, however broken: nothing is lost or invented, and marking it changes nothing."""

from collections.abc import Sequence

from jianbao.model.digest import Digest
from jianbao.parse.annotate import mark_text
from jianbao.parse.digest import Reading, read_digest
from jianbao.parse.marks import read_mark
from jianbao.text.chars import bare
from jianbao.text.decode import split_lines


def faults(text: str, *, marking: bool) -> list[str]:
    """What is wrong with the reading of a text; `marking` also marks it and reads it again."""
    reading = read_digest(text.encode("utf-8", "surrogatepass"), "page.txt")
    if reading.digest is None:
        return [] if reading.problems else ["neither a digest nor a problem"]
    found = _lost(text, reading, reading.digest)
    return found + (_changed(text, reading) if marking and not found else [])


def _lost(text: str, reading: Reading, digest: Digest) -> list[str]:
    """Lines that stand nowhere or twice, and blocks that say something else than their lines."""
    source = [read_mark(line).text for line in split_lines(text.removeprefix("\ufeff"))]
    first = reading.lines[0].number
    held = [(block.lines, block.text) for article in digest.articles for block in article.blocks]
    held += [(piece.lines, piece.text) for piece in digest.furniture]
    numbers = sorted(line for lines, _ in held for line in lines)
    expected = [number for number, line in enumerate(source, 1) if number >= first and bare(line)]
    found = [] if numbers == expected else ["the lines of the digest are not those of its articles and furniture"]
    found += [
        f"line {lines[0]} reads differently"
        for lines, words in held
        if bare(words) != bare("".join(source[line - 1] for line in lines))
    ]
    return found


def _changed(text: str, reading: Reading) -> list[str]:
    marked = mark_text(text, reading)
    again = read_digest(marked.encode("utf-8", "surrogatepass"), "page.txt")
    if again.digest is None or reading.digest is None:
        return ["a marked digest cannot be read"]
    found = [] if shape(again.digest) == shape(reading.digest) else ["a marked digest reads differently"]
    return found + ([] if mark_text(marked, again) == marked else ["marking a marked digest changes it"])


def shape(digest: Digest) -> Sequence[object]:
    """Give all that marks fix: the articles' headings and blocks, and the furniture; not the confidence."""
    return [
        [article.title, article.title_inferred, article.kind, article.kicker, article.subtitle, article.byline]
        + [(block.role, block.text, block.lines) for block in article.blocks]
        for article in digest.articles
    ] + [list(digest.furniture)]

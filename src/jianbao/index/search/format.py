"""The files of the index: names, sizes, and the numbers that writer and readers must agree on.

    search/directory.bin             segments, newest first: their names and the first key of each shard of postings
    search/<segment>/keys-N.bin      first keys of PAGE_SHARDS shards, where a segment has more than PAGED_SHARDS
    search/<segment>/grams-N.bin     postings of characters and bigrams, sorted by key
    search/<segment>/positions-N.bin positions of one frequent bigram in a run of articles
    search/<segment>/rows-N.bin      what is shown of ROWS_PER_FILE articles
    search/<segment>/columns.bin     what all articles are counted, filtered and ranked by
    search/<segment>/people.bin      and their reporters, which few queries ask for

Names to suggest stand beside them (see `names` and `traditional`).

Rows and columns are gzipped JSON (see `table`), the others files of bits (see `bits`). Articles are numbered within a
segment from the newest day to the oldest, in reading order within a day. A segment is named by the hash of its content,
so its files can be cached for ever.

A shard of postings: number of first characters, Golomb(2); for each its code point less that of the one before,
Golomb(4), and number of keys less 1, Golomb(3); for each key

    its second character (0 for none) less that of the key before less 1, Rice(second_parameter)
    articles less 1, Golomb(0)
    for a single character, one bit: the list is complete
    for a bigram in APART_ARTICLES or more, one bit: its positions are in files of their own; then the first file's
        number, Golomb(8), their number less 1, Golomb(1), and the articles in each but the last, Golomb(8)

and then for each key

    number of marks, Golomb(0): for a single character, the articles with it in the headline; for a bigram, those whose
        weight (see `occurrences_of`) is not 0; for each its place in the list less that of the one before less 1,
        Rice(gap_parameter), and for a bigram the weight less 1, Rice(1), and, if it is in the headline and there are
        several occurrences, those in the headline less 1, Golomb(0)
    for each article its number less that of the one before less 1, Rice(gap_parameter)
    for a bigram, unless they are elsewhere: for each article its positions in the headline and then outside, each less
        the one before, Rice(place_parameters)

A list of a single character that is not complete holds only the articles where the character ends a block: bigrams tell
of the others. Where one of the two characters of a bigram is a digit or a Latin letter, its positions have two lower
bits more: it begins at a border of words, it ends at one.
"""

from typing import Final

VERSION: Final = 2
DIRECTORY: Final = "directory.bin"
COLUMNS: Final = "columns.bin"
PEOPLE: Final = "people.bin"

ROWS_PER_FILE: Final = 6
PAGED_SHARDS: Final = 4096
"""From so many on, about 12,000 articles, the first keys of the shards would cost the first visit more than 11 kB."""
PAGE_SHARDS: Final = 64
LARGE_SEGMENT: Final = 2000
"""Articles from which on a segment is cut into shards of LARGE_SHARD bytes; the newest months should not cost a query
as much as all the years before. Of 1,100 articles large shards cost it 8 kB, small ones 3."""
LARGE_SHARD: Final = 3000
SMALL_SHARD: Final = 1000
APART_BYTES: Final = 1000
"""Positions of a bigram stay beside its articles up to this size: above it, queries that need no positions (two
characters, or no article left to verify) would load too much."""
COMPLETE_COUNT: Final = 6000
"""A character that stands more often gets a list of all its articles; else a few shards have all its bigrams."""
APART_ARTICLES: Final = 64
"""A bigram in fewer articles keeps its positions beside them in any case, which saves each rare one a bit."""


def grams_name(number: int) -> str:
    """File of a shard of postings."""
    return f"grams-{number}.bin"


def positions_name(number: int) -> str:
    """File of a run of positions."""
    return f"positions-{number}.bin"


def keys_name(number: int) -> str:
    """File of a page of first keys."""
    return f"keys-{number}.bin"


def rows_name(number: int) -> str:
    """File of a run of rows."""
    return f"rows-{number}.bin"


def second_parameter(keys: int) -> int:
    """Rice parameter of the second characters where so many follow one first: they spread over 20,000 characters."""
    return max((14_000 // keys).bit_length() - 1, 0)


def gap_parameter(articles: int, holding: int) -> int:
    """Rice parameter of a list: ln 2 times the mean gap, the best for gaps that chance makes."""
    return max((articles * 11 // (holding * 16)).bit_length() - 1, 0)


def place_parameters(*, headline: bool, wordy: bool) -> tuple[int, int]:
    """Rice parameters of a first position and of the difference to the next, measured on 10,000 news articles."""
    first, next_ = (4, 4) if headline else (8, 7)
    return (first + 2, next_ + 2) if wordy else (first, next_)


def occurrences_of(weight: int) -> tuple[int, bool]:
    """Read a weight: how often an article has a bigram, and whether in the headline.

    The smaller the more frequent: 0 is one occurrence outside the headline, 1 two; of the postings of 10,000 news
    articles that are 81 % and 10 %. In general twice the occurrences if any is in the headline, else 3 less.
    """
    in_headline = weight > 0 and weight % 2 == 0
    return (weight // 2 if in_headline else (weight + 3) // 2), in_headline


def length_class(length: int) -> int:
    """Bits of a length in characters, 9 (up to 511) or 10: as much as ranking asks, in one bit an article."""
    return min(max(length.bit_length(), 9), 10)


def typical_length(length_class: int) -> float:
    """Middle of the lengths of a class."""
    return 0.75 * 2.0**length_class

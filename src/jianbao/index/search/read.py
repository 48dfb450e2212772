"""The site's search in Python: the same answers as the browser module gives, but for snippets."""

from dataclasses import dataclass, field

from jianbao.index.search.answer import Answer, Filters, Hit, Sort
from jianbao.index.search.articles import Traits, read_row, read_traits
from jianbao.index.search.directory import Entry, read_directory
from jianbao.index.search.format import DIRECTORY, typical_length
from jianbao.index.search.match import Matches, Read, SegmentIndex
from jianbao.index.search.query import parse
from jianbao.index.search.rank import PRECISION, score, term_weight
from jianbao.index.search.sift import Tally, failures


@dataclass(slots=True)
class SearchIndex:
    """An archive that can be asked. What is read is kept, but for rows and long lists of positions."""

    entries: tuple[Entry, ...]
    """Segments, newest first."""
    read: Read
    segments: dict[str, SegmentIndex] = field(default_factory=dict)
    traits: dict[str, list[Traits]] = field(default_factory=dict)

    def search(
        self,
        query: str,
        *,
        limit: int = 10,
        offset: int = 0,
        sort: Sort = "relevance",
        filters: Filters | None = None,
    ) -> Answer:
        """Find the articles that have all terms of the query (see `query.parse`) and pass the filters.

        Of equals by relevance, and without terms, the newest comes first; in the issues of a day, in reading order.
        """
        asked = parse(query)
        matches = [self._segment(entry).match(asked) for entry in self.entries]
        weights = self._weights(matches, len(asked.terms))
        tally = Tally()
        found: list[tuple[int, int, Entry, int]] = []
        newer = 0
        for entry, some in zip(self.entries, matches, strict=True):
            for article, terms in some.articles.items():
                traits = self._traits(entry)[article]
                failed = failures(traits, filters or {})
                tally.add(traits, failed)
                if not failed:
                    length = typical_length(traits.length_class) / self._average()
                    joins = [article in joined for joined in some.joins]
                    points = score(terms, joins, weights, length) if sort == "relevance" else 0
                    found.append((-points, newer + article, entry, article))
            newer += entry.articles
        found.sort(key=lambda hit: hit[:2])
        if sort == "oldest":
            found.reverse()
        hits = [self._hit(entry, article, -points) for points, _, entry, article in found[offset : offset + limit]]
        return Answer(total=len(found), hits=hits, facets=tally.facets(), terms=list(asked.terms))

    def count(self, query: str) -> int:
        """How many articles a query finds."""
        asked = parse(query)
        return sum(len(self._segment(entry).match(asked).articles) for entry in self.entries)

    def _segment(self, entry: Entry) -> SegmentIndex:
        return self.segments.setdefault(entry.name, SegmentIndex(entry, self.read))

    def _traits(self, entry: Entry) -> list[Traits]:
        if entry.name not in self.traits:
            self.traits[entry.name] = read_traits(self.read, entry.name)
        return self.traits[entry.name]

    def _average(self) -> float:
        characters = sum(entry.characters for entry in self.entries) or 1
        return characters / sum(entry.articles for entry in self.entries)

    def _weights(self, matches: list[Matches], terms: int) -> list[float]:
        articles = sum(entry.articles for entry in self.entries)
        return [
            term_weight(articles, sum(some.frequencies[term] for some in matches if some.frequencies))
            for term in range(terms)
        ]

    def _hit(self, entry: Entry, article: int, points: int) -> Hit:
        row = read_row(self.read, entry.name, article)
        return Hit(
            id=row.id,
            url=row.path,
            title=row.title,
            date=row.traits.date,
            topics=list(row.traits.topics),
            counties=list(row.traits.counties),
            newspaper=row.traits.newspaper,
            kind=row.traits.kind,
            people=list(row.traits.people),
            score=points / PRECISION,
        )


def open_index(read: Read) -> SearchIndex:
    """Open an index; `read` gives a file by its name below the folder `search/`. ValueError where one is not whole."""
    return SearchIndex(read_directory(read(DIRECTORY), read), read)

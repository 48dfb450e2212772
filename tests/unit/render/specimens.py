"""A small archive of all that machine formats must cope with: vague dates, no byline, hostile text in every field."""

from dataclasses import replace

from jianbao.index.identify import Source, source_of
from jianbao.index.site import Content, build_archive
from jianbao.model.digest import Article, Block, Digest, IssueFields, Kind, Role
from jianbao.model.edtf import EdtfDate, Qualifier
from jianbao.model.record import Record, TopicMatch
from jianbao.model.site import Archive, Entry, Newspaper, SiteConfig, TextPage
from tests.unit.render.sample import GAZETTEER, TOPICS

BASE_URL = "https://archive.example/repo/"

CONFIG = SiteConfig(
    title="遵义剪报",
    newspaper="遵义日报",
    description="遵义报纸的稿件，按主题和地方编目。",
    base_url=BASE_URL,
    license="著作权归原作者所有",
    newspapers=(Newspaper("遵义晚报", "wanbao"),),
)

HOSTILE = (
    "]]></content><script>alert(1)</script>",
    "</script><!--<script>",
    '=HYPERLINK("http://evil.example","点此")',
    "＝1+1",
    "\x00\x0b\x1b控制\ufffe符\x7f",
    "一行\n两行\r\n三行\u2028四行\u2029五行",
    "\"双引\" '单引' &amp; <b>粗</b>",
    r"{括号} }反{ \input{/etc/passwd} 100% $x_1^2$ #1 a~b & c",
    "ER  - \r\nTY  - JOUR",
    "甲 and 乙, 丙; 丁",
    "@article{x, title={y}}",
    "{{ 7*7 }}{% raw %}",
)


def article(**changes: object) -> Article:
    plain = Article(
        id=None,
        kind=Kind.NEWS,
        title="赤水竹产业链延长",
        title_inferred=False,
        kicker=None,
        subtitle=None,
        column=None,
        byline=("徐华蔚",),
        source=None,
        dateline=None,
        continued_from=None,
        continued_on=None,
        confidence=0.98765432,
        blocks=(
            Block(Role.TITLE, "赤水竹产业链延长", (3,), 0.99),
            Block(Role.PARAGRAPH, "赤水市竹制品年产值突破20亿元。竹农增收。", (5, 6)),
        ),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def hostile_article(text: str) -> Article:
    """An article with the text in every field that holds one."""
    return article(
        title=text,
        kicker=text,
        subtitle=text,
        column=text,
        byline=(text,),
        source=text,
        dateline=text,
        blocks=tuple(Block(role, text, (line,)) for line, role in enumerate(Role, 1)),
    )


def record(one: Article, *, keywords: tuple[str, ...] = ("竹产业", "产值")) -> Record:
    topics = (TopicMatch("energy", 0.9, ("竹",)), TopicMatch("talent", 0.4, ()))
    return Record(one, topics, ("990181", "990102"), (), keywords)


def source(issue: IssueFields, *articles: Article, file: str) -> Source:
    records = tuple(record(one, keywords=("竹产业", one.title)) for one in articles)
    return source_of(Digest(file, "0" * 64, issue, articles, ()), records)


def archive_of(*sources: Source, config: SiteConfig = CONFIG) -> Archive:
    about = TextPage("about", "about/", "关于", "# 关于\n")
    archive, problems = build_archive(Content(config, GAZETTEER, TOPICS, sources, (about,)))
    assert problems == ()
    return archive


VAGUE = source(
    IssueFields(date=EdtfDate(2025, 12, 0, Qualifier.APPROXIMATE)),
    article(),
    article(title="仁怀一景", title_inferred=True, kind=Kind.PHOTO, byline=()),
    file="content/issues/2025/zunyi.txt",
)
EXACT = source(
    IssueFields(date=EdtfDate(2025, 11, 3), number="12345", page=2, section="要闻"),
    article(
        title="能源保供 AI 助力",
        subtitle="一季度纪事",
        source="工人日报",
        byline=("徐华蔚", "陈颖", "John Smith", "向婧"),
    ),
    file="content/issues/2025/2025-11-03-02.txt",
)
OTHER_PAPER = source(
    IssueFields(newspaper="遵义晚报", date=EdtfDate(2024)), article(byline=()), file="content/issues/2024/w.txt"
)
NASTY = source(
    IssueFields(date=EdtfDate(2025, 10, 1), page=1, section=HOSTILE[0], number=HOSTILE[7]),
    *map(hostile_article, HOSTILE),
    file="content/issues/2025/2025-10-01-01.txt",
)


def sample(config: SiteConfig = CONFIG) -> Archive:
    return archive_of(VAGUE, EXACT, OTHER_PAPER, NASTY, config=config)


def all_entries(archive: Archive) -> list[Entry]:
    return [archive.entries[identifier] for identifier in archive.newest]

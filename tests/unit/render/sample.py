"""A small archive with the edges that pages must survive: long, hostile, empty, untitled, undated, lists of pages."""

from dataclasses import dataclass
from pathlib import Path

from jianbao.index.identify import Source, source_of
from jianbao.index.site import Content, build_archive
from jianbao.model.digest import Article, Block, Digest, IssueFields, Kind, Role
from jianbao.model.edtf import EdtfDate, Qualifier
from jianbao.model.record import Figure, OrganisationMention, PersonMention, Record, TopicMatch
from jianbao.model.site import Archive, Newspaper, SiteConfig, TextPage
from jianbao.model.theme import Theme
from jianbao.model.vocabulary import County, Gazetteer, Topic, Topics, Township, TownshipKind

TEMPLATES = Path(__file__).parents[3] / "templates"

HOSTILE = "<script>alert(1)</script>&amp;\"'><img src=x onerror=alert(1)>{{ 7*7 }}{% raw %}\u2028</title>-->"
LONG_TITLE = "关于进一步加强城乡融合发展试点地区基础设施与公共服务一体化建设若干重点任务分工方案的通知" * 3


@dataclass(frozen=True, slots=True)
class Draft:
    """What one invented article says, before it becomes a record."""

    lines: tuple[tuple[Role, str], ...]
    topics: tuple[TopicMatch, ...] = ()
    counties: tuple[str, ...] = ()
    title: str = ""
    """For an article whose lines hold no title."""
    kind: Kind = Kind.NEWS
    byline: tuple[str, ...] = ()
    source: str | None = None
    continued_from: int | None = None
    keywords: tuple[str, ...] = ()
    only_named: bool = False
    """It names its counties and is about something else."""
    people: tuple[tuple[str, str, str], ...] = ()
    """Name, office and organisation."""
    figures: tuple[tuple[str, str, float, str, float | None], ...] = ()
    """Subject, number as printed, value, unit, change."""
    organisations: tuple[str, ...] = ()


TALENT = TopicMatch("talent", 0.91, ("培训", "技能人才", "工匠"))
ENERGY = TopicMatch("energy", 0.84, ("抽水蓄能", "光伏"))
CULTURE = TopicMatch("culture", 1.0, ())

PARAGRAPH = (
    "清晨六点，河边的晒场已经摆满了竹匾。老师傅把篾片一根根理顺，边做边讲：“篾要薄，手要稳，心要静。”围着他的十几名学员，"
    "有返乡青年，也有放下锄头不久的中年人。镇上的培训班开了三期，学成的人大多留在了本地的厂里，月薪比外出时只少一点，"
    "却能天天回家吃晚饭。"
)
SECOND = (
    "去年以来，当地把课堂搬进车间，请企业的技师来当老师，考核合格的发给证书。截至11月底，已有1271人次参加培训，"
    "其中4成是女性；竹制品产值同比增长12.6%，电商订单占了近一半。"
)

DRAFTS = (
    Draft(
        (
            (Role.KICKER, "在希望的田野上·乡村手记"),
            (Role.TITLE, "一根竹子的“七十二变” 看河口镇怎样把手艺变成产业"),
            (Role.SUBTITLE, "三期培训班，留住上千名手艺人"),
            (Role.BYLINE, "本报记者 林小满 通讯员 周砚"),
            (Role.PARAGRAPH, PARAGRAPH),
            (Role.CROSSHEAD, "课堂进车间"),
            (Role.PARAGRAPH, SECOND),
            (Role.PARAGRAPH, "“以前是人找活，现在是活找人。”她说，明年还想把染色的工序也学会。"),
            (Role.CAPTION, "图为学员在晒场练习编织。"),
            (Role.CREDIT, "（林小满 摄）"),
        ),
        topics=(TALENT, CULTURE),
        counties=("990181", "990102"),
        byline=("林小满", "周砚"),
        keywords=("竹编", "培训", "手艺人", "电商"),
        people=(("丁一", "书记", "河口镇党委"), ("林小满", "主任", "")),
        figures=(("培训", "1271人次", 1271.0, "人次", None), ("竹制品产值", "12.6%", 12.6, "%", None)),
        organisations=("河口镇竹编协会", "河口镇竹编协会"),
    ),
    Draft(
        (
            (Role.TITLE, "向“新”而行 向“绿”升级"),
            (Role.JUMP, "（上接第一版）"),
            (Role.PARAGRAPH, "抽水蓄能电站的地下厂房昨日封顶，4台机组将于后年全部投产，年发电量约20亿千瓦时。"),
        ),
        topics=(ENERGY,),
        counties=("990102",),
        continued_from=1,
        source="新州日报",
    ),
    Draft(
        (
            (Role.PARAGRAPH, "近日，画展在老粮仓举行，展出两地作者的46件作品。"),
            (Role.CAPTION, "图为展览现场。（周砚 摄）"),
        ),
        topics=(CULTURE,),
        counties=("990121",),
        title="画展在老粮仓举行",
        kind=Kind.PHOTO,
        byline=("周砚",),
        only_named=True,
    ),
    Draft(((Role.TITLE, LONG_TITLE), (Role.PARAGRAPH, "全文如下。" * 40))),
    Draft(
        (
            (Role.KICKER, HOSTILE),
            (Role.TITLE, HOSTILE),
            (Role.SUBTITLE, HOSTILE),
            (Role.PARAGRAPH, HOSTILE + " 甲 乙　丙  丁"),
        ),
        byline=(HOSTILE[:20],),
        source=HOSTILE,
        keywords=(HOSTILE,),
        counties=("990181",),
        topics=(TopicMatch("law", 0.7, (HOSTILE,)),),
        people=((HOSTILE[:20], HOSTILE, HOSTILE),),
        figures=((f"=1+1{HOSTILE}", "甲 乙", 1e13, HOSTILE[:9], -5.5),),
        organisations=(HOSTILE[:26],),
    ),
    Draft(((Role.TITLE, "只有标题的公告"),), kind=Kind.NOTICE),
)


def record(draft: Draft, first_line: int) -> Record:
    """The record of a draft whose first line stands on `first_line` of its digest."""
    blocks = tuple(Block(role, text, (first_line + index,)) for index, (role, text) in enumerate(draft.lines))
    texts = dict(reversed(draft.lines))
    article = Article(
        id=None,
        kind=draft.kind,
        title=draft.title or texts[Role.TITLE],
        title_inferred=Role.TITLE not in texts,
        kicker=texts.get(Role.KICKER),
        subtitle=texts.get(Role.SUBTITLE),
        column=texts.get(Role.COLUMN),
        byline=draft.byline,
        source=draft.source,
        dateline=texts.get(Role.DATELINE),
        continued_from=draft.continued_from,
        continued_on=None,
        confidence=0.97,
        blocks=blocks,
    )
    return Record(
        article,
        draft.topics,
        draft.counties,
        (),
        draft.keywords,
        people=tuple(PersonMention(name, name, 0, 0, 0, "office", *office) for name, *office in draft.people),
        organisations=tuple(OrganisationMention(name, 0, 0, 0) for name in draft.organisations),
        figures=tuple(figure(blocks, *one) for one in draft.figures),
        primary_counties=() if draft.only_named else draft.counties,
    )


def figure(
    blocks: tuple[Block, ...], subject: str, printed: str, value: float, unit: str, change: float | None
) -> Figure:
    """A figure in the block that prints it."""
    number = next(number for number, block in enumerate(blocks) if printed in block.text)
    text = blocks[number].text
    start = text.index(printed)
    return Figure(subject, printed, value, unit, "", change, number, start, start + len(printed), 0, len(text))


def source(file: str, drafts: tuple[Draft, ...], date: EdtfDate, **fields: object) -> Source:
    """A digest of the drafts."""
    issue = IssueFields(date=date, **fields)  # type: ignore[arg-type]
    records = tuple(record(draft, 1 + 20 * index) for index, draft in enumerate(drafts))
    return source_of(Digest(file, "0" * 64, issue, tuple(one.article for one in records), ()), records)


def township(code: str, name: str, slug: str) -> Township:
    return Township(code, name, name[:-1], TownshipKind.TOWN, slug, bare_ok=True)


def county(code: str, name: str, slug: str, tile: tuple[int, int], **more: tuple[object, ...]) -> County:
    parts = {"aliases": (), "former": (), "townships": (), **more}
    return County(code, name, name[:-1], slug, tile, **parts)  # type: ignore[arg-type]


HEKOU = township("990102001", "河口镇", "hekou")

GAZETTEER = Gazetteer(
    code="990100",
    name="新州市",
    short="新州",
    slug="xinzhou",
    province="某省",
    aliases=(),
    counties=(
        county("990102", "东关区", "dongguan", (1, 1), former=("新州县",), townships=(HEKOU,)),
        county("990121", "北溪县", "beixi", (1, 0)),
        county("990122", "云岭苗族侗族自治县", "yunling", (2, 0)),
        county("990181", "南竹市", "nanzhu", (0, 2), aliases=("竹乡",)),
    ),
    areas=(),
)

TOPICS = Topics(
    (
        Topic(
            "culture",
            "文化艺术",
            "Culture and arts",
            "medtop:01000000",
            None,
            (("展览", 3.0), ("画展", 2.0)),
            "文化藝術",
        ),
        Topic("heritage", "非物质文化遗产", "Intangible heritage", "medtop:20000038", "culture", ()),
        Topic("talent", "人才", "Talent", "medtop:20000500", None, (("技能人才", 4.0),)),
        Topic("energy", "能源", "Energy", "medtop:20000256", None, ()),
        Topic("law", "法治", "Law", "medtop:02000000", None, ()),
    )
)

ABOUT = TextPage(
    "about",
    "about/",
    "关于",
    "# 关于\n\n收录报纸稿件。参见[指南](guide.md#a)、[主题](/topics/)和[站外](https://example.org/?a=1&b=2)。\n\n"
    "<script>alert(1)</script>\n\n[坏链](javascript:alert(1)) ![图](https://example.org/x.png)\n\n"
    "| 列 | 义 |\n|---|---|\n| `date` | 日期 |\n\n# 又一节\n\n1. 甲\n2. 乙\n",
)
GUIDE = TextPage("guide", "guide/", "指南", "怎样加入一期。\n\n    jianbao build\n\n> 引文\n")


def content(**config: object) -> Content:
    """The archive's content; `config` overrides the settings."""
    settings: dict[str, object] = {
        "title": "新州剪报",
        "newspaper": "新州日报",
        "description": "一份虚构报纸的剪报。",
        "license": "样例文字，可自由使用。",
        "repository": "https://example.org/xinzhou",
        "newspapers": (Newspaper("新州晚报", "evening"),),
        "page_size": 3,
        **config,
    }
    days = tuple(
        source(f"content/issues/2025/2025-11-{day:02}.txt", DRAFTS[:2], EdtfDate(2025, 11, day), page=day % 3 + 1)
        for day in (3, 4, 8)
    )
    dated = source(
        "content/issues/2025/2025-12-06-01.txt", DRAFTS, EdtfDate(2025, 12, 6), page=1, section="要闻", number="8421"
    )
    undated = source("content/issues/2025/约.txt", DRAFTS[:1], EdtfDate(2025, 10, 0, Qualifier.APPROXIMATE))
    evening = source("content/issues/2024/evening.txt", DRAFTS[2:4], EdtfDate(2024, 12, 31), newspaper="新州晚报")
    return Content(
        SiteConfig(**settings),  # type: ignore[arg-type]
        GAZETTEER,
        TOPICS,
        (*days, dated, undated, evening),
        (ABOUT, GUIDE),
    )


def archive(**config: object) -> Archive:
    """The archive itself."""
    made, problems = build_archive(content(**config))
    assert not problems
    return made


def theme() -> Theme:
    """The look that the package brings."""
    files = (path for path in sorted(TEMPLATES.rglob("*")) if path.is_file())
    return Theme({path.relative_to(TEMPLATES).as_posix(): path.read_bytes() for path in files})

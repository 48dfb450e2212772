from jianbao.model.digest import Block, Role
from jianbao.parse.fields.article import read_origin


def test_a_dateline_of_its_own_names_its_reporters_too() -> None:
    origin = read_origin((Block(Role.DATELINE, "新华社北京12月6日电（记者 林小满）", (1,)),), None)

    assert (origin.byline, origin.source, origin.dateline) == (("林小满",), "新华社", "新华社北京12月6日电")

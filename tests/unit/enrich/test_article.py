import pickle

from jianbao.enrich.article import enrich_article
from jianbao.model.digest import Role
from jianbao.model.record import TopicMatch
from tests.unit.enrich.specimens import article, vocabulary


def test_marked_topics_decide_and_need_no_evidence() -> None:
    record = enrich_article(article((Role.TITLE, "酱酒企业出海"), marked_topics=("culture", "tourism")), vocabulary())

    assert record.topics == (TopicMatch("culture", 1.0, ()), TopicMatch("tourism", 1.0, ()))


def test_vocabulary_serves_another_process_as_well() -> None:
    subject = article((Role.TITLE, "仁怀酱酒出海"), (Role.PARAGRAPH, "仁怀市多家酒企携酱香酒参展，习水县同行。"))
    copy = pickle.loads(pickle.dumps(vocabulary()))  # noqa: S301 - our own bytes

    assert enrich_article(subject, copy) == enrich_article(subject, vocabulary())


def test_second_topic_needs_a_word_where_the_article_begins() -> None:
    opening = "新能源项目投产，发电量可观，储能让供电更稳。"
    body = "银行发放贷款，金融机构下调利率，信贷规模扩大，融资更便捷，保险公司、税务局与证券公司一同发力。"
    leading = article((Role.TITLE, "光伏电站并网 获银行贷款"), (Role.PARAGRAPH, opening), (Role.PARAGRAPH, body))
    trailing = article((Role.TITLE, "光伏电站并网"), (Role.PARAGRAPH, opening), (Role.PARAGRAPH, body))

    assert {match.topic for match in enrich_article(leading, vocabulary()).topics} == {"energy", "finance"}
    assert [match.topic for match in enrich_article(trailing, vocabulary()).topics] == ["energy"]


def test_article_without_text_has_nothing() -> None:
    record = enrich_article(article((Role.TITLE, "　")), vocabulary())

    assert (record.topics, record.counties, record.mentions, record.keywords) == ((), (), (), ())


def test_keywords_are_the_telling_words_without_places() -> None:
    record = enrich_article(
        article(
            (Role.TITLE, "仁怀酱酒出海"),
            (Role.PARAGRAPH, "仁怀市酒企负责人表示，我们将继续推动酱酒出海，酱酒文化推介会随后举行。"),
            (Role.BYLINE, "（记者 某某）"),
        ),
        vocabulary(),
    )

    assert record.keywords[:2] == ("酱酒", "出海")
    assert len(record.keywords) <= 8
    assert not {"仁怀", "仁怀市", "记者", "，"} & set(record.keywords)

"""A digest as data (`jianbao parse --format json`) and as a page for a person (`--format text`)."""

from collections.abc import Iterator

from jianbao.model.digest import Article, Block, Digest

Json = dict[str, object]

_TITLE_MARK = "（标题为推断）"


def to_json(digest: Digest) -> Json:
    """The JSON document of a digest, ready for `json.dumps`; its keys and their order are part of the contract."""
    issue = digest.issue
    return {
        "file": digest.file,
        "sha256": digest.sha256,
        "issue": {
            "newspaper": issue.newspaper,
            "date": str(issue.date) if issue.date is not None else None,
            "number": issue.number,
            "page": issue.page,
            "section": issue.section,
        },
        "articles": [_article(article) for article in digest.articles],
        "furniture": [{"text": piece.text, "lines": list(piece.lines)} for piece in digest.furniture],
    }


def _article(article: Article) -> Json:
    return {
        "id": article.id,
        "kind": article.kind.value,
        "title": article.title,
        "title_inferred": article.title_inferred,
        "kicker": article.kicker,
        "subtitle": article.subtitle,
        "column": article.column,
        "byline": list(article.byline),
        "source": article.source,
        "dateline": article.dateline,
        "continued_from": article.continued_from,
        "continued_on": article.continued_on,
        "confidence": article.confidence,
        "topics": list(article.topics),
        "counties": list(article.counties),
        "blocks": [_block(block) for block in article.blocks],
    }


def _block(block: Block) -> Json:
    return {"role": block.role.value, "text": block.text, "lines": list(block.lines), "confidence": block.confidence}


def to_text(digest: Digest) -> str:
    """The digest as a person reads it: the issue, then each article with the role and the lines of every block."""
    issue = digest.issue
    facts = [
        issue.newspaper,
        str(issue.date) if issue.date else None,
        f"第{issue.page}版" if issue.page else None,
        issue.section,
    ]
    parts = [digest.file, " ".join(fact for fact in facts if fact) or "no date, no page"]
    for number, article in enumerate(digest.articles, 1):
        parts += ["", *_article_text(number, article)]
    parts += [""] * bool(digest.furniture)
    parts += [f"{_lines(piece.lines):>9}  furniture   {piece.text}" for piece in digest.furniture]
    return "\n".join(parts) + "\n"


def _article_text(number: int, article: Article) -> Iterator[str]:
    inferred = _TITLE_MARK if article.title_inferred else ""
    yield f"{number}. {article.title}{inferred}  [{article.kind.value}, {article.confidence:.2f}]"
    facts = {
        "id": article.id,
        "column": article.column,
        "byline": "、".join(article.byline),
        "source": article.source,
        "dateline": article.dateline,
        "continued from page": article.continued_from,
        "continued on page": article.continued_on,
        "topics": ", ".join(article.topics),
        "counties": ", ".join(article.counties),
    }
    yield from (f"   {name}: {value}" for name, value in facts.items() if value)
    for block in article.blocks:
        yield f"{_lines(block.lines):>9}  {block.role.value:<10}  {block.text}"


def _lines(lines: tuple[int, ...]) -> str:
    return str(lines[0]) if len(lines) == 1 else f"{lines[0]}–{lines[-1]}"

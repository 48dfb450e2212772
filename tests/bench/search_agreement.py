"""Python and JavaScript give the same answers to many random queries over random archives. It needs Node.

python -m tests.bench.search_agreement [--queries 10000] [--seed 1]
"""

import argparse
import json
import random
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from jianbao.index.search.read import open_index
from tests.browser.test_search_engine import CHARACTERS, HAN, archive, question
from tests.unit.index.search.specimens import folder

SITE = "http://127.0.0.1/"
EACH = 500
"""Queries an archive."""
KINDS = ((CHARACTERS, 80, 40), (HAN + "abc12", 300, 60), ("的一，", 120, 60), (HAN, 900, 30))
"""Characters, articles and longest text of the archives."""

RUNNER = """
import { readFile } from "node:fs/promises";
const [folder, site] = process.argv.slice(1);
const { open } = await import(`file://${folder}/search.js`);
const fetch = async (url) => new Response(await readFile(folder + url.pathname.slice("/search".length)));
const index = await open(new URL("search/", site), { fetch });
const answers = [];
for (const [query, options] of JSON.parse(await readFile(`${folder}/questions.json`, "utf-8"))) {
  answers.push(await index.search(query, { ...options, snippets: false }));
}
process.stdout.write(JSON.stringify(answers));
"""


def differences(rng: random.Random, characters: str, size: int, longest: int) -> list[object]:
    """Questions over one archive that are answered differently."""
    documents = archive(rng, characters, size, longest)
    files = folder(documents)
    questions = [question(rng, documents, characters) for _ in range(EACH)]
    with TemporaryDirectory() as temporary:
        for name, data in {**files, "questions.json": json.dumps(questions).encode()}.items():
            target = Path(temporary, name)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        command = ["node", "--input-type=module", "--eval", RUNNER, temporary, SITE]
        answers = json.loads(subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout)
    index = open_index(files.__getitem__)
    differ: list[object] = []
    for (query, options), answer in zip(questions, answers, strict=True):
        for hit in answer["hits"]:
            hit["url"] = hit["url"].removeprefix(SITE)
            del hit["snippet"]
        if answer != index.search(query, **options):
            differ.append((query, options))
    return differ


def main() -> None:
    """Print how many agree."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--queries", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    rounds = -(-options.queries // EACH)
    differ = [each for turn in range(rounds) for each in differences(rng, *KINDS[turn % len(KINDS)])]
    print(f"{rounds * EACH:,} queries over {rounds} archives: {len(differ)} answers differ")
    for each in differ[:10]:
        print(each)


if __name__ == "__main__":
    main()

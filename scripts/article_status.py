"""Write what the product does with each article above its text in ``src/guichet/law/texts``.

Usage: python scripts/article_status.py [--check | --expected]

An article is *computed* if a rule of the library cites it, and only then: nobody types that. The others have the
status, and the French remark, of ``scripts/articles/*.yaml``. There each group says:

- status: nothing_to_compute, left_to_an_order, out_of_scope, or expected (it should be computed one day; until a rule
  cites it, it is out of scope);
- remark: why, in French, shown beside the article;
- inpi: true if these articles regulate a procedure of the institute (see docs/law/coverage.md);
- articles: numbers and ranges, ``R. 712-1 to R. 712-24-2``, in the order of the code and within one part of it.

--check: change nothing; end with status 1 when a file is not what it should be. --expected: what should be computed
and is not yet, by chapter.
"""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import yaml

from guichet.law import catalogue
from guichet.law.articles import article_key, article_numbers, article_order

HERE = Path(__file__).resolve().parent
CHOICES = HERE / "articles"
TEXTS = HERE.parent / "src" / "guichet" / "law" / "texts"
STATUSES = frozenset({"nothing_to_compute", "left_to_an_order", "out_of_scope", "expected"})
MADE = ("status: ", "remark: ", "inpi: ")
"""The lines of a header that this script writes."""


class Choice(NamedTuple):
    """What ``articles/*.yaml`` says of an article."""

    status: str
    remark: str
    inpi: bool


def choices(folder: Path = CHOICES) -> dict[str, Choice]:
    """Article key -> what is chosen for it. SystemExit when an article is unknown, chosen twice, or never."""
    order = {article_key(number): place for place, number in enumerate(article_numbers())}
    keys = list(order)
    chosen: dict[str, Choice] = {}
    for file in sorted(folder.glob("*.yaml")):
        for group in yaml.safe_load(file.read_text(encoding="utf-8")):
            if group["status"] not in STATUSES:
                raise SystemExit(f"{file.name}: unknown status {group['status']}")
            choice = Choice(group["status"], group.get("remark", ""), group.get("inpi", False))
            for said in group["articles"]:
                first, _, last = said.partition(" to ")
                ends = article_key(first), article_key(last or first)
                if not set(ends) <= order.keys() or ends[0][0] != ends[1][0]:
                    raise SystemExit(f"{file.name}: {said} is not in the collection")
                for key in keys[order[ends[0]] : order[ends[1]] + 1]:
                    if key in chosen:
                        raise SystemExit(f"{file.name}: {key} stands twice")
                    chosen[key] = choice
    if missing := [key for key in keys if key not in chosen]:
        raise SystemExit(f"Without a status: {', '.join(missing)}")
    return chosen


def lines(choice: Choice, is_cited: bool) -> list[str]:
    """The lines of the header of an article that say what the product does with it."""
    status = "computed" if is_cited else choice.status.replace("expected", "out_of_scope")
    remark = "" if is_cited else choice.remark
    quoted = "'" + remark.replace("'", "''") + "'" if ": " in remark else remark
    found = [f"status: {status}"]
    return [*found, *([f"remark: {quoted}"] if remark else []), *(["inpi: true"] if choice.inpi else [])]


def wanted(content: str, made: list[str]) -> str:
    """The file with these lines at the end of its header, in place of those that stood there."""
    before, header, text = content.split("---\n", 2)
    kept = [line for line in header.splitlines() if not line.startswith(MADE)]
    return f"{before}---\n" + "\n".join([*kept, *made]) + f"\n---\n{text}"


def synchronise(check: bool) -> list[str]:
    """Names of the files that were not as they should be; they are written unless ``check``."""
    chosen, cited = choices(), catalogue.cited_articles()
    stale = []
    for path in sorted(TEXTS.glob("*.md")):
        key = path.stem.partition("@")[0]
        content = path.read_text(encoding="utf-8")
        fresh = wanted(content, lines(chosen[key], key in cited))
        if fresh != content:
            stale.append(path.name)
            if not check:
                path.write_text(fresh, encoding="utf-8")
    return stale


def expected() -> list[str]:
    """Keys of the articles that should be computed and that nothing cites yet, in the order of the code."""
    cited = catalogue.cited_articles()
    found = [key for key, choice in choices().items() if choice.status == "expected" and key not in cited]
    return sorted(found, key=lambda key: (article_order(key)[1][0], article_order(key)))


def main(arguments: list[str]) -> int:
    if arguments == ["--expected"]:
        found = expected()
        for chapter, keys in groupby(found, key=lambda key: key[1:4]):
            print(f"{chapter}: {' '.join(keys)}")
        print(f"{len(found)} articles are expected to be computed and are not cited yet.")
        return 0
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    stale = synchronise(check=bool(arguments))
    if arguments and stale:
        print(f"To write again (make law): {', '.join(stale)}", file=sys.stderr)
        return 1
    print(f"{len(stale)} files written." if stale else "Every article has its status.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

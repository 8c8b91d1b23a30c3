"""Write ``docs/law``: articles and their status, the rules that rest on them, what the texts leave open.

Everything is read from ``guichet.law``; run it after changing a rule.
"""

from __future__ import annotations

import argparse
import pkgutil
import sys
from importlib import import_module
from pathlib import Path

import guichet.law
from guichet.law import fees, sources
from guichet.law.dates import euros, in_words

DEFAULT_OUTPUT = Path(__file__).resolve().parent.parent / "docs" / "law"
NOTICE = "<!-- Written by scripts/write_law_docs.py; do not edit by hand. -->\n\n"


def articles_page() -> str:
    """Every article with its status."""
    lines = ["# Les articles et leur état", "", "| Article | État | Confiance | Remarque |", "|--|--|--|--|"]
    for each in sources.articles():
        status = sources.STATUS_LABELS[each.status]
        link = f"[{each.label}](../../src/guichet/law/texts/{each.key}.md)"
        lines.append(f"| {link} | {status} | {each.confidence} | {each.remark} |")
    return "\n".join(lines) + "\n"


def rules_page() -> str:
    """Every quote on which something rests, article by article."""
    order = {each.number: place for place, each in enumerate(sources.articles())}
    cited = sorted(sources.registered().items(), key=lambda item: (order[item[0].article], item[0].place))
    lines = ["# Ce qui repose sur chaque article", "", "| Article | Texte | Règle |", "|--|--|--|"]
    lines += [
        f"| {source} | « {source.quote.replace(chr(10), ' ')} » | {', '.join(users)} |" for source, users in cited
    ]
    return "\n".join(lines) + "\n"


def undecided_page() -> str:
    """Every open question with what we do meanwhile."""
    lines = ["# Ce que les textes laissent ouvert", ""]
    for each in sources.undecided():
        lines += [f"## {each.question}", "", f"**Choix.** {each.default}", "", f"**Pourquoi.** {each.why}", ""]
        if each.articles:
            lines += [f"Articles : {', '.join(each.articles)}.", ""]
    return "\n".join(lines)


def fees_page() -> str:
    """Every fee with its amounts."""
    known = fees.table_information()
    lines = ["# Les redevances", "", f"Source : {known.order}. Vérifié au {in_words(known.last_checked_on)}.", ""]
    lines += ["| Redevance | Montants | Confiance | Remboursée si irrecevable |", "|--|--|--|--|"]
    for each in fees.fees():
        amounts = ", ".join(f"{euros(cents)} depuis le {in_words(day)}" for day, cents in each.amounts)
        back = "oui" if each.refunded_when_inadmissible else "non"
        lines.append(f"| {each.label} (`{each.head}`) | {amounts} | {each.confidence} | {back} |")
    return "\n".join(lines) + "\n"


PAGES = {"articles": articles_page, "rules": rules_page, "undecided": undecided_page, "fees": fees_page}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path, nargs="?", default=DEFAULT_OUTPUT)
    folder: Path = parser.parse_args(arguments).output
    for module in pkgutil.walk_packages(guichet.law.__path__, "guichet.law."):
        import_module(module.name)
    folder.mkdir(parents=True, exist_ok=True)
    fees.fees()
    for name, page in PAGES.items():
        (folder / f"{name}.md").write_text(NOTICE + page().rstrip("\n") + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The program ``guichet``: questions to the law here, the office's commands loaded only when asked for."""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import textwrap
from collections.abc import Callable
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from typing import Any, NoReturn

from guichet.law import fees
from guichet.law.answers import Because, FeeDue
from guichet.law.dates import euros, in_words
from guichet.law.fees import explaining
from guichet.law.holidays import HolidaysUnknown, UnknownTerritory
from guichet.law_questions import NoAnswer
from guichet.law_questions import article as article_question
from guichet.law_questions import deadline as deadline_question
from guichet.law_questions import search as search_question
from guichet.law_questions import why as why_question
from guichet.rights.trademarks import words

OFFICE = "guichet.office.commands.registry"
PLAY = "guichet.play.cli"

_FRENCH = (
    (r"the following arguments are required: (.*)", r"il manque : \1"),
    (r"unrecognized arguments: (.*)", r"arguments inconnus : \1"),
    (r"argument (\S+): expected one argument", r"\1 : une valeur est attendue"),
    (r"argument (\S+): expected at least one argument", r"\1 : au moins une valeur est attendue"),
    (r"argument (\S+): invalid int value: (.*)", r"\1 : un nombre entier est attendu, non \2"),
    (r"argument (\S+): invalid choice: (.*) \(choose from (.*)\)", r"\1 : \2 n'est pas admis ; choisissez parmi \3"),
    (r"argument (\S+): not allowed with argument (\S+)", r"\1 ne va pas avec \2"),
    (r"argument (\S+): ignored explicit argument (.*)", r"\1 : valeur \2 inattendue"),
    (r"ambiguous option: (\S+) could match (.*)", r"option ambiguë : \1 ; précisez parmi \2"),
    (r"argument (\S+): (.*)", r"\1 : \2"),
)


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks French and ends with status 2 on a bad argument."""

    def __init__(self, **options: Any) -> None:
        super().__init__(add_help=False, **options)
        self._positionals.title, self._optionals.title = "arguments", "options"
        self.add_argument("-h", "--help", action="help", help="montrer cette aide")

    def error(self, message: str) -> NoReturn:
        for english, french in _FRENCH:
            translated, count = re.subn(f"^{english}$", french, message, flags=re.DOTALL)
            if count:
                message = translated
                break
        self.exit(2, f"{self.prog} : {message}\nPour l'aide : {self.prog} --help\n")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", "usage : ", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", "usage : ", 1)


def main(arguments: list[str] | None = None) -> int:
    """Run one command and give its exit status: 0 done, 1 refused or failed, 2 bad arguments."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        status = _run(given)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, « head » for example, has left: what Python flushes at its end goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status


def _run(given: list[str]) -> int:
    if given[:1] == ["play"]:
        status: int = import_module(PLAY).main(given[1:])
        return status
    if (
        given[:1]
        and given[0] not in ("law", "-h", "--help")
        and not given[0].startswith("-")
        and not find_spec("django")
    ):
        print(f"« {given[0]} » est une commande de l'office : installez « guichet-pi[office] ».", file=sys.stderr)
        return 2
    chosen = _parser(with_office=given[:1] != ["law"]).parse_args(given)
    run: Callable[[argparse.Namespace], int | None] = chosen.run
    return run(chosen) or 0


def _parser(*, with_office: bool) -> Parser:
    parser = Parser(prog="guichet", description="Guichet PI : le droit de la propriété industrielle et son office.")
    commands = parser.add_subparsers(required=True, metavar="COMMANDE", dest="commande")
    _law_commands(commands)
    commands.add_parser("play", help="dérouler un fichier d'actes datés")
    if with_office and find_spec("django"):
        import_module(OFFICE).register(commands)
    elif with_office:
        parser.epilog = "Les commandes de l'office, dont run et demo, demandent d'installer « guichet-pi[office] »."
    return parser


def _law_commands(commands: Any) -> None:
    law = commands.add_parser("law", help="interroger la loi : article, recherche, raison, délai, redevance")
    questions = law.add_subparsers(required=True, metavar="QUESTION", dest="question")

    article = questions.add_parser("article", help="le texte d'un article")
    article_question.add_options(article, _date)
    article.set_defaults(run=_article, parser=article)

    search = questions.add_parser(
        "search", help="les articles, règles, redevances et questions qui contiennent des mots"
    )
    search_question.add_options(search)
    search.set_defaults(run=_search, parser=search)

    why = questions.add_parser("why", help="l'article d'une règle, d'un délai, d'un acte, avec les cas qui l'éprouvent")
    why_question.add_options(why)
    why.set_defaults(run=_why, parser=why)

    deadline = questions.add_parser("deadline", help="le dernier jour d'un délai, étape par étape")
    deadline_question.add_options(deadline, _date)
    deadline.set_defaults(run=_deadline, parser=deadline)

    fee = questions.add_parser("fee", help="ce que coûte une redevance, un dépôt de marque, ou la liste des redevances")
    fee.add_argument("head", metavar="REDEVANCE", nargs="?", help="par exemple patent.annuity")
    fee.add_argument("--list", nargs="?", const="", metavar="DROIT", help="toutes les redevances, ou celles d'un droit")
    fee.add_argument("--classes", type=int, metavar="N", help="dépôt de marque : nombre de classes, de 1 à 45")
    kinds = "marque individuelle, collective, de garantie"
    fee.add_argument("--kind", choices=list(words.KINDS), default="individual", help=kinds)
    fee.add_argument("--year", type=int, metavar="N", help="année d'une annuité")
    fee.add_argument("--count", type=int, default=1, metavar="N", help="nombre total (revendications, droits, titres)")
    fee.add_argument("--late", action="store_true", help="avec le supplément de retard")
    fee.add_argument("--reduced", choices=list(fees.CATEGORIES), help="tarif réduit de R. 613-63, une fois obtenu")
    fee.add_argument("--on", type=_date, metavar="DATE", help="jour du tarif (par défaut, dernier barème vérifié)")
    fee.set_defaults(run=_fee, parser=fee)

    for each in (article, search, why, deadline, fee):
        each.add_argument("--json", action="store_true", help="répondre en JSON")


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"une date AAAA-MM-JJ est attendue, non « {text} »") from None


def _article(chosen: argparse.Namespace) -> int:
    try:
        values, told = article_question.answer(" ".join(chosen.number), chosen.on)
    except NoAnswer as problem:
        chosen.parser.error(str(problem))
    _print_json(values) if chosen.json else print(told)
    return 0


def _search(chosen: argparse.Namespace) -> int:
    try:
        found = search_question.answer(chosen.words)
    except NoAnswer as problem:
        chosen.parser.error(str(problem))
    if chosen.json:
        _print_json({"words": chosen.words, "found": search_question.values(found)})
    else:
        print(search_question.told(found, chosen.words, every=chosen.all))
    return 0 if found else 1


def _why(chosen: argparse.Namespace) -> int:
    try:
        found = why_question.answer(chosen.name)
    except NoAnswer as problem:
        chosen.parser.error(str(problem))
    _print_json({"found": why_question.values(found)}) if chosen.json else print(why_question.told(found))
    return 0


def _deadline(chosen: argparse.Namespace) -> int:
    try:
        answer = deadline_question.ask(chosen)
    except (HolidaysUnknown, UnknownTerritory, ValueError) as problem:
        chosen.parser.error(str(problem))
    if chosen.json:
        _print_json({**answer.values, "because": _plain(answer.deadline.because)})
        return 0
    print(f"{answer.headline}\n")
    _print_steps(answer.deadline.because)
    return 0


def _fee(chosen: argparse.Namespace) -> int:
    parser: Parser = chosen.parser
    on = chosen.on or fees.table_information().last_checked_on
    asked = [chosen.list is not None, chosen.head is not None, chosen.classes is not None]
    if not any(asked):
        parser.error("il manque : --classes N, une redevance (patent.annuity) ou --list")
    if sum(asked) > 1:
        parser.error("choisissez entre --list, une redevance et --classes")
    try:
        if chosen.list is not None:
            return _fee_list(chosen, on)
        return _one_fee(chosen, on) if chosen.head else _trademark_filing_fees(chosen, on)
    except fees.FeeUnknown as problem:
        parser.error(str(problem))


def _fee_list(chosen: argparse.Namespace, on: date) -> int:
    lines = explaining.listing(chosen.list, on)
    if chosen.json:
        _print_json({"on": on, "fees": lines})
        return 0
    for line in lines:
        print(
            f"{line['head']} : {line['label']}, {line['amount']} [{line['article']}, {line['place']}]".replace(
                ", ]", "]"
            )
        )
    return 0


def _one_fee(chosen: argparse.Namespace, on: date) -> int:
    if free := fees.free_acts().get(chosen.head):
        if chosen.json:
            _print_json({"total_cents": 0, "on": on, "head": chosen.head, "fees": [], "because": _plain(free.because)})
            return 0
        print(f"{free.label} : gratuit\n")
        _print_steps(free.because)
        return 0
    asked = explaining.FeeQuestion(chosen.head, on, chosen.count, chosen.year, chosen.late, chosen.reduced)
    due = explaining.bill(asked)
    total = sum(each.amount_cents for each in due)
    notes = explaining.notes(chosen.head, chosen.year)
    if chosen.json:
        given = {"head": chosen.head, "count": chosen.count, "year": chosen.year, "late": chosen.late}
        _print_json(
            {
                "total_cents": total,
                "on": on,
                **given,
                "reduced": chosen.reduced,
                "fees": _bill(due, chosen.year),
                "notes": notes,
            }
        )
        return 0
    label = due[0].label if due else fees.fee(chosen.head).label
    print(f"{label}{', avec supplément de retard' if chosen.late else ''}, le {in_words(on)} : {euros(total)}\n")
    _print_steps(tuple(reason for each in due for reason in each.because))
    print("\n" + "\n".join(notes) if due else "Rien n'est dû : tout est compris.")
    return 0


def _trademark_filing_fees(chosen: argparse.Namespace, on: date) -> int:
    if not 1 <= chosen.classes <= 45:
        chosen.parser.error(f"--classes : de 1 à 45 classes, non {chosen.classes}")
    due = fees.filing_fees(chosen.kind, chosen.classes, on=on)
    total = sum(each.amount_cents for each in due)
    if chosen.json:
        given = {"kind": chosen.kind, "classes": chosen.classes}
        _print_json({"total_cents": total, "on": on, **given, "fees": _bill(due)})
        return 0
    kind = words.KINDS[chosen.kind].lower()
    classes = f"{chosen.classes} classe{'s' if chosen.classes > 1 else ''}"
    print(f"Dépôt d'une {kind}, {classes}, le {in_words(on)} : {euros(total)}\n")
    _print_steps(tuple(reason for each in due for reason in each.because))
    return 0


def _bill(due: list[FeeDue], year: int | None = None) -> list[dict[str, Any]]:
    return [
        {
            "head": each.head,
            "label": each.label,
            "quantity": each.quantity,
            "amount_cents": each.amount_cents,
            "confidence": explaining.confidence(each.head, year),
            "because": _plain(each.because),
        }
        for each in due
    ]


def _plain(because: Because) -> list[dict[str, str]]:
    return [
        {
            "text": reason.text,
            "article": reason.source.article,
            "place": reason.source.place,
            "quote": reason.source.quote,
        }
        for reason in because
    ]


def _print_steps(because: Because) -> None:
    for i, reason in enumerate(dict.fromkeys(because), start=1):
        cited = str(reason.source).replace(" ", "\u00a0")
        lines = textwrap.wrap(f"{reason.text} [{cited}]", 96, break_on_hyphens=False)
        print(f"{i}. " + "\n   ".join(lines))


def _print_json(values: dict[str, Any]) -> None:
    print(json.dumps(values, ensure_ascii=False, indent=2, default=str))


if __name__ == "__main__":
    sys.exit(main())

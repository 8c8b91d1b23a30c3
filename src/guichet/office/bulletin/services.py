"""The acts of the bulletin's editor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction

from guichet.law.dates import DAYS
from guichet.law.practice import bulletin_weekday
from guichet.office.bulletin import content, queries
from guichet.office.ledger import followers
from guichet.office.ledger import queries as ledger
from guichet.office.ledger.acts import perform_each
from guichet.office.ledger.services import record
from guichet.office.register.models import TrademarkFile
from guichet.office.staff.services import signed_under
from guichet.office.toolbox import clock
from guichet.rights.bulletin import IssuePreparationsStarted, IssuePublished
from guichet.rights.trademarks import acts


class NotNow(Exception):
    """The issue is not at this point; the message says why, in French."""


@dataclass
class Outcome:
    """What an act did on each file: how many went through, and the reason of each that did not."""

    done: int = 0
    left_out: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Signed:
    """Who acts, and under which delegation of signature; none for the office's own clockwork."""

    by: str
    under: str


def start_preparations(*, issue_date: date, by: str) -> Outcome:
    """Close the registrations of an issue: from now on these applications cannot be withdrawn (R. 712-21).

    Raises NotNow, or Refused without a delegation of signature (R. 411-2).
    """
    issue = queries.issue_number(issue_date)
    _check_date(issue_date)
    with transaction.atomic():
        if queries.preparations_started(issue):
            raise NotNow(f"Les préparatifs techniques du numéro {issue} ont déjà commencé.")
        outcome, stream = Outcome(), queries.stream(issue)
        signed = Signed(by, signed_under(by=by, act="start_preparations", stream=stream))
        _act_on(queries.registrable(issue_date), acts.StartRegistrationPreparations(issue_date), signed, outcome)
        happening = IssuePreparationsStarted(issue=issue, issue_date=issue_date)
        expected = ledger.last_sequence(stream)
        record([happening], stream=stream, expected=expected, act="start_preparations", by=by, under=signed.under)
        followers.catch_up_after_commit()
    return outcome


def publish(*, issue_date: date, by: str) -> Outcome:
    """Publish an issue on its day: applications, registrations, mentions, and its hash, in one transaction.

    Raises NotNow, or Refused without a delegation of signature (R. 411-2).
    """
    issue = queries.issue_number(issue_date)
    today = clock.today()
    with transaction.atomic():
        queries.lock_issues()
        _check_may_publish(issue, issue_date, today)
        outcome = Outcome()
        signed = Signed(by, signed_under(by=by, act="publish_issue", stream=queries.stream(issue)))
        _act_on(queries.planned_publications(issue_date), acts.Publish(issue=issue), signed, outcome)
        _act_on(queries.prepared_registrations(issue_date), acts.Register(issue=issue), signed, outcome)
        _record_issue(issue, issue_date, signed)
        followers.catch_up_after_commit()
    return outcome


def _check_date(issue_date: date) -> None:
    if issue_date.isoweekday() != bulletin_weekday(issue_date):
        day = DAYS[bulletin_weekday(issue_date) - 1]
        raise NotNow(f"Le bulletin paraît le {day} : le {issue_date:%d/%m/%Y} n'a pas de numéro.")
    if issue_date < clock.today():
        raise NotNow(f"Le {issue_date:%d/%m/%Y} est passé : préparez le prochain numéro.")


def _check_may_publish(issue: str, issue_date: date, today: date) -> None:
    if queries.is_published(issue):
        raise NotNow(f"Le numéro {issue} est déjà publié.")
    if today != issue_date:
        raise NotNow(
            f"Le numéro {issue} paraît le {issue_date:%d/%m/%Y} : il se publie ce jour-là, puisque sa date fait "
            "courir les deux mois d'observations et d'opposition (R. 712-8)."
        )
    if not queries.preparations_started(issue):
        raise NotNow(f"Commencez d'abord les préparatifs techniques du numéro {issue}.")


def _record_issue(issue: str, issue_date: date, signed: Signed) -> None:
    """Append the issue's own event, with the hash of the content that the ledger now holds."""
    previous = queries.last_published()
    bounds: dict[str, Any] = {
        "issue": issue,
        "issue_date": issue_date,
        "first_position": (previous.last_position or 0) + 1 if previous else 1,
        "last_position": ledger.head(),
        "previous_issue": previous.issue if previous else "",
        "previous_hash": previous.content_hash if previous else "",
    }
    built = content.build(**bounds)
    happening = IssuePublished(content_hash=content.content_hash(built), **bounds)
    stream = queries.stream(issue)
    expected = ledger.last_sequence(stream)
    record([happening], stream=stream, expected=expected, act="publish_issue", by=signed.by, under=signed.under)


def _act_on(files: Iterable[TrademarkFile], act: acts.Act, signed: Signed, outcome: Outcome) -> None:
    """Do an act on each file; a refusal by the law leaves the file out of the issue, with its reason."""
    numbers = {file.stream: file.number for file in files}
    refused = perform_each(dict.fromkeys(numbers, act), by=signed.by, under=signed.under)
    outcome.done += len(numbers) - len(refused)
    outcome.left_out += [(numbers[stream], finding.message) for stream, finding in refused.items()]

"""The delegation trail of an organisation: who did what on whose behalf, when, on which file; also as a spreadsheet.

Three sources: what the organisation noted; what the ledger recorded under its name, or under a mandate that it gave or
received; and the versions of its drafts, those of one person on one draft and one day taken together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Max, Q
from django.db.models.functions import TruncDate

from guichet.law import registry
from guichet.office.authority import loading, role_acts, subjects
from guichet.office.authority import trail as of_files
from guichet.office.authority.models import Holding, Mandate, Transfer
from guichet.office.drafts.models import Draft, DraftVersion
from guichet.office.ledger import queries as ledger
from guichet.office.ledger.recorded import Recorded
from guichet.office.organisations import queries
from guichet.office.organisations.models import Organisation
from guichet.office.toolbox import spreadsheet
from guichet.office.toolbox.clock import PARIS
from guichet.rights.trademarks import words
from guichet.standards.folding import fold

WHAT = {
    **of_files.WHAT,
    "organisation.created": "Entreprise créée",
    "organisation.same_siren": "Une autre organisation porte le même SIREN",
    "organisation.edited": "Informations de l'entreprise modifiées",
    "organisation.closed": "Entreprise désactivée",
    "organisation.factor_required": "Double authentification exigée",
    "organisation.factor_released": "Double authentification laissée au choix",
    "member.admitted": "Compte rattaché",
    "member.promoted": "Promu gestionnaire",
    "member.demoted": "Redevenu collaborateur",
    "member.ended": "Compte désactivé dans l'entreprise",
    "member.left": "Départ de l'entreprise",
    "request.made": "Demande de rattachement",
    "request.withdrawn": "Demande de rattachement retirée",
    "request.refused": "Demande de rattachement refusée",
    "draft.edited": "Projet modifié",
    "draft.deleted": "Projet mis à la corbeille",
    "draft.recovered": "Projet repris de la corbeille",
    "draft.reassigned": "Projet confié à un autre contact",
    "draft.taken_over": "Projet pris en main",
    "draft.transferred": "Projet passé à un autre titulaire",
    "draft.review_asked": "Relecteur invité",
    "draft.signature_asked": "Signature demandée à un relecteur",
    "draft.review_revoked": "Invitation d'un relecteur révoquée",
    "draft.signed_by_reviewer": "Projet signé par un relecteur",
}
COLUMNS = ("Date et heure (Paris)", "Auteur", "Pour le compte de", "Acte", "Dossier ou personne", "Précision")
NAMELESS = {**of_files.OFFICE, "account": "Compte supprimé", "organisation": "Organisation inconnue"}
"""What stands for a key that has no name (any more)."""


@dataclass(frozen=True)
class Wanted:
    """What is looked for: both days inclusive, in Paris; person: ``account:<id>``; about: words of the file."""

    since: date
    until: date
    person: str = ""
    about: str = ""

    @property
    def period(self) -> tuple[datetime, datetime]:
        """The first instant, and the one after the last."""
        after = self.until + timedelta(days=1)
        return datetime.combine(self.since, time(), PARIS), datetime.combine(after, time(), PARIS)


@dataclass(frozen=True)
class Line:
    """by, behalf, subject: keys until they are given names; a member of the office's staff is « l'office »."""

    at: datetime
    by: str
    behalf: str
    what: str
    subject: str
    detail: str = ""


def lines(organisation: Organisation, wanted: Wanted) -> list[Line]:
    """The trail, the last first. Eleven queries, whatever its length."""
    key = queries.key(organisation)
    party = Mandate.objects.filter(Q(representative=key) | Q(principal=key))
    mandates = {row.key: row for row in party}
    found = [*_noted(key, wanted, mandates), *_recorded(key, wanted, mandates), *_typed(key, wanted)]
    named = _named(sorted(found, key=lambda line: line.at, reverse=True), key)
    sought = fold(wanted.about)
    return [line for line in named if sought in fold(f"{line.subject} {line.detail}")] if sought else named


def as_csv(rows: Iterable[Line]) -> bytes:
    return spreadsheet.as_csv(
        COLUMNS, ((spreadsheet.instant(row.at), row.by, row.behalf, row.what, row.subject, row.detail) for row in rows)
    )


def _noted(key: str, wanted: Wanted, mandates: Mapping[str, Mandate]) -> Iterator[Line]:
    """What the organisation noted; a mandate is accepted on behalf of who represents, whoever notes it."""
    since, until = wanted.period
    rows = queries.deeds(key).filter(at__gte=since, at__lt=until)
    for row in rows.filter(by=wanted.person) if wanted.person else rows:
        accepted = mandates.get(row.subject) if row.what == "mandate.accepted" else None
        behalf = accepted.representative if accepted else key
        yield Line(row.at, row.by, behalf, WHAT.get(row.what, row.what), row.subject, row.detail)


def _recorded(key: str, wanted: Wanted, mandates: Mapping[str, Mandate]) -> Iterator[Line]:
    """What the ledger holds, an act that recorded several events being one."""
    since, until = wanted.period
    holders = {key, *(row.principal for row in mandates.values() if row.principal)}
    streams = set(Holding.objects.filter(holder__in=holders).values_list("stream", flat=True))
    streams |= set(Transfer.objects.filter(holder=key).values_list("stream", flat=True))
    streams |= {stream for row in mandates.values() for stream in row.streams}
    seen: set[tuple[datetime, str, str, str]] = set()
    for entry in ledger.done_under([key, *mandates], streams, actor=wanted.person, since=since, until=until):
        once = (entry.recorded_at, entry.stream, entry.actor, entry.act)
        if once not in seen:
            seen.add(once)
            mandate = mandates.get(entry.authority)
            behalf = (mandate.principal or mandate.principal_name) if mandate else key
            detail = f"Mandat {mandate.reference}" if mandate else ""
            yield Line(entry.recorded_at, entry.actor, behalf, _act(entry), entry.stream, detail)


def _typed(key: str, wanted: Wanted) -> Iterator[Line]:
    since, until = wanted.period
    rows = DraftVersion.objects.filter(draft__holder=key, at__gte=since, at__lt=until)
    if wanted.person:
        rows = rows.filter(by=wanted.person)
    days = rows.values("draft__public_id", "by", day=TruncDate("at", tzinfo=PARIS))
    for row in days.annotate(fields=Count("path", distinct=True), last=Max("at")).order_by():
        plural = "s" if row["fields"] > 1 else ""
        detail = f"{row['fields']} champ{plural} ce jour-là"
        yield Line(row["last"], row["by"], key, WHAT["draft.edited"], f"draft/{row['draft__public_id']}", detail)


def _act(entry: Recorded) -> str:
    law = registry.laws().get(role_acts.kind_of(entry.stream))
    acts = law.proceeding.acts if law else {}
    if entry.act in acts:
        return acts[entry.act].label
    return entry.event.label or words.event_name(entry.type)


def _named(rows: list[Line], key: str) -> list[Line]:
    """Keys replaced by names: people, holders, drafts, mandates, files. Four queries."""
    keys = {each for row in rows for each in (row.by, row.behalf, row.subject, row.detail.split(" ", 1)[0])}
    known = loading.names({each for each in keys if each.startswith(("account:", "organisation:"))})
    drafts = [each.partition("/")[2] for each in keys if each.startswith("draft/")]
    known |= {row.subject: f"Projet {row.reference}" for row in Draft.objects.filter(public_id__in=drafts)}
    mandates = [each.partition(":")[2] for each in keys if each.startswith("mandate:")]
    known |= {row.key: f"Mandat {row.reference}" for row in Mandate.objects.filter(public_id__in=mandates)}

    def name(each: str) -> str:
        return known.get(each) or NAMELESS.get(each.partition(":")[0], each)

    def about(each: str) -> str:
        return known.get(each) or (subjects.label(each) if "/" in each else name(each))

    def detail(text: str) -> str:
        first, _, rest = text.partition(" ")
        return f"{known[first]} {rest}".strip() if first in known else text

    return [
        replace(row, by=name(row.by), behalf=name(row.behalf), subject=about(row.subject), detail=detail(row.detail))
        for row in rows
    ]

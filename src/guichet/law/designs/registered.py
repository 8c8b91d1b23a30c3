"""L. 513-1, R. 513-1 to R. 513-3: what a registration becomes: renewed, expired, given up, annulled, restored."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from guichet.law.answers import Deadline, Finding
from guichet.law.clocks import Clock
from guichet.law.designs import priority, reading, term
from guichet.law.dossier import Dossier
from guichet.law.procedure import Events, Rule
from guichet.law.rules import required
from guichet.law.saying import no, refuse
from guichet.law.sources import Undecided, cite
from guichet.rights.designs import filing as f
from guichet.rights.designs import life as v
from guichet.rights.events import Event
from guichet.rights.general.effects import Restored

RENEWED = cite("R. 513-1", "al. 3", "La prorogation prend effet le jour suivant la date d'expiration")
SOME = cite("R. 513-1", "al. 1", "Il peut être précisé que la prorogation ne vaut que pour certains dessins ou modèles")
RENOUNCED = cite("R. 513-2", "al. 1", "peut à tout moment y renoncer, pour tout ou partie")
FINAL = cite("R. 512-14", "al. 2", "Seules les décisions judiciaires définitives peuvent être inscrites")
ABSOLUTE = cite("L. 512-6", "", "Elle est inscrite au registre national mentionné à l'article L. 513-3")
RELIEVED = cite("L. 512-3", "", "être relevé des déchéances qu'il a pu encourir")

RENUNCIATION_DAY = Undecided(
    "De quel jour la renonciation à un dessin ou modèle prend-elle effet ?",
    "Du jour où elle est inscrite ; le dossier garde aussi le jour de la déclaration.",
    "R. 513-2 ne le dit pas.",
    ("R. 513-2",),
)
IN_GRACE = Undecided(
    "Le dessin ou modèle est-il protégé pendant les six mois où il peut encore être prorogé ?",
    "Il reste au registre ; s'il n'est pas prorogé, la protection est tenue pour finie à l'expiration.",
    "R. 513-1 ouvre le délai supplémentaire sans dire quel est l'état du droit jusque-là.",
    ("R. 513-1", "L. 513-1"),
)
RESTORED_DESIGNS = Undecided(
    "Le relevé efface-t-il de lui-même la déchéance ou le rejet qui a suivi le délai manqué ?",
    "Oui : chaque dessin ou modèle revient au point où il était quand le délai a été manqué.",
    "L. 512-3 relève des déchéances encourues sans dire ce que devient la décision déjà prise.",
    ("L. 512-3", "R. 512-12"),
)


def _numbers(dossier: Dossier, asked: tuple[str, ...]) -> tuple[str, ...]:
    return asked or reading.in_place(dossier, "published")


def _known(dossier: Dossier, asked: tuple[str, ...]) -> bool:
    return not set(asked) - set(reading.in_place(dossier, "published"))


def whole_or_part(
    dossier: Dossier, numbers: Iterable[str], whole: Callable[[], Event], part: Callable[[tuple[str, ...]], Event]
) -> Events:
    """One event for the filing when nothing of it lives on, else one for these designs."""
    gone = tuple(numbers)
    return (whole(),) if reading.nothing_left(dossier, gone) else (part(gone),)


def _renewed(act: v.DesignRenewed, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not _known(dossier, act.designs):
        yield no("Désignez des dessins ou modèles enregistrés de ce dépôt.", SOME, field="designs")
        return
    now, day = reading.designs(dossier), reading.filing_date(dossier)
    for number in _numbers(dossier, act.designs):
        each = now[number]
        if day is not None and not term.may_be_renewed(day, each.renewals, spare_part=each.design.spare_part):
            yield no(f"« {number} » a la plus longue protection possible.", term.AT_MOST, field="designs")


def _renounced(act: v.RecordDesignRenunciation, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not _known(dossier, act.designs):
        yield no("Désignez des dessins ou modèles enregistrés de ce dépôt.", RENOUNCED, field="designs")


def _renounce(act: v.RecordDesignRenunciation, dossier: Dossier, on: date) -> Events:
    return whole_or_part(
        dossier,
        _numbers(dossier, act.designs),
        lambda: v.DesignRenounced(act.right, act.declared_on),
        lambda gone: v.DesignPartlyRenounced(act.right, act.declared_on, gone),
    )


def _nullity(act: v.EnterNullity, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.final:
        yield no("Le jugement n'est pas définitif : il ne peut pas encore être inscrit.", FINAL, field="final")
    if not _known(dossier, act.designs):
        yield no("Désignez des dessins ou modèles enregistrés de ce dépôt.", ABSOLUTE, field="designs")


def _annul(act: v.EnterNullity, dossier: Dossier, on: date) -> Events:
    return whole_or_part(
        dossier,
        _numbers(dossier, act.designs),
        lambda: v.DesignAnnulled(act.court),
        lambda gone: v.DesignPartlyAnnulled(act.court, gone),
    )


def _expiries(dossier: Dossier, *, last: bool) -> dict[str, date]:
    """Each day on which some designs reach the end of a period, the last possible one or not, by itself."""
    now, filed = reading.designs(dossier), reading.filing_date(dossier)
    found = {}
    for day, numbers in reading.terms(dossier).items():
        each = now[numbers[0]]
        more = filed is not None and term.may_be_renewed(filed, each.renewals, spare_part=each.design.spare_part)
        relieved = reading.excused(dossier, "R. 513-1")
        if more is not last and not (relieved and relieved > day):
            found[day.isoformat()] = day
    return found


def _at(dossier: Dossier, suffix: str) -> tuple[str, ...]:
    return reading.terms(dossier).get(date.fromisoformat(suffix), ())


def _normal(suffix: str, dossier: Dossier, day: date) -> Deadline | None:
    if not term.foreseeable(day):
        return None
    span = term.normal_window(day)
    return Deadline(span.last_day, span.because)


def _late(suffix: str, dossier: Dossier, day: date) -> Deadline | None:
    return term.late_deadline(day) if term.foreseeable(day) else None


def _term(suffix: str, dossier: Dossier, day: date) -> Deadline | None:
    filed, numbers = reading.filing_date(dossier), _at(dossier, suffix)
    if filed is None or not numbers:
        return None
    each = reading.designs(dossier)[numbers[0]]
    return term.expires_on(filed, each.renewals, spare_part=each.design.spare_part)


RENEWAL = Clock(
    id="renewal",
    label="Proroger l'enregistrement",
    limit=lambda dossier, day: _normal("", dossier, day),
    limit_one=_normal,
    starts=lambda dossier: _expiries(dossier, last=False),
    who="holder",
    act="",
    consequence="Six mois de plus s'ouvrent, moyennant un supplément.",
    states=("registered",),
    of=term.WINDOW.source,
)
LATE_RENEWAL = Clock(
    id="late_renewal",
    label="Proroger l'enregistrement avec un supplément",
    limit=lambda dossier, day: _late("", dossier, day),
    limit_one=_late,
    starts=lambda dossier: _expiries(dossier, last=False),
    who="holder",
    act="",
    consequence="Les dessins ou modèles ne sont plus protégés depuis l'expiration.",
    states=("registered",),
    lapse_one=lambda suffix, dossier, on: whole_or_part(
        dossier, _at(dossier, suffix), v.DesignNotRenewed, v.DesignPartlyNotRenewed
    ),
    of=term.LATE.source,
)
EXPIRY = Clock(
    id="expiry",
    label="Fin de la protection",
    limit=lambda dossier, day: _term("", dossier, day),
    limit_one=_term,
    starts=lambda dossier: _expiries(dossier, last=True),
    who="time",
    act="",
    consequence="La protection ne peut plus être prorogée : elle est expirée.",
    states=("registered",),
    lapse_one=lambda suffix, dossier, on: whole_or_part(
        dossier, _at(dossier, suffix), v.DesignExpired, v.DesignPartlyExpired
    ),
    automatic=True,
    of=term.AT_MOST,
)


def _something_lost(dossier: Dossier, on: date) -> Finding | None:
    if reading.in_place(dossier, *reading.RESTORABLE) or priority.lost_claims(dossier):
        return None
    return no("Aucune déchéance n'a été encourue dans ce dossier.", RELIEVED)


def _restored(act: Restored, dossier: Dossier, on: date) -> Events:
    if act.set_by == "R. 512-5" and priority.lost_claims(dossier):
        return (act,)
    lost = reading.LOST_BY.get(act.set_by)
    if lost is None or lost not in {each.place for each in reading.designs(dossier).values()}:
        known = ", ".join((*reading.LOST_BY, "R. 512-5"))
        refuse(f"Ce délai n'a rien fait perdre ici. Articles qui s'y prêtent : {known}.", RELIEVED, field="set_by")
    answer_missed = lost == "rejected" and not dossier.has(f.DesignDeemedRejected)
    return (act, f.ObjectionReopened()) if answer_missed else (act,)


RULES = {
    "record_design_renewal": Rule(RENEWED, checks=(_renewed,)),
    "record_design_renunciation": Rule(
        RENOUNCED, checks=(_renounced,), then=_renounce, brings=(v.DesignRenounced, v.DesignPartlyRenounced)
    ),
    "enter_nullity": Rule(
        FINAL,
        checks=(_nullity, required("court", "Indiquez la juridiction.", ABSOLUTE)),
        then=_annul,
        brings=(v.DesignAnnulled, v.DesignPartlyAnnulled),
    ),
    "restore": Rule(RELIEVED, guards=(_something_lost,), then=_restored),
}
CLOCKS = (RENEWAL, LATE_RENEWAL, EXPIRY)

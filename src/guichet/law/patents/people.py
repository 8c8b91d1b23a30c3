"""Who must be named: a representative in two months, the inventor in sixteen (R. 612-2, R. 612-10, R. 612-11)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guichet.law.answers import Deadline, Finding
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.patents import facts
from guichet.law.patents.agents import (
    R612_2_OUTSIDE,
    R612_2_POWER,
    R612_2_QUALITY,
    must_be_represented,
    power_missing,
    well_represented,
)
from guichet.law.patents.common import an_open_application, in_time, letter
from guichet.law.patents.part import Part
from guichet.law.rules import Events, Rule
from guichet.law.saying import no, to_regularise
from guichet.law.sources import Undecided, cite, rule
from guichet.law.time_limits import TimeLimit
from guichet.rights.patents import examination as ex
from guichet.rights.patents import filing as f

INVITED = cite("R. 612-11", "al. 6", "invitation est notifiée au demandeur d'avoir à régulariser sa demande")
SEPARATE = cite("R. 612-10", "3°", "contenant les nom, prénoms et domicile de l'inventeur ainsi que la signature")
UNCHECKED = cite("R. 611-15", "", "ne contrôle pas l'exactitude de la désignation de l'inventeur")
AT_LEAST = cite("R. 612-35", "al. 6", "ne peut être inférieur à deux mois à compter de l'invitation")
SANCTION = Undecided(
    "Que risque le demandeur qui ne constitue pas dans les deux mois le mandataire exigé ?",
    "Une objection de forme (R. 612-46), avec son délai imparti, puis le rejet.",
    "R. 612-2 fixe le délai sans sanction ; R. 612-46 vise toute demande irrégulière en la forme.",
    ("R. 612-2", "R. 612-46"),
)
LATE_INVITATION = Undecided(
    "L'invitation à désigner l'inventeur peut-elle partir alors que les seize mois vont s'achever ?",
    "Oui : l'article ne donne de minimum, de deux mois, qu'aux demandes divisionnaires.",
    "Les seize mois courent de la date de dépôt ou de priorité, non de l'invitation.",
    ("R. 612-11", "R. 612-35"),
)

REPRESENTATION = TimeLimit(
    cite("R. 612-2", "al. 2", "dans le délai de deux mois à compter de la date de réception de la notification"),
    "patent.representative_invited", months=2, since="de la réception de la notification", title="patents",
)  # fmt: skip
INVENTOR = TimeLimit(
    cite("R. 612-11", "al. 6", "dans un délai de seize mois à compter de la date de dépôt ou de la date"),
    "patent.filing_date_accorded", months=16, since="de la date la plus ancienne", title="patents",
)  # fmt: skip
DIVISIONAL_INVENTOR = TimeLimit(AT_LEAST, "patent.inventor_invited", months=2, since="de l'invitation", title="patents")


def _designation(dossier: Dossier, started: date) -> Deadline:
    """Sixteen months; for a divisional application, never less than two from the invitation."""
    ordinary = INVENTOR.expires(started)
    invited = dossier.served_on(f.InventorInvited)
    if facts.application(dossier).division is None or invited is None:
        return ordinary
    least = DIVISIONAL_INVENTOR.expires(invited)
    return least if least.date > ordinary.date else ordinary


def _inventor_awaited(dossier: Dossier) -> date | None:
    done = facts.inventors_designated(dossier) or facts.settled(dossier, "inventor")
    return None if done else facts.earliest_date(dossier)


@rule("R. 612-45", "1°", "R. 612-11 (sixième alinéa), R. 612-21 et R. 612-35 (sixième alinéa)")
def _inventor_lapse(dossier: Dossier, on: date) -> Events:
    return (ex.Refused("incomplete", silence=True, notice=letter(dossier, "refusal")),)


DESIGNATION = Clock(
    "inventor", "Désigner l'inventeur", _designation, _inventor_awaited, "applicant", "designate_inventors",
    "La demande est rejetée ; le rejet peut être contesté dans les deux mois.", f.PENDING, _inventor_lapse, of=INVITED,
)  # fmt: skip
APPOINTMENT = Clock(
    "representative", "Constituer un mandataire", REPRESENTATION,
    lambda d: None if _in_order(d) else d.served_on(f.RepresentativeInvited),
    "applicant", "appoint_representative", "L'institut notifie l'irrégularité, puis peut rejeter la demande.",
    ("received", "to_complete", *f.PENDING), after=(f.RepresentativeInvited,),
)  # fmt: skip


def _in_order(dossier: Dossier) -> bool:
    return well_represented(facts.applicants(dossier), facts.representative(dossier))


def _missing_agent(dossier: Dossier, on: date) -> Finding | None:
    if not _in_order(dossier):
        return None
    return no("Le demandeur est représenté comme il le doit, ou n'a pas à l'être.", R612_2_OUTSIDE)


def _agent(act: f.RepresentativeAppointed, dossier: Dossier, on: date) -> Iterator[Finding]:
    people = facts.applicants(dossier)
    if not well_represented(people, act.representative):
        message = "Ce mandataire n'est pas habilité : choisissez un conseil en propriété industrielle ou un avocat."
        if must_be_represented(people) and len(people) > 1:
            message += " Un codéposant établi dans l'Espace économique européen peut aussi être mandataire commun."
        yield no(message, R612_2_QUALITY, R612_2_OUTSIDE, field="representative")
    if power_missing(act.representative):
        yield to_regularise("Joignez le pouvoir du mandataire.", R612_2_POWER, field="representative.power")


def _inventors_missing(dossier: Dossier, on: date) -> Finding | None:
    if not facts.inventors_designated(dossier):
        return None
    return no("L'inventeur est désigné ; l'institut ne contrôle pas l'exactitude de la désignation.", UNCHECKED)


def _complete(act: f.InventorsDesignated, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.inventors:
        yield no("Nommez au moins un inventeur.", SEPARATE, field="inventors")
    for i, inventor in enumerate(act.inventors):
        if not (inventor.name.strip() and inventor.first_names.strip() and inventor.domicile.strip()):
            message = "Indiquez le nom, les prénoms et le domicile de l'inventeur."
            yield to_regularise(message, SEPARATE, field=f"inventors[{i}]")
    if not act.signed:
        yield to_regularise("Le document doit être signé du demandeur ou de son mandataire.", SEPARATE, field="signed")


RULES = {
    "invite_representative": Rule(R612_2_OUTSIDE, guards=(an_open_application, _missing_agent)),
    "appoint_representative": Rule(
        R612_2_QUALITY, guards=(an_open_application, in_time(APPOINTMENT)), checks=(_agent,)
    ),
    "invite_inventor": Rule(INVITED, guards=(an_open_application, _inventors_missing)),
    "designate_inventors": Rule(SEPARATE, guards=(an_open_application, in_time(DESIGNATION)), checks=(_complete,)),
}

PART = Part(RULES, (DESIGNATION, APPOINTMENT))

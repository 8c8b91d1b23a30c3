"""Priority of an earlier filing, the benefit of an earlier French date, an exhibition (R. 612-22 to R. 612-25)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guichet.law.answers import Deadline, Finding, Reason
from guichet.law.clocks import Clock
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.patents import checklist, facts
from guichet.law.patents.common import an_open_application, letter
from guichet.law.patents.part import Part
from guichet.law.rules import Events, Guard, Rule, required, within
from guichet.law.saying import advice, no, to_regularise
from guichet.law.sources import Source, Undecided, cite, rule
from guichet.law.time_limits import TimeLimit
from guichet.rights.patents import filing as f
from guichet.rights.patents import priority as pr
from guichet.rights.patents import publication as pu
from guichet.rights.patents import title as t
from guichet.rights.patents.application import PriorityClaim

CONTENT = cite("R. 612-24", "al. 1", "comporte la date du dépôt antérieur, l'Etat dans lequel ou pour lequel il a été")
DECLARED = cite("R. 612-24", "al. 2", "La déclaration de priorité doit être effectuée lors du dépôt de la demande")
PROVISIONAL = cite("R. 612-24", "al. 3", "vaut requête de mise en conformité ou, sur indication expresse du déclarant")
CORRECTED = cite("R. 612-24", "al. 4", "Le demandeur peut corriger la déclaration de priorité dans un délai de seize")
FIRST_TO_END = cite("R. 612-24", "al. 4", "le délai de seize mois qui expire en premier devant être appliqué")
FOUR_MONTHS = cite("R. 612-24", "al. 4", "jusqu'à l'expiration d'un délai de quatre mois à compter de la date")
NOT_AFTER = cite("R. 612-24", "al. 5", "ne peut être effectuée ou corrigée après qu'une requête a été présentée")
COPY = cite("R. 612-24", "al. 6", "une copie de celle-ci avant l'expiration du seizième mois suivant la date")
AUTHORISED = cite("R. 612-24", "al. 6", "de l'autorisation de revendiquer la priorité donnée par écrit")
LOST = cite("R. 612-24", "al. 7", "la revendication du droit de priorité est déclarée irrecevable")
DENIED = cite("R. 612-24", "al. 8", "notification est faite au demandeur qu'il n'existe pas de droit de priorité")
RESTORED = cite("L. 612-16-1", "al. 1", "peut présenter un recours en vue d'être restauré dans son droit")
EXCUSE = cite("L. 612-16-1", "al. 1", "s'il justifie d'une excuse légitime")
IN_TWO_MONTHS = cite("L. 612-16-1", "al. 2", "dans le délai de deux mois à compter de l'expiration du délai")
NOT_PREPARED = cite("L. 612-16-1", "al. 3", "après l'achèvement des préparatifs techniques de publication")
EARLIER = cite("R. 612-25", "", "La requête du bénéfice de la date de dépôt d'une ou plusieurs demandes antérieures")
RENOUNCED = cite("R. 612-39", "al. 5", "à moins qu'il n'ait été renoncé, dans le même délai, à ce bénéfice")
SHOWN = cite("R. 612-22", "al. 1", "sous la forme d'une attestation délivrée au cours de l'exposition par l'autorité")
REALLY = cite("R. 612-22", "al. 1", "constatant que l'invention y a été réellement exposée")
IDENTIFIED = cite("R. 612-22", "al. 2", "accompagnée des pièces permettant d'identifier l'invention")
EACH_ITS_COPY = Undecided(
    "Quand plusieurs priorités sont revendiquées, d'où court le délai de la copie de chacune ?",
    "De la priorité la plus ancienne.",
    "R. 612-24 dit « la date de priorité » ; L. 612-7 compte tous ces délais de la plus ancienne.",
    ("R. 612-24", "L. 612-7"),
    latest="De la date de priorité propre à chacune.",
)
NO_CERTIFICATE = Undecided(
    "Que se passe-t-il si l'attestation d'exposition n'est pas produite ?",
    "Le droit de l'exposant n'est pas justifié : la divulgation compte ; la demande continue.",
    "R. 612-22 ne prévoit ni invitation ni sanction.",
    ("R. 612-22", "L. 611-13"),
)

DECLARATION = TimeLimit(
    cite("R. 612-24", "al. 2", "dans le délai de seize mois à compter de la date de priorité la plus ancienne"),
    "earlier filing", months=16, since="de la priorité la plus ancienne", title="patents",
)  # fmt: skip
CORRECTION = TimeLimit(CORRECTED, "earlier filing", months=16, since="de la priorité la plus ancienne", title="patents")
AT_LEAST = TimeLimit(FOUR_MONTHS, "patent.filing_date_accorded", months=4, since="de la date de dépôt", title="patents")
JUSTIFYING = TimeLimit(COPY, "earlier filing", months=16, since="de la date de priorité", title="patents")
ONE_YEAR = TimeLimit(
    cite("R. 612-24", "al. 8", "précède de plus d'un an la date de dépôt de la demande de brevet"),
    "earlier filing", years=1, since="du dépôt antérieur", title="patents",
)  # fmt: skip
RESTORATION = TimeLimit(
    IN_TWO_MONTHS, "priority", months=2, since="de l'expiration du délai de priorité", title="patents"
)
CERTIFICATE = TimeLimit(
    cite("R. 612-22", "al. 1", "est fournie dans le délai de quatre mois à compter de la date de dépôt"),
    "patent.filing_date_accorded", months=4, since="de la date de dépôt", title="patents",
)  # fmt: skip


def correction_deadline(before: date, after: date | None, filed_on: date) -> Deadline:
    """The last day to correct a declaration: the sixteen months that end first, but never less than four from filing.

    before: the earliest priority as declared; after: as corrected, None when the correction does not move it.
    """
    sixteen = CORRECTION.expires(before)
    if after is not None:
        corrected = CORRECTION.expires(after)
        if corrected.date < sixteen.date:
            step = Reason("Des deux délais de seize mois, celui qui expire en premier s'applique.", FIRST_TO_END)
            sixteen = Deadline(corrected.date, (*corrected.because, step))
    least = AT_LEAST.expires(filed_on)
    if least.date <= sixteen.date:
        return sixteen
    step = Reason("La correction reste possible quatre mois après la date de dépôt.", FOUR_MONTHS)
    return Deadline(least.date, (*sixteen.because, *least.because, step))


def has_right(earlier: date, filed_on: date) -> Finding:
    """Whether an earlier filing of that day still gives priority on the day of filing (one year)."""
    last = ONE_YEAR.expires(earlier)
    if filed_on <= last.date:
        return Finding(True, "Le dépôt antérieur a un an au plus.", last.because)
    message = f"Le dépôt antérieur a plus d'un an : le délai de priorité a expiré le {in_words(last.date)}."
    return Finding(False, message, (*last.because, Reason(message, DENIED)))


def _no_early_publication(dossier: Dossier, on: date) -> Finding | None:
    asked = dossier.first_on(pu.EarlyPublicationAsked)
    if asked is None:
        return None
    message = f"La publication anticipée est requise depuis le {in_words(asked)} : c'est trop tard."
    return no(message, NOT_AFTER)


def _declared_late(act: pr.PriorityDeclared, dossier: Dossier, on: date) -> Iterator[Finding]:
    earliest = min([act.claim.filed_on, *(claim.filed_on for claim in facts.live_priorities(dossier).values())])
    last = DECLARATION.expires(earliest)
    if on > last.date:
        yield Finding(False, f"Le délai de seize mois a expiré le {in_words(last.date)}.", last.because, "claim")
    yield from _content(act.claim, "claim")
    filed = facts.filing_date(dossier) or on
    right = has_right(act.claim.filed_on, filed)
    if not right.allowed:
        yield to_regularise(right.message, DENIED, field="claim.filed_on")
    if facts.title(dossier) == "provisional":
        what = "requête en transformation" if act.for_utility_certificate else "requête de mise en conformité"
        yield advice(f"Dans une demande provisoire, cette déclaration vaut {what}.", PROVISIONAL, field="claim")


def _content(claim: PriorityClaim, field: str) -> Iterator[Finding]:
    if not claim.state.strip():
        yield no("Indiquez l'État du dépôt antérieur.", CONTENT, field=f"{field}.state")
    if not claim.number.strip():
        yield no("Indiquez le numéro du dépôt antérieur.", CONTENT, field=f"{field}.number")


def _declare(act: pr.PriorityDeclared, dossier: Dossier, on: date) -> Events:
    if facts.title(dossier) != "provisional":
        return (act,)
    return (act, t.ChangedToUtilityCertificate() if act.for_utility_certificate else t.ConformityAsked())


def _corrects(act: pr.PriorityCorrected, dossier: Dossier, on: date) -> Iterator[Finding]:
    live = facts.priorities(dossier)
    filed = facts.filing_date(dossier) or dossier.first_on(f.Filed)
    if act.claim not in live or filed is None:
        yield no("Cette priorité n'est pas déclarée dans le dossier.", CORRECTED, field="claim")
        return
    before = min(claim.filed_on for claim in live.values())
    moved = {**{number: claim.filed_on for number, claim in live.items()}, act.claim: act.filed_on or before}
    after = min(moved.values()) if act.filed_on else before
    last = correction_deadline(before, after if after != before else None, filed)
    if on > last.date:
        yield Finding(False, f"Le délai de correction a expiré le {in_words(last.date)}.", last.because, "claim")
    if act.filed_on and not has_right(act.filed_on, filed).allowed:
        yield to_regularise("La date rectifiée n'est pas non plus dans le délai d'un an.", DENIED, field="filed_on")


@rule("L. 612-7", "2", "sont calculés à compter de la date de la priorité la plus ancienne")
def _awaited(dossier: Dossier) -> dict[str, date]:
    """The claims whose copy, or whose owner's authorisation, is still to come, from the earliest priority."""
    live = facts.live_priorities(dossier)
    if not live:
        return {}
    start = min(claim.filed_on for claim in live.values())
    return {str(number): start for number, claim in live.items() if not _proved(claim)}


def _proved(claim: PriorityClaim) -> bool:
    return claim.copy is not None and (claim.authorisation is not None or not claim.other_owner)


def _lose(suffix: str, dossier: Dossier, on: date) -> Events:
    return (pr.PriorityDeclaredInadmissible(int(suffix), letter(dossier, "priority")),)


def _proves(act: pr.PriorityCopyFiled, dossier: Dossier, on: date) -> Iterator[Finding]:
    live = facts.live_priorities(dossier)
    if act.claim not in live:
        yield no("Cette priorité n'est pas, ou n'est plus, revendiquée.", COPY, field="claim")
        return
    last = JUSTIFYING.expires(min(claim.filed_on for claim in live.values()))
    if on > last.date:
        yield Finding(False, f"Le délai de seize mois a expiré le {in_words(last.date)}.", last.because, "claim")
    if live[act.claim].other_owner and act.authorisation is None:
        yield to_regularise("Joignez l'autorisation écrite du propriétaire.", AUTHORISED, field="authorisation")


def _claimed(source: Source) -> Guard:
    """Only while a priority is claimed."""
    return lambda dossier, on: None if facts.priorities(dossier) else no("Aucune priorité n'est revendiquée.", source)


def _deniable(act: pr.PriorityDenied, dossier: Dossier, on: date) -> Iterator[Finding]:
    claim, filed = facts.live_priorities(dossier).get(act.claim), facts.filing_date(dossier)
    if claim is None or filed is None:
        yield no("Cette priorité n'est pas, ou n'est plus, revendiquée.", DENIED, field="claim")
    elif has_right(claim.filed_on, filed).allowed:
        yield no("Ce dépôt antérieur a un an au plus : le droit de priorité existe.", DENIED, field="claim")


def _inadmissible(act: pr.PriorityDeclaredInadmissible, dossier: Dossier, on: date) -> Iterator[Finding]:
    claim = facts.live_priorities(dossier).get(act.claim)
    if claim is None:
        yield no("Cette priorité n'est pas, ou n'est plus, revendiquée.", LOST, field="claim")
    elif _proved(claim) and claim.state and claim.number:
        yield no("Cette priorité est déclarée et justifiée comme il le faut.", LOST, field="claim")
    elif on <= JUSTIFYING.expires(min(each.filed_on for each in facts.live_priorities(dossier).values())).date:
        yield no("Le demandeur a encore le temps de la justifier.", COPY, field="claim")


def _restorable(act: pr.PriorityRestorationAsked, dossier: Dossier, on: date) -> Iterator[Finding]:
    claim, filed = facts.priorities(dossier).get(act.claim), facts.filing_date(dossier)
    if claim is None or filed is None:
        yield no("Cette priorité n'est pas déclarée dans le dossier.", RESTORED, field="claim")
        return
    if has_right(claim.filed_on, filed).allowed:
        yield no("Le délai de priorité a été respecté : il n'y a rien à restaurer.", RESTORED, field="claim")
        return
    last = RESTORATION.expires(ONE_YEAR.expires(claim.filed_on).date)
    if max(filed, on) > last.date:
        message = f"La demande et le recours devaient être présentés au plus tard le {in_words(last.date)}."
        yield Finding(False, message, last.because, "claim")
    prepared = dossier.last(pu.PublicationPrepared)
    if prepared is not None and on > prepared.ends_on:
        yield no("Les préparatifs de la publication sont achevés.", NOT_PREPARED, field="claim")


def _asked(act: pr.PriorityRestored | pr.PriorityRestorationRefused, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.claim not in {each.claim for each in dossier.all(pr.PriorityRestorationAsked)}:
        yield no("Aucune restauration n'est demandée pour cette priorité.", RESTORED, field="claim")


def _benefit(act: pr.EarlierBenefitDeclaredInadmissible, dossier: Dossier, on: date) -> Iterator[Finding]:
    asked = facts.application(dossier)
    earlier = next((each for each in facts.benefits(dossier) if each.number == act.earlier), None)
    if earlier is None:
        yield no("Le bénéfice de ce dépôt antérieur n'est pas demandé.", EARLIER, field="earlier")
    elif not checklist.benefit_refused(earlier, asked, dossier.first_on(f.Filed) or on):
        yield no("Cette requête remplit les conditions : elle est recevable.", EARLIER, field="earlier")


def _renounces(act: pr.EarlierBenefitRenounced, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.earlier not in {each.number for each in facts.benefits(dossier)}:
        yield no("Le bénéfice de ce dépôt antérieur n'est pas demandé.", RENOUNCED, field="earlier")


def _unprepared(dossier: Dossier, on: date) -> Finding | None:
    if not dossier.has(pu.PublicationPrepared):
        return None
    return no("Les préparatifs de la publication ont commencé : ce bénéfice ne se renonce plus.", RENOUNCED)


def _shown(act: pr.ExhibitionCertificateFiled, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.issued_during:
        yield no("L'attestation doit avoir été délivrée pendant l'exposition.", SHOWN, field="issued_during")
    if not act.real_exposure:
        yield no("L'attestation doit constater une exposition réelle.", REALLY, field="real_exposure")
    if not act.authenticated:
        yield no("Joignez les pièces authentifiées qui identifient l'invention.", IDENTIFIED, field="authenticated")


def _exhibited(dossier: Dossier, on: date) -> Finding | None:
    if facts.application(dossier).exhibition is not None:
        return None
    return no("Aucune exposition n'a été déclarée lors du dépôt.", checklist.SHOWN)


def _declarable(dossier: Dossier) -> date | None:
    return facts.priority_date(dossier) if dossier.state in facts.OPEN else None


CLOCKS = (
    Clock(
        "priority_declaration", "Déclarer une priorité", DECLARATION, _declarable, "applicant", "declare_priority",
        "Aucune priorité ne peut plus être ajoutée.", f.PENDING,
    ),
    Clock(
        "priority_copy", "Justifier d'une priorité", JUSTIFYING, _awaited, "applicant", "file_priority_copy",
        "La priorité est déclarée irrecevable ; la demande continue.", f.PENDING, lapse_one=_lose,
    ),
    Clock(
        "exhibition", "Produire l'attestation d'exposition", CERTIFICATE,
        lambda d: None if d.has(pr.ExhibitionCertificateFiled) or not facts.application(d).exhibition
        else facts.filing_date(d),
        "applicant", "file_exhibition_certificate", "Le droit de l'exposant n'est pas justifié.", f.PENDING,
    ),
)  # fmt: skip
EXHIBITION = CLOCKS[2]

RULES = {
    "declare_priority": Rule(
        DECLARED, guards=(an_open_application, _no_early_publication), checks=(_declared_late,), then=_declare,
        brings=(pr.PriorityDeclared,),
    ),
    "correct_priority": Rule(CORRECTED, guards=(an_open_application, _no_early_publication), checks=(_corrects,)),
    "file_priority_copy": Rule(COPY, guards=(an_open_application, _claimed(COPY)), checks=(_proves,)),
    "declare_priority_inadmissible": Rule(
        LOST, guards=(an_open_application, _claimed(LOST)), checks=(_inadmissible,)
    ),
    "deny_priority": Rule(DENIED, guards=(an_open_application, _claimed(DENIED)), checks=(_deniable,)),
    "ask_priority_restoration": Rule(
        RESTORED, guards=(an_open_application, _claimed(RESTORED)),
        checks=(required("excuse", "Exposez l'excuse légitime.", EXCUSE), _restorable),
    ),
    "restore_priority": Rule(RESTORED, guards=(an_open_application,), checks=(_asked,)),
    "refuse_priority_restoration": Rule(
        RESTORED, guards=(an_open_application,),
        checks=(required("reasons", "Motivez le refus.", RESTORED), _asked),
    ),
    "declare_earlier_benefit_inadmissible": Rule(EARLIER, guards=(an_open_application,), checks=(_benefit,)),
    "renounce_earlier_benefit": Rule(RENOUNCED, guards=(an_open_application, _unprepared), checks=(_renounces,)),
    "record_later_application": Rule(
        RENOUNCED, checks=(required("later", "Indiquez le numéro de la demande ultérieure.", RENOUNCED),)
    ),
    "file_exhibition_certificate": Rule(
        SHOWN, guards=(an_open_application, _exhibited, within(EXHIBITION)), checks=(_shown,)
    ),
}  # fmt: skip

PART = Part(RULES, CLOCKS)

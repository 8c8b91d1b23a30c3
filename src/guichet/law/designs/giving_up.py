"""R. 512-9-1: withdrawing a filing, wholly or in part, until its publication is being prepared."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from guichet.law.answers import Finding
from guichet.law.designs import people, reading
from guichet.law.dossier import Dossier
from guichet.law.procedure import Events, Rule
from guichet.law.saying import no
from guichet.law.sources import Undecided, cite
from guichet.rights.designs import filing as f
from guichet.rights.designs.filing import Declarant
from guichet.rights.general.effects import LicenceEnded, LicenceRecorded, PledgeRecorded, PledgeReleased

UNTIL = cite("R. 512-9-1", "al. 1", "peut être retirée jusqu'au début des préparatifs techniques requis")
WRITTEN = cite("R. 512-9-1", "al. 2", "Le retrait s'effectue par une déclaration écrite adressée ou remise à")
POWER = cite("R. 512-9-1", "al. 2", "sauf s'il a la qualité de conseil en propriété industrielle ou d'avocat")
ALL = cite("R. 512-9-1", "al. 2", "le retrait ne peut être effectué que s'il est requis par l'ensemble de ceux-ci")
ONE = cite("R. 512-9-1", "al. 3", "Une déclaration de retrait ne peut viser qu'un seul dépôt")
PART = cite("R. 512-9-1", "al. 3", "Le retrait peut être limité à une partie des dessins ou modèles de la demande")
RIGHTS = cite("R. 512-9-1", "al. 4", "La déclaration indique s'il a été ou non concédé des droits d'exploitation ou de")
CONSENT = cite("R. 512-9-1", "al. 4", "elle doit être accompagnée du consentement écrit du bénéficiaire de ce droit")

PREPARATIONS = Undecided(
    "Quand commencent les préparatifs techniques de la publication d'un dépôt de dessins ou modèles ?",
    "Le jour où l'institut place le dépôt dans un numéro du bulletin, que le dossier enregistre.",
    "R. 512-9-1 et R. 512-3-1 emploient ces mots sans les définir.",
    ("R. 512-9-1", "R. 512-3-1"),
)


class GivingUp(Protocol):
    """What a withdrawal and a renunciation both declare."""

    @property
    def declarant(self) -> Declarant: ...
    @property
    def by_all(self) -> bool: ...
    @property
    def rights_granted(self) -> bool | None: ...
    @property
    def consents(self) -> tuple[str, ...]: ...
    @property
    def filings(self) -> int: ...


def defects(act: GivingUp, *, several: bool) -> Iterator[Finding]:
    """What the declaration lacks. several: there are several owners."""
    if people.lacks_special_power(act.declarant):
        yield no("Joignez un pouvoir spécial du mandataire.", POWER, field="declarant.special_power")
    if several and not act.by_all:
        yield no("Tous les codéposants doivent le demander ensemble.", ALL, field="by_all")
    if act.filings != 1:
        yield no("Faites une déclaration par dépôt.", ONE, field="filings")
    if act.rights_granted is None:
        message = "Dites si des droits d'exploitation ou de gage ont été concédés, ou non."
        yield no(message, RIGHTS, field="rights_granted")
    elif act.rights_granted and not any(each.strip() for each in act.consents):
        message = "Joignez le consentement écrit du bénéficiaire de ce droit ou du créancier gagiste."
        yield no(message, CONSENT, field="consents")


def entered_rights(dossier: Dossier) -> tuple[str, ...]:
    """Names of those whose licence or pledge stands in the register."""
    over = {each.ended for each in dossier.all(LicenceEnded)} | {each.pledge for each in dossier.all(PledgeReleased)}
    found = [(each.entry, each.licensee) for each in dossier.all(LicenceRecorded)]
    found += [(each.entry, each.creditor) for each in dossier.all(PledgeRecorded)]
    return tuple(party.full_name for entry, party in found if entry not in over)


def _unlocked(dossier: Dossier, on: date) -> Finding | None:
    if reading.in_place(dossier, "examined", "deferred", "to_publish") or not reading.living(dossier):
        return None
    message = "La publication est en préparation ou faite : il n'est plus temps de retirer, renoncez après publication."
    return no(message, UNTIL)


def _check(act: f.WithdrawDesigns, dossier: Dossier, on: date) -> Iterator[Finding]:
    several = len(reading.holders(dossier)) > 1
    yield from defects(act, several=several)
    free = reading.in_place(dossier, "examined", "deferred", "to_publish")
    locked = [each for each in act.designs or reading.living(dossier) if each not in free]
    if locked:
        message = f"« {locked[0]} » n'est pas à retirer : il n'est pas dans le dépôt, ou sa publication est en cours."
        yield no(message, UNTIL, PART, field="designs")


def _withdrawn(act: f.WithdrawDesigns, dossier: Dossier, on: date) -> Events:
    if not act.designs or reading.nothing_left(dossier, act.designs):
        return (f.DesignWithdrawn(act.declarant),)
    return (f.DesignPartlyWithdrawn(act.declarant, act.designs),)


RULES = {
    "withdraw_design": Rule(
        WRITTEN,
        "Le dépôt peut être retiré, en tout ou en partie.",
        guards=(_unlocked,),
        checks=(_check,),
        then=_withdrawn,
        brings=(f.DesignWithdrawn, f.DesignPartlyWithdrawn),
    )
}

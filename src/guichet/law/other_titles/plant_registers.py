"""What the two registers of the plant variety office say of a file (R. 623-14, R. 623-27, R. 623-38 to R. 623-40)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from guichet.law.dossier import Dossier
from guichet.law.other_titles.plant_certificate import term
from guichet.law.other_titles.plant_papers import filing_day
from guichet.law.sources import rule
from guichet.rights.general.effects import TransferRecorded
from guichet.rights.other_titles import plant_variety_events as v
from guichet.rights.other_titles import plant_variety_life as f


@dataclass(frozen=True)
class ApplicationEntry:
    """A line of the register of applications. annex: description and breeding process, None while kept back."""

    number: str
    filing_date: date | None
    species: str
    breeder: str
    applicants: tuple[str, ...]
    denomination: str
    priority: str
    observations: int
    ownership_action: bool
    granted_on: date | None
    certificate: str
    refused_on: date | None
    annex: tuple[str, ...] | None


@dataclass(frozen=True)
class CertificateEntry:
    """A line of the national register. protected_from: the day of the application (L. 623-7)."""

    number: str
    species: str
    denomination: str
    description: str
    owners: tuple[str, ...]
    breeder: str
    protected_from: date
    protected_until: date
    renounced_on: date | None
    lapsed_on: date | None


def _name(dossier: Dossier) -> str:
    named, reference = dossier.last(v.DenominationProposed), dossier.last(v.ProvisionalReferenceGiven)
    return named.denomination if named else (reference.reference if reference else "")


@rule("R. 623-38", "", "tient un Registre des demandes de certificat d'obtention végétale et un Registre national")
@rule("R. 623-44", "al. 2", "il est en outre sursis à la mise en annexe au Registre des demandes de certificats")
@rule("R. 623-39", "dernier al.", "La description de la variété faite par le demandeur et celle du procédé")
@rule("R. 623-39", "al. 2", "Pour chaque demande, l'inscription comporte notamment")
def application_entry(dossier: Dossier) -> ApplicationEntry | None:
    """The line of this application; None until it is entered."""
    received, entered = dossier.first(v.VarietyApplicationReceived), dossier.last(v.VarietyApplicationEntered)
    if received is None or entered is None:
        return None
    day, claim = filing_day(dossier), dossier.last(v.VarietyPriorityClaimed)
    granted, told = dossier.last(v.VarietyCertificateGranted), received.description
    return ApplicationEntry(
        number=entered.number,
        filing_date=day.date if day else None,
        species=received.species,
        breeder=received.breeder,
        applicants=received.applicants,
        denomination=_name(dossier),
        priority=claim.reference if claim and not dossier.in_state("priority_lost") else "",
        observations=len(dossier.all(v.VarietyObservationsFiled)),
        ownership_action=dossier.has(v.VarietyOwnershipActionEntered),
        granted_on=dossier.on(v.VarietyCertificateGranted),
        certificate=granted.number if granted else "",
        refused_on=dossier.on(v.VarietyApplicationRefused),
        annex=None if dossier.in_state("secret") else (told.characters, told.breeding),
    )


@rule("L. 623-7", "", "prend effet à la date de la demande")
@rule("R. 623-27", "", "Le certificat est inscrit au Registre national des certificats d'obtention végétale")
@rule("R. 623-40", "", "les dates auxquelles commence et expire la protection")
def certificate_entry(dossier: Dossier) -> CertificateEntry | None:
    """The line of this certificate; None until the grant."""
    received, granted = dossier.first(v.VarietyApplicationReceived), dossier.last(v.VarietyCertificateGranted)
    granted_on, day = dossier.on(v.VarietyCertificateGranted), filing_day(dossier)
    if received is None or granted is None or granted_on is None:
        return None
    moved = dossier.last(TransferRecorded)
    return CertificateEntry(
        number=granted.number,
        species=received.species,
        denomination=_name(dossier),
        description=received.description.characters,
        owners=tuple(each.full_name for each in moved.holders) if moved else received.applicants,
        breeder=received.breeder,
        protected_from=day.date if day else granted_on,
        protected_until=term(received.group, granted_on).date,
        renounced_on=dossier.on(f.VarietyRenounced),
        lapsed_on=dossier.on(f.VarietyLapsed) if dossier.in_state("lapsed") else None,
    )

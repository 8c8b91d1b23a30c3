"""What an entry request lacks, register by register: what may be put right, and what bars the entry itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from guichet.law.answers import Finding, Reason
from guichet.law.dossier import Dossier
from guichet.law.general.persons import among, names
from guichet.law.general.register_law import EntryLaw, RegisterLaw
from guichet.law.general.registers import REGISTERS
from guichet.law.saying import advice, no, to_regularise
from guichet.law.sources import cite
from guichet.rights.general.recordal import RecordalRequested, RegisteredRight

NO_TERRITORY = cite("L. 714-1", "al. 1", "La cession de ces droits, même partielle, ne peut comporter de limitation")
WITH_RULES = cite("R. 714-2", "1°", "s'il s'agit d'une marque collective ou d'une marque de garantie, le règlement")
COLLECTIVE = cite("L. 715-8", "", "Une marque collective ne peut être cédée ou transmise qu'à une personne morale")
_CONFORM = "est inscrit au registre national des marques après vérification de sa conformité"
CONFORM = {
    "guarantee": cite("R. 715-1", "dernier al.", _CONFORM),
    "collective": cite("R. 715-2", "dernier al.", _CONFORM),
}

BORROWED = {
    "utility_certificate": cite(
        "R. 616-3", "", "sont applicables aux demandes de certificat d'utilité et aux certificats d'utilité"
    ),
    "spc": cite("R. 617-2", "", "R. 613-45 à R. 613-59 et R. 618-1 à R. 618-3 sont applicables aux demandes"),
}
"""Rights that the patents' register holds by reference."""

_DETAILS = ("name", "address", "correction")
_PROVED = (*_DETAILS, "representative", "representative_removal")


def law_of(request: RecordalRequested) -> RegisterLaw:
    return REGISTERS[request.register]


def entry_law(request: RecordalRequested) -> EntryLaw | None:
    """The rules of this kind of entry in this register; None where the register holds none such."""
    return law_of(request).entries.get(request.entry)


def receivable(request: RecordalRequested, dossier: Dossier, on: date) -> Iterator[Finding]:
    """What keeps the request from being one at all: a register that holds no such entry, or no right."""
    law = law_of(request)
    if request.entry not in law.entries:
        known = ", ".join(each.label.lower() for each in law.entries.values())
        yield no(f"Le {law.label} ne reçoit pas une telle inscription. Il reçoit : {known}.",
                 law.opposable, field="entry")  # fmt: skip
    if not request.rights:
        yield no("Indiquez au moins un titre, par son numéro.", law.opposable, field="rights")
    for i, right in enumerate(request.rights):
        if not right.number.strip():
            yield no("Indiquez le numéro du titre.", law.opposable, field=f"rights[{i}].number")
    if len({right.number for right in request.rights}) < len(request.rights):
        yield no("Un titre figure deux fois dans la demande : retirez le doublon.", law.opposable, field="rights")


def defects(request: RecordalRequested) -> Iterator[Finding]:
    """Everything that the office will ask to put right, bars included."""
    entry = entry_law(request)
    if entry is None:
        return
    for checks in (_who, _content, _papers, _power):
        yield from (_through(finding, request) for finding in checks(request, entry))
    yield from bars(request)


def _through(finding: Finding, request: RecordalRequested) -> Finding:
    """With the articles that make another register's or another right's rule its own."""
    borrowed = (law_of(request).applies_through, *(BORROWED.get(right.kind) for right in request.rights))
    steps = tuple(
        Reason("Un renvoi rend cette règle applicable ici.", source) for source in dict.fromkeys(borrowed) if source
    )
    return replace(finding, because=(*finding.because, *steps)) if steps else finding


def announce(request: RecordalRequested, dossier: Dossier, on: date) -> Iterator[Finding]:
    """What lacks, and the proof that the office may ask for."""
    yield from defects(request)
    source = law_of(request).proof_may_be_asked
    if source is not None and request.entry in _PROVED and "change_proof" not in request.papers:
        yield advice("L'institut peut demander la preuve du changement ou de l'erreur.", source, field="papers")


def bars(request: RecordalRequested) -> Iterator[Finding]:
    """What no paper cures and no silence covers: the entry cannot be made until it is gone."""
    yield from (_through(finding, request) for finding in _bars(request))


def _bars(request: RecordalRequested) -> Iterator[Finding]:
    law, entry = law_of(request), entry_law(request)
    if entry is None:
        return
    for right in request.rights:
        if request.entry == "rules_of_use" and right.mark == "individual":
            yield to_regularise(
                f"La marque {right.number} n'est ni collective ni de garantie : elle n'a pas de règlement d'usage.",
                WITH_RULES,
                field="rights",
            )
        if law.unpublished and not right.published:
            yield to_regularise(
                f"Le titre {right.number} n'est pas publié : aucune inscription n'est portée avant sa publication.",
                law.unpublished,
                field="rights",
            )
        if entry.chain:
            yield from _chain(request, right, entry)
    if entry.final and not request.change.final:
        yield to_regularise(
            "La décision n'est pas définitive : demandez l'inscription quand aucun recours n'est plus possible, "
            "et joignez-en la preuve.",
            entry.final,
            field="change.final",
        )


def _chain(request: RecordalRequested, right: RegisteredRight, entry: EntryLaw) -> Iterator[Finding]:
    assert entry.chain is not None
    before = request.change.previous
    if not before:
        yield to_regularise("Indiquez le titulaire que l'acte nomme.", entry.chain, field="change.previous")
    strangers = [each for each in before if not among(each, right.holders)]
    if strangers:
        yield to_regularise(
            f"Le titre {right.number} est inscrit au nom de {names(right.holders) or 'personne'}, non de "
            f"{names(strangers)} : faites d'abord inscrire la transmission précédente.",
            entry.chain,
            field="change.previous",
        )


def _who(request: RecordalRequested, entry: EntryLaw) -> Iterator[Finding]:
    if request.capacity not in entry.who:
        yield to_regularise(f"L'inscription est demandée par {entry.asked_by_label}.", entry.asked_by, field="capacity")
        return
    if request.capacity == "heir" and request.change.basis != "death":
        yield to_regularise(
            "Les héritiers et légataires demandent l'inscription d'une mutation par décès.", entry.asked_by,
            field="capacity",
        )  # fmt: skip
    if request.capacity == "holder":
        others = [right.number for right in request.rights if not among(request.requester, right.holders)]
        if others:
            yield to_regularise(
                f"{names([request.requester])} n'est pas le titulaire inscrit de : {', '.join(others)}.",
                entry.asked_by,
                field="requester",
            )
    if request.capacity == "party":
        yield from _party(request, entry)


def _party(request: RecordalRequested, entry: EntryLaw) -> Iterator[Finding]:
    change = request.change
    if request.entry in _DETAILS and not change.earlier_entry:
        yield to_regularise(
            "Indiquez l'acte déjà inscrit auquel vous êtes partie, ou demandez en qualité de titulaire inscrit.",
            entry.asked_by,
            field="change.earlier_entry",
        )
    known = (*change.previous, *change.parties)
    if known and not among(request.requester, known):
        yield to_regularise(
            f"{names([request.requester])} n'est pas partie à l'acte : la demande vient d'une partie ou du titulaire.",
            entry.asked_by,
            field="requester",
        )


def _content(request: RecordalRequested, entry: EntryLaw) -> Iterator[Finding]:
    change = request.change
    if entry.parties and not change.parties:
        yield to_regularise(f"Indiquez {entry.parties}.", entry.source, field="change.parties")
    if entry.earlier_entry and not change.earlier_entry:
        yield to_regularise(
            "Indiquez le numéro de l'inscription que celle-ci modifie.", entry.source, field="change.earlier_entry"
        )
    if request.entry == "name" and not change.after.strip():
        yield to_regularise("Indiquez le nouveau nom ou la nouvelle forme.", entry.source, field="change.after")
    if request.entry == "address" and change.address is None:
        yield to_regularise("Indiquez la nouvelle adresse.", entry.source, field="change.address")
    if request.entry == "representative" and change.representative is None:
        yield to_regularise("Indiquez le mandataire à inscrire.", entry.source, field="change.representative")
    for field, (label, source) in entry.details.items():
        if not getattr(change, field):
            yield to_regularise(f"Indiquez {label}.", source, field=f"change.{field}")
    if request.register == "trademarks" and request.entry == "transfer":
        yield from _mark_transfer(request)


def _mark_transfer(request: RecordalRequested) -> Iterator[Finding]:
    change = request.change
    if change.territory:
        yield to_regularise(
            "La cession d'une marque ne peut pas être limitée à un territoire.", NO_TERRITORY, field="change.territory"
        )
    people = any(each.kind == "person" for each in change.parties)
    if people and any(right.mark == "collective" for right in request.rights):
        yield to_regularise(
            "Une marque collective ne se transmet qu'à une personne morale.", COLLECTIVE, field="change.parties"
        )


def _papers(request: RecordalRequested, entry: EntryLaw) -> Iterator[Finding]:
    for papers in entry.papers:
        if papers.when(request.change) and not set(papers.any_of) & set(request.papers):
            yield to_regularise(f"Joignez {papers.label}.", papers.source, field="papers")
    if merged_without_number(request):
        source = next(papers.source for papers in entry.papers if "register_extract" in papers.any_of)
        yield to_regularise(
            "Indiquez le numéro unique d'identification de l'entreprise : il remplace la copie de l'acte.",
            source,
            field="change.identification",
        )


def merged_without_number(request: RecordalRequested) -> bool:
    """A French merger shown neither by its number nor by the act itself."""
    entry, change = entry_law(request), request.change
    known = entry is not None and any("register_extract" in papers.any_of for papers in entry.papers)
    shown = change.identification or {"act_copy", "act_extract"} & set(request.papers)
    return known and change.basis == "merger" and not change.foreign and not change.copy_impossible and not shown


def _power(request: RecordalRequested, entry: EntryLaw) -> Iterator[Finding]:
    law, agent = law_of(request), request.representative
    if agent is None or agent.quality in law.dispensed or agent.power is not None or "power" in request.papers:
        return
    yield to_regularise("Joignez le pouvoir du mandataire.", law.power, field="representative.power")

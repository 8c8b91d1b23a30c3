"""Who may see or copy the files of topographies and plant varieties; what a seizure needs (R. 622-4, R. 623-16 ff)."""

from __future__ import annotations

from datetime import date
from typing import Literal

from guichet.law.answers import Deadline, Finding
from guichet.law.counting import add_months
from guichet.law.dates import in_words
from guichet.law.general.suits import suit
from guichet.law.saying import because, no, yes
from guichet.law.sources import cite

TOPOGRAPHY_SEEN = cite("R. 622-4", "", "Toute personne peut consulter au siège de l'Institut national")
TOPOGRAPHY_COPIED = cite(
    "R. 622-4", "", "Aucune copie de dossier ne peut en être établie sans l'autorisation du titulaire"
)
NOT_OPPOSABLE = cite("R. 622-5", "", "ne permet pas d'identifier la topographie protégée")
RECIPROCITY = cite("R. 622-8", "", "est prononcée par arrêté conjoint du ministre chargé des affaires étrangères")
WTO = cite(
    "L. 622-2", "a", "Les créateurs ressortissants d'un Etat partie à l'accord instituant l'Organisation mondiale"
)
OTHERS = cite("L. 622-2", "dernier al.", "sous réserve d'une constatation de réciprocité")
REGISTER_SEEN = cite("R. 623-16", "al. 4", "toute personne peut prendre connaissance de la demande telle qu'elle est")
FILE_SEEN = cite("R. 623-29", "", "Elle peut également prendre connaissance des pièces du dossier relatives au dépôt")
HYBRIDS = cite("R. 623-29", "", "sous réserve des mesures particulières susceptibles d'être décidées")
OBSERVER = cite("R. 623-24", "al. 2", "prendre connaissance du dossier ayant trait à cette intervention")
OPPOSABLE = cite("L. 623-14", "", "ne sont opposables aux tiers que s'ils ont été régulièrement publiés")
KEPT = cite("R. 623-30", "", "que pendant une période de dix ans après l'extinction des droits attachés")
SEIZED_ON = cite("R. 623-51", "al. 2", "sur la présentation du certificat d'obtention végétale")
SEIZED_BEFORE = cite("R. 623-51", "al. 2", "d'une copie certifiée conforme de la demande de certificat")
NOTIFIED_COPY = cite(
    "L. 623-26", "", "les faits postérieurs à la notification au responsable présumé d'une copie conforme"
)
LICENSEE = cite(
    "R. 623-51", "al. 3", "le requérant doit justifier que les conditions de l'article L. 623-25 sont remplies"
)

_SUE = "vingt jours ouvrables ou de trente et un jours civils si ce délai est plus long"
SUIT_AFTER_SEIZURE = suit(
    cite("R. 623-53", "", _SUE), "plant_variety.seized", "du jour de la saisie ou de la description", "institution"
)
SUIT_AFTER_ORDER = suit(
    cite("R. 623-50-1", "", _SUE), "plant_variety.ordered", "de la date de l'ordonnance", "institution"
)


def topography_file(copy: bool, holder_agrees: bool) -> Finding:
    """Whether anyone may consult (or copy) a deposit file; masked parts are never in it."""
    if copy and not holder_agrees:
        return no("Demandez d'abord l'autorisation du titulaire.", TOPOGRAPHY_COPIED, field="holder_agrees")
    return yes("Le dossier se consulte au siège de l'institut.", TOPOGRAPHY_COPIED if copy else TOPOGRAPHY_SEEN)


def topography_opposable(identifiable: bool) -> Finding:
    """Whether the public declaration and drawing identify what is protected."""
    if identifiable:
        return yes("La topographie protégée est identifiable.", NOT_OPPOSABLE)
    return no("Le dépôt est inopposable aux tiers : il ne permet pas d'identifier la topographie.", NOT_OPPOSABLE)


def topography_creator_admitted(wto: bool, reciprocity: bool) -> Finding:
    """Whether this creator may be protected. wto: national, resident or established in a State of the WTO."""
    if wto:
        return yes("Le créateur est admis à la protection.", WTO)
    if reciprocity:
        return yes("Le créateur est admis par réciprocité.", OTHERS, RECIPROCITY)
    return no("Il faut un arrêté qui constate la réciprocité.", OTHERS, RECIPROCITY)


Seen = Literal["register", "file"]


def variety_file(what: Seen, published: bool, grant_published: bool, kept_back: bool = False) -> Finding:
    """Whether anyone may read the register entry or the file of a variety.

    kept_back: a component of hybrids, which the office protects by a special measure.
    """
    if what == "register":
        if published:
            return yes("Toute personne peut lire la demande au registre.", REGISTER_SEEN)
        return no("La demande n'est pas encore publiée.", REGISTER_SEEN)
    if not grant_published:
        return no("Le dossier ne s'ouvre au public qu'avec la publication de la délivrance.", FILE_SEEN)
    if kept_back:
        return no("Une mesure particulière protège cette pièce.", HYBRIDS)
    return yes("Toute personne peut lire le dossier et en obtenir copie à ses frais.", FILE_SEEN)


def variety_act_opposable(published: bool) -> Finding:
    """Whether an application, a grant or a transfer may be relied on against others."""
    if published:
        return yes("L'acte est publié : il est opposable aux tiers.", OPPOSABLE)
    return no("L'acte n'est pas opposable aux tiers avant d'être régulièrement publié.", OPPOSABLE)


def observers_file(authorised: bool) -> Finding:
    """Whether someone who filed observations may read what concerns them. authorised: by the head of the office."""
    if authorised:
        return yes("L'auteur d'observations peut lire le dossier de son intervention.", OBSERVER)
    return no("Demandez au responsable de l'instance l'autorisation de lire ce dossier.", OBSERVER)


def kept_until(extinct_on: date) -> Deadline:
    """The day until which the office must keep an application after the rights have ended."""
    day = add_months(extinct_on, 120)
    return Deadline(day, because(f"La demande est conservée au moins jusqu'au {in_words(day)}.", KEPT))


def may_seize(granted: bool, copy_notified: bool, licensee: bool = False, holder_warned: bool = False) -> Finding:
    """Whether a seizure may be asked for. copy_notified: a copy of the application was notified to the defendant."""
    if not granted and not copy_notified:
        return no("Avant la délivrance, notifiez d'abord une copie de la demande.", NOTIFIED_COPY, SEIZED_BEFORE)
    if licensee and not holder_warned:
        return no("Le licencié agit après une mise en demeure du titulaire restée vaine.", LICENSEE)
    return yes("La saisie peut être demandée.", SEIZED_ON if granted else SEIZED_BEFORE)


def suit_after_seizure(seized_on: date) -> Deadline:
    """The last day to sue on the merits after a seizure, the longer of the two periods."""
    return SUIT_AFTER_SEIZURE.expires(seized_on)


def suit_after_order(ordered_on: date) -> Deadline:
    """The last day to sue after an interim order (L. 623-27)."""
    return SUIT_AFTER_ORDER.expires(ordered_on)

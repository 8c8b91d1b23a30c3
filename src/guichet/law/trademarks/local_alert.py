"""L. 712-2-1, D. 712-29, D. 712-30: whom the office alerts, to which marks, and by when."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date

from guichet.law.answers import Finding
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.procedure import Procedure, Rule
from guichet.law.rules import required
from guichet.law.saying import no
from guichet.law.sources import Undecided, cite, rule
from guichet.law.time_limits import TimeLimit
from guichet.rights.trademarks import local_alert as r

WHO = cite("L. 712-2-1", "al. 1", "Toute collectivité territoriale ou tout établissement public de coopération")
COUNTRY_WHO = cite(
    "L. 712-2-1", "al. 2", "Les conseils régionaux, la collectivité territoriale de Corse et les conseils généraux"
)
ASKED = cite("D. 712-29", "al. 1", "une demande par voie électronique selon les modalités fixées par décision")
NAME = cite("D. 712-29", "1°", "La dénomination ou le nom de pays pour lequel l'alerte est demandée")
EMAIL = cite("D. 712-29", "2°", "L'adresse électronique à laquelle l'alerte doit être envoyée")
SIREN = cite("D. 712-29", "3°", "ainsi que son numéro d'identification Siren")
RECEIPT = cite("D. 712-29", "dernier al.", "La date d'enregistrement de la demande d'alerte est celle du récépissé")
CONTAINING = cite("D. 712-30", "al. 1", "contenant la dénomination de la collectivité ou le nom de pays concerné")
MENTIONS = cite("D. 712-30", "dernier al.", "L'alerte mentionne la faculté ouverte à toute personne intéressée")

FRENCH = TimeLimit(
    cite("D. 712-30", "al. 1", "dans les cinq jours ouvrables suivant la publication du dépôt d'une demande"),
    runs_from="trademark.published",
    working_days=5,
    since="de la publication au Bulletin officiel",
    bearer="office",
)
ABROAD = TimeLimit(
    cite("D. 712-30", "al. 2", "dans les trois semaines qui suivent la publication de la demande de marque"),
    runs_from="mark.published",
    weeks=3,
    since="de la publication au Bulletin des marques de l'Union européenne ou à la Gazette",
    bearer="office",
)

MATCHING = Undecided(
    "Quand une marque « contient »-elle la dénomination d'une collectivité ?",
    "Quand ses mots figurent entiers et dans l'ordre dans l'élément verbal, sans égard à la casse, aux accents ni aux "
    "traits d'union.",
    "D. 712-30 dit « contenant la dénomination » sans fixer de méthode.",
    ("D. 712-30", "L. 712-2-1"),
)
DURATION = Undecided(
    "Combien de temps dure l'alerte ?",
    "Jusqu'à ce que la collectivité la supprime.",
    "D. 712-29 ne fixe ni durée ni renouvellement.",
    ("D. 712-29",),
)
NO_SANCTION = Undecided(
    "Que vaut une alerte manquée ou tardive ?",
    "Rien : les délais d'observation et d'opposition n'en sont pas changés.",
    "D. 712-30 n'attache aucune sanction à ses délais.",
    ("D. 712-30",),
)

COUNTRY_NAMES_TO = ("department", "region", "corsica")
_SIREN = re.compile(r"[0-9]{9}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@rule("D. 712-30", "al. 1", "contenant la dénomination de la collectivité ou le nom de pays concerné")
def contains(verbal_element: str, name: str) -> bool:
    """Whether a mark contains a name: whole words, in order, whatever the case, the accents and the hyphens."""
    wanted = _words(name)
    return bool(wanted) and f" {wanted} " in f" {_words(verbal_element)} "


def _words(text: str) -> str:
    """« saint etienne » of « SAINT-ÉTIENNE ! »; « œ » and « æ » in two letters."""
    plain = text.casefold().replace("œ", "oe").replace("æ", "ae")
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[a-z0-9]+", bare))


def _request(act: r.AlertRequested, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not _SIREN.fullmatch(act.siren.replace(" ", "")):
        yield no("Le numéro Siren a neuf chiffres.", SIREN, field="siren", severity="regularisable")
    if not _EMAIL.fullmatch(act.email):
        yield no("Indiquez l'adresse électronique où envoyer l'alerte.", EMAIL, field="email", severity="regularisable")
    if act.watched == "country_name" and act.kind not in COUNTRY_NAMES_TO:
        message = "L'alerte sur un nom de pays est ouverte aux conseils régionaux et départementaux et à la Corse."
        yield no(message, COUNTRY_WHO, field="watched")


def _registrable(dossier: Dossier, on: date) -> Finding | None:
    """The receipt is only given for a request that holds its three items."""
    asked = dossier.last(r.AlertRequested)
    return next((each for each in _request(asked, dossier, on) if not each.allowed), None) if asked else None


def _found(act: r.MarkFound, dossier: Dossier, on: date) -> Iterator[Finding]:
    asked, registered_on = dossier.last(r.AlertRequested), dossier.on(r.AlertRegistered)
    if asked and not contains(act.verbal_element, asked.name):
        yield no(f"« {act.verbal_element} » ne contient pas « {asked.name} ».", CONTAINING, field="verbal_element")
    if registered_on and act.published_on < registered_on:
        yield no("La marque a été publiée avant l'enregistrement de l'alerte.", RECEIPT, field="published_on")
    if act.published_on > on:
        yield no("La marque n'est pas encore publiée.", CONTAINING, field="published_on")
    if any(each.mark == act.mark for each in dossier.all(r.MarkFound)):
        yield no(f"La marque {act.mark} est déjà repérée.", CONTAINING, field="mark")


def pending(dossier: Dossier) -> Mapping[str, r.MarkFound]:
    """Marks found whose alert has not left."""
    sent = {each.mark for each in dossier.all(r.AlertSent)}
    return {each.mark: each for each in dossier.all(r.MarkFound) if each.mark not in sent}


def _sent(act: r.AlertSent, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.mark not in pending(dossier):
        yield no(f"Aucune alerte n'est à adresser pour la marque « {act.mark} ».", CONTAINING, field="mark")
    if not (act.says_observations and act.says_opposition):
        message = "L'alerte mentionne la faculté de présenter des observations et celle de former opposition."
        yield no(message, MENTIONS, field="says_observations")


def _of(source: tuple[str, ...], dossier: Dossier) -> Mapping[str, date]:
    return {name: each.published_on for name, each in pending(dossier).items() if each.source in source}


FRENCH_ALERT = Clock(
    id="alert",
    label="Adresser l'alerte",
    limit=FRENCH,
    starts=lambda d: _of(("french",), d),
    who="office",
    act="send_alert",
    consequence="Le texte n'attache aucune sanction à ce délai.",
    states=("active",),
    raw=True,
)
ABROAD_ALERT = Clock(
    id="alert_abroad",
    label="Adresser l'alerte (marque européenne ou internationale)",
    limit=ABROAD,
    starts=lambda d: _of(("european", "international"), d),
    who="office",
    act="send_alert",
    consequence="Le texte n'attache aucune sanction à ce délai.",
    states=("active",),
    raw=True,
)

PROCEDURE = Procedure(
    r.LOCAL_ALERT,
    rules={
        "request": Rule(
            ASKED,
            "L'alerte est gratuite.",
            checks=(
                required("authority", "Identifiez la collectivité ou l'établissement.", SIREN),
                required("name", "Indiquez la dénomination ou le nom de pays à surveiller.", NAME),
                _request,
            ),
        ),
        "register": Rule(RECEIPT, guards=(_registrable,)),
        "find_mark": Rule(CONTAINING, checks=(_found,)),
        "send_alert": Rule(MENTIONS, checks=(_sent,)),
        "end": Rule(WHO),
    },
    clocks=(FRENCH_ALERT, ABROAD_ALERT),
    facts=lambda d: {"registered_on": d.on(r.AlertRegistered), "pending": tuple(pending(d))},
)

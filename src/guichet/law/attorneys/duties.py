"""Duties of attorneys: conflicts of interests, files handed over, honest publicity, the list of 1990 (R. 422-52 ff)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.law.answers import Finding
from guichet.law.practice.values import value
from guichet.law.saying import advice, no, yes
from guichet.law.sources import Undecided, cite

# R. 422-54: the client
OPPOSED = cite("R. 422-54", "1°", "S'abstient dans une même affaire de conseiller, assister ou représenter des clients")
FORMER = cite("R. 422-54", "1°", "si le secret des informations confiées par un ancien client risque d'être violé")
HANDED = cite("R. 422-54", "5°", "la remise doit intervenir dans un délai permettant d'éviter toute forclusion")
ACCOUNTS = cite("R. 422-54", "4°", "d'une part, les honoraires, d'autre part, les frais et redevances")
# L. 423-1 and R. 423-2: publicity and solicitation
ALLOWED = cite("L. 423-1", "", "recourir à la publicité ainsi qu'à la sollicitation personnalisée")
INFORMED = cite("L. 423-1", "", "est accompagnée de la communication d'informations générales sur le droit de la")
SINCERE = cite("R. 423-2", "al. 1", "si elles procurent une information sincère sur la nature des prestations")
NO_COMPARISON = cite(
    "R. 423-2", "al. 1", "Elles excluent tout élément comparatif ou dénigrant, ainsi que toute mention"
)
CHANNEL = cite("R. 423-2", "al. 2", "à l'exclusion de tout message textuel envoyé sur un terminal téléphonique mobile")
COST = cite("R. 423-2", "al. 2", "Elle précise les modalités de détermination du coût de la prestation, laquelle fera")
EXTRA = cite("R. 423-2", "al. 2", "Les suites de cette prestation, de nature à entraîner des frais supplémentaires")
APART = cite("R. 423-2", "al. 2", "Il est distingué entre les honoraires et les frais et redevances")
GENERAL = cite("R. 423-2", "al. 3", "portent en particulier sur les principaux titres de propriété industrielle")
BY_TELEPHONE = cite("R. 423-2", "al. 3", "par d'autres moyens dûment précisés lors du démarchage")
# L. 422-5 and R. 423-1: the special list
OF_1990 = cite(
    "L. 422-5", "al. 1", "Toute personne exerçant les activités mentionnées au premier alinéa de l'article L."
)
TOO_LATE = cite("L. 422-5", "al. 3", "A peine de forclusion, la déclaration doit être formulée, au plus tard, deux ans")
KEPT = cite(
    "R. 423-1", "al. 1", "Le maintien de l'inscription est subordonné au respect des conditions au vu desquelles"
)
BOUND = cite("R. 423-1", "al. 2", "au respect des règles énoncées aux articles L. 422-8 et R. 422-52 à R. 422-54")

WARNING_ONLY = Undecided(
    question="Le guichet refuse-t-il l'acte d'un conseil dont la société agit déjà pour la partie adverse ?",
    default="Non : il l'avertit, et l'acte est reçu.",
    why="R. 422-54 s'adresse au conseil sous peine de discipline ; aucun article ne rend l'acte irrecevable.",
    articles=("R. 422-54",),
)


@dataclass(frozen=True)
class Message:
    """A publicity, or a personal solicitation when ``channel`` is not ``public``.

    cost: how it is determined, and that a fee agreement follows. extra_costs: those that may follow. apart: attorneys'
    fees distinguished from costs and official fees. information: on industrial property, or ``by_other_means`` by
    telephone.
    """

    channel: Literal["public", "post", "telephone", "email", "text_message"]
    sincere: bool = True
    comparative: bool = False
    secret: bool = False
    cost: bool = False
    extra_costs: bool = False
    apart: bool = False
    information: bool = False
    by_other_means: bool = False


def publicity(message: Message) -> tuple[Finding, ...]:
    """What stands in the way of this message; one approval when nothing does."""
    found = tuple(_objections(message))
    return found or (yes("Ce message est permis.", ALLOWED, SINCERE),)


def _objections(message: Message) -> Iterator[Finding]:
    if not message.sincere:
        yield no("L'information doit être sincère.", SINCERE, field="sincere")
    if message.comparative or message.secret:
        yield no("Retirez ce qui compare, dénigre ou porte atteinte au secret professionnel.", NO_COMPARISON,
                 field="comparative")  # fmt: skip
    if message.channel == "public":
        return
    if message.channel == "text_message":
        yield no("La sollicitation par message sur un téléphone mobile est exclue.", CHANNEL, field="channel")
    if not message.cost:
        yield no("Dites comment le coût est déterminé, et qu'une convention d'honoraires suivra.", COST, field="cost")
    if not message.extra_costs:
        yield no("Dites les suites qui peuvent entraîner d'autres frais.", EXTRA, field="extra_costs")
    if not message.apart:
        yield no("Distinguez les honoraires des frais et redevances.", APART, ACCOUNTS, field="apart")
    elsewhere = message.channel == "telephone" and message.by_other_means
    if not message.information and not elsewhere:
        yield no("Joignez des informations générales sur la propriété industrielle.", INFORMED, GENERAL, BY_TELEPHONE,
                 field="information")  # fmt: skip


def conflict(own_firm: str, other_side: tuple[str, ...], former_client: bool = False) -> Finding:
    """A warning, never a refusal, when one firm stands on both sides of a case."""
    if own_firm and own_firm in other_side:
        message = "Votre cabinet représente déjà la partie adverse : vous ne pouvez pas agir pour les deux."
        return advice(message, OPPOSED, field="representative")
    if former_client:
        message = "La partie adverse est un ancien client : vérifiez que le secret de ses informations est gardé."
        return advice(message, FORMER, field="representative")
    return yes("Aucun conflit d'intérêts n'apparaît.", OPPOSED)


def hand_over(discharged_on: date, next_deadline: date | None, handed_on: date) -> Finding:
    """Whether the former agent gave the file in time for the client's next deadline."""
    if handed_on < discharged_on:
        return no("La remise suit le dessaisissement.", HANDED, field="handed_on")
    if next_deadline is not None and handed_on >= next_deadline:
        return no("La remise ne permet plus d'éviter la forclusion.", HANDED, field="handed_on")
    return yes("La remise intervient à temps.", HANDED)


def may_join_special_list(declared_on: date) -> Finding:
    """The list of those who practised on 26 November 1990 is closed."""
    last_day = date.fromisoformat(str(value("special_list.last_day", on=max(declared_on, date(1990, 11, 26))).value))
    if declared_on > last_day:
        return no("La liste spéciale est fermée : la déclaration devait être faite dans les deux ans.", TOO_LATE)
    return yes("La déclaration est faite à temps.", OF_1990)


def stays_on_special_list(conditions_met: bool) -> Finding:
    """Whether a person listed then may stay: the first conditions must last."""
    if conditions_met:
        return yes("L'inscription est maintenue, avec les devoirs de la profession.", KEPT, BOUND)
    return no("Les conditions de l'inscription ne sont plus remplies : l'inscription ne peut être maintenue.", KEPT)

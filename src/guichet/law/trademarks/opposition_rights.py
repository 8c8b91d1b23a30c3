"""What an opposition rests on: the rights of L. 712-4, who may invoke each, and the words of its conditions."""

from __future__ import annotations

from collections.abc import Mapping

from guichet.law.general.adversarial import Words
from guichet.law.sources import Source, cite
from guichet.rights.general import adversarial as a

OWNER_OF_MARK = cite("L. 712-4-1", "1°", "Le titulaire d'une marque antérieure mentionnée aux 1° et 2°")
INDICATION = cite("L. 712-4-1", "6°", "est autorisée à exercer les droits découlant de l'indication géographique")
ONLY_THESE = cite("L. 712-4", "al. 1", "en cas d'atteinte à l'un des droits antérieurs suivants ayant effet en France")

_MARK: tuple[tuple[a.Capacity, ...], Source] = (("owner", "exclusive_licensee"), OWNER_OF_MARK)
WHO_MAY: Mapping[a.RightKind, tuple[tuple[a.Capacity, ...], Source]] = {
    "mark": _MARK,
    "reputed_mark": _MARK,
    "well_known_mark": (("owner",), OWNER_OF_MARK),
    "company_name": (
        ("owner", "user"),
        cite("L. 712-4-1", "3°", "Toute personne morale agissant sur le fondement de sa dénomination ou de sa raison"),
    ),
    "domain_name": (("owner",), cite("L. 712-4-1", "4°", "Le titulaire d'un nom de domaine")),
    "trade_name": (
        ("owner", "user"),
        cite("L. 712-4-1", "5°", "sur le fondement du nom commercial sous lequel elle exerce son activité"),
    ),
    "sign": (
        ("owner", "user"),
        cite("L. 712-4-1", "5°", "de l'enseigne désignant le lieu où s'exerce cette activité"),
    ),
    "geographical_indication": (("authorised", "authority"), INDICATION),
    "local_authority": (
        ("owner", "authority"),
        cite("L. 712-4-1", "7°", "Une collectivité territoriale ou un établissement public de coopération"),
    ),
    "public_entity": (("owner",), cite("L. 712-4-1", "8°", "Toute personne morale de droit public")),
    "agent_mark": (("owner",), cite("L. 712-4-1", "9°", "Le titulaire de la marque déposée sans son autorisation")),
    "copyright": ((), ONLY_THESE),
    "design": ((), ONLY_THESE),
    "personality": ((), ONLY_THESE),
}
"""By kind of right: in which capacities one may oppose on it."""

_IN_TIME = cite("R. 712-14", "al. 8", "Les pièces et informations susmentionnées doivent être fournies dans le délai")
_PENDING = "est en tout ou partie fondée sur une demande d'enregistrement de marque"
WORDS = Words(
    identity=cite("R. 712-14", "1°", "L'identité de l'opposant"),
    references=cite("R. 712-14", "2°", "Les références de la demande d'enregistrement contre laquelle est formée"),
    rights=cite("R. 712-14", "1°", "les indications propres à établir l'existence, la nature, l'origine et la portée"),
    items=cite("R. 712-14", "2°", "l'indication des produits ou services visés par l'opposition"),
    statement=cite("R. 712-14", "3°", "L'exposé des moyens sur lesquels repose l'opposition"),
    fee=cite("R. 712-14", "4°", "La justification du paiement de la redevance prescrite"),
    power=cite("R. 712-14", "5°", "le pouvoir du mandataire"),
    agent=cite("R. 712-13", "al. 1", "un mandataire remplissant les conditions prévues au deuxième alinéa"),
    outside=cite("R. 712-2", "al. 3", "constituer un mandataire satisfaisant aux conditions prévues"),
    several=cite("R. 712-13", "al. 2", "un mandataire commun satisfaisant aux mêmes conditions doit être constitué"),
    frozen=cite("R. 712-14", "dernier al.", "que l'opposant n'étende pas la portée de l'opposition ni n'invoque"),
    mended=_IN_TIME,
    inadmissible=cite("R. 712-15", "al. 1", "Est déclarée irrecevable toute opposition soit formée hors délai"),
    founded=cite("R. 712-15", "al. 2", "Sinon, l'opposition est déclarée recevable"),
    one_owner=cite("L. 712-4-1", "al. 1", "sous réserve que ces droits appartiennent au même titulaire"),
    licensee=cite("L. 712-4-1", "2°", "sauf stipulation contraire du contrat"),
    earlier=cite(
        "L. 711-3", "II", "L'antériorité d'une marque enregistrée s'apprécie au regard de la date de la demande"
    ),
    expressly=cite("R. 712-16", "al. 2", "tenues de formuler expressément leurs demandes et les moyens de fait et de"),
    in_form=cite(
        "R. 712-16", "al. 2", "Toutes les communications adressées à l'Institut s'effectuent, à peine d'irrecevabilité"
    ),
    adversarial=cite("R. 712-16", "al. 1", "sans que celles-ci aient été mises à même d'en débattre"),
    last_word=cite("R. 712-16-1", "5°", "sans pouvoir invoquer de nouveaux moyens"),
    use_asked=cite("R. 712-16-1", "1° al. 2", "Dans le cadre de ces observations"),
    use_proved=cite("L. 712-5-1", "al. 1", "est rejetée lorsque l'opposant, sur requête du titulaire"),
    hearing_asked=cite("R. 712-16-1", "al. 10", "chaque partie peut demander à présenter des observations orales"),
    hearing_invited=cite("R. 712-16-1", "al. 10", "peut également inviter sans demande préalable les parties"),
    pending_right=cite("R. 712-17", "1°", _PENDING),
    right_contested=cite(
        "R. 712-17", "2°", "En cas de demande en nullité, en déchéance, en revendication de propriété"
    ),
    name_action=cite("R. 712-17", "3°", "En cas d'action à l'encontre de la dénomination ou de la raison sociale"),
    joint=cite("R. 712-17", "4°", "Sur demande conjointe des parties"),
    by_office=cite("R. 712-17", "5°", "A l'initiative de l'Institut, dans l'attente d'informations et d'éléments"),
    resumed_on_event=cite("R. 712-19", "al. 1", "la modification du cahier des charges de l'indication géographique a"),
    resumed_on_decision=cite("R. 712-19", "al. 2", "transmettant à l'Institut la décision qui n'est plus susceptible"),
    resumed_on=cite("R. 712-19", "al. 3", "avec indication d'une date de reprise"),
    standing_lost=cite("R. 712-18", "1°", "a perdu qualité pour agir"),
    settled=cite("R. 712-18", "2°", "d'un accord entre les parties"),
    target_ended=cite("R. 712-18", "2°", "de la cessation des effets de la demande d'enregistrement de marque"),
    rights_ceased=cite("R. 712-18", "3°", "Lorsque les effets de tous les droits antérieurs ont cessé"),
    no_answer=cite("R. 712-18", "4°", "l'opposant n'a pas répondu, dans le délai imparti par l'Institut"),
    partial=cite("L. 712-7", "dernier al.", "il n'est procédé qu'à son rejet partiel"),
    motivated=cite("L. 411-5", "al. 1", "les décisions statuant sur une opposition formée à l'encontre d'une demande"),
    silence=cite("L. 712-5", "al. 2", "L'opposition est réputée rejetée si le directeur général"),
)

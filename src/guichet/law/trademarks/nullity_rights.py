"""What a request for nullity rests on: the rights of L. 711-3, who may invoke each, and the words of its conditions."""

from __future__ import annotations

from collections.abc import Mapping

from guichet.law.general.adversarial import Words
from guichet.law.sources import Source, cite
from guichet.rights.general import adversarial as a

OWNER_OF_MARK = cite("L. 716-2", "II, 1°", "Le titulaire d'une marque antérieure mentionnée aux 1° et 2° du I")
ONLY_COURTS = cite(
    "L. 716-5", "I, 1°", "aux 1° à 5°, 9° et 10° du I de l'article L. 711-3, au III du même article"
)  # fmt: skip

_MARK: tuple[tuple[a.Capacity, ...], Source] = (("owner", "exclusive_licensee"), OWNER_OF_MARK)
WHO_MAY: Mapping[a.RightKind, tuple[tuple[a.Capacity, ...], Source]] = {
    "mark": _MARK,
    "reputed_mark": _MARK,
    "well_known_mark": (("owner",), OWNER_OF_MARK),
    "company_name": (
        ("owner", "user"),
        cite(
            "L. 716-2", "II, 3°", "Toute personne morale agissant sur le fondement de sa dénomination ou de sa raison"
        ),
    ),
    "domain_name": (("owner",), cite("L. 716-2", "II, 4°", "Le titulaire d'un nom de domaine")),
    "trade_name": (
        ("owner", "user"),
        cite("L. 716-2", "II, 5°", "sur le fondement du nom commercial sous lequel elle exerce son activité"),
    ),
    "sign": (
        ("owner", "user"),
        cite("L. 716-2", "II, 5°", "de l'enseigne désignant le lieu où s'exerce cette activité"),
    ),
    "geographical_indication": (
        ("authorised", "authority"),
        cite("L. 716-2", "II, 6°", "est autorisée à exercer les droits découlant d'une indication géographique"),
    ),
    "local_authority": (
        ("owner", "authority"),
        cite("L. 716-2", "II, 7°", "Une collectivité territoriale ou un établissement public de coopération"),
    ),
    "public_entity": (("owner",), cite("L. 716-2", "II, 8°", "Toute personne morale de droit public")),
    "agent_mark": (("owner",), cite("L. 716-2", "II, 9°", "Le titulaire d'une marque protégée dans un Etat partie")),
    "copyright": ((), ONLY_COURTS),
    "design": ((), ONLY_COURTS),
    "personality": ((), ONLY_COURTS),
}
"""By kind of right: in which capacities one may ask for nullity on it before the office."""

_PENDING = "Lorsque la demande en nullité est fondée en tout ou partie sur une demande d'enregistrement de marque"
WORDS = Words(
    identity=cite("R. 716-1", "1°", "L'identité du demandeur"),
    references=cite("R. 716-1", "3°", "Les références de la marque contestée"),
    rights=cite("R. 716-1", "2°", "les indications propres à établir l'existence, la nature, l'origine et la portée"),
    items=cite("R. 716-1", "3°", "l'indication des produits ou services visés par la demande"),
    statement=cite("R. 716-1", "4°", "L'exposé des moyens sur lesquels repose la demande en nullité ou en déchéance"),
    fee=cite("R. 716-1", "5°", "La justification du paiement de la redevance prescrite"),
    power=cite("R. 716-1", "6°", "ce pouvoir pouvant être adressé à l'Institut dans le délai d'un mois"),
    agent=cite("R. 716-2", "al. 1", "un mandataire remplissant les conditions prévues à l'article R. 712-2"),
    outside=cite("R. 712-2", "al. 3", "constituer un mandataire satisfaisant aux conditions prévues"),
    several=cite("R. 716-2", "al. 2", "un mandataire commun satisfaisant aux mêmes conditions doit être constitué"),
    frozen=cite("R. 716-1", "dernier al.", "ne peut être étendue à d'autres motifs ou d'autres produits ou services"),
    mended=cite("R. 716-1", "6°", "pouvant être adressé à l'Institut dans le délai d'un mois"),
    inadmissible=cite("R. 716-5", "al. 1", "qui ne satisfait pas aux conditions énoncées aux articles R. 716-1"),
    founded=cite("R. 716-5", "al. 1", "cette irrecevabilité ne peut être opposée par l'Institut"),
    one_owner=cite("L. 716-2-1", "al. 2", "Sous réserve de leur appartenance au même titulaire"),
    licensee=cite("L. 716-2", "II, 2°", "sauf stipulation contraire du contrat"),
    earlier=cite(
        "L. 711-3", "II", "L'antériorité d'une marque enregistrée s'apprécie au regard de la date de la demande"
    ),
    expressly=cite("R. 716-3", "al. 2", "tenues de formuler expressément leurs demandes et les moyens de fait et de"),
    in_form=cite("R. 716-5", "al. 2", "ou aux modalités mentionnées au deuxième alinéa de l'article R. 716-3"),
    adversarial=cite("R. 716-3", "al. 1", "sans que celles-ci aient été mises à même d'en débattre"),
    last_word=cite("R. 716-6", "5°", "sans pouvoir invoquer de nouveaux moyens ou produire de nouvelles preuves"),
    use_asked=cite("L. 716-2-3", "1°", "sur requête du titulaire de la marque postérieure, ne rapporte pas la preuve"),
    use_proved=cite("L. 716-2-3", "1°", "d'une marque antérieure enregistrée depuis plus de cinq ans à la date de la"),
    hearing_asked=cite("R. 716-6", "al. 9", "chaque partie peut demander à présenter des observations orales"),
    hearing_invited=cite("R. 716-6", "al. 9", "peut également inviter sans demande préalable les parties"),
    pending_right=cite("R. 716-9", "1°", _PENDING),
    right_contested=cite("R. 716-9", "2°", "En cas de demande en nullité, en déchéance, en revendication de propriété"),
    name_action=cite("R. 716-9", "3°", "En cas d'action à l'encontre de la dénomination ou raison sociale"),
    joint=cite("R. 716-9", "4°", "Sur demande conjointe des parties"),
    by_office=cite("R. 716-9", "5°", "A l'initiative de l'Institut, notamment dans l'attente d'informations"),
    resumed_on_event=cite("R. 716-10", "al. 1", "la modification du cahier des charges de l'indication géographique a"),
    resumed_on_decision=cite("R. 716-10", "al. 2", "transmettant à l'Institut la décision qui n'est plus susceptible"),
    resumed_on=cite("R. 716-10", "al. 3", "avec indication d'une date de reprise"),
    standing_lost=cite("R. 716-11", "2°", "Lorsque le demandeur a perdu sa qualité pour agir"),
    settled=cite("R. 716-11", "3°", "Lorsque la demande est sans objet par suite d'un accord entre les parties"),
    target_ended=cite("R. 716-11", "4°", "Lorsque les effets de la marque contre laquelle la demande a été formée ont"),
    rights_ceased=cite("R. 716-11", "5°", "Lorsque les effets de tous les droits antérieurs invoqués ont cessé"),
    no_answer=cite("R. 716-11", "6°", "le demandeur n'a pas répondu, dans le délai imparti par l'Institut"),
    partial=cite("L. 716-2-2", "al. 2", "il n'est procédé qu'à son annulation partielle"),
    motivated=cite("L. 411-5", "al. 2", "des décisions statuant sur une demande en nullité ou en déchéance de marques"),
    silence=cite("L. 716-1", "dernier al.", "La demande en nullité ou en déchéance est réputée rejetée"),
)

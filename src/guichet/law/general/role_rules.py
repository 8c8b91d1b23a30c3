"""Who may act before the office, as data: for each right and act, what a representative must be and must join."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from guichet.law.sources import Source, Undecided, cite
from guichet.law.time_limits import OfficePeriod, TimeLimit

Family = Literal[
    "trademark",
    "design",
    "patent",
    "utility_certificate",
    "spc",
    "topography",
    "european_conversion",
    "international_application",
    "geographical_indication",
    "plant_variety",
    "software",
    "appeal",
    "plant_variety_appeal",
]
RoleAct = Literal[
    "file",
    "prosecute",
    "oppose",
    "cancel",
    "restore",
    "withdraw",
    "renounce",
    "limit",
    "record",
    "renew",
    "pay",
    "appeal",
]
Mention = Literal["patents", "marks_designs", "jurist_1992", "engineer", "jurist"]

ROLE_ACTS: Mapping[RoleAct, str] = MappingProxyType(
    {
        "file": "déposer une demande",
        "prosecute": "accomplir un acte de la procédure",
        "oppose": "former opposition ou y répondre",
        "cancel": "demander la nullité ou la déchéance, ou y répondre",
        "restore": "demander un relevé de déchéance ou une restauration",
        "withdraw": "retirer une demande",
        "renounce": "renoncer au titre",
        "limit": "limiter le brevet",
        "record": "demander une inscription au registre",
        "renew": "déclarer un renouvellement ou une prorogation",
        "pay": "payer une redevance",
        "appeal": "former un recours devant la cour d'appel",
    }
)
MENTIONS: Mapping[Mention, str] = MappingProxyType(
    {
        "patents": "Brevets d'invention",
        "marks_designs": "Marques, dessins et modèles",
        "jurist_1992": "Juriste (article 36 du décret du 1er avril 1992)",
        "engineer": "Ingénieur",
        "jurist": "Juriste",
    }
)


@dataclass(frozen=True)
class ActRule:
    """One act on one right. profession: the words that reserve it to professionals, None where anyone may do it.

    mentions: specialities that open it. common: what a common representative must be, with its words. outside: the
    words that oblige whoever lives elsewhere to appoint one. special: the words that ask for a special power.
    all_join: the words that want every co-owner. lawyer_only: the words that keep it to lawyers.
    """

    source: Source
    profession: Source | None = None
    mentions: frozenset[Mention] = frozenset()
    by_mention: Source | None = None
    common: Literal["one_of_them", "professional", "none"] = "none"
    common_source: Source | None = None
    outside: Source | None = None
    established: Source | None = None
    area: Literal["eea", "eu"] = "eea"
    power: Source | None = None
    power_from_all: bool = False
    special: Source | None = None
    all_join: Source | None = None
    lawyer_only: Source | None = None
    in_person: bool = True
    through: Source | None = None


PATENT_MENTION = cite("R. 422-1", "al. 2", "La mention Brevets d'invention permet l'intervention dans les procédures")
MARK_MENTION = cite("R. 422-1", "al. 2", "La mention Marques, dessins et modèles permet l'intervention")
SPECIALITY = cite("L. 422-4", "al. 1", "est en rapport avec l'acte")
_EEA_AGENT = (
    "un mandataire ayant son domicile, son siège ou son établissement dans un Etat membre de l'Union européenne ou "
    "dans un Etat partie à l'accord sur l'Espace économique européen"
)
_POWER = "le mandataire doit joindre un pouvoir"

_MARK = ActRule(
    source=cite("R. 712-2", "al. 1", "Le dépôt peut être fait personnellement par le demandeur"),
    profession=cite("R. 712-2", "al. 2", "doit avoir la qualité de conseil en propriété industrielle"),
    mentions=frozenset({"marks_designs", "jurist_1992"}),
    by_mention=MARK_MENTION,
    common="one_of_them",
    common_source=cite(
        "R. 712-2", "al. 4", "En cas de pluralité de déposants, un mandataire commun doit être constitué"
    ),
    outside=cite(
        "R. 712-2", "al. 3", "constituer un mandataire satisfaisant aux conditions prévues à l'alinéa précédent"
    ),
    established=cite("R. 712-2", "al. 1", _EEA_AGENT),
    power=cite("R. 712-2", "al. 5", _POWER),
)
_MARK_OUT = cite(
    "R. 712-2", "al. 2", "à l'exception du simple paiement des redevances et des déclarations de renouvellement"
)
_MARK_SPECIAL = cite("R. 712-21", "al. 2", "doit joindre un pouvoir spécial")
_MARK_ALL = cite(
    "R. 712-21", "al. 4", "son retrait ne peut être effectué que s'il est requis par l'ensemble de celles-ci"
)
_RECORD_POWER = (
    "le pouvoir du mandataire, à moins qu'il n'ait la qualité de conseil en propriété industrielle ou d'avocat"
)

_MARK_RECORD = cite(
    "R. 714-4",
    "4°",
    "le pouvoir du mandataire, à moins que celui-ci n'ait la qualité de conseil en propriété industrielle ou d'avocat",
)

_DESIGN = ActRule(
    source=cite("R. 512-2", "al. 1", "Le dépôt peut être effectué personnellement par le demandeur"),
    profession=cite("R. 512-2", "al. 2", "doit appartenir à l'une des catégories de représentants mentionnées"),
    mentions=frozenset({"marks_designs"}),
    by_mention=SPECIALITY,
    common="professional",
    common_source=cite(
        "R. 512-2", "al. 4", "un mandataire commun satisfaisant aux mêmes conditions doit être constitué"
    ),
    outside=cite(
        "R. 512-2", "al. 3", "constituer un mandataire satisfaisant aux conditions prévues aux alinéas précédents"
    ),
    established=cite("R. 512-2", "al. 1", _EEA_AGENT),
    power=cite("R. 512-2", "al. 5", _POWER),
)
_DESIGN_OUT = cite(
    "R. 512-2", "al. 2", "à l'exception du simple paiement des redevances et des déclarations de prorogation"
)
_DESIGN_SPECIAL = cite("R. 512-9-1", "al. 2", "doit justifier d'un pouvoir spécial")
_DESIGN_ALL = cite(
    "R. 512-9-1", "al. 2", "le retrait ne peut être effectué que s'il est requis par l'ensemble de ceux-ci"
)

_PATENT = ActRule(
    source=cite("R. 612-2", "al. 1", "Le dépôt peut être fait par le demandeur personnellement"),
    profession=cite("R. 612-2", "al. 1", "doit avoir la qualité de conseil en propriété industrielle"),
    mentions=frozenset({"patents"}),
    by_mention=PATENT_MENTION,
    common="one_of_them",
    common_source=cite(
        "R. 612-2", "al. 2", "En cas de pluralité de demandeurs, un mandataire commun doit être constitué"
    ),
    outside=cite(
        "R. 612-2", "al. 2", "doivent constituer un mandataire satisfaisant aux conditions prévues à l'alinéa précédent"
    ),
    established=cite(
        "R. 612-2", "al. 1", "un mandataire ayant son domicile, son siège ou un établissement dans un Etat membre"
    ),
    power=cite("R. 612-2", "al. 3", _POWER),
)
_PATENT_OUT = cite("R. 612-2", "al. 1", "à l'exception du simple paiement des redevances")
_PATENT_SPECIAL = cite("R. 612-38", "al. 2", "doit joindre à la déclaration un pouvoir spécial de retrait")
_PATENT_ALL = cite(
    "R. 612-38", "al. 3", "son retrait ne peut être effectué que s'il est requis par l'ensemble de celles-ci"
)
_LIMIT_SPECIAL = cite(
    "R. 613-45", "1°", "doit joindre à la requête un pouvoir spécial de renonciation ou de limitation"
)
_LIMIT_ALL = cite("R. 613-45", "1°", "la renonciation ou la limitation ne peut être effectuée que si elle est requise")


def _free(rule: ActRule, source: Source, **more: object) -> ActRule:
    """The same act left to any representative established in the area."""
    free: dict[str, object] = {"profession": None, "mentions": frozenset(), "by_mention": None}
    values = {**free, "common": "none", "common_source": None, **more}
    return replace(rule, source=source, **values)  # type: ignore[arg-type]  # names checked by replace


def _marks() -> dict[RoleAct, ActRule]:
    oppose = cite("R. 712-13", "al. 2", "un mandataire commun satisfaisant aux mêmes conditions doit être constitué")
    cancel = cite("R. 716-2", "al. 2", "un mandataire commun satisfaisant aux mêmes conditions doit être constitué")
    return {
        **dict.fromkeys(("file", "prosecute", "restore"), _MARK),
        "oppose": replace(
            _MARK,
            source=cite("R. 712-13", "al. 1", "peut être présentée par l'opposant agissant personnellement"),
            common="professional",
            common_source=oppose,
        ),
        "cancel": replace(
            _MARK,
            source=cite("R. 716-2", "al. 1", "peut être présentée par une personne physique ou morale agissant"),
            common="professional",
            common_source=cancel,
        ),
        "withdraw": replace(_MARK, special=_MARK_SPECIAL, all_join=_MARK_ALL),
        "renounce": _free(
            _MARK,
            cite("R. 714-1", "al. 3", "Les dispositions de l'article R. 712-21 sont applicables"),
            special=_MARK_SPECIAL,
            all_join=_MARK_ALL,
            outside=None,
        ),
        "record": _free(_MARK, _MARK_RECORD, power=_MARK_RECORD, outside=None),
        "renew": _free(_MARK, _MARK_OUT, outside=None),
        "pay": _free(_MARK, _MARK_OUT, outside=None, power=None, established=None),
    }


def _designs() -> dict[RoleAct, ActRule]:
    return {
        **dict.fromkeys(("file", "prosecute", "restore"), _DESIGN),
        "withdraw": replace(_DESIGN, special=_DESIGN_SPECIAL, all_join=_DESIGN_ALL),
        "renounce": _free(
            _DESIGN,
            cite("R. 513-2", "al. 3", "Les dispositions de l'article R. 512-9-1 sont applicables"),
            special=_DESIGN_SPECIAL,
            all_join=_DESIGN_ALL,
            outside=None,
        ),
        "record": _free(
            _DESIGN, cite("R. 512-15", "4°", _RECORD_POWER), power=cite("R. 512-15", "4°", _RECORD_POWER), outside=None
        ),
        "renew": _free(_DESIGN, _DESIGN_OUT, outside=None),
        "pay": _free(_DESIGN, _DESIGN_OUT, outside=None, power=None, established=None),
    }


def _patents(through: Source | None = None) -> dict[RoleAct, ActRule]:
    opposition = cite(
        "R. 613-44", "al. 4", "un mandataire commun satisfaisant aux mêmes conditions doit être constitué"
    )
    rules: dict[RoleAct, ActRule] = {
        **dict.fromkeys(("file", "prosecute", "restore"), _PATENT),
        "oppose": replace(
            _PATENT,
            source=cite("R. 613-44", "al. 2", "remplissant les conditions prévues à l'article R. 612-2"),
            common="professional",
            common_source=opposition,
            outside=cite("R. 613-44", "al. 3", "doivent constituer un mandataire"),
        ),
        "withdraw": replace(_PATENT, special=_PATENT_SPECIAL, all_join=_PATENT_ALL),
        "renounce": _free(_PATENT, _LIMIT_SPECIAL, special=_LIMIT_SPECIAL, all_join=_LIMIT_ALL, outside=None),
        "limit": _free(_PATENT, _LIMIT_SPECIAL, special=_LIMIT_SPECIAL, all_join=_LIMIT_ALL, outside=None),
        "record": _free(
            _PATENT, cite("R. 613-55", "4°", _RECORD_POWER), power=cite("R. 613-55", "4°", _RECORD_POWER), outside=None
        ),
        "pay": _free(_PATENT, _PATENT_OUT, outside=None, power=None, established=None),
    }
    if through is None:
        return rules
    return {act: replace(rule, through=through) for act, rule in rules.items() if act not in ("oppose", "limit")}


def _plants() -> dict[RoleAct, ActRule]:
    filing = ActRule(
        source=cite("R. 623-2", "", "Le dépôt peut être fait par le demandeur ou par un mandataire"),
        outside=cite("R. 623-3", "al. 1", "n'ayant pas leur domicile, siège ou établissement dans un Etat membre"),
        established=cite("R. 623-2", "", "dans un Etat membre de l'Union européenne"),
        area="eu",
        power=cite("R. 623-3", "al. 2", "Sauf stipulation contraire, le pouvoir du mandataire désigné"),
        power_from_all=True,
    )
    kept = cite("R. 623-3", "al. 2", "à l'exception du retrait de la demande ou de la renonciation au certificat")
    special = cite("R. 623-36", "al. 1", "par un mandataire muni d'un pouvoir spécial")
    everyone = cite("R. 623-36", "al. 1", "que si elle est requise par l'ensemble de celles-ci")
    return {
        **dict.fromkeys(("file", "prosecute", "restore"), filing),
        "withdraw": replace(filing, special=kept),
        "renounce": replace(filing, special=special, all_join=everyone),
        "record": replace(
            filing, source=cite("R. 623-41", "", "à la requête de toute partie intéressée"), outside=None
        ),
        "pay": replace(filing, outside=None, power=None, established=None),
    }


_SOFTWARE = ActRule(
    source=cite("R. 132-9", "", "par l'une des parties à l'acte ou par un mandataire muni d'un pouvoir"),
    power=cite("R. 132-9", "", "un mandataire muni d'un pouvoir"),
    power_from_all=True,
)
_APPEAL = ActRule(
    source=cite("R. 411-22", "al. 1", "Les parties sont tenues de constituer avocat"),
    lawyer_only=cite("R. 411-22", "al. 1", "Les parties sont tenues de constituer avocat"),
    in_person=False,
)
_PLANT_APPEAL = ActRule(
    source=cite("R. 412-17", "al. 1", "par le demandeur en personne ou par un avocat"),
    lawyer_only=cite("R. 412-17", "al. 1", "par un avocat régulièrement inscrit à un barreau"),
)
_GI = cite("R. 721-1", "I", "par un mandataire remplissant les conditions prévues à l'article R. 712-2")
_GI_RULES: dict[RoleAct, ActRule] = {
    act: replace(_MARK, source=_GI, through=_GI, common="none", common_source=None) for act in ("file", "prosecute")
}
_PCT = cite("R. 614-21", "al. 2", "Les dispositions de l'article R. 612-2 sont applicables")
_CONVERSION = cite("R. 614-5", "al. 5", "satisfaisant aux conditions prévues au premier alinéa de l'article R. 612-2")

RULES: Mapping[Family, Mapping[RoleAct, ActRule]] = MappingProxyType(
    {
        "trademark": _marks(),
        "design": _designs(),
        "patent": _patents(),
        "utility_certificate": _patents(
            cite("R. 616-3", "", "sont applicables aux demandes de certificat d'utilité et aux certificats d'utilité")
        ),
        "spc": _patents(
            cite("R. 617-2", "", "sont applicables aux demandes de certificat complémentaire de protection")
        ),
        "topography": _patents(cite("R. 622-6", "al. 1", "R. 612-2, R. 612-38, R. 613-45, R. 613-53 à R. 613-59")),
        "european_conversion": {"file": replace(_PATENT, through=_CONVERSION)},
        "international_application": {act: replace(_PATENT, through=_PCT) for act in ("file", "prosecute")},
        "geographical_indication": _GI_RULES,
        "plant_variety": _plants(),
        "software": {"record": _SOFTWARE, "renew": _SOFTWARE, "pay": replace(_SOFTWARE, power=None)},
        "appeal": {"appeal": _APPEAL},
        "plant_variety_appeal": {"appeal": _PLANT_APPEAL},
    }
)

APPOINT: Mapping[Family, TimeLimit | OfficePeriod] = MappingProxyType(
    {
        "trademark": OfficePeriod(
            cite("R. 712-2", "al. 3", "dans le délai qui leur est imparti par l'institut"), "representative.invited"
        ),
        "design": OfficePeriod(
            cite("R. 512-2", "al. 3", "dans le délai qui leur est imparti par l'institut"),
            "representative.invited",
            title="designs",
        ),
        "patent": TimeLimit(
            cite(
                "R. 612-2", "al. 2", "dans le délai de deux mois à compter de la date de réception de la notification"
            ),
            "representative.invited",
            months=2,
            since="de la réception de la notification",
            title="patents",
        ),
        "plant_variety": TimeLimit(
            cite("R. 623-3", "al. 1", "dans un délai de deux mois à compter de la réception de la notification"),
            "representative.invited",
            months=2,
            since="de la réception de la notification",
            title="plant_varieties",
        ),
    }
)
"""How long one who must appoint a representative has to do it."""

Undecided(
    question="Quelle mention de spécialité ouvre les procédures sur les dessins et modèles ?",
    default="La mention Marques, dessins et modèles, non Brevets d'invention ni Juriste.",
    why="R. 422-1 ne cite pas R. 512-2 ; L. 422-4 veut une spécialisation en rapport avec l'acte.",
    articles=("R. 422-1", "R. 512-2", "L. 422-4"),
)
Undecided(
    question="Une inscription au registre ou une renonciation doit-elle passer par un conseil ?",
    default="Non : tout mandataire établi dans l'Espace économique européen, avec son pouvoir.",
    why="R. 712-2, R. 512-2 et R. 612-2 ne réservent que le dépôt et la procédure d'enregistrement ou de délivrance.",
    articles=("R. 712-2", "R. 512-2", "R. 612-2", "R. 714-4"),
)
Undecided(
    question="Que devient une demande dont le déposant étranger ne constitue pas de mandataire ?",
    default="L'office notifie l'irrégularité, puis rejette la demande.",
    why="R. 712-2, R. 512-2, R. 612-2 et R. 623-3 obligent sans sanction.",
    articles=("R. 712-2", "R. 512-2", "R. 612-2", "R. 623-3"),
)

"""What each title says of a missed time limit: which may be excused, until when, who decides, what silence means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from guichet.law.general.regularisation import RegularisationCycle
from guichet.law.sources import Source, Undecided, cite
from guichet.law.time_limits import OfficePeriod, TimeLimit
from guichet.rights.general.restoration import RestorationTitle


@dataclass(frozen=True)
class Excluded:
    """A time limit that cannot be excused. place: only there in the article; label: what it is for, in French."""

    article: str
    label: str
    source: Source
    place: str = ""


@dataclass(frozen=True, eq=False)
class RestorationLaw:
    """One title. open_to: the words that say which limits may be excused, and ``prefixes`` the articles they mean.

    from_end: the period from the end of the cause; absolute: the one from the expiry of the missed limit. act_within:
    the words that give the omitted act its own limit, or the request's. entered: the words that enter the decision.
    """

    title: RestorationTitle
    label: str
    kind: str
    open_to: Source
    ground: Source
    holder: Source
    fee: Source
    written: Source
    absolute: TimeLimit
    decided: Source
    from_end: TimeLimit | None = None
    act_within: Source | None = None
    prefixes: tuple[str, ...] = ()
    excluded: tuple[Excluded, ...] = ()
    loop: RegularisationCycle | None = None
    decision: TimeLimit | None = None
    interruption: Source | None = None
    silence: Source | None = None
    before_preparations: Source | None = None
    direct: Source | None = None
    priority_apart: Source | None = None
    only_annual_fee: Source | None = None
    entered: Source | None = None
    request_entered: Source | None = None
    arrears: TimeLimit | None = None
    appeal_suspends: Source | None = None
    refund: Source | None = None


def _loop(article: str, period: OfficePeriod, refused: str) -> RegularisationCycle:
    return RegularisationCycle(
        notification=cite(article, "", "notification motivée en est faite au demandeur"),
        refused=cite(article, "", refused),
        proposal_accepted=cite(article, "", "Cette proposition est réputée acceptée si le demandeur"),
        period=period,
    )


_ABSOLUTE_SIX = "six mois décompté à partir de l'expiration du délai non observé"
_TWO_MONTHS = "dans un délai de deux mois à compter de la cessation de l'empêchement"
_MISSED, _ENDED = "restoration.limit_missed", "restoration.impediment_ended"
_OR_SINCE = ", ou de la fin de ce qui l'a interrompu"
_SINCE_END, _SINCE_MISSED = "de la cessation de l'empêchement", "de l'expiration du délai non observé"

_EXCEPTED = cite("R. 712-12", "al. 1", "à l'exception de ceux mentionnées aux articles R. 712-15, R. 712-16-1")
_NOT_RENEWAL = cite("R. 712-12", "al. 1", "au 1° de l'article R. 712-24")
_NOT_CANCELLATION = cite("R. 712-12", "al. 1", "aux articles R. 716-5, R. 716-6, R. 716-11")
_NOT_MADRID = cite("R. 712-12", "al. 1", "R. 717-2, R. 717-5 et R. 717-8")

MARKS = RestorationLaw(
    title="trademarks",
    label="relevé de déchéance",
    kind="trademark",
    open_to=cite("R. 712-12", "al. 1", "est applicable aux délais prévus au présent titre"),
    prefixes=("R. 71", "D. 71", "L. 712-2"),
    ground=cite("L. 712-10", "", "d'un empêchement qui n'est imputable ni à sa volonté, ni à sa faute"),
    holder=cite("R. 712-12", "al. 3", "qui doit être le titulaire inscrit au Registre national des marques"),
    fee=cite("R. 712-12", "al. 4", "Elle n'est recevable qu'après paiement de la redevance prescrite"),
    written=cite("R. 712-12", "al. 5", "Elle indique les faits et justifications invoqués à son appui"),
    from_end=TimeLimit(cite("R. 712-12", "al. 2", _TWO_MONTHS), _ENDED, months=2, since=_SINCE_END),
    act_within=cite("R. 712-12", "al. 2", "l'acte non accompli doit l'être dans le même délai"),
    absolute=TimeLimit(cite("R. 712-12", "al. 2", _ABSOLUTE_SIX), _MISSED, months=6, since=_SINCE_MISSED),
    excluded=(
        Excluded("R. 712-15", "régularisation d'une opposition", _EXCEPTED),
        Excluded("R. 712-16-1", "échanges d'une opposition", _EXCEPTED),
        Excluded("R. 712-18", "clôture d'une opposition", _EXCEPTED),
        Excluded("R. 712-24", "déclaration de renouvellement", _NOT_RENEWAL, "1°"),
        Excluded("R. 716-5", "régularisation d'une demande en nullité ou en déchéance", _NOT_CANCELLATION),
        Excluded("R. 716-6", "échanges d'une demande en nullité ou en déchéance", _NOT_CANCELLATION),
        Excluded("R. 716-11", "clôture d'une demande en nullité ou en déchéance", _NOT_CANCELLATION),
        Excluded("R. 717-2", "règlement d'usage d'une marque internationale", _NOT_MADRID),
        Excluded("R. 717-5", "opposition à une marque internationale", _NOT_MADRID),
        Excluded("R. 717-8", "demande d'enregistrement international", _NOT_MADRID),
    ),
    loop=_loop(
        "R. 712-12",
        OfficePeriod(
            cite("R. 712-12", "al. 6", "Un délai lui est imparti pour régulariser la demande ou contester"),
            "restoration.irregularity_notified",
        ),
        "la demande est rejetée",
    ),
    decided=cite("R. 712-12", "dernier al.", "La décision motivée est notifiée au demandeur"),
    decision=TimeLimit(
        cite("R. 712-12-1", "", "dans un délai de six mois à compter de son dépôt"),
        "restoration.requested", months=6, since=f"du dépôt de la demande{_OR_SINCE}", bearer="effect",
    ),
    interruption=cite("R. 712-12-1", "", "jusqu'à la régularisation de la demande ou la levée de l'objection"),
    silence=cite("R. 712-12-2", "", "la demande est réputée acceptée"),
    entered=cite("R. 714-2", "1°", "ainsi que les actes ultérieurs en affectant l'existence ou la portée"),
)  # fmt: skip

DESIGNS = RestorationLaw(
    title="designs",
    label="relevé de déchéance",
    kind="design",
    open_to=cite("L. 512-3", "", "qui n'a pas respecté les délais prescrits"),
    ground=cite("L. 512-3", "", "s'il justifie d'une excuse légitime"),
    holder=cite("R. 512-12", "al. 2", "qui doit être le titulaire inscrit au Registre national des dessins"),
    fee=cite("R. 512-12", "al. 3", "La demande n'est recevable qu'après paiement de la redevance prescrite"),
    written=cite("R. 512-12", "al. 4", "Elle indique les faits et justifications invoqués à son appui"),
    from_end=TimeLimit(cite("R. 512-12", "al. 1", _TWO_MONTHS), _ENDED, months=2, since=_SINCE_END, title="designs"),
    act_within=cite("R. 512-12", "al. 1", "l'acte non accompli doit l'être dans le même délai"),
    absolute=TimeLimit(
        cite("R. 512-12", "al. 1", _ABSOLUTE_SIX), _MISSED, months=6, since=_SINCE_MISSED, title="designs"
    ),
    loop=_loop(
        "R. 512-12",
        OfficePeriod(
            cite("R. 512-12", "al. 5", "Un délai lui est imparti pour régulariser la demande ou contester"),
            "restoration.irregularity_notified", default_months=2, title="designs",
        ),
        "la demande est rejetée",
    ),
    decided=cite("R. 512-12", "dernier al.", "La décision motivée est notifiée au demandeur"),
    decision=TimeLimit(
        cite("R. 512-12-1", "", "dans un délai de six mois à compter de son dépôt"),
        "restoration.requested", months=6, since=f"du dépôt de la demande{_OR_SINCE}", title="designs", bearer="effect",
    ),
    interruption=cite("R. 512-12-1", "", "jusqu'à la régularisation de la demande ou la levée de l'objection"),
    silence=cite("R. 512-12-2", "", "la demande est réputée acceptée"),
    entered=cite("R. 512-13", "1°", "ainsi que les actes ultérieurs en affectant l'existence ou la portée"),
)  # fmt: skip

_PATENT_LOOP = _loop(
    "R. 613-52",
    OfficePeriod(
        cite("R. 613-52", "al. 4", "Un délai lui est imparti pour régulariser le recours ou contester"),
        "restoration.irregularity_notified", default_months=2, title="patents",
    ),
    "le recours est rejeté",
)  # fmt: skip
_PATENT_HOLDER = cite("R. 613-52", "al. 1", "qui doit être le titulaire inscrit au Registre national des brevets")
_PATENT_FEE = cite("R. 613-52", "al. 2", "Le recours n'est recevable qu'après paiement de la redevance prescrite")
_PATENT_WRITTEN = cite("R. 613-52", "al. 3", "Il indique les faits et justifications invoqués à son appui")
_PATENT_DECIDED = cite("R. 613-52", "dernier al.", "La décision motivée est notifiée au requérant")
_PATENT_DECISION = TimeLimit(
    cite("R. 613-52-1", "", "dans un délai de six mois à compter de son dépôt"),
    "restoration.requested", months=6, since=f"du dépôt du recours{_OR_SINCE}", title="patents", bearer="effect",
)  # fmt: skip
_PATENT_INTERRUPTION = cite("R. 613-52-1", "", "jusqu'à la régularisation du recours ou la levée de l'objection")
_PATENT_SILENCE = cite("R. 613-52-2", "", "le recours est réputé accepté")
_PATENT_ENTERED = cite("R. 613-50", "al. 3", "Les requêtes introductives des recours en restauration")
_OWN = cite("L. 612-16", "al. 4", "ne sont applicables ni aux délais prévus aux deuxième et troisième alinéas")
_DECLARATION = cite("L. 612-16", "al. 4", "aux délais de présentation et de correction d'une déclaration de priorité")
_PRIORITY = cite("L. 612-16", "al. 4", "ni au délai de priorité institué par l'article 4 de la convention de Paris")
_OPPOSITION = cite("L. 612-16", "al. 4", "ni au délai prévu à l'article L. 613-23 pour former une opposition")
_INSTRUCTION = cite("L. 612-16", "al. 4", "aux délais impartis dans le cadre de la phase d'instruction mentionnée")

PATENTS = RestorationLaw(
    title="patents",
    label="restauration",
    kind="patent",
    open_to=cite("L. 612-16", "al. 1", "Le demandeur qui n'a pas respecté un délai à l'égard de l'Institut national"),
    ground=cite("L. 612-16", "al. 1", "s'il justifie d'une excuse légitime"),
    priority_apart=_PRIORITY,
    direct=cite("L. 612-16", "al. 1", "si l'inobservation de ce délai a pour conséquence directe"),
    holder=_PATENT_HOLDER,
    fee=_PATENT_FEE,
    written=_PATENT_WRITTEN,
    from_end=TimeLimit(
        cite("L. 612-16", "al. 2", _TWO_MONTHS), _ENDED, months=2, since=_SINCE_END, title="patents"
    ),
    act_within=cite("L. 612-16", "al. 2", "L'acte non accompli doit l'être dans ce délai"),
    absolute=TimeLimit(
        cite("L. 612-16", "al. 2", "dans un délai d'un an à compter de l'expiration du délai non observé"),
        _MISSED, years=1, since=_SINCE_MISSED, title="patents",
    ),
    excluded=(
        Excluded("L. 612-16", "délais du recours en restauration lui-même", _OWN),
        Excluded("L. 612-16-1", "délais de la restauration du droit de priorité", _OWN),
        Excluded("R. 612-24", "présentation ou correction d'une déclaration de priorité", _DECLARATION),
        Excluded("L. 613-23", "opposition à un brevet", _OPPOSITION),
        Excluded("R. 613-44", "opposition à un brevet", _OPPOSITION),
        Excluded("L. 613-23-2", "échanges d'une opposition", _INSTRUCTION),
        Excluded("R. 613-44-6", "échanges d'une opposition", _INSTRUCTION),
    ),
    loop=_PATENT_LOOP,
    decided=_PATENT_DECIDED,
    decision=_PATENT_DECISION,
    interruption=_PATENT_INTERRUPTION,
    silence=_PATENT_SILENCE,
    entered=_PATENT_ENTERED,
    request_entered=_PATENT_ENTERED,
    arrears=TimeLimit(
        cite("R. 613-50", "al. 4", "dans un délai de trois mois à compter de l'inscription de la décision"),
        "restoration.entered", months=3, since="de l'inscription de la décision au registre", title="patents",
    ),
)  # fmt: skip

PATENT_PRIORITY = RestorationLaw(
    title="patent_priority",
    label="restauration du droit de priorité",
    kind="patent",
    open_to=cite("L. 612-16-1", "al. 1", "qui n'a pas respecté le délai de priorité institué par l'article 4"),
    ground=cite("L. 612-16-1", "al. 1", "s'il justifie d'une excuse légitime"),
    holder=_PATENT_HOLDER,
    fee=_PATENT_FEE,
    written=_PATENT_WRITTEN,
    act_within=cite("L. 612-16-1", "al. 2", "doit l'être dans le délai de deux mois à compter de l'expiration"),
    absolute=TimeLimit(
        cite("L. 612-16-1", "al. 3", "dans le délai de deux mois à compter de l'expiration du délai de priorité"),
        _MISSED, months=2, since="de l'expiration du délai de priorité", title="patents",
    ),
    before_preparations=cite("L. 612-16-1", "al. 3", "après l'achèvement des préparatifs techniques de publication"),
    loop=_PATENT_LOOP,
    decided=_PATENT_DECIDED,
    decision=_PATENT_DECISION,
    interruption=_PATENT_INTERRUPTION,
    silence=_PATENT_SILENCE,
    entered=_PATENT_ENTERED,
    request_entered=_PATENT_ENTERED,
)  # fmt: skip

PLANT_VARIETIES = RestorationLaw(
    title="plant_varieties",
    label="restauration",
    kind="plant_variety",
    open_to=cite("L. 623-23", "dernier al.", "Lorsqu'elle est constatée au titre du 3° ci-dessus"),
    only_annual_fee=cite("L. 623-23", "3°", "Qui n'a pas acquitté dans le délai prescrit la redevance annuelle"),
    ground=cite("L. 623-23", "dernier al.", "s'il justifie d'une excuse légitime pour le défaut de paiement"),
    holder=cite("R. 623-33", "al. 2", "Elle est motivée et notifiée au propriétaire du certificat"),
    fee=cite("R. 623-33", "al. 3", "et d'une redevance pour inscription du recours au Registre national"),
    written=cite("R. 623-33", "al. 3", "accompagné de la justification du versement de la redevance annuelle"),
    absolute=TimeLimit(
        cite("R. 623-33", "al. 2", "un délai de six mois à compter de l'expiration du dernier délai"),
        _MISSED, months=6, since="de l'expiration du dernier délai de paiement", title="plant_varieties",
    ),
    decided=cite("R. 623-34", "al. 2", "est notifiée au propriétaire du certificat d'obtention"),
    decision=TimeLimit(
        cite("R. 623-34", "al. 1", "statue dans un délai de deux mois"),
        "restoration.requested", months=2, since="du dépôt du recours", title="plant_varieties", bearer="office",
    ),
    entered=cite("R. 623-34", "al. 2", "elle est inscrite au Registre national des certificats d'obtention végétale"),
    appeal_suspends=cite("R. 623-35", "al. 1", "les effets de la déchéance sont suspendus jusqu'à ce que l'arrêt"),
    refund=cite("R. 623-34", "al. 1", "le montant de la dernière redevance annuelle est restitué"),
)  # fmt: skip

LAWS: Mapping[RestorationTitle, RestorationLaw] = MappingProxyType(
    {each.title: each for each in (MARKS, DESIGNS, PATENTS, PATENT_PRIORITY, PLANT_VARIETIES)}
)

Undecided(
    question="Quels délais d'un dessin ou modèle peuvent être excusés : tous, ou seulement ceux du dépôt ?",
    default="Tous les délais prescrits par le titre sur les dessins et modèles.",
    why="L. 512-3 parle des « délais prescrits » sans liste, et R. 512-12 n'a pas les exceptions de R. 712-12.",
    articles=("L. 512-3", "R. 512-12"),
)
Undecided(
    question="La redevance d'un relevé doit-elle être payée avant l'expiration du délai pour le demander ?",
    default="Non : le paiement rend la demande recevable tant qu'elle n'est pas jugée.",
    why="La demande « n'est recevable qu'après paiement », sans délai pour payer.",
    articles=("R. 712-12", "R. 512-12", "R. 613-52"),
    safe="Oui : payez dans le même délai que la demande.",
)
Undecided(
    question="Le délai préfix de six mois ou d'un an est-il prorogé quand il expire un jour fermé ?",
    default="Oui, comme tout délai.",
    why="R. 712-12 le dit « préfix » ; R. 718-2, R. 514-2 et R. 618-3 visent tout délai.",
    articles=("R. 712-12", "R. 718-2"),
    safe="Non.",
)
Undecided(
    question="D'où courent les deux mois donnés à l'office des obtentions végétales, et que vaut son silence ?",
    default="Du dépôt du recours ; le silence n'a pas d'effet.",
    why="R. 623-34 donne un délai sans point de départ ni sanction.",
    articles=("R. 623-34",),
)

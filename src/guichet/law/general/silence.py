"""What the office's silence means: one table, from R. 132-14-2 to R.* 721-6-1, and the day on which it means it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal

from guichet.law.answers import Deadline, Reason, Refused
from guichet.law.readings import Reading
from guichet.law.regimes import Title
from guichet.law.running import Happening, silence
from guichet.law.saying import no
from guichet.law.sources import Source, Undecided, cite
from guichet.law.time_limits import TimeLimit

Effect = Literal["accepted", "refused"]


@dataclass(frozen=True)
class SilenceRule:
    """How long the office has, what interrupts it, and what its silence means.

    interruption: the words that interrupt the period; None where no article does. through: the article that makes the
    rule of another request its own.
    """

    procedure: str
    label: str
    period: TimeLimit
    interruption: Source | None
    effect: Effect
    source: Source
    through: Source | None = None


def _six(procedure: str, label: str, article: str, title: Title, interrupted: str = "", **more: str) -> SilenceRule:
    """The common model: six months from the filing in one article, the effect in the next."""
    return _silence(procedure, label, article, title, 6, interrupted=interrupted, **more)


def _silence(
    procedure: str,
    label: str,
    article: str,
    title: Title,
    months: int,
    *,
    quote: str = "",
    interrupted: str = "",
    since: str = "du dépôt de la demande",
    says: str = "",
    runs_from: str = "",
    by: str = "",
) -> SilenceRule:
    effect_article = by or _next(article)
    words = says or _SAYS[effect_article]
    return SilenceRule(
        procedure=procedure,
        label=label,
        period=TimeLimit(
            cite(article, "", quote or f"dans un délai de {_IN_WORDS[months]} mois à compter de son dépôt"),
            runs_from or f"{procedure}.filed",
            months=months,
            since=f"{since}, ou de la fin de ce qui l'a interrompu ou retardé" if interrupted else since,
            title=title,
        ),
        interruption=cite(article, "", interrupted) if interrupted else None,
        effect="accepted" if "accepté" in words else "refused",
        source=cite(effect_article, "", words),
    )


def _next(article: str) -> str:
    """R. 712-12-2 after R. 712-12-1."""
    stem, _, last = article.rpartition("-")
    return f"{stem}-{int(last) + 1}"


_IN_WORDS = {2: "deux", 3: "trois", 4: "quatre", 6: "six", 12: "douze"}
_ACCEPTED, _REFUSED = "la demande est réputée acceptée", "la demande est réputée rejetée"
_SAYS = {
    "R. 132-14-2": _ACCEPTED,
    "R. 421-10-2": _ACCEPTED,
    "R. 422-3-2": _ACCEPTED,
    "R. 512-12-2": _ACCEPTED,
    "R. 512-18-2": _ACCEPTED,
    "R. 513-2-2": _ACCEPTED,
    "R. 612-70-2": _ACCEPTED,
    "R. 613-52-2": "le recours est réputé accepté",
    "R. 613-58-2": _ACCEPTED,
    "R. 712-12-2": _ACCEPTED,
    "R. 714-1-2": _ACCEPTED,
    "R. 714-7-2": _ACCEPTED,
    "R. 512-9-3": _REFUSED,
    "R. 513-1-2": "la déclaration de prorogation est réputée rejetée",
    "R. 612-73-2": _REFUSED,
    "R. 613-45-2": _REFUSED,
    "R. 613-49-1": _REFUSED,
    "R. 617-2-2": _REFUSED,
    "R. 622-3-2": "le dépôt est réputé rejeté",
    "R. 712-23-2": _REFUSED,
    "R. 712-24-2": "la déclaration de renouvellement est réputée rejetée",
    "R. 712-28-2": "la déclaration de division est réputée rejetée",
    "R. 721-6-1": "la demande d'homologation ou de modification du cahier des charges est réputée rejetée",
}
_CURED = "jusqu'à la régularisation de la demande"
_LIFTED = "jusqu'à la régularisation de la demande ou la levée de l'objection"
_INSTRUCTION = "de la fin de l'instruction"

_RULES = (
    _silence(
        "trademark.application", "Demande d'enregistrement de marque", "R. 712-23-1", "marks", 6,
        quote="dans un délai de six mois à compter de la demande", interrupted=_CURED, since="de la demande",
    ),
    _six("trademark.renewal", "Déclaration de renouvellement", "R. 712-24-1", "marks",
         "jusqu'à la régularisation de la déclaration"),
    _six("trademark.division", "Déclaration de division", "R. 712-28-1", "marks",
         "jusqu'à régularisation de la déclaration"),
    _six("trademark.restoration", "Relevé de déchéance d'une marque", "R. 712-12-1", "marks", _LIFTED),
    _six("trademark.renunciation", "Renonciation à une marque", "R. 714-1-1", "marks", _LIFTED),
    _six("trademark.recordal", "Inscription au registre des marques", "R. 714-7-1", "marks", _LIFTED),
    _silence(
        "trademark.opposition", "Opposition à une marque", "R. 712-16-2", "marks", 3, quote="est de trois mois",
        since=_INSTRUCTION, by="L. 712-5", runs_from="trademark_opposition.instruction_ended",
        says="L'opposition est réputée rejetée si le directeur général de l'Institut n'a pas statué dans le délai",
    ),
    _silence(
        "trademark.cancellation", "Demande en nullité ou en déchéance d'une marque", "R. 716-8", "marks", 3,
        quote="est de trois mois", since=_INSTRUCTION, by="L. 716-1",
        runs_from="trademark_nullity.instruction_ended",
        says="La demande en nullité ou en déchéance est réputée rejetée si le directeur général de l'Institut",
    ),
    _silence("design.application", "Demande d'enregistrement de dessin ou modèle", "R. 512-9-2", "designs", 6,
             quote="dans un délai de six mois", interrupted="jusqu'à la levée de l'objection"),
    _six("design.restoration", "Relevé de déchéance d'un dessin ou modèle", "R. 512-12-1", "designs", _LIFTED),
    _six("design.recordal", "Inscription au registre des dessins et modèles", "R. 512-18-1", "designs", _LIFTED),
    _six("design.renewal", "Déclaration de prorogation", "R. 513-1-1", "designs", "jusqu'à la levée de l'objection"),
    _six("design.renunciation", "Renonciation à un dessin ou modèle", "R. 513-2-1", "designs", _LIFTED),
    _silence(
        "patent.application", "Demande de brevet, redevance de délivrance payée", "R. 612-70-1", "patents", 4,
        quote="dans un délai de quatre mois à compter du paiement de la redevance de délivrance",
        since="du paiement de la redevance de délivrance", runs_from="fee.paid",
    ),
    _silence("patent.modification", "Modification d'un brevet révoqué ou annulé en partie", "R. 612-73-1", "patents",
             12, interrupted=_CURED),
    _silence(
        "patent.opposition", "Opposition à un brevet", "R. 613-44-8", "patents", 4, quote="est de quatre mois",
        since=_INSTRUCTION, by="L. 613-23-2", runs_from="patent_opposition.instruction_ended",
        says="L'opposition est réputée rejetée si le directeur général de l'Institut n'a pas statué dans le délai",
    ),
    _silence("patent.limitation", "Renonciation à un brevet ou limitation", "R. 613-45-1", "patents", 12,
             quote="dans un délai de douze mois", interrupted="jusqu'à la levée de l'objection"),
    _silence("patent.lapse_request", "Constatation de la déchéance d'un brevet", "R. 613-49", "patents", 6,
             quote="dans un délai de six mois", by="R. 613-49-1"),
    _silence("patent.restoration", "Recours en restauration d'un brevet", "R. 613-52-1", "patents", 6,
             interrupted="jusqu'à la régularisation du recours ou la levée de l'objection"),
    _six("patent.recordal", "Inscription au registre des brevets", "R. 613-58-1", "patents", _LIFTED),
    _silence("spc.application", "Certificat complémentaire de protection", "R. 617-2-1", "spc", 12, interrupted=_CURED),
    _silence("topography.application", "Dépôt de topographie", "R. 622-3-1", "topographies", 6,
             quote="dans un délai de six mois à compter du dépôt", interrupted="jusqu'à la régularisation du dépôt"),
    _six("software.recordal", "Inscription au registre des logiciels", "R. 132-14-1", "copyright", _LIFTED),
    _silence(
        "geographical_indication.homologation", "Homologation d'un cahier des charges ou sa modification", "R. 721-6",
        "indications", 2, quote="dans un délai de deux mois à compter de l'expiration des délais d'observations",
        since="de l'expiration des délais d'observations",
        by="R. 721-6-1",
    ),
    _silence("ip_qualification.entry", "Liste des personnes qualifiées", "R. 421-10-1", "attorneys", 4,
             interrupted=_LIFTED),
    _silence("ip_attorney.entry", "Liste des conseils en propriété industrielle", "R. 422-3-1", "attorneys", 4,
             interrupted=_LIFTED),
)  # fmt: skip


def _like(procedure: str, label: str, other: str, through: Source) -> SilenceRule:
    """The rule of another request, made applicable by an article."""
    rule = next(each for each in _RULES if each.procedure == other)
    return SilenceRule(procedure, label, rule.period, rule.interruption, rule.effect, rule.source, through)


_THROUGH = (
    _like("trademark.international", "Enregistrement international désignant la France", "trademark.application",
          cite("R. 717-1-1", "", "est applicable aux enregistrements internationaux de marque")),
    _like("trademark.conversion", "Marque issue d'une marque de l'Union transformée", "trademark.application",
          cite("R. 717-10-1", "", "enregistrée ou rejetée dans les conditions prévues à l'article R. * 712-23-2")),
    _like("spc.extension", "Prorogation pédiatrique d'un certificat complémentaire", "spc.application",
          cite("R. 617-2-1", "al. 2", "sont applicables aux demandes de prorogation")),
    _like("topography.recordal", "Inscription au registre des topographies", "patent.recordal",
          cite("R. 622-6", "al. 1", "R. 613-53 à R. 613-59")),
)  # fmt: skip

SILENCE: Mapping[str, SilenceRule] = MappingProxyType({each.procedure: each for each in (*_RULES, *_THROUGH)})
"""By procedure: ``trademark.application``, ``patent.recordal``…"""

Undecided(
    question="L'ajournement de la publication d'un dessin interrompt-il encore le délai si nul n'y renonce ?",
    default="Non : l'interruption finit au terme des trois années de l'ajournement.",
    why="R. 512-9-2 n'interrompt que « jusqu'à la renonciation à l'ajournement », qui peut ne jamais venir.",
    articles=("R. 512-9-2", "R. 512-10"),
)
Undecided(
    question="D'où courent les six ou douze mois que l'article ne fait pas courir ?",
    default="Du dépôt de la demande.",
    why="R. 512-9-2, R. 613-45-1 et R. 613-49 donnent une durée sans point de départ.",
    articles=("R. 512-9-2", "R. 613-45-1", "R. 613-49"),
)


def silence_rule(procedure: str) -> SilenceRule:
    """The rule of this request. Raises Refused, with the requests known, where the code gives silence no meaning."""
    if procedure not in SILENCE:
        known = ", ".join(SILENCE)
        source = SILENCE["trademark.application"].source
        raise Refused(no(f"Aucun article ne donne de sens au silence pour « {procedure} ». Connus : {known}.", source))
    return SILENCE[procedure]


def takes_effect(
    procedure: str, started: date, happenings: tuple[Happening, ...] = (), reading: Reading = "default"
) -> Deadline | None:
    """First day on which the silence has its effect; None while the period is interrupted. Raises Refused.

    happenings: interruptions and what ends them, where an article interrupts this period.
    """
    rule = silence_rule(procedure)
    if rule.interruption is None:
        happenings = tuple(each for each in happenings if each.kind not in ("interrupted", "restarted"))
    found = silence(rule.period, rule.source, started, happenings, reading=reading)
    if found is None or rule.through is None:
        return found
    step = Reason("Un renvoi rend cette règle applicable ici.", rule.through)
    return Deadline(found.date, (*found.because, step))

"""What the articles on time limits leave open, and the two readings that may be asked for of each."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from guichet.law.answers import Reason
from guichet.law.sources import Source, Undecided

Reading = Literal["default", "safe", "latest"]
"""default: what the product does. safe: the earliest defensible last day. latest: the latest defensible one."""

READING_LABELS: Mapping[Reading, str] = MappingProxyType(
    {"default": "retenue", "safe": "la plus sûre", "latest": "la plus tardive"}
)


def reading_step(question: Undecided, reading: Reading, source: Source) -> Reason:
    """The step that says how this reading answers the question."""
    chosen = {"default": "", "safe": question.safe, "latest": question.latest}[reading] or question.default
    return Reason(f"Lecture {READING_LABELS[reading]} : {chosen[0].lower()}{chosen[1:]}", source)


def nothing_open(reading: Reading, source: Source) -> Reason:
    """The step of a computation whose day no open question moves."""
    return Reason(
        f"Lecture {READING_LABELS[reading]} : aucune question laissée ouverte ne déplace ce jour.",
        source,
    )


WEEKS = Undecided(
    question="Comment compter un délai exprimé en semaines (six semaines de R. 712-8) ?",
    default="Une semaine compte pour sept jours, selon la règle des délais en jours.",
    why="R. 718-2 ne parle que de jours, de mois et d'années.",
    articles=("R. 718-2", "R. 712-8"),
)

OFFICE_CLOCK = Undecided(
    question="La prorogation du dernier alinéa de R. 718-2 profite-t-elle à l'institut pour ses propres délais ?",
    default="L'institut programme ses actes sur le jour normal, sans prorogation.",
    why="Le texte parle de « tout délai » sans distinguer ; le jour normal ne peut être reproché à personne.",
    articles=("R. 718-2", "R. 712-8", "R. 712-11", "R. 712-23-1"),
    latest="L'institut profite de la prorogation comme toute personne.",
)

EFFECT_CLOCK = Undecided(
    question="La prorogation déplace-t-elle un effet de plein droit : la fin d'une protection, une autorisation "
    "acquise, un rejet ou une acceptation par le silence ?",
    default="L'effet se produit au jour normal, sans prorogation.",
    why="La prorogation laisse le temps d'accomplir un acte ; un effet de plein droit n'en demande aucun.",
    articles=("R. 718-2", "R. 618-3", "R. 514-2", "L. 612-9"),
    latest="L'effet attend le premier jour ouvrable, puisque le texte vise tout délai.",
)

CHAINED = Undecided(
    question="Un délai qui court de l'expiration d'un autre part-il du jour normal ou du jour prorogé ?",
    default="Du jour prorogé, auquel l'autre délai expire effectivement.",
    why="« suivant l'expiration du délai » : le délai prorogé n'expire qu'au premier jour ouvrable.",
    articles=("R. 718-2", "R. 712-14"),
    safe="Du jour normal de l'autre délai, avant toute prorogation.",
)

RENEWED = Undecided(
    question="La seconde période d'un délai renouvelable part-elle du jour de départ initial, du jour normal ou du "
    "jour prorogé de la première ?",
    default="Les périodes s'additionnent à partir du jour de départ initial.",
    why="« renouvelable une fois » ne dit pas d'où court la nouvelle période ; l'addition évite que le mois court "
    "ou le jour férié du milieu ne déplace la fin.",
    articles=("R. 612-59", "R. 612-64", "R. 612-56-1", "R. 712-17", "R. 613-44-10"),
    safe="La fin la plus proche entre l'addition des périodes et la reprise au jour normal de la précédente.",
    latest="La fin la plus lointaine entre l'addition des périodes et la reprise au jour prorogé de la précédente.",
)

LOCAL_HOLIDAYS = Undecided(
    question="Quels jours sont « fériés ou chômés » : ceux du siège de l'institut ou ceux du déposant ?",
    default="Les onze fêtes légales de la France métropolitaine, où l'institut a son siège.",
    why="R. 718-2 ne le dit pas ; les fêtes locales (Alsace-Moselle, outre-mer) demandent un autre calendrier.",
    articles=("R. 718-2",),
    safe="Ne proroge que le jour férié aux deux endroits.",
    latest="Proroge le jour férié à l'un ou l'autre des deux endroits.",
)

CUSTOMARY_DAYS = Undecided(
    question="Un jour chômé par usage, ou férié dans certaines communes seulement, proroge-t-il un délai ?",
    default="Seules les fêtes que la loi donne à tout le territoire prorogent.",
    why="R. 718-2 vise le jour « férié ou chômé » sans dire chômé par qui ; le Vendredi saint d'Alsace-Moselle "
    "n'est férié que dans les communes qui ont un temple protestant ou une église mixte.",
    articles=("R. 718-2", "R. 618-3", "R. 514-2"),
    latest="Le jour chômé par usage proroge aussi.",
)

WHIT_MONDAY = Undecided(
    question="Le lundi de Pentecôte de 2005, 2006 et 2007, journée de solidarité travaillée, prorogeait-il un délai ?",
    default="Oui : il est resté dans la liste légale des jours fériés.",
    why="R. 718-2 vise le jour « férié ou chômé », sans demander qu'il soit les deux.",
    articles=("R. 718-2",),
    safe="Le lundi de Pentecôte de 2005, 2006 et 2007, travaillé, ne proroge pas.",
    latest="Il proroge, comme jour férié.",
)

WORKING_DAYS = Undecided(
    question="Le samedi est-il un jour ouvrable (cinq jours ouvrables de D. 712-30, vingt de R. 716-15) ?",
    default="Non pour le délai d'une personne, oui pour celui de l'institut : la lecture qui protège l'usager.",
    why="Au sens du droit du travail, six jours sur sept sont ouvrables ; mais R. 718-2 proroge du samedi au premier "
    "jour ouvrable, et vingt jours ouvrables ne passent trente et un jours que si le samedi n'en est pas un.",
    articles=("R. 718-2", "D. 712-30", "R. 716-15", "R. 615-3"),
    safe="Le samedi compte comme jour ouvrable.",
    latest="Le samedi ne compte pas comme jour ouvrable.",
)

BACKWARD = Undecided(
    question="Un délai compté à rebours (« au plus tard six mois avant ») qui tombe un jour fermé est-il déplacé ?",
    default="L'acte est dû au plus tard le jour du même quantième, même fermé.",
    why="Le dernier alinéa de R. 718-2 proroge un délai qui expire ; à rebours, rien n'expire ce jour-là.",
    articles=("R. 718-2", "R. 712-24", "R. 512-11"),
    safe="L'acte est dû le jour ouvrable précédent.",
    latest="L'acte peut encore être fait le premier jour ouvrable suivant, sans dépasser l'événement.",
)

BACKWARD_MONTH_END = Undecided(
    question="Six mois avant un 29 février : le 29 août, ou jusqu'au 31 août, d'où six mois finissent aussi "
    "le 29 février ?",
    default="Le jour du même quantième, ou le dernier jour du mois.",
    why="R. 718-2 ne compte les mois que vers l'avant ; plusieurs jours de départ y ont la même fin.",
    articles=("R. 718-2", "R. 712-24"),
    latest="Le dernier jour d'où le délai, compté vers l'avant, n'a pas encore dépassé l'événement.",
)

WINDOW_START = Undecided(
    question="Une période « précédant » un jour, ou « expirant » un jour, commence-t-elle au même quantième ou le "
    "lendemain ?",
    default="Au même quantième ; pour des mois entiers qui finissent avec le mois, le premier jour du premier mois.",
    why="Les articles donnent la fin de la période et sa durée, pas son premier jour.",
    articles=("R. 712-24", "R. 513-1", "R. 622-7"),
    safe="Le lendemain du même quantième : la période compte exactement sa durée, dernier jour compris.",
    latest="Au même quantième, jour compris.",
)

WINDOW_END = Undecided(
    question="La période de renouvellement qui finit un jour fermé est-elle prorogée, alors que la période "
    "supplémentaire a commencé ?",
    default="L'acte fait le premier jour ouvrable suivant est encore dans la période normale.",
    why="R. 718-2 proroge tout délai ; R. 712-24 fait courir le délai supplémentaire du lendemain de l'expiration.",
    articles=("R. 712-24", "R. 513-1", "R. 718-2"),
    safe="La période finit le jour normal.",
)

NEXT_DAY = Undecided(
    question="Un délai « compté du lendemain » d'une échéance finit-il le jour du quantième de ce lendemain, "
    "ou la veille ?",
    default="Le délai finit le jour du quantième du lendemain ; un acte fait ce jour-là n'est pas refusé d'office.",
    why="R. 618-3 compte du jour qui fait courir le délai ; la pratique compte six mois entiers, de fin de mois à fin "
    "de mois. La veille est le jour à annoncer, le second celui avant lequel rien n'est perdu.",
    articles=("R. 613-47", "R. 712-24", "R. 513-1", "R. 618-3"),
    safe="Le délai finit la veille, car le lendemain en est le premier jour.",
)

CLEAR_MONTHS = Undecided(
    question="Comment compter les mois d'un délai franc quand le dernier mois n'a pas le quantième de départ ?",
    default="Le délai ordinaire finit le dernier jour du mois, le délai franc le lendemain.",
    why="R. 623-50 exclut le premier et le dernier jour, sans dire comment compter les mois.",
    articles=("R. 623-50", "R. 618-3"),
)

SUSPENDED_REST = Undecided(
    question="Comment compter ce qui reste d'un délai suspendu : en jours, ou en mois et jours ?",
    default="Les jours qui allaient de la suspension au jour normal sont reportés à compter de la reprise.",
    why="Les articles disent que l'instruction « reprend » ou que les délais « continuent à courir », sans compter.",
    articles=("R. 712-17", "R. 712-19", "R. 716-9", "R. 613-44-10", "R. 611-8"),
    safe="Le plus proche des deux comptes.",
    latest="Le plus lointain des deux comptes.",
)

INTERRUPTED = Undecided(
    question="Un délai « interrompu jusqu'à » la régularisation repart-il en entier ou pour ce qui en restait ?",
    default="En entier, à compter de la régularisation.",
    why="Interrompre, en droit civil, efface le temps couru ; les articles ne disent pas ce qui suit.",
    articles=("R. 712-23-1", "R. 712-24-1", "R. 422-3-1"),
    safe="Pour ce qui en restait, comme une suspension.",
)

UNWRITTEN = Undecided(
    question="Comment compter les délais des parties du code qui n'en disent rien (conseils, discipline, "
    "droit d'auteur) ?",
    default="De quantième à quantième, jusqu'à minuit, avec prorogation au premier jour ouvrable.",
    why="R. 618-3, R. 514-2 et R. 718-2 ne valent que pour leur titre ; le code de procédure civile (articles 641 et "
    "642, hors du recueil) et les trois articles comptent de même.",
    articles=("R. 422-3-1", "R. 422-58-3", "R. 412-15"),
    safe="De même, mais sans prorogation.",
)

HOURS = Undecided(
    question="Comment compter quarante-huit heures qui finissent un jour fermé ?",
    default="D'heure à heure, à l'heure de Paris, sans prorogation.",
    why="R. 618-3 compte en jours, mois et années, et ne parle pas d'heures.",
    articles=("R. 613-13", "R. 613-18", "R. 618-3"),
    latest="D'heure à heure, puis jusqu'à la fin du premier jour ouvrable suivant.",
)

ABROAD_DEFENDANT = Undecided(
    question="Les deux mois de R. 411-43, 2° profitent-ils au défendeur étranger pour les délais de R. 411-26 ?",
    default="Oui, comme à toute partie qui demeure à l'étranger.",
    why="Le 2° ne nomme que le demandeur, mais le premier alinéa augmente tous les délais de R. 411-26, et le dernier "
    "étend l'augmentation aux défendeurs pour R. 411-30 et R. 411-32.",
    articles=("R. 411-43", "R. 411-26"),
    safe="Seul le demandeur a les deux mois de plus.",
)

EUROPE = Undecided(
    question="Quels pays sont « en Europe » pour les délais de distance de R. 412-15 ?",
    default="Les États entièrement ou en partie européens, membres ou non de l'Union : un mois de plus.",
    why="R. 412-15 oppose l'Europe à « toute autre partie du monde » sans liste.",
    articles=("R. 412-15",),
    latest="Les États à cheval sur deux continents ne sont pas en Europe : deux mois de plus.",
)

NO_BOUNDS = Undecided(
    question="Entre quelles bornes l'institut fixe-t-il un délai hors des titres qui les donnent ?",
    default="Toute durée d'au moins un mois.",
    why="R. 514-1, R. 618-4, R. 622-3 et R. 718-1 sont les seuls articles qui donnent des bornes.",
    articles=("R. 514-1", "R. 618-4", "R. 622-3", "R. 718-1", "R. 422-3"),
)

INDICATION_BOUNDS = Undecided(
    question="Les bornes de R. 718-1 valent-elles pour les délais impartis en matière d'indications géographiques ?",
    default="Oui : d'un à quatre mois.",
    why="R. 721-12 ne renvoie qu'à R. 718-2 et R. 718-4 ; mais R. 718-1 vise tous les délais impartis par l'institut, "
    "sans se limiter à son titre.",
    articles=("R. 718-1", "R. 721-12"),
)

PLANT_SECTION = Undecided(
    question="Comment compter les délais sur les obtentions végétales qui ne sont pas dans la section de R. 623-50 "
    "(L. 623-9 à L. 623-23, R. 623-54 et suivants) ?",
    default="Comme un délai ordinaire, sans jour franc.",
    why="R. 623-50 ne rend francs que les délais de « la présente section » ; rien ne dit comment compter les autres.",
    articles=("R. 623-50", "L. 623-23"),
)

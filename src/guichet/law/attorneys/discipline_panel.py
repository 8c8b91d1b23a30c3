"""Who sits in the chamber, by what majority it decides, who prosecutes, and where a sanction is published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guichet.law.answers import Finding
from guichet.law.dossier import Dossier
from guichet.law.running import Renewable
from guichet.law.saying import no
from guichet.law.sources import Undecided, cite, rule
from guichet.law.time_limits import TimeLimit
from guichet.rights.attorneys import discipline as d

# R. 422-56 and R. 422-57: the chamber
SEVEN = cite("R. 422-56", "al. 1", "est composée de sept membres")
RESTRICTED = cite(
    "R. 422-56", "al. 7", "cette chambre se réunit en commission restreinte composée des membres désignés"
)
TERM = Renewable(
    TimeLimit(
        cite("R. 422-57", "", "pour une durée de quatre ans, renouvelable une fois"),
        "attorney_discipline.appointed",
        years=4,
        since="de la nomination",
        title="attorneys",
        bearer="effect",
    ),
    1,
    cite("R. 422-57", "", "renouvelable une fois, par arrêté conjoint du garde des sceaux"),
)
# R. 422-58-2: the prosecuting authority
PRESIDENT = cite("R. 422-58-2", "al. 1", "intervient en qualité d'autorité de poursuite")
VICE = cite("R. 422-58-2", "al. 3", "il désigne l'un de ses vice-présidents pour exercer la fonction d'autorité")
OLDEST = cite("R. 422-58-2", "al. 4", "par l'ancien président de la Compagnie nationale des conseils en propriété")
# R. 422-61 and R. 422-62: the hearing and the vote
ALL_PRESENT = cite("R. 422-61", "al. 1", "la chambre de discipline ne peut siéger et délibérer que si tous les membres")
LAST_WORD = cite("R. 422-61", "al. 3", "La personne poursuivie a la parole en dernier")
PUBLIC = cite("R. 422-61", "al. 4", "Les séances de la chambre sont publiques")
SIMPLE = cite("R. 422-62", "al. 2", "Elle est prise à la majorité simple")
HEAVY = cite("R. 422-62", "al. 2", "que par une décision prise à la majorité de cinq membres, ou de quatre membres")
SANCTIONS = cite("L. 422-10", "al. 1", "avertissement, blâme, radiation temporaire ou définitive")
# R. 422-63: publication
BLAME = cite("R. 422-63", "al. 1", "Le blâme est publié de manière anonymisée sur le site internet de l'Institut")
REMOVAL = cite("R. 422-63", "al. 2", "La radiation, temporaire ou définitive, de la liste des conseils")

FULL: tuple[d.Seat, ...] = (
    "judge", "council_of_state", "former_officer", "attorney_1", "attorney_2", "qualified_1", "qualified_2",
)  # fmt: skip
LONGEST_MONTHS = 600

VOTERS = Undecided(
    question="Quand un siège est vacant par récusation, la majorité de cinq ou de quatre membres reste-t-elle due ?",
    default="Oui : c'est un nombre de voix, non une proportion des présents.",
    why="R. 422-62 dit « à la majorité de cinq membres, ou de quatre membres » sans viser les présents.",
    articles=("R. 422-61", "R. 422-62"),
)


def restricted(seised: d.DisciplineSeised) -> bool:
    """Whether the chamber sits without the two qualified persons: an attorney complains."""
    return seised.author == "complainant" and seised.author_is_attorney


def seats(seised: d.DisciplineSeised) -> tuple[d.Seat, ...]:
    return FULL[:5] if restricted(seised) else FULL


@rule("R. 422-62", "al. 2", "la radiation temporaire de plus d'un an ou la radiation définitive ne peut être prononcée")
def votes_needed(sanction: d.Verdict, months: int, is_restricted: bool, voters: int) -> int:
    """How many members must be for it."""
    heavy = sanction == "definitive" or (sanction == "temporary" and months > 12)
    if heavy:
        return 4 if is_restricted else 5
    return voters // 2 + 1


def may_pronounce(sanction: d.Verdict, months: int, votes_for: int, voters: int, is_restricted: bool) -> Finding:
    """Whether so many votes carry this sanction."""
    needed = votes_needed(sanction, months, is_restricted, voters)
    sources = (HEAVY if needed in (4, 5) and needed != voters // 2 + 1 else SIMPLE, SANCTIONS)
    if votes_for < needed:
        message = f"Il faut {needed} voix pour prononcer cette décision : {votes_for} ne suffisent pas."
        return no(message, HEAVY, SIMPLE, field="votes_for")
    return Finding(True, "La majorité est acquise.", no("", *sources).because)


def prosecutor(seised: d.DisciplineSeised, *, president_conciled: bool) -> tuple[str, Finding]:
    """Who prosecutes, in French, and why."""
    if seised.accused.president:
        name, source = "l'ancien président le plus âgé encore inscrit", OLDEST
    elif seised.author == "company_president" or president_conciled:
        name, source = "un vice-président désigné", VICE
    else:
        name, source = "le président de la Compagnie nationale", PRESIDENT
    return name, Finding(True, f"L'autorité de poursuite est {name}.", no("", source).because)


def check_hearing(act: d.HearingHeld, dossier: Dossier, on: date) -> Iterator[Finding]:
    seised = dossier.last(d.DisciplineSeised)
    wanted = set(seats(seised)) if seised else set(FULL)
    if set(act.present) - wanted:
        message = "Un conseil est l'auteur de la plainte : les deux personnes qualifiées ne siègent pas."
        yield no(message, RESTRICTED, field="present")
    absent = wanted - set(act.present) - set(act.recused)
    if absent or not act.present or set(act.present) & set(act.recused):
        message = "La chambre ne siège que si tous ses membres, ou leurs suppléants, sont présents, sauf récusation."
        yield no(message, ALL_PRESENT, SEVEN, field="present")
    if act.closed_to_public == "other":
        message = "L'audience n'est fermée que pour l'ordre public, la vie privée ou le secret des affaires."
        yield no(message, PUBLIC, field="closed_to_public")
    if not act.accused_last:
        yield no("La personne poursuivie doit avoir la parole en dernier.", LAST_WORD, field="accused_last")


def check_decision(act: d.DisciplineDecided, dossier: Dossier, on: date) -> Iterator[Finding]:
    held, seised = dossier.last(d.HearingHeld), dossier.last(d.DisciplineSeised)
    if (act.sanction == "temporary") != (0 < act.months <= LONGEST_MONTHS) or act.months < 0:
        message = "Donnez une durée en mois à une radiation temporaire, et à elle seule."
        yield no(message, SANCTIONS, field="months")
    if held is None or seised is None:
        return
    if act.voters != len(set(held.present)) or not 0 <= act.votes_for <= act.voters:
        yield no("Tous les membres présents à l'audience délibèrent, et eux seuls.", ALL_PRESENT, field="voters")
        return
    found = may_pronounce(act.sanction, act.months, act.votes_for, act.voters, restricted(seised))
    if not found.allowed:
        yield found


def check_publication(act: d.SanctionPublished, dossier: Dossier, on: date) -> Iterator[Finding]:
    decided = dossier.last(d.DisciplineDecided)
    sanction = decided.sanction if decided else "none"
    if sanction in ("none", "warning"):
        yield no("Cette décision ne se publie pas : seuls le blâme et la radiation le sont.", BLAME, REMOVAL)
        return
    source = BLAME if sanction == "blame" else REMOVAL
    if not (act.institute_site and act.company_site):
        yield no("Publiez sur le site de l'institut et sur celui de la Compagnie nationale.", source,
                 field="institute_site")  # fmt: skip
    if sanction == "blame" and (act.issue.strip() or not act.anonymous):
        yield no("Le blâme est publié sans le nom, et pas au Bulletin officiel.", BLAME, field="anonymous")
    if sanction != "blame" and (not act.issue.strip() or act.anonymous):
        yield no("La radiation est publiée avec le nom, aussi au Bulletin officiel.", REMOVAL, field="issue")

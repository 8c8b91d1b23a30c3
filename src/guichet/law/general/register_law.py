"""What one national register says of an entry, as data: who may ask, with which papers, for what fee, how long."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from guichet.law.general.regularisation import RegularisationCycle
from guichet.law.sources import cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.general.recordal import Capacity, Change, Entry, Paper, Register
from guichet.rights.parties import Quality
from guichet.rights.source import Source

When = Callable[[Change], bool]


def always(change: Change) -> bool:
    return True


@dataclass(frozen=True)
class Papers:
    """One of these papers is due, where ``when`` holds; ``label`` names them in French, with their article."""

    any_of: tuple[Paper, ...]
    label: str
    source: Source
    when: When = always


@dataclass(frozen=True)
class EntryLaw:
    """One kind of entry. who: in which capacities one may ask. asked_by: the words that say so, and in short.

    fee: the words that charge it, None when it is free. chain: those that want the author of the act to be the holder
    entered; final: those that want a final judgment. earlier_entry: whether it changes another entry.
    decided: whether the office must decide in the register's period, and its silence accepts.
    details: what the form must say, by field of the change, with its French name.
    """

    label: str
    source: Source
    who: tuple[Capacity, ...]
    asked_by: Source
    asked_by_label: str
    papers: tuple[Papers, ...]
    fee: Source | None = None
    chain: Source | None = None
    final: Source | None = None
    decided: bool = True
    earlier_entry: bool = False
    parties: str = ""
    """The French name of the parties that the change must name: « le cessionnaire »."""
    details: Mapping[str, tuple[str, Source]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class RegisterLaw:
    """One register. kind: of the files of its rights. applies_through: the article that makes another's rules its own.

    unpublished: the words that bar any entry before publication. dispensed: who needs no power. decision: the office's
    period; silence: what its expiry means. opposable, knew: effect of an entry towards third parties, and of an act not
    yet entered towards those who knew of it.
    """

    register: Register
    label: str
    bulletin: str
    kind: str
    entries: Mapping[Entry, EntryLaw]
    loop: RegularisationCycle
    power: Source
    opposable: Source
    fee_prefix: str
    dispensed: frozenset[Quality] = frozenset()
    unpublished: Source | None = None
    decision: TimeLimit | None = None
    interruption: Source | None = None
    silence: Source | None = None
    knew: Source | None = None
    mention: Source | None = None
    proof_may_be_asked: Source | None = None
    applies_through: Source | None = None


PROFESSIONALS: frozenset[Quality] = frozenset({"ip_attorney", "lawyer"})


@dataclass(frozen=True)
class National:
    """The article numbers of a register built on the common model (marks, designs, patents)."""

    register: Register
    content: str
    ex_officio: str
    acts: str
    derogations: str
    details: str
    irregular: str
    decision: str
    silence: str
    mention: str
    opposable: str


def by_contract(change: Change) -> bool:
    return change.basis not in ("death", "merger") and not change.copy_impossible


def by_death(change: Change) -> bool:
    return change.basis == "death" and not change.copy_impossible


def by_merger_abroad(change: Change) -> bool:
    return change.basis == "merger" and change.foreign and not change.copy_impossible


def impossible(change: Change) -> bool:
    return change.copy_impossible


_IMPOSSIBLE = (
    "Sur justification de l'impossibilité matérielle de produire une copie : tout document établissant la modification "
    "de la propriété ou de la jouissance"
)
_MERGER = (
    "le numéro unique d'identification ou, pour les opérateurs situés hors de France, la copie d'un document "
    "équivalent à l'extrait d'immatriculation au registre du commerce et des sociétés à jour de la modification"
)


def form(article: str) -> Papers:
    return Papers(("form",), "le bordereau", cite(article, "1°", "Un bordereau de demande d'inscription"))


def act_papers(numbers: National) -> tuple[Papers, ...]:
    """The form, and the act or what stands for it (R. 714-4, 1° and 2°, R. 714-5)."""
    death = "copie de tout acte établissant le transfert, à la demande des héritiers ou légataires"
    impossibility = cite(numbers.derogations, "3°", _IMPOSSIBLE)
    return (
        form(numbers.acts),
        Papers(
            ("act_copy", "act_extract"),
            "une copie ou un extrait de l'acte",
            cite(
                numbers.acts,
                "2°",
                "Une copie ou un extrait de l'acte constatant la modification de la propriété ou de la jouissance",
            ),
            by_contract,
        ),
        Papers(
            ("transfer_proof", "act_copy"),
            "la copie d'un acte qui établit le transfert",
            cite(numbers.derogations, "1°", death),
            by_death,
        ),
        Papers(
            ("register_extract", "act_copy", "act_extract"),
            "la copie d'un document équivalent à l'extrait du registre du commerce",
            cite(numbers.derogations, "2°", _MERGER),
            by_merger_abroad,
        ),
        Papers(
            ("impossibility_proof",),
            "la justification de l'impossibilité de produire une copie",
            impossibility,
            impossible,
        ),
        Papers(
            ("transfer_proof", "change_proof"), "un document qui établit la modification", impossibility, impossible
        ),
    )

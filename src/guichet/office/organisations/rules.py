"""Who may do what in an organisation: pure functions, by which the services act and which tests explore exhaustively.

Each takes the organisation as it stands and gives it as it becomes, or raises ``Refused`` with the reason in French.
People are named as in the ledger (``account:<id>``).
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Body:
    """An organisation as the rules see it.

    waiting: who asked to join. asleep: members whose account is closed; they decide nothing and succeed to nobody.
    holds: whether it has files or drafts.
    """

    administrators: frozenset[str] = frozenset()
    collaborators: frozenset[str] = frozenset()
    waiting: frozenset[str] = frozenset()
    asleep: frozenset[str] = frozenset()
    is_open: bool = True
    requires_second_factor: bool = False
    holds: bool = False

    @property
    def members(self) -> frozenset[str]:
        return self.administrators | self.collaborators | self.asleep


class Refused(Exception):
    """The act is not done; ``words`` says why, to the person who tried."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


class SuccessorNeeded(Refused):
    """The last administrator must first say who follows. among: those who may; never empty."""

    def __init__(self, words: str, among: frozenset[str]) -> None:
        super().__init__(words)
        self.among = among


class HeirNeeded(Refused):
    """The files and drafts must first pass to someone."""


def found(founder: str) -> Body:
    """A new organisation: whoever creates it administers it."""
    return Body(administrators=frozenset({founder}))


def ask(body: Body, who: str) -> Body:
    """Ask to join."""
    _open(body)
    if who in body.members:
        raise Refused("Vous êtes déjà rattaché à cette organisation.")
    if who in body.waiting:
        raise Refused("Votre demande attend déjà la réponse d'un gestionnaire.")
    return replace(body, waiting=body.waiting | {who})


def withdraw(body: Body, who: str) -> Body:
    """Take one's request back."""
    _waits(body, who)
    return replace(body, waiting=body.waiting - {who})


def accept(body: Body, by: str, who: str) -> Body:
    """Admit someone who asked, as a collaborator."""
    _administers(body, by)
    _waits(body, who)
    return admit(body, by, who)


def refuse(body: Body, by: str, who: str) -> Body:
    """Answer no to someone who asked."""
    _administers(body, by)
    _waits(body, who)
    return replace(body, waiting=body.waiting - {who})


def admit(body: Body, by: str, who: str, *, administrator: bool = False) -> Body:
    """Make someone a member, by an administrator; what he or she may have asked is answered by it."""
    _administers(body, by)
    if who in body.members:
        raise Refused("Cette personne est déjà rattachée à l'organisation.")
    answered = replace(body, waiting=body.waiting - {who})
    if administrator:
        return replace(answered, administrators=body.administrators | {who})
    return replace(answered, collaborators=body.collaborators | {who})


def promote(body: Body, by: str, who: str) -> Body:
    """Make a collaborator an administrator (« gestionnaire »)."""
    _administers(body, by)
    _member(body, who)
    if who in body.asleep:
        raise Refused("Le compte de cette personne est fermé : elle ne peut pas devenir gestionnaire.")
    if who in body.administrators:
        raise Refused("Cette personne est déjà gestionnaire.")
    return _raised(body, who)


def demote(body: Body, by: str, who: str, successor: str = "") -> Body:
    """Make an administrator a collaborator again; the last one names a successor."""
    _administers(body, by)
    _member(body, who)
    if who not in body.administrators:
        raise Refused("Cette personne est déjà collaborateur.")
    after = _followed(body, who, successor)
    return replace(after, administrators=after.administrators - {who}, collaborators=after.collaborators | {who})


def end(body: Body, by: str, who: str, successor: str = "") -> Body:
    """Detach a member (« désactiver le compte »); the last administrator names a successor."""
    _administers(body, by)
    return _gone(body, who, successor)


def leave(body: Body, who: str, successor: str = "") -> Body:
    """Detach oneself; the last administrator names a successor."""
    _open(body)
    if who not in body.members:
        raise Refused("Vous n'êtes plus rattaché à cette organisation.")
    return _gone(body, who, successor)


def edit(body: Body, by: str) -> Body:
    """Change what the organisation says of itself."""
    _administers(body, by)
    return body


def require_second_factor(body: Body, by: str, *, proved: bool) -> Body:
    """Have every member prove twice who he or she is. proved: the administrator did so in this very session."""
    _administers(body, by)
    if not proved:
        raise Refused(
            "Pour exiger la double authentification des autres, connectez-vous d'abord vous-même avec un second "
            "facteur : sans lui, vous ne pourriez plus agir pour l'organisation."
        )
    return replace(body, requires_second_factor=True)


def release_second_factor(body: Body, by: str) -> Body:
    """Require it no longer."""
    _administers(body, by)
    return replace(body, requires_second_factor=False)


def close(body: Body, by: str, *, heir: str = "") -> Body:
    """Deactivate the organisation: everyone is detached. heir: who takes its files and drafts, if it has any."""
    _administers(body, by)
    if body.holds and not heir:
        raise HeirNeeded(
            "Cette entreprise tient des dossiers ou des projets : choisissez d'abord qui les reprend. Sans titulaire "
            "dans l'espace sécurisé, plus personne ne recevrait leurs courriers."
        )
    nobody: frozenset[str] = frozenset()
    return replace(
        body, administrators=nobody, collaborators=nobody, waiting=nobody, asleep=nobody, holds=False, is_open=False
    )


def give_files(body: Body, by: str, to: str) -> Body:
    """Give files and drafts of the organisation another contact: one of its members, whose account is open."""
    _administers(body, by)
    if to not in body.administrators | body.collaborators:
        raise Refused("Les dossiers se confient à une personne rattachée à l'entreprise, dont le compte est ouvert.")
    return body


def receive_files(body: Body, by: str) -> Body:
    """Take over what another organisation held."""
    _administers(body, by)
    return replace(body, holds=True)


def successors(body: Body, who: str) -> frozenset[str]:
    """Who may follow the last administrator."""
    return body.collaborators - {who}


def _gone(body: Body, who: str, successor: str) -> Body:
    _member(body, who)
    after = _followed(body, who, successor)
    return replace(
        after,
        administrators=after.administrators - {who},
        collaborators=after.collaborators - {who},
        asleep=after.asleep - {who},
    )


def _followed(body: Body, who: str, successor: str) -> Body:
    """The organisation with an administrator besides this one, if he or she is the last."""
    if body.administrators != {who}:
        return body
    among = successors(body, who)
    if not among:
        raise Refused(
            "Vous êtes la seule personne qui administre cette entreprise, et nul autre n'y est rattaché. Faites "
            "d'abord entrer une personne qui vous succède, ou désactivez l'entreprise."
        )
    if successor not in among:
        raise SuccessorNeeded(
            "Une entreprise garde toujours au moins un gestionnaire : choisissez qui succède au dernier.", among
        )
    return _raised(body, successor)


def _raised(body: Body, who: str) -> Body:
    return replace(body, administrators=body.administrators | {who}, collaborators=body.collaborators - {who})


def _open(body: Body) -> None:
    if not body.is_open:
        raise Refused("Cette entreprise est désactivée.")


def _administers(body: Body, by: str) -> None:
    _open(body)
    if by not in body.administrators:
        raise Refused("Seul un gestionnaire de l'entreprise peut le faire, et vous ne l'êtes pas ou plus.")


def _member(body: Body, who: str) -> None:
    if who not in body.members:
        raise Refused("Cette personne n'est plus rattachée à l'entreprise.")


def _waits(body: Body, who: str) -> None:
    if who not in body.waiting:
        raise Refused("Cette demande n'attend plus de réponse : elle a été retirée, ou quelqu'un y a déjà répondu.")

"""What people are told by e-mail about their organisations: who asks, who enters, who changes role, who leaves."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.urls import NoReverseMatch, reverse

from guichet.office.accounts import queries as accounts
from guichet.office.accounts.models import User
from guichet.office.organisations import queries
from guichet.office.organisations.models import Organisation
from guichet.office.toolbox import mail

_STANDING = {
    "member.admitted": (
        "Vous êtes rattaché à {name}",
        "Votre compte est désormais rattaché à {name}. Vous accédez aux dossiers que cette entreprise partage dans "
        "l'espace sécurisé ; le bandeau de chaque page dit pour qui vous agissez, et permet d'en changer.",
    ),
    "member.promoted": (
        "Vous êtes gestionnaire de {name}",
        "Vous êtes désormais gestionnaire de {name} : vous acceptez ou refusez les demandes de rattachement, et gérez "
        "les comptes et les droits des collaborateurs.",
    ),
    "member.demoted": (
        "Vous n'êtes plus gestionnaire de {name}",
        "Vous restez rattaché à {name}, comme collaborateur : vous ne gérez plus les comptes de l'entreprise.",
    ),
    "member.ended": (
        "Vous n'êtes plus rattaché à {name}",
        "Un gestionnaire de {name} a mis fin à votre rattachement. Les dossiers de cette entreprise lui restent ; vos "
        "propres dossiers et votre compte demeurent les vôtres.",
    ),
    "member.left": (
        "Vous avez quitté {name}",
        "Vous n'êtes plus rattaché à {name}, comme vous l'avez demandé. Les dossiers de cette entreprise lui restent ; "
        "vos propres dossiers et votre compte demeurent les vôtres.",
    ),
}


def standing_changed(organisation: Organisation, person: User, kind: str, by: str) -> None:
    """Tell someone who enters, changes role or goes; those who administer are told when someone goes of himself."""
    enters = kind in ("member.admitted", "member.promoted")
    if accounts.account_actor(person) != by or not enters:
        subject, text = (part.format(name=organisation.name) for part in _STANDING[kind])
        _tell(person, subject, text, link="my_company:home" if enters else "")
    if kind == "member.left":
        subject = f"{person} a quitté {organisation.name}"
        text = (
            f"{person} n'est plus rattaché à {organisation.name}. Ses dossiers restent à l'entreprise : vous pouvez "
            "les confier à une autre personne depuis « Mon entreprise »."
        )
        for row in queries.administrators(organisation).exclude(user=person):
            _tell(row.user, subject, text, link="my_company:contacts")


def asked_to_join(organisation: Organisation, person: User, administrators: Iterable[User]) -> None:
    """Invite the administrators to accept or refuse."""
    text = (
        f"{person} ({person.email}) demande à rattacher son compte à {organisation.name}. Vous pouvez accepter ou "
        "refuser cette demande dans « Mon entreprise ». Ne l'acceptez que si vous connaissez cette personne."
    )
    for each in administrators:
        _tell(each, f"Demande de rattachement à {organisation.name}", text, link="my_company:home")


def request_refused(organisation: Organisation, people: Iterable[User]) -> None:
    for each in people:
        _tell(
            each,
            "Votre demande de rattachement est refusée",
            f"Votre demande de rattachement à {organisation.name} n'a pas été acceptée. Si c'est une erreur, parlez-en "
            "à cette entreprise : l'office n'intervient pas dans son choix.",
        )


def second_factor_required(organisation: Organisation, people: Iterable[User]) -> None:
    for each in people:
        _tell(
            each,
            f"{organisation.name} demande la double authentification",
            f"Pour agir au nom de {organisation.name}, il faut désormais vous connecter avec un second facteur : une "
            "application d'authentification ou une clé de sécurité. Vous pouvez l'ajouter dès maintenant depuis « Mon "
            "compte ».",
            link="sign_in:security",
        )


def same_siren(organisation: Organisation, administrators: Iterable[User]) -> None:
    """Another took the same SIREN: neither which, nor who."""
    for each in administrators:
        _tell(
            each,
            f"Une autre organisation porte le SIREN de {organisation.name}",
            f"Une organisation qui porte le même SIREN que {organisation.name} vient d'être enregistrée dans l'espace "
            "sécurisé. Elle n'a aucun accès à vos dossiers. Ce peut être un autre établissement, ou une personne de "
            "votre entreprise qui ne savait pas que vous y étiez : elle peut alors demander son rattachement. INPI "
            "Direct en est averti ; si vous n'y reconnaissez personne, écrivez-lui depuis « Mes demandes ».",
        )


def closed(organisation: Organisation, people: Iterable[User], by: User) -> None:
    for each in people:
        _tell(
            each,
            f"{organisation.name} est désactivée dans l'espace sécurisé",
            f"{by} a désactivé {organisation.name} : votre compte en est détaché. Les dossiers que cette entreprise "
            "tenait ont été confiés au titulaire que ce gestionnaire a désigné. Votre compte et vos propres dossiers "
            "demeurent.",
        )


def _tell(user: User, subject: str, text: str, link: str = "") -> None:
    """One e-mail; nobody is written to at an account that is closed. link: the name of a page."""
    if not user.is_active:
        return
    context = {"user": user, "subject": subject, "text": text, "link": _address(link)}
    mail.send(to=user.email, subject=subject, template="organisations/mail/told", context=context)


def _address(name: str) -> str:
    try:
        return settings.SITE_URL.rstrip("/") + reverse(name) if name else ""
    except NoReverseMatch:
        return ""

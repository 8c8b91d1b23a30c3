"""The guide's middle: home, banner, Mon compte, rattachement, Mon entreprise, gestionnaires and collaborateurs."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from e2e.guide_story import (
    ENTITY,
    KARIM,
    NOE,
    SOFIA,
    Person,
    banner,
    enters,
    field,
    has_fields,
    is_told,
    leaves_the_site,
    never_says,
    opens,
    presses,
    says,
    types_entity,
)
from e2e.story import Story

BLOCKS = {
    "Marques": [
        "Déposer, gérer, enregistrer sa marque française", "Etendre sa marque à l'international",
        "S'opposer à l'enregistrement d'une marque française", "Inscrire les modifications d'une marque enregistrée",
        "Renouveler sa marque française",
    ],
    "Brevets": [
        "Déposer, gérer, enregistrer son brevet", "Payer les annuités d'un brevet",
        "Inscrire les modifications d'un brevet délivré", "Proposition de brevets à la licence",
        "Etendre un brevet à l'international (voie PCT)", "Déposer un brevet européen",
    ],
    "Dessins & modèles": [
        "Déposer, gérer, enregistrer ses modèles", "Proroger ses dessins & modèles",
        "Inscrire les modifications de dessins ou modèles",
    ],
    "Autres démarches": [
        "Déposer une enveloppe Soleau", "Indication géographique", "Inscrire des modifications de T.P.S. ou R.N.S.L.",
        "Autres démarches",
    ],
}  # fmt: skip
"""The guide's four blocks, their eighteen procedures in its order."""
UNATTACHED = ["Nous contacter", "Mon compte", "Quitter"]
ATTACHED = ["Nous contacter", "Mon entreprise", "Mon compte", "Quitter"]


def the_home(story: Story) -> None:
    """News, the welcome by name, four blocks with the eighteen procedures; the banner knows who is attached."""
    enters(story, SOFIA)
    enters(story, NOE)
    for who, courteous, entries in ((KARIM, "Monsieur", UNATTACHED), (SOFIA, "Madame", ATTACHED)):
        page = opens(story, who, "/espace/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Commencer une nouvelle e-procédure")
        expect(page.get_by_role("heading", name="Actualités", exact=True)).to_be_visible()
        says(
            page,
            f"Bienvenue {courteous} {who.last_name} {who.first_name}, vous êtes sur le portail d'accès aux procédures",
            "Sélectionnez la procédure correspondant à l'opération que vous souhaitez réaliser.",
        )
        assert banner(page) == entries
        shown = {
            block.locator("h2").inner_text(): block.locator(".block__open, .block__title").all_inner_texts()
            for block in page.locator("section.block").all()
        }
        assert shown == BLOCKS
    expect(page.get_by_text(ENTITY).first).to_be_visible()


def edits_ones_details(story: Story) -> None:
    """*Modifier mes informations*: the address is shown, not edited; what INPI Direct may be asked for is said."""
    page = opens(story, KARIM, "/espace/")
    page.get_by_role("link", name="Mon compte").click()
    actions = page.get_by_role("navigation", name="Actions")
    for action in ("Modifier mes informations", "Me rattacher à une entreprise", "Modifier le mot de passe"):
        expect(actions.get_by_role("link", name=action)).to_be_visible()
    says(page, "Mes accès", KARIM.email, "supprimer votre compte", "un chargé d'information")
    expect(field(page, "Adresse courriel")).to_have_count(0)
    field(page, "Ville").fill("Arras")
    presses(page, "Enregistrer")
    says(page, "Vos informations ont bien été enregistrées.")
    expect(field(page, "Ville")).to_have_value("Arras")
    page = opens(story, SOFIA, "/compte/")
    expect(page.get_by_role("link", name="Me rattacher à une entreprise", exact=True)).to_have_count(0)


def becomes_administrator_later(story: Story) -> None:
    """From *Mon compte*, « Oui » creates the entity; « Non » then warns, and deactivates it."""
    page = opens(story, NOE, "/compte/")
    types_entity(page)
    field(page, "Raison sociale").fill("Lambert Essais")
    presses(page, "Enregistrer")
    says(page, "L'entreprise Lambert Essais est créée", "« Mon entreprise » est désormais dans le bandeau")
    assert banner(page) == ATTACHED
    page = opens(story, NOE, "/compte/")
    page.get_by_role("radio", name="Non").check()
    presses(page, "Enregistrer")
    the_warning_before_deactivation(page)
    page.get_by_role("radio", name="Non").check()
    presses(page, "Enregistrer")
    says(page, "Lambert Essais est désactivée, tous les comptes rattachés en sont détachés.")
    assert banner(page) == UNATTACHED


def the_warning_before_deactivation(page: Page) -> None:
    page.wait_for_url("**/desactiver/")
    says(
        page, "Attention, vous allez désactiver un compte entreprise, tous les comptes rattachés seront détachés après "
        "enregistrement",
    )  # fmt: skip


def asks_to_join(story: Story, who: Person) -> None:
    """By the e-mail of an administrator, who is told."""
    page = opens(story, who, "/compte/")
    page.get_by_role("link", name="Me rattacher à une entreprise").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Je me rattache au compte administrateur de mon entreprise"
    )
    says(
        page, "Je suis un compte collaborateur (et non administrateur). Je veux me rattacher à mon entreprise.",
        "il recevra un message et pourra accepter ou refuser ce rattachement",
    )  # fmt: skip
    expect(page.locator("main").get_by_role("link", name="Annuler")).to_be_visible()
    field(page, "Adresse courriel d'un compte administrateur de l'entreprise").fill(SOFIA.email)
    presses(page, "Envoyer ma demande")
    says(page, "Votre demande est envoyée.")
    is_told(story, SOFIA, f"{who.name} ({who.email}) demande à rattacher son compte")


def joins(story: Story) -> None:
    """Noé is refused, Karim accepted: both are told; Karim leaves the one table for the other."""
    asks_to_join(story, NOE)
    page = opens(story, SOFIA, "/espace/entreprise/")
    page.get_by_role("button", name=f"Refuser la demande de {NOE.name}").click()
    says(page, f"{NOE.name} : demande refusée")
    is_told(story, NOE, "Votre demande de rattachement est refusée")
    asks_to_join(story, KARIM)
    page = opens(story, SOFIA, "/espace/")
    page.get_by_role("link", name="Mon entreprise").first.click()
    for title in ("Demandes de rattachement", "Comptes collaborateur de l'entreprise"):
        expect(page.get_by_role("heading", name=title)).to_be_visible()
    story.look(page, "guide-company")
    page.get_by_role("button", name=f"Accepter la demande de {KARIM.name}").click()
    says(page, f"{KARIM.name} est maintenant rattaché à l'entreprise.")
    expect(account(page, KARIM)).to_contain_text("Collaborateur")
    says(page, "Aucune demande n'attend de réponse.")
    is_told(story, KARIM, f"Vous êtes rattaché à {ENTITY}")


def only_administrators_see_the_whole(story: Story) -> None:
    page = opens(story, KARIM, "/espace/entreprise/")
    says(page, ENTITY, SOFIA.name, "voient l'ensemble des comptes")
    never_says(page, SOFIA.email, "Demandes de rattachement", "Comptes collaborateur de l'entreprise")
    assert banner(page) == ATTACHED
    expect(opens(story, KARIM, "/compte/").get_by_role("link", name="Me rattacher à une entreprise")).to_have_count(0)


def is_promoted_then_demoted(story: Story) -> None:
    """*Gestionnaire*, then *collaborateur* again; the person is told, and sees what the role shows."""
    page = opens(story, SOFIA, "/espace/entreprise/")
    account(page, KARIM).get_by_role("button", name="Promouvoir gestionnaire").click()
    says(page, f"{KARIM.name} est maintenant gestionnaire.")
    is_told(story, KARIM, f"Vous êtes gestionnaire de {ENTITY}")
    says(opens(story, KARIM, "/espace/entreprise/"), "Comptes collaborateur de l'entreprise")
    page = opens(story, SOFIA, "/espace/entreprise/")
    account(page, KARIM).get_by_role("button", name="Rendre collaborateur").click()
    says(page, f"{KARIM.name} est maintenant collaborateur.")
    is_told(story, KARIM, f"Vous n'êtes plus gestionnaire de {ENTITY}")


def edits_the_entity(story: Story) -> None:
    """The entity's fields, filled in with what they hold, from *Mon compte* and « Oui »."""
    page = opens(story, SOFIA, "/compte/")
    expect(page.get_by_role("radio", name="Oui")).to_be_checked()
    has_fields(page, "SIREN", "SIRET", "Forme légale", "Code APE", "Pays (entreprise)")
    expect(field(page, "Raison sociale")).to_have_value(ENTITY)
    field(page, "Ville (entreprise)").fill("Roubaix")
    presses(page, "Enregistrer")
    says(page, "Les informations de votre entreprise ont bien été enregistrées.")


def an_account_is_deactivated(story: Story) -> None:
    """Noé joins, then Sofia ends it: told, no longer attached, the account still opens."""
    asks_to_join(story, NOE)
    page = opens(story, SOFIA, "/espace/entreprise/")
    page.get_by_role("button", name=f"Accepter la demande de {NOE.name}").click()
    account(page, NOE).get_by_role("link", name="Désactiver").click()
    says(page, "Désactiver ce compte dans l'entreprise")
    presses(page, "Désactiver")
    says(page, f"{NOE.name} n'est plus rattaché à l'entreprise.")
    is_told(story, NOE, f"Vous n'êtes plus rattaché à {ENTITY}")
    assert banner(opens(story, NOE, "/espace/")) == UNATTACHED


def leaves(story: Story) -> None:
    """Karim quits; what he began stays with the entity."""
    page = opens(story, KARIM, "/espace/entreprise/")
    page.get_by_role("link", name="Quitter cette entreprise").click()
    presses(page, "Quitter l'entreprise")
    says(page, f"Vous n'êtes plus rattaché à {ENTITY}.")
    assert banner(page) == UNATTACHED
    is_told(story, SOFIA, f"{KARIM.name} a quitté {ENTITY}")


def the_entity_is_deactivated(story: Story) -> None:
    """« Non », the warning, who takes the files over; the banner loses its entry, the files are still there."""
    page = opens(story, SOFIA, "/compte/")
    page.get_by_role("radio", name="Non").check()
    presses(page, "Enregistrer")
    the_warning_before_deactivation(page)
    page.get_by_role("radio", name="Non").check()
    presses(page, "Enregistrer")
    says(page, "choisissez qui les reprend")
    page.get_by_role("radio", name="Non").check()
    field(page, "Qui reprend les dossiers et les projets de l'entreprise").select_option(index=1)
    presses(page, "Enregistrer")
    says(page, f"{ENTITY} est désactivée, tous les comptes rattachés en sont détachés.")
    assert banner(page) == UNATTACHED
    leaves_the_site(story, SOFIA)


def account(page: Page, who: Person):  # type: ignore[no-untyped-def]  # Playwright's Locator
    """The row of the table of accounts."""
    return page.get_by_role("region", name="Tableau des comptes rattachés").locator("tr", has_text=who.email)

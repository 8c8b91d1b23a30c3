"""The guide's first pages: connexion, actualités, inscription, activation, mot de passe perdu."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from e2e.guide_story import (
    ENTITY,
    KARIM,
    NOE,
    SOFIA,
    Person,
    enters,
    field,
    has_fields,
    leaves_the_site,
    opens,
    presses,
    says,
    types_entity,
)
from e2e.people import PASSWORD
from e2e.story import Story

FORGOTTEN = "Une-autre-phrase-2025"
INFORMATION = (
    "Civilité", "Nom", "Prénom", "Téléphone mobile", "Téléphone bureau", "Pays", "Adresse", "Complément d'adresse",
    "Code postal", "Ville",
)  # fmt: skip


def the_log_in_page(story: Story) -> None:
    """News, *Se connecter*, *Mot de passe perdu*, *Créer mon compte*, *Nous contacter*."""
    page = opens(story, KARIM, "/compte/connexion/")
    for title in ("Actualités", "Se connecter", "Créer mon compte"):
        expect(page.get_by_role("heading", name=title, exact=True)).to_be_visible()
    has_fields(page, "Adresse courriel", "Mot de passe")
    says(page, "Le dépôt de marque est ouvert en ligne", "Vous devez créer un compte pour accéder")
    page.get_by_role("link", name="Nous contacter").first.click()
    says(page, "INPI Direct", "Par courriel", "demande de rappel", "conseil en propriété industrielle ou un avocat")
    page = opens(story, KARIM, "/aide/")
    says(
        page, "Comment créer mon compte sur l'espace des démarches en ligne ?", "Comment modifier mon mot de passe ?",
        "Comment me rattacher à une entité déjà créée ?",
        "Puis-je voir l'ensemble des comptes rattachés à une même entité ?",
    )  # fmt: skip


def signs_up_without_entity(story: Story) -> None:
    """« Non »: the page as the guide shows it, then the confirmation with its warning of three days."""
    opens(story, KARIM, "/compte/connexion/")
    page = story.person(KARIM.key).page
    page.get_by_role("link", name="Créer mon compte").last.click()
    for title in ("Mes accès", "Mes informations", "Devenir compte administrateur de mon entreprise"):
        expect(page.get_by_role("heading", name=title)).to_be_visible()
    has_fields(page, "Adresse courriel", *INFORMATION)
    says(
        page, "Les champs suivis d'un * sont des champs obligatoires.",
        "Cette option est réservée aux comptes « administrateur ».",
        "il devient de ce fait administrateur des comptes « collaborateur » de cette même entreprise.",
        "Je suis un compte administrateur de mon entreprise",
    )  # fmt: skip
    expect(page.get_by_role("radio", name="Non")).to_be_checked()
    expect(page.get_by_role("link", name="Annuler")).to_be_visible()
    fills_in(page, KARIM)
    presses(page, "Enregistrer")
    is_confirmed(page, KARIM)


def signs_up_with_entity(story: Story) -> None:
    """« Oui »: the entity's fields appear, and go with the account."""
    page = opens(story, SOFIA, "/compte/inscription/")
    fills_in(page, SOFIA)
    types_entity(page)
    story.look(page, "guide-sign-up-entity")
    presses(page, "Enregistrer")
    is_confirmed(page, SOFIA)


def a_third_signs_up(story: Story) -> None:
    page = opens(story, NOE, "/compte/inscription/")
    fills_in(page, NOE)
    presses(page, "Enregistrer")
    is_confirmed(page, NOE)


def fills_in(page: Page, who: Person) -> None:
    field(page, "Adresse courriel").fill(who.email)
    page.locator("[name=password1]").fill(PASSWORD)
    page.locator("[name=password2]").fill(PASSWORD)
    typed = {
        "Nom": who.last_name, "Prénom": who.first_name, "Téléphone mobile": "06 68 60 20 54",
        "Téléphone bureau": "01 01 01 01 01", "Adresse": "2 rue des Essais", "Code postal": "62300", "Ville": "Lens",
    }  # fmt: skip
    for label, value in typed.items():
        field(page, label).fill(value)
    field(page, "Civilité").select_option(label="Madame" if who is SOFIA else "Monsieur")


def is_confirmed(page: Page, who: Person) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("Création de compte réussie")
    says(
        page, "Votre compte a été créé.", "Un courriel de validation a été envoyé à l'adresse suivante :", who.email,
        "Vous allez recevoir un courriel dans quelques instants avec un lien qui vous permettra de l'activer.",
        "Attention, vous ne disposez que de 3 jours pour valider ce compte.", "Au-delà de ce délai, il sera supprimé.",
        "À bientôt.",
    )  # fmt: skip


def activate(story: Story) -> None:
    """By the link received; Sofia's page says which entity she will administer."""
    for who in (KARIM, SOFIA, NOE):
        page = opens(story, who, story.office.newest_link(who.email, "/compte/activation/"))
        expect(page.get_by_role("heading", level=1)).to_have_text("Activation du compte")
        if who is SOFIA:
            says(page, ENTITY)
        page.get_by_label("Mot de passe choisi à l'inscription").fill(PASSWORD)
        presses(page, "Activer mon compte")
        says(page, "Activation réussie, vous pouvez dès à présent vous connecter.")
        expect(page.locator("main").get_by_role("link", name="Se connecter")).to_be_visible()


def loses_the_password(story: Story) -> None:
    """Asked for by e-mail, chosen anew, then usable; the same words for an address that nobody has."""
    page = opens(story, KARIM, "/compte/connexion/")
    page.get_by_role("link", name="Mot de passe perdu").click()
    field(page, "Adresse courriel").fill(KARIM.email)
    presses(page, "Envoyer")
    says(page, "Votre demande a été reçue.", "un courriel vient de lui être envoyé")
    said = page.locator("main").inner_text()
    opens(story, KARIM, "/compte/mot-de-passe-perdu/")
    field(page, "Adresse courriel").fill("personne@example.org")
    presses(page, "Envoyer")
    assert page.locator("main").inner_text() == said
    page = opens(story, KARIM, story.office.newest_link(KARIM.email, "/compte/mot-de-passe-perdu/"))
    story.look(page, "guide-new-password")
    for one in page.locator("main input[type=password]").all():
        one.fill(FORGOTTEN)
    presses(page, "Enregistrer")
    says(page, "Votre mot de passe a bien été mis à jour. Vous pouvez vous connecter.")
    enters(story, KARIM, FORGOTTEN)


def changes_the_password(story: Story) -> None:
    """The present one, the new one, its confirmation; the message of the guide."""
    page = opens(story, KARIM, "/compte/")
    page.get_by_role("link", name="Modifier le mot de passe").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Modification du mot de passe")
    for one, value in zip(
        page.locator("main input[type=password]").all(), (FORGOTTEN, PASSWORD, PASSWORD), strict=True
    ):
        one.fill(value)
    presses(page, "Envoyer")
    says(page, "Votre mot de passe a bien été mis à jour.")
    leaves_the_site(story, KARIM)
    enters(story, KARIM)

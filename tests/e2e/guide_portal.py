"""The guide's last pages: the portal shared by the whole entity, *Afficher*, taking over, *Supprimer*."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from e2e.guide_story import KARIM, SOFIA, opens, presses, says
from e2e.story import CARD, Story

REFERENCE = "INNO-2024-7"
COLUMNS = ["Créé le", "Référence INPI", "Référence client", "Contact principal"]


def begins_a_draft(story: Story) -> None:
    """Karim's, for the entity; it is in everyone's *Vos projets et sauvegardes*, with its columns."""
    page = opens(story, KARIM, "/espace/procedures/depot-marque/")
    presses(page, "Commencer un nouveau dépôt")
    goes_on(page, "mandataire")
    goes_on(page, "marque")
    page.get_by_role("radio", name="Verbale").check()
    page.get_by_label("Texte de la marque").fill("INNOVELLE")
    goes_on(page, "produits-et-services")
    page.get_by_label("Classe de Nice").select_option("16")
    page.get_by_role("button", name="Ouvrir cette classe").click()
    page.locator("[name='lists.16']").fill("cahiers")
    goes_on(page, "priorite")
    goes_on(page, "annexes")
    goes_on(page, "relecture")
    with page.expect_response(re.compile("/enregistrer/$")):
        page.get_by_label("Votre référence (facultatif)").fill(REFERENCE)


def both_see_it(story: Story) -> None:
    for who in (KARIM, SOFIA):
        page = opens(story, who, "/espace/dossiers/?basket=drafts")
        says(page, "Vos projets et sauvegardes", "Demandes en cours d'examen")
        heads = [one.strip(" ↑↓") for one in page.locator("thead th").all_inner_texts()]
        assert [one for one in heads if one in COLUMNS] == COLUMNS, heads
        row = page.locator("tbody tr", has_text=REFERENCE)
        expect(row).to_contain_text(re.compile(r"\d\d/\d\d/2024 \d\d:\d\d"))
        expect(row).to_contain_text(KARIM.name)
        for action in ("Afficher", "Supprimer"):
            expect(row.get_by_role("link", name=action)).to_be_visible()
    story.look(page, "guide-portal")


def takes_over(story: Story) -> None:
    """From *Afficher*; Sofia becomes the main contact, Karim is told and still sees the draft."""
    page = opens(story, SOFIA, "/espace/dossiers/?basket=drafts")
    page.locator("tbody tr", has_text=REFERENCE).get_by_role("link", name="Afficher").click()
    says(page, "Contact principal", KARIM.name)
    page.get_by_role("button", name="Prendre la main").first.click()
    says(page, "Vous êtes désormais le contact principal du projet")
    story.office.newest_mail(KARIM.email, SOFIA.name)
    row = opens(story, KARIM, "/espace/dossiers/?basket=drafts").locator("tbody tr", has_text=REFERENCE)
    expect(row).to_contain_text(SOFIA.name)


def pays_and_submits(story: Story) -> None:
    """The main contact of a filing is who paid and submitted it, for both of them."""
    page = opens(story, SOFIA, "/espace/dossiers/?basket=drafts")
    page.locator("tbody tr", has_text=REFERENCE).get_by_role("link", name="Afficher").click()
    if page.get_by_role("link", name="Continuer la saisie").count():
        page.get_by_role("link", name="Continuer la saisie").click()
    opens(story, SOFIA, re.sub(r"[a-z-]+/$", "relecture/", re.sub(r"\?.*|#.*", "", page.url)))
    page.get_by_label("Nom et prénom du signataire").fill(SOFIA.name)
    page.get_by_role("button", name="Déposer et payer").click()
    page.wait_for_url(re.compile(r"/paiement/\d{9}/"))
    page.get_by_role("button", name="Payer").click()
    page.get_by_label("Numéro de carte").fill(CARD)
    page.get_by_role("button", name="Payer").click()
    expect(page.get_by_text("Paiement reçu")).to_be_visible()
    for who in (SOFIA, KARIM):
        page = opens(story, who, "/espace/dossiers/?basket=examination")
        row = page.locator("tbody tr", has_text=REFERENCE)
        expect(row).to_contain_text(SOFIA.name)
        expect(row.get_by_role("link", name="Afficher")).to_be_visible()


def deletes_another(story: Story) -> None:
    """*Supprimer* asks first."""
    page = opens(story, KARIM, "/espace/procedures/depot-marque/")
    presses(page, "Commencer un nouveau dépôt")
    page = opens(story, SOFIA, "/espace/dossiers/?basket=drafts")
    page.locator("tbody tr", has_text=KARIM.name).get_by_role("link", name="Supprimer").click()
    says(page, "Supprimer le projet", KARIM.name)
    presses(page, "Mettre à la corbeille")
    says(page, "est dans la corbeille")


def goes_on(page: Page, slug: str) -> None:
    page.get_by_role("button", name="Enregistrer et continuer").click()
    page.wait_for_url(re.compile(f"/{slug}/"))

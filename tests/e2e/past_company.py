"""Two organisations, a mandate, the last administrator, and files that pass from one person to another."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from e2e.guide_story import enters, field, is_told, opens, presses, says, words
from e2e.past_story import ANA, BOB, LEA, known
from e2e.story import CARD, Story


def acts_for_one_at_a_time(story: Story) -> None:
    """The banner says for whom; the other organisation's files are not shown meanwhile."""
    page = opens(story, ANA, "/espace/")
    says(page, "Vous agissez pour : Atelier Alpha")
    acts_for(page, "Atelier Beta")
    page = opens(story, ANA, "/espace/dossiers/")
    assert "ALPHA-1" not in words(page)
    story.person(ANA.key).opens(f"/espace/dossiers/{known(story, 'file')}/", status=404)
    page = opens(story, ANA, "/espace/")
    acts_for(page, "Atelier Alpha")
    says(opens(story, ANA, "/espace/dossiers/"), "ALPHA-1")


def acts_for(page: Page, name: str) -> None:
    page.locator(".acting summary").click()
    page.get_by_role("button", name=f"Agir pour {name}").click()
    says(page, f"Vous agissez maintenant pour : {name}.")


def gives_a_mandate(story: Story) -> None:
    """Offered by e-mail, accepted for the firm, used to pay; the matrix tells the reason; revoked at once."""
    enters(story, LEA)
    number = known(story, "file")
    story.person(LEA.key).opens(f"/espace/dossiers/{number}/", status=404)
    page = opens(story, ANA, "/espace/habilitations/mandats/donner/")
    field(page, "Adresse courriel du mandataire").fill(LEA.email)
    field(page, "Qualité du mandataire").select_option("lawyer")
    page.locator("[name=rights][value=trademark]").check(force=True)
    presses(page, "Proposer le mandat")
    says(page, "est proposé. Il vaudra dès son acceptation.")
    link = story.office.newest_link(LEA.email, "/espace/habilitations/mandats/")
    page = opens(story, LEA, link)
    says(page, "Atelier Alpha", "Avocat")
    presses(page, "Accepter le mandat")
    says(page, "Vous représentez désormais le mandant")
    the_matrix_tells_the_reason(story, number, allowed=True)
    pays_under_it(story, number)
    revokes(story, link, number)


def the_matrix_tells_the_reason(story: Story, number: str, *, allowed: bool) -> None:
    page = opens(story, ANA, f"/espace/habilitations/?file={number}")
    firm = field(page, "Personne ou mandataire").locator("option", has_text="Cabinet Morin")
    if not firm.count():
        assert not allowed
        return
    field(page, "Personne ou mandataire").select_option(firm.first.get_attribute("value"))
    presses(page, "Demander")
    says(page, "Oui" if allowed else "Non", "mandat")
    expect(page.locator("#reponse")).to_contain_text("Cabinet Morin")
    story.look(page, "past-who")


def pays_under_it(story: Story, number: str) -> None:
    page = opens(story, LEA, f"/paiement/{number}/")
    page.get_by_role("button", name="Payer").click()
    page.get_by_label("Numéro de carte").fill(CARD)
    page.get_by_role("button", name="Payer").click()
    expect(page.get_by_text("Paiement reçu")).to_be_visible()
    page = opens(story, ANA, f"/espace/habilitations/trace/trademark/{number}/")
    says(page, LEA.name)


def revokes(story: Story, link: str, number: str) -> None:
    page = opens(story, ANA, link)
    page.get_by_role("link", name="Révoquer ce mandat").click()
    presses(page, "Révoquer maintenant")
    says(page, "est révoqué. Plus rien ne peut être fait à ce titre.")
    is_told(story, LEA, "mandat")
    story.person(LEA.key).opens(f"/espace/dossiers/{number}/", status=404)


def the_last_administrator_names_a_successor(story: Story) -> None:
    """Refused without one; then Bob administers, and Ana belongs no more."""
    page = opens(story, ANA, "/espace/entreprise/quitter/")
    says(page, "Vous êtes le dernier gestionnaire de l'entreprise : choisissez qui vous succède.")
    presses(page, "Quitter l'entreprise")
    says(page, "Vous êtes toujours rattaché")
    option = page.locator("main option", has_text=BOB.email).first.get_attribute("value")
    page.locator("main select").first.select_option(option)
    presses(page, "Quitter l'entreprise")
    says(page, "Vous n'êtes plus rattaché à Atelier Alpha.")
    is_told(story, BOB, "Vous êtes gestionnaire de Atelier Alpha")


def files_are_reassigned_at_once(story: Story) -> None:
    """All that Ana was the contact of goes to Bob, by Bob; the trail says so."""
    page = opens(story, BOB, "/espace/entreprise/dossiers/")
    row = page.locator("tbody tr", has_text=ANA.name)
    expect(row).to_contain_text("n'est plus rattaché")
    row.get_by_role("link", name=re.compile("Confier à quelqu'un d'autre")).click()
    option = page.locator("main select option", has_text=BOB.email).first.get_attribute("value")
    page.locator("main select").first.select_option(option)
    presses(page, "Tout confier")
    says(page, f"confiés à {BOB.name}.")
    says(opens(story, BOB, "/espace/entreprise/journal/"), ANA.name, BOB.name)

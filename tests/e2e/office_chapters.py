"""Second half of the main job: examination, bulletin, register, registration, certificate."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from e2e.people import EDITOR, EXAMINER, PASSWORD, STAFF_DOOR
from e2e.story import EMAIL, MARK, Story

REASONS = "« cahiers » est clair ; « publicité » l'est moins : précisez les services, ou acceptez notre proposition."
PROPOSAL = "16 : cahiers\n16 : ardoises pour écrire\n35 : services de publicité"


def examiner_plans_the_publication(story: Story) -> None:
    """By the staff's own door, to the issue of 22 March."""
    story.office.moves_to("2024-03-07")
    page = story.person("examiner").logs_in(EXAMINER, PASSWORD, STAFF_DOOR)
    page.get_by_label("Numéro, marque ou déposant").fill(story.number)
    page.get_by_role("button", name="Chercher").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(MARK)
    story.look(page, "desk-file")
    page.get_by_role("link", name="Prévoir la publication").click()
    page.get_by_label("Numéro du bulletin").select_option("2024-03-22")
    page.get_by_role("button", name="Prévoir la publication").click()
    expect(page.get_by_text("22 mars 2024").first).to_be_visible()


def examiner_notifies_an_irregularity(story: Story) -> None:
    """With a proposal that silence will accept."""
    page = story.person("examiner").opens(f"/poste/dossiers/{story.number}/")
    page.get_by_role("link", name="Notifier une irrégularité").click()
    page.get_by_label("R. 712-3-1").check()
    page.get_by_label("Motivation").fill(REASONS)
    page.get_by_label("Délai imparti").select_option("1")
    page.get_by_label("Joindre une proposition").check()
    page.get_by_label("Liste proposée").fill(PROPOSAL)
    page.get_by_role("button", name="Notifier une irrégularité").click()
    expect(page.get_by_text("Irrégularité notifiée").first).to_be_visible()


def applicant_reads_the_letter(story: Story) -> None:
    """The e-mail says that there is something to read; opening it starts the period."""
    story.office.settles()
    link = story.office.newest_link(EMAIL, "/espace/courrier/L-")
    story.office.moves_to("2024-03-11")
    page = story.person("applicant").opens(link)
    page.get_by_role("button", name="Ouvrir le courrier").click()
    expect(page.get_by_text("11 avril 2024").first).to_be_visible()
    story.look(page, "letter")
    page = story.person("applicant").opens("/espace/echeances/")
    expect(page.get_by_text("11 avril 2024").first).to_be_visible()


def editor_publishes(story: Story) -> None:
    """Technical preparations on Wednesday, the issue on Friday."""
    story.office.moves_to("2024-03-20")
    page = story.person("editor").logs_in(EDITOR, PASSWORD, STAFF_DOOR)
    story.person("editor").opens("/poste/bulletin/")
    page.get_by_role("button", name="Commencer les préparatifs techniques").first.click()
    expect(page.get_by_text("Préparatifs commencés").first).to_be_visible()
    story.look(page, "editor-prepared")
    story.office.moves_to("2024-03-22")
    story.person("editor").opens("/poste/bulletin/")
    story.look(page, "editor-on-the-day")
    page.get_by_role("button", name="Publier ce numéro").click()
    expect(page.get_by_text("publication(s)").first).to_be_visible()
    page = story.person("citizen").opens("/bulletin/")
    page.get_by_role("link", name="2024-12", exact=True).click()
    expect(page.get_by_role("link", name=spaced(story.printed_number))).to_be_visible()


def citizen_finds_the_mark(story: Story) -> None:
    """By any printed form of its number; the deadline explains itself; then observations."""
    story.office.moves_to("2024-04-02")
    page = story.person("citizen").opens("/")
    page.get_by_label("Chercher une marque").fill(MARK)
    page.get_by_role("button", name="Rechercher").click()
    expect(page.get_by_text("1 marque trouvée")).to_be_visible()
    page.get_by_role("link", name=spaced(story.printed_number)).click()
    observing = page.locator(".card", has_text="observations").filter(has_text="22 mai 2024").first
    observing.get_by_text("Pourquoi ?").click()
    expect(observing.locator("details li").first).to_be_visible()
    page.get_by_role("link", name="Formuler des observations").click()
    page.get_by_label(re.compile(r"L\.\s711-2,\s4°")).check()
    page.locator("textarea").fill("« Ardoisine » est courant chez les papetiers.")
    page.locator("[name=name]").fill("Aline Roux")
    page.locator("[name=email]").fill("aline@example.org")
    page.get_by_role("button", name="Envoyer mes observations").click()
    expect(page.get_by_text("Vos observations ont été reçues")).to_be_visible()
    story.look(page, "observations-received")


def examiner_clears(story: Story) -> None:
    """Silence accepted the proposal; nothing else stands against the mark."""
    page = story.person("examiner").opens(f"/poste/dossiers/{story.number}/")
    page.get_by_role("link", name="Communiquer des observations").click()
    page.get_by_role("button", name="Communiquer des observations").click()
    story.office.moves_to("2024-04-12")
    page = story.person("examiner").opens(f"/poste/dossiers/{story.number}/")
    expect(page.get_by_text("services de publicité").first).to_be_visible()
    page.get_by_role("link", name="Clore l'examen").click()
    page.get_by_role("button", name="Clore l'examen").click()
    expect(page.get_by_text("Examen terminé sans objection").first).to_be_visible()


def the_mark_is_registered(story: Story) -> None:
    """After the two months; the bulletin's date is the registration's; withdrawal was closed by the preparations."""
    story.office.moves_to("2024-05-27")
    page = story.person("editor").opens("/poste/bulletin/")
    page.get_by_role("button", name="Commencer les préparatifs techniques").first.click()
    refused = story.person("applicant").opens(f"/espace/dossiers/{story.number}/retirer/")
    expect(refused.get_by_text("Cet acte n'est pas possible maintenant")).to_be_visible()
    story.office.moves_to("2024-05-31")
    page = story.person("editor").opens("/poste/bulletin/")
    page.get_by_role("button", name="Publier ce numéro").click()
    page = story.person("citizen").opens(f"/registre/marques/{story.number}/")
    expect(page.get_by_text("Marque enregistrée").first).to_be_visible()
    expect(page.get_by_text("31 mai 2024").first).to_be_visible()
    expect(page.get_by_text("4 mars 2034").first).to_be_visible()
    story.look(page, "registered-mark")


def everyone_gets_a_certificate(story: Story) -> None:
    """The holder's, by letter; the certificate of identity, by anyone; both are authentic."""
    page = story.person("citizen").page
    with page.expect_download() as download:
        page.get_by_role("button", name="Obtenir le certificat").click()
    paper = story.folder / "certificat.pdf"
    download.value.save_as(paper)
    assert story.verify(paper) == 0
    inbox = story.person("applicant").opens("/espace/courrier/")
    expect(inbox.get_by_role("link", name="Votre marque est enregistrée")).to_be_visible()
    story.look(inbox, "inbox")


def spaced(text: str) -> re.Pattern[str]:
    """The text whatever spaces the page prints, narrow or not."""
    return re.compile(r"\s".join(map(re.escape, text.split(" "))))

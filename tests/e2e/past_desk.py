"""The office's side: INPI Direct answers, news are written, people appointed; an auditor changes nothing."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import Page, expect

from e2e.guide_story import field, never_says, opens, presses, says
from e2e.past_story import AGENT, AUDITOR, BOB, DIRECTOR, TOM, enters_the_desk
from e2e.story import Story

NEWS = "Entretien des serveurs"


def is_called_back(story: Story) -> None:
    """Asked at a chosen time, seen at the desk, answered; the e-mail announces the answer without repeating it."""
    page = opens(story, BOB, "/contact/")
    page.locator("main").get_by_role("link", name="demande de rappel").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Être rappelé à une heure choisie")
    field(page, "Sujet de l'appel").fill("Payer une taxe")
    field(page, "Numéro de téléphone").fill("06 12 34 56 78")
    field(page, "Jour").select_option(index=2)
    field(page, "Heure").select_option(index=2)
    presses(page, "Envoyer la demande")
    says(page, "est enregistrée.", "Rappel demandé le")
    desk = enters_the_desk(story, AGENT)
    opens(story, AGENT, "/poste/inpi-direct/")
    desk.get_by_role("link", name="Payer une taxe").first.click()
    says(desk, BOB.name, "06 12 34 56 78")
    presses(desk, "La suivre moi-même")
    desk.get_by_label(re.compile("Votre réponse")).fill("Nous venons de vous expliquer le paiement par carte.")
    presses(desk, "Répondre")
    said = story.office.newest_mail(BOB.email, "INPI Direct")
    assert "paiement par carte" not in said
    opens(story, BOB, "/espace/demandes/")
    page.get_by_role("link", name="Payer une taxe").click()
    says(page, "Nous venons de vous expliquer le paiement par carte.")


def a_maintenance_is_announced(story: Story) -> None:
    """Written at the desk, read by anyone on every page, then withdrawn."""
    page = opens(story, AGENT, "/poste/actualites/nouvelle/")
    now = datetime.fromtimestamp(story.office.ask("now"), UTC).astimezone(ZoneInfo("Europe/Paris"))
    field(page, "Nature").select_option("maintenance")
    field(page, "Titre").fill(NEWS)
    field(page, "Texte").fill("Les dépôts reprennent ensuite.")
    for name, hours in (("published_at", -1), ("starts_at", 2), ("ends_at", 4)):
        page.locator(f"[name={name}]").fill((now + timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M"))
    presses(page, "Enregistrer")
    says(page, "Actualité enregistrée.")
    for address in ("/", "/compte/connexion/", "/registre/"):
        says(story.person("citizen").opens(address), "Maintenance annoncée.", NEWS)
    opens(story, AGENT, "/poste/actualites/")
    page.get_by_role("button", name=f"Retirer « {NEWS} »").click()
    says(page, "Actualité retirée")
    never_says(story.person("citizen").opens("/"), NEWS)


def an_examiner_is_appointed(story: Story) -> None:
    """A role by the administrator, a delegation of signature (R. 411-2), both in the trail."""
    page = enters_the_desk(story, DIRECTOR)
    opens(story, DIRECTOR, "/poste/personnel/nommer/")
    field(page, "Adresse courriel du compte").fill(TOM.email)
    field(page, "Rôle").select_option("examiner")
    presses(page, "Donner ce rôle")
    says(page, f"{TOM.name} : Examinateur.", "Aucune : cette personne ne signe pas d'acte de l'office.")
    opens(story, DIRECTOR, "/poste/personnel/signatures/nouvelle/")
    field(page, "Agent").select_option(label=page.locator("[name=agent] option", has_text="Aubry").inner_text())
    field(page, "Qualité de l'agent").fill("examinateur de marques")
    field(page, "Décision de délégation").fill("décision n° 2024-31")
    for name in ("published_on", "since"):
        page.locator(f"[name={name}]").fill("2024-03-04")
    presses(page, "Enregistrer la délégation")
    says(page, "Délégation de signature enregistrée.", "décision n° 2024-31")
    says(opens(story, DIRECTOR, "/poste/personnel/journal/"), "Aubry")
    says(enters_the_desk(story, TOM), "Dossiers à examiner")


def an_auditor_reads_and_changes_nothing(story: Story) -> None:
    """Every page of the desk, and no button on any: an act says that it needs a signature."""
    page = enters_the_desk(story, AUDITOR)
    number = story.office.known["files"]["published"]
    opens(story, AUDITOR, f"/poste/dossiers/{number}/")
    has_no_button(page)
    expect(page.get_by_role("link", name="Notifier une irrégularité")).to_have_count(0)
    has_no_button(opens(story, AUDITOR, f"/poste/dossiers/{number}/actes/notify_irregularity/"))
    for address in ("/poste/inpi-direct/", "/poste/actualites/", "/poste/bulletin/", "/poste/courriers-papier/"):
        has_no_button(opens(story, AUDITOR, address))
    has_no_button(opens(story, AUDITOR, "/poste/personnel/nommer/"))


def has_no_button(page: Page) -> None:
    expect(page.locator("main form[method=post] button")).to_have_count(0)

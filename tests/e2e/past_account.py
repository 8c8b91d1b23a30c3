"""One's own account: address changed and taken back, second factor, data exported, account deleted."""

from __future__ import annotations

import io
import json
import zipfile

import pyotp
from playwright.sync_api import Page, expect

from e2e.browsing import visiting
from e2e.guide_story import enters, field, leaves_the_site, opens, presses, says
from e2e.past_story import DORA, LEA
from e2e.people import PASSWORD
from e2e.story import Story
from guichet.office.toolbox import clock

NEW_ADDRESS = "dora.nouvelle@example.org"
ANEW = "Encore-une-phrase-2026"


def changes_the_address_then_takes_it_back(story: Story) -> None:
    """Both addresses confirm; the old one may undo it for seven days, with a new password."""
    page = enters(story, DORA)
    opens(story, DORA, "/compte/adresse/")
    field(page, "Nouvelle adresse courriel").fill(NEW_ADDRESS)
    field(page, "Votre mot de passe").fill(PASSWORD)
    presses(page, "Demander le changement")
    opens(story, DORA, story.office.newest_link(DORA.email, "/compte/adresse/actuelle/"))
    presses(page, "Je confirme")
    says(page, "Merci, c'est confirmé de ce côté.")
    opens(story, DORA, story.office.newest_link(NEW_ADDRESS, "/compte/adresse/nouvelle/"))
    story.look(page, "past-email-confirm")
    presses(page, "Je confirme")
    says(page, "L'adresse de votre compte est modifiée.")
    says(opens(story, DORA, "/compte/"), NEW_ADDRESS)
    with visiting(story.browser, story.office.site) as at_home:
        undo = at_home.opens(story.office.newest_link(DORA.email, "/compte/adresse/retablir/"))
        story.look(undo, "past-email-undo")
        for one in undo.locator("main input[type=password]").all():
            one.fill(ANEW)
        presses(undo, "Reprendre mon adresse")
        says(undo, "Votre adresse est rétablie.", DORA.email)
    opens(story, DORA, "/compte/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Connexion")
    story.person(DORA.key).logs_in(DORA.email, ANEW)


def adds_a_second_factor(story: Story) -> None:
    """An authenticator application: at log-in its code, then a recovery code instead, are asked after the password."""
    page = opens(story, LEA, "/compte/securite/application/")
    if page.get_by_role("heading", name="C'est bien vous ?").count():
        field(page, "Votre mot de passe").fill(PASSWORD)
        presses(page, "Continuer")
    application = pyotp.TOTP(page.locator(".secret").inner_text().replace(" ", ""))
    story.look(page, "past-authenticator")
    page.get_by_label("Nom").first.fill("téléphone")
    page.get_by_label("Code").first.fill(application.now())
    presses(page, "Ajouter")
    codes = page.locator(".recovery li").all_inner_texts()
    assert len(codes) == 10
    for typed in (lambda: application.at(clock.of_the_world(), counter_offset=1), lambda: codes[0]):
        leaves_the_site(story, LEA)
        gives_the_password(story)
        expect(page.get_by_role("heading", level=1)).to_contain_text("Second facteur")
        page.get_by_label("Code").first.fill(typed())
        presses(page, "Continuer")
        page.wait_for_url("**/espace/**")


def gives_the_password(story: Story) -> None:
    page = opens(story, LEA, "/compte/connexion/")
    field(page, "Adresse courriel").fill(LEA.email)
    page.locator("main input[type=password]").first.fill(PASSWORD)
    presses(page, "Se connecter")


def exports_then_deletes(story: Story) -> None:
    """An archive of what the office knows of Dora; then the account is gone, with what stays explained."""
    page = opens(story, DORA, "/compte/donnees/")
    field(page, "Votre mot de passe").fill(ANEW)
    with page.expect_download() as download:
        presses(page, "Télécharger mes données")
    holds_ones_data(download.value.path().read_bytes())
    opens(story, DORA, "/compte/suppression/")
    says(page, "Ce qui est effacé", "Ce qui reste", "RGPD, article 17")
    field(page, "Votre mot de passe").fill(ANEW)
    page.get_by_label("Je comprends que cette suppression est définitive.").check(force=True)
    presses(page, "Supprimer définitivement mon compte")
    page.wait_for_url(lambda url: "suppression" not in url)
    refuses_the_log_in(opens(story, DORA, "/compte/connexion/"))


def holds_ones_data(archive: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(archive)) as found:
        files = {name: found.read(name) for name in found.namelist() if name.endswith(".json")}
    assert files
    assert any(DORA.email in json.dumps(json.loads(content)) for content in files.values())


def refuses_the_log_in(page: Page) -> None:
    field(page, "Adresse courriel").fill(DORA.email)
    page.locator("main input[type=password]").first.fill(ANEW)
    presses(page, "Se connecter")
    expect(page.locator("#error-summary")).to_be_visible()

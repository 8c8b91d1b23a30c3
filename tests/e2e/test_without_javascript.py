"""The wizard, sign-up and the main forms of the space by plain HTML: JavaScript only adds."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from e2e.browsing import visiting
from e2e.guide_sign_up import fills_in, is_confirmed
from e2e.guide_story import Person, field, presses, says, types_entity
from e2e.office import Office
from e2e.people import MANAGER, MEMBER, OWNER, PASSWORD
from e2e.small_picture import picture


def test_a_filing_from_log_in_to_submission(browser: Browser, office: Office, tmp_path: Path) -> None:
    sign = tmp_path / "signe.png"
    sign.write_bytes(picture("#2d6b3f"))
    with visiting(browser, office.site, javascript=False) as visitor:
        visitor.logs_in(OWNER, PASSWORD)
        page = visitor.opens("/espace/procedures/depot-marque/")
        page.get_by_role("button", name="Commencer un nouveau dépôt").click()
        goes_on(page, "mandataire")
        goes_on(page, "marque")
        chooses_the_sign(page, sign)
        lists_the_goods(page)
        goes_on(page, "priorite")
        goes_on(page, "annexes")
        goes_on(page, "relecture")
        expect(page.get_by_text("230,00").first).to_be_visible()
        page.get_by_label("Nom et prénom du signataire").fill("Hélène Castel")
        page.get_by_role("button", name="Déposer et payer").click()
        page.wait_for_url(re.compile(r"/paiement/\d{9}/"))
        expect(page.get_by_text("230,00").first).to_be_visible()


def test_signing_up_with_an_entity(browser: Browser, office: Office) -> None:
    someone = Person("plain", "sans.script@example.org", "Sobre", "Paule")
    with visiting(browser, office.site, javascript=False) as visitor:
        page = visitor.opens("/compte/inscription/")
        fills_in(page, someone)
        types_entity(page)
        presses(page, "Enregistrer")
        is_confirmed(page, someone)


def test_what_a_collaborator_does(browser: Browser, office: Office) -> None:
    """Searches, comments a shared draft, chooses what is told, asks the office."""
    with visiting(browser, office.site, javascript=False) as visitor:
        visitor.logs_in(MEMBER, PASSWORD)
        page = visitor.opens("/espace/dossiers/?basket=drafts")
        field(page, "Titre, numéro, votre référence ou nom d'une partie").fill("VN-12")
        presses(page, "Chercher")
        page.get_by_role("link", name="Afficher").first.click()
        page = visitor.opens("/espace/brouillons/{company[draft]}/".format(**office.known))
        page.get_by_label("Votre commentaire").fill("Sans script, tout de même.")
        presses(page, "Ajouter un commentaire")
        says(page, "Sans script, tout de même.")
        page = visitor.opens("/espace/courrier/preferences/")
        page.locator("[name=activity]").first.select_option("daily")
        presses(page, "Enregistrer")
        says(page, "Vos préférences sont enregistrées.")
        page = visitor.opens("/espace/demandes/nouvelle/question/")
        field(page, "Sujet").fill("Un sujet")
        field(page, "Votre question").fill("Une question ?")
        presses(page, "Envoyer la demande")
        says(page, "est enregistrée.")


def test_what_an_administrator_does(browser: Browser, office: Office) -> None:
    """Changes for whom she acts and back, shares a draft, asks who may do what."""
    with visiting(browser, office.site, javascript=False) as visitor:
        visitor.logs_in(MANAGER, PASSWORD)
        for name in ("Verrier Conseil", "Verrerie du Nord"):
            page = visitor.opens("/espace/")
            page.locator(".acting summary").click()
            page.get_by_role("button", name=f"Agir pour {name}").click()
            says(page, f"Vous agissez maintenant pour : {name}.")
        page = visitor.opens("/espace/habilitations/droits/{company[subject]}/".format(**office.known))
        presses(page, "Enregistrer le partage")
        says(page, "Le partage est enregistré")
        page = visitor.opens("/espace/habilitations/?file={company[file]}".format(**office.known))
        presses(page, "Demander")
        says(page, "Verrerie du Nord, qui tient ce dossier")


def chooses_the_sign(page: Page, sign: Path) -> None:
    """Every field is there, as no script hides any; the picture is received with the page."""
    page.get_by_role("radio", name="Figurative").check()
    page.get_by_label("Texte de la marque").fill("SANS SCRIPT")
    page.get_by_label("Image de la marque").set_input_files(sign)
    page.get_by_role("button", name="Enregistrer et continuer").click()
    page.wait_for_url(re.compile("/produits-et-services/"))


def lists_the_goods(page: Page) -> None:
    page.get_by_label("Classe de Nice").select_option("16")
    page.get_by_role("button", name="Ouvrir cette classe").click()
    page.locator("[name='lists.16']").fill("cahiers")
    page.locator("[name=q]").fill("publicité")
    page.get_by_role("button", name="Chercher").click()
    page.locator(".results li", has_text="Classe 35").first.get_by_role("button", name="Ajouter").click()
    expect(page.locator("[name='lists.16']")).to_have_value("cahiers")
    expect(page.locator("[name='lists.35']")).to_have_value(re.compile("ublicité"))


def goes_on(page: Page, slug: str) -> None:
    page.get_by_role("button", name="Enregistrer et continuer").click()
    page.wait_for_url(re.compile(f"/{slug}/"))

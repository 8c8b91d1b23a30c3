"""First half of the main job: an account, a filing, a payment, a receipt."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from e2e.browsing import visiting
from e2e.people import PASSWORD, PUBLIC_DOOR
from e2e.small_picture import picture
from e2e.story import CARD, EMAIL, MARK, Story

DETAILS = {
    "Adresse courriel": EMAIL, "Nom": "Dupuis", "Prénom": "Nicolas", "Téléphone mobile": "06 12 34 56 78",
    "Adresse": "12 rue des Carmes", "Code postal": "62000", "Ville": "Arras",
}  # fmt: skip


def signs_up(story: Story) -> None:
    """From the home page to the e-mail that holds the link."""
    page = story.person("applicant").opens("/")
    page.get_by_role("link", name="Créer mon compte").first.click()
    for label, value in DETAILS.items():
        page.get_by_role("textbox", name=re.compile(rf"^{label}( \*|$)")).fill(value)
    page.locator("[name=password1]").fill(PASSWORD)
    page.locator("[name=password2]").fill(PASSWORD)
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_text("3 jours").first).to_be_visible()
    story.look(page, "signed-up")


def activates(story: Story) -> None:
    """The link asks; the button activates; then one may log in."""
    page = story.person("applicant").opens(story.office.newest_link(EMAIL, "/compte/activation/"))
    story.look(page, "activation")
    page.get_by_label("Mot de passe choisi à l'inscription").fill(PASSWORD)
    page.get_by_role("button", name="Activer mon compte").click()
    expect(page.get_by_text("Activation réussie")).to_be_visible()
    story.look(page, "activated")
    story.person("applicant").logs_in(EMAIL, PASSWORD)
    expect(page.get_by_text("Dupuis").first).to_be_visible()


def types_on_two_devices(story: Story) -> None:
    """What is typed is saved without a click, and is there on another device."""
    page = story.person("applicant").opens("/espace/procedures/depot-marque/")
    page.get_by_role("button", name="Commencer un nouveau dépôt").click()
    goes_on(page, "mandataire")
    goes_on(page, "marque")
    with page.expect_response(re.compile("/enregistrer/$")):
        page.get_by_role("radio", name="Figurative").check()
    with page.expect_response(re.compile("/enregistrer/$")) as saved:
        page.get_by_label("Texte de la marque").press_sequentially(MARK)
    assert saved.value.status == 200
    expect(page.locator("#saved")).to_contain_text("Enregistré à")
    with visiting(story.browser, story.office.site) as elsewhere:
        other = elsewhere.logs_in(EMAIL, PASSWORD, f"{PUBLIC_DOOR}?next=/espace/brouillons/")
        other.get_by_role("link", name="Afficher").first.click()
        expect(other.get_by_label("Texte de la marque")).to_have_value(MARK)
        expect(other.get_by_role("radio", name="Figurative")).to_be_checked()
        story.look(other, "wizard-on-another-device")


def adds_the_picture(story: Story) -> None:
    """Shown before it is sent, and again from what the office received."""
    page = story.person("applicant").page
    sign = story.folder / "ardoisine.png"
    sign.write_bytes(picture())
    page.get_by_label("Image de la marque").set_input_files(sign)
    expect(page.get_by_alt_text("Aperçu de ardoisine.png")).to_be_visible()
    story.look(page, "wizard-picture-chosen")
    page.get_by_role("group", name="L'image").get_by_role("button", name="Envoyer le fichier").click()
    expect(page.get_by_alt_text("Aperçu de l'image de la marque")).to_be_visible()
    story.look(page, "wizard-picture-received")
    goes_on(page, "produits-et-services")


def lists_goods(story: Story) -> None:
    """One class by searching the list, another by opening it; the fee follows each keystroke."""
    page = story.person("applicant").page
    page.get_by_label("Votre produit ou service", exact=False).last.fill("papier")
    page.get_by_role("button", name="Chercher").click()
    in_class_16 = page.locator(".results li", has_text="Classe 16").first
    expect(in_class_16).to_be_visible()
    story.look(page, "wizard-goods-found")
    in_class_16.get_by_role("button", name="Ajouter").click()
    fees = page.locator("#fees")
    expect(fees).to_contain_text("190,00")
    page.get_by_label("Classe de Nice").select_option("35")
    page.get_by_role("button", name="Ouvrir cette classe").click()
    page.locator("[name='lists.35']").press_sequentially("publicité")
    expect(fees).to_contain_text("230,00")
    page.locator("[name='lists.16']").fill("cahiers\nardoises pour écrire")
    expect(page.locator("#saved")).to_contain_text("Enregistré à")
    story.look(page, "wizard-goods-listed")
    goes_on(page, "priorite")
    goes_on(page, "annexes")
    goes_on(page, "relecture")


def reviews_and_files(story: Story) -> None:
    """What the law finds is on the review; each finding leads to its field; filing gives a number."""
    page = story.person("applicant").page
    points = page.get_by_role("region", name="Points relevés")
    expect(points).to_contain_text("sign")
    story.look(page, "wizard-review-with-findings")
    page.get_by_label("Nom et prénom du signataire").fill("Nicolas Dupuis")
    page.get_by_role("button", name="Déposer et payer").click()
    page.wait_for_url(re.compile(r"/paiement/\d{9}/"))
    story.number = re.search(r"/paiement/(\d{9})/", page.url).group(1)  # type: ignore[union-attr]  # waited for
    story.look(page, "pay")


def pays(story: Story) -> None:
    """At the provider's, and back; the return page learns by itself that the money came."""
    page = story.person("applicant").page
    page.get_by_role("button", name="Payer").click()
    expect(page.get_by_text("aucun argent ne circule")).to_be_visible()
    story.look(page, "simulator")
    page.get_by_label("Numéro de carte").fill(CARD)
    page.get_by_role("button", name="Payer").click()
    expect(page.get_by_text("Paiement reçu")).to_be_visible()
    expect(page.get_by_role("link", name="Télécharger le reçu")).to_be_visible()
    story.look(page, "paid")
    story.person("applicant").opens("/paiement/")
    story.look(page, "payments")


def keeps_the_receipt(story: Story) -> None:
    """``guichet verify`` knows it, with the very picture sent; one byte changed in either is noticed."""
    page = story.person("applicant").opens(f"/espace/dossiers/{story.number}/")
    expect(page.get_by_text("recevable").first).to_be_visible()
    link = page.get_by_role("link", name="Récépissé de dépôt")
    receipt, sign = story.folder / "recepisse.pdf", story.folder / "ardoisine.png"
    receipt.write_bytes(page.request.get(f"{story.office.site}{link.get_attribute('href')}").body())
    story.look(page, "file")
    assert story.verify(receipt, sign) == 0
    forged, other = story.folder / "faux.pdf", story.folder / "autre.png"
    data = bytearray(receipt.read_bytes())
    data[len(data) // 2] ^= 1
    forged.write_bytes(data)
    other.write_bytes(sign.read_bytes() + b" ")
    assert story.verify(forged, sign) == 1
    assert story.verify(receipt, other) == 1
    checks_on_the_site(story, receipt, sign)


def checks_on_the_site(story: Story, receipt: object, sign: object) -> None:
    """The public page of verification says the same as the program."""
    page = story.person("citizen").opens("/documents/verification/")
    inputs = page.locator("input[type=file]")
    inputs.nth(0).set_input_files(str(receipt))
    inputs.nth(1).set_input_files(str(sign))
    page.get_by_role("button", name="Vérifier", exact=True).click()
    expect(page.get_by_text("Document authentique")).to_be_visible()
    story.look(page, "verified")


def goes_on(page: Page, slug: str) -> None:
    page.get_by_role("button", name="Enregistrer et continuer").click()
    page.wait_for_url(re.compile(f"/{slug}/"))

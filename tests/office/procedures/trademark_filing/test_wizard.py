"""The wizard's pages: autosave, findings at their fields, files, and who may open them."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from guichet.office.accounts.models import User
from guichet.office.drafts import services
from guichet.office.drafts.models import Draft
from guichet.office.procedures.trademark_filing import acts, reading, writing
from guichet.office.procedures.trademark_filing.procedure import STEPS
from guichet.office.toolbox import clock
from office.procedures.trademark_filing.conftest import a_draft


def a_picture() -> SimpleUploadedFile:
    content = BytesIO()
    Image.new("RGB", (400, 300), "teal").save(content, "PNG")
    return SimpleUploadedFile("signe.png", content.getvalue(), "image/png")


def step(draft: Draft, slug: str) -> str:
    return reverse("depot_marque:step", args=[draft.public_id, slug])


def test_autosave_stores_what_changed_and_answers_with_findings_and_fees(browser: Client, draft: Draft) -> None:
    address = reverse("depot_marque:autosave", args=[draft.public_id, "produits-et-services"])
    answer = browser.post(address, {"lists.9": "logiciels", "lists.25": "vêtements", "seen": "1", "page": "a"})
    text = answer.content.decode()
    assert "Enregistré à 10:00" in text
    assert 'id="findings" hx-swap-oob="true"' in text and 'id="fees" hx-swap-oob="true"' in text
    assert "270,00" in text
    saved = services.fresh(draft)
    assert list(saved.versions.filter(version=2).values_list("path", flat=True)) == ["lists.25"]


def test_autosave_tells_when_another_device_changed_the_same_field(browser: Client, draft: Draft) -> None:
    address = reverse("depot_marque:autosave", args=[draft.public_id, "marque"])
    browser.post(address, {"mark.text": "LUMIVAL", "seen": "1", "page": "phone"})
    answer = browser.post(address, {"mark.text": "LUMINOR", "seen": "1", "page": "computer"})
    assert "Texte de la marque" in answer.content.decode() and "autre appareil" in answer.content.decode()


def test_every_finding_of_the_review_leads_to_its_field(browser: Client, camille: User) -> None:
    draft = a_draft(
        camille,
        **{"mark.text": "", "lists.9": "", "lists.42": "", "applicants[1].name": "Petit", "signature.name": ""},
    )
    remarks = acts.review(draft, on=clock.today()).remarks
    assert {"mark.text", "goods_services", "signature.name"} <= {remark.field for remark in remarks}
    page = browser.get(step(draft, "relecture")).content.decode()
    assert f"{step(draft, 'marque')}#id_mark.text" in page
    assert f"{step(draft, 'produits-et-services')}#id_goods_services" in page
    assert "R. 712-2" in page
    target = browser.get(step(draft, "marque")).content.decode()
    assert 'id="id_mark.text"' in target


def test_a_finding_waits_until_its_step_was_seen_then_stands_at_its_field(browser: Client, camille: User) -> None:
    draft = a_draft(camille, **{"mark.text": ""})
    assert "aria-invalid" not in browser.get(step(draft, "marque")).content.decode()
    browser.post(step(draft, "marque"), {"action": "next"})
    assert "aria-invalid" in browser.get(step(draft, "marque")).content.decode()


def test_a_wrong_siren_is_told_at_once_and_kept(browser: Client, camille: User) -> None:
    draft = a_draft(camille, **{"applicants[0].kind": "organisation", "applicants[0].siren": "123456789"})
    page = browser.get(step(draft, "deposants")).content.decode()
    assert "SIREN n&#x27;est pas valable" in page and 'value="123456789"' in page


def test_applicants_are_added_and_taken_out_by_buttons(browser: Client, draft: Draft) -> None:
    browser.post(step(draft, "deposants"), {"action": "add:applicants"})
    page = browser.get(step(draft, "deposants")).content.decode()
    assert "Déposant 2" in page and "Retirer ce déposant" in page
    browser.post(step(draft, "deposants"), {"action": "remove:applicants[0]"})
    assert len(services.fresh(draft).data["applicants"]) == 1


def test_classes_headings_and_terms_are_added_by_buttons(browser: Client, draft: Draft) -> None:
    address = step(draft, "produits-et-services")
    answer = browser.post(address, {"action": "open-class", "new_class": "25"})
    assert answer["Location"] == f"{address}#id_lists.25"
    browser.post(address, {"action": "heading:25"})
    assert "vêtements" in services.fresh(draft).data["lists"]["25"].lower()
    found = browser.post(address, {"action": "search", "q": "logiciels"})["Location"]
    assert found == f"{address}?q=logiciels#recherche"
    assert "Ajouter" in browser.get(found).content.decode()
    browser.post(address, {"action": "term:25:chapeaux", "lists.25": "robes"})
    assert services.fresh(draft).data["lists"]["25"] == "robes\nchapeaux"
    browser.post(address, {"action": "remove:lists.25"})
    assert "25" not in services.fresh(draft).data["lists"]


def test_a_file_is_kept_at_once_shown_and_taken_out(browser: Client, draft: Draft) -> None:
    browser.post(step(draft, "marque"), {"mark.feature": "figurative", "action": "stay", "mark.image": a_picture()})
    shown = browser.get(reverse("depot_marque:document", args=[draft.public_id, "mark.image"]))
    assert shown["Content-Type"] == "image/png"
    review = acts.review(services.fresh(draft), on=clock.today())
    assert review.application.mark is not None and review.application.mark.image is not None
    browser.post(step(draft, "marque"), {"action": "remove:mark.image"})
    assert browser.get(reverse("depot_marque:document", args=[draft.public_id, "mark.image"])).status_code == 404


def test_a_refused_file_leaves_the_draft_and_says_what_to_mend(browser: Client, draft: Draft) -> None:
    bad = SimpleUploadedFile("signe.png", b"pas une image", "image/png")
    answer = browser.post(step(draft, "marque"), {"mark.text": "LUMIVAL", "mark.image": bad, "action": "next"})
    assert answer.status_code == 422
    assert "signe.png" in answer.content.decode()
    assert services.fresh(draft).data["mark"] == {"feature": "word", "text": "LUMIVAL"}


def test_annexes_are_a_list(browser: Client, draft: Draft) -> None:
    for _ in range(2):
        browser.post(step(draft, "annexes"), {"annexes": a_picture(), "action": "stay"})
    assert len(services.fresh(draft).data["annexes"]) == 2
    browser.post(step(draft, "annexes"), {"action": "remove:annexes[0]"})
    assert len(services.fresh(draft).data["annexes"]) == 1


def test_a_document_cannot_be_forged_by_typing_its_digest(browser: Client, draft: Draft) -> None:
    browser.post(step(draft, "marque"), {"mark.image.sha256": "ab" * 32, "mark.image": "x", "action": "next"})
    assert "image" not in services.fresh(draft).data["mark"]


@pytest.mark.parametrize(
    "action",
    [
        "remove:applicants[99]",
        "remove:../x",
        "term:99:x",
        "heading:zz",
        "add:owner",
        ":",
        "remove:annexes[" + "9" * 5000,
        "heading:" + "9" * 5000,
        "term:²:x",
    ],
)
def test_a_button_that_asks_nonsense_does_nothing(browser: Client, draft: Draft, action: str) -> None:
    before = services.fresh(draft).data
    assert browser.post(step(draft, "annexes"), {"action": action}).status_code == 302
    browser.post(step(draft, "annexes"), {"action": "open-class", "new_class": "9" * 5000})
    after = services.fresh(draft).data
    assert {name: value for name, value in after.items() if name != "visited"} == before


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("depot_marque:draft", []),
        ("depot_marque:step", ["marque"]),
        ("depot_marque:document", ["mark.image"]),
        ("depot_marque:submit", []),
        ("depot_marque:autosave", ["marque"]),
    ],
)
def test_nobody_else_opens_or_changes_a_draft(
    client: Client, alex: User, draft: Draft, name: str, more: list[str]
) -> None:
    address = reverse(name, args=[draft.public_id, *more])
    method = client.post if name in ("depot_marque:submit", "depot_marque:autosave") else client.get
    assert method(address)["Location"].startswith(reverse("sign_in:login"))
    client.force_login(alex, backend="django.contrib.auth.backends.ModelBackend")
    assert method(address).status_code == 404


def test_a_page_saved_after_another_one_filed_leads_to_the_file(
    browser: Client, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    def filed_meanwhile(**saving: object) -> None:
        services.mark_submitted(draft=services.fresh(draft), stream="trademark/245000001", at=clock.now())
        raise services.AlreadySubmitted

    monkeypatch.setattr(services, "save_page", filed_meanwhile)
    answer = browser.post(step(draft, "marque"), {"mark.text": "TARD"})
    assert answer["Location"] == reverse("trademark_file:file", args=["245000001"])


def test_a_visitor_logs_in_before_starting(client: Client, db: None) -> None:
    assert client.get(reverse("depot_marque:start"))["Location"].startswith(reverse("sign_in:login"))


def test_a_step_that_does_not_exist_is_404(browser: Client, draft: Draft) -> None:
    assert browser.get(step(draft, "autre-etape")).status_code == 404


def test_an_application_written_back_into_the_form_reads_the_same(camille: User) -> None:
    changes = {
        "representation.choice": "agent", "representative.quality": "other", "representative.party.name": "Petit",
        "priority_claims[0].office": "DE", "priority_claims[0].number": "302024", "kind": "individual",
        "priority_claims[0].filed_on": "2024-01-10", "priority_claims[0].kind": "foreign_filing",
    }  # fmt: skip
    application = reading.read(a_draft(camille, **changes).data).application
    assert reading.read(writing.fields(application)).application == application


def test_the_steps_cover_every_field_that_the_law_may_name() -> None:
    names = ("applicants", "representative", "mark", "kind", "goods_services", "priority_claims", "rules_of_use",
             "evidence_of_use", "home_registration", "annexes", "signature", "client_reference")  # fmt: skip
    prefixes = {prefix for one in STEPS for prefix in one.fields}
    assert set(names) <= prefixes

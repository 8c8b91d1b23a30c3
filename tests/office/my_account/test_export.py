"""The export of one's data: all of one's own, no secret, nothing of an organisation's."""

from __future__ import annotations

import json
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import CASCADE
from django.urls import reverse
from PIL import Image

from guichet.office.accounts import limits, personal
from guichet.office.accounts import queries as accounts
from guichet.office.accounts.models import User
from guichet.office.authority.models import Holding
from guichet.office.documents import services as documents
from guichet.office.documents.models import StoredFile
from guichet.office.drafts import services as drafts
from guichet.office.my_account import sections
from guichet.office.organisations import acting
from guichet.office.organisations import services as organisations
from guichet.office.sign_in import marks
from guichet.office.sign_in.models import Authenticator
from guichet.office.toolbox import clock
from office.my_account.conftest import PASSWORD, log_in

PAGE = "/compte/donnees/"


@pytest.fixture(autouse=True)
def day(office_clock):
    return office_clock.on(2024, 3, 4)


@pytest.fixture
def inside(client, claire):
    log_in(client, claire.email)
    return client


def taken(response) -> dict[str, bytes]:
    """The content of each file of the archive."""
    assert response.status_code == 200
    with ZipFile(BytesIO(b"".join(response.streaming_content))) as archive:
        assert archive.testzip() is None
        found = {name: archive.read(name) for name in archive.namelist()}
    return found


def export(client) -> dict[str, bytes]:
    return taken(client.post(PAGE, {"password": PASSWORD}))


def rows(found: dict[str, bytes], name: str) -> list[dict]:
    return json.loads(found[f"{name}.json"])


def test_the_page_explains_and_gives_nothing_without_the_password(inside):
    page = inside.get(reverse("my_account:export")).content.decode()
    assert "archive ZIP" in page
    for posted in ({}, {"password": "pas celui-là"}):
        assert inside.post(PAGE, posted).status_code == 422


def test_every_section_is_there_and_the_readme_names_it(inside):
    found = export(inside)
    readme = found["LISEZ-MOI.txt"].decode()
    for section in (*sections.SECTIONS, *personal.sections()):
        assert isinstance(rows(found, section.name), list)
        assert f"{section.name}.json : {section.title}" in readme


def test_the_account_its_memberships_and_its_deeds(inside, claire):
    organisations.create(name="Lumivelle", administrator=claire, at=clock.now())
    found = export(inside)
    (account,) = rows(found, "compte")
    assert (account["email"], account["last_name"]) == (claire.email, "Martin")
    assert [one["organisation__name"] for one in rows(found, "rattachements")] == ["Lumivelle"]
    assert "organisation.created" in [one["what"] for one in rows(found, "actes")]
    assert [one["succeeded"] for one in rows(found, "connexions")] == [True]


def test_ones_own_draft_comes_whole_with_its_versions_and_its_files(inside, claire, settings, tmp_path):
    settings.DOCUMENT_STORE = str(tmp_path)
    actor = accounts.account_actor(claire)
    sent = SimpleUploadedFile("logo.png", A_PNG, content_type="image/png")
    kept = documents.receive(upload=sent, purpose="mark_image", by=actor)
    data = {"mark.text": "LUMI", "mark.image": {"sha256": kept.sha256}}
    drafts.create(procedure="depot-marque", acting=acting.of(claire, ""), data=data, at=clock.now())
    found = export(inside)
    (draft,) = rows(found, "projets")
    assert draft["data"]["mark"]["text"] == "LUMI"
    assert {one["path"] for one in draft["versions"]} >= {"mark.text"}
    assert found[f"fichiers/{kept.sha256}.png"] == A_PNG


def a_png() -> bytes:
    target = BytesIO()
    Image.new("RGB", (400, 400), "white").save(target, "PNG", dpi=(300, 300))
    return target.getvalue()


A_PNG = a_png()


def test_what_belongs_to_an_organisation_stays_there(inside, claire, settings, tmp_path):
    settings.DOCUMENT_STORE = str(tmp_path)
    entity = organisations.create(name="Lumivelle", administrator=claire, at=clock.now())
    actor, holder = accounts.account_actor(claire), f"organisation:{entity.public_id}"
    sent = SimpleUploadedFile("logo.png", A_PNG, content_type="image/png")
    kept = documents.receive(upload=sent, purpose="mark_image", by=actor)
    data = {"mark.text": "SECRETMAISON", "mark.image": {"sha256": kept.sha256}}
    drafts.create(procedure="depot-marque", acting=acting.of(claire, str(entity.public_id)), data=data, at=clock.now())
    Holding.objects.create(stream="trademark/245000001", holder=holder, contact=actor, opened_at=clock.now())
    found = export(inside)
    assert not [name for name in found if name.startswith("fichiers/")]
    assert b"SECRETMAISON" not in b"".join(found.values())
    assert rows(found, "projets") == []
    assert [one["holder"] for one in rows(found, "projets-d-entreprises")] == [holder]
    assert [one["entries"] for one in rows(found, "dossiers")] == [[]]
    assert StoredFile.objects.filter(received_by=actor).exists()


def test_no_secret_is_in_it(inside, claire, paul):
    Authenticator.objects.create(user=claire, name="téléphone", added_at=clock.now(), sealed_secret="TRESSECRET")
    session = inside.session
    session[marks.SECOND_AT] = clock.now().isoformat()
    session.save()
    found = export(inside)
    whole = b"".join(found.values()).decode()
    assert "TRESSECRET" not in whole and claire.password not in whole
    assert "téléphone" in whole
    assert paul.email not in whole and "Autre" not in whole, "nor anybody else"


def test_it_is_limited(inside):
    for _ in range(limits.EXPORT.most):
        export(inside)
    assert inside.post(PAGE, {"password": PASSWORD}).status_code == 429


def test_tries_at_the_password_are_limited(inside):
    codes = [inside.post(PAGE, {"password": "mauvais"}).status_code for _ in range(9)]
    assert codes == [422] * 8 + [429]


def test_it_is_noted_in_ones_own_trail(inside, claire):
    export(inside)
    found = export(inside)
    assert "account.exported" in [one["what"] for one in rows(found, "actes")]


NOT_GIVEN = {
    "examination.Assignment": "the work of the staff",
    "examination.PaperDispatch": "the work of the staff",
    "staff.Directorship": "the work of the staff",
    "staff.SignatureDelegation": "the work of the staff",
    "accounts.StaffRole": "in compte.json",
    "drafts.Presence": "who sees a draft now; forgotten in a minute",
    "notices.Digest": "only that a digest left on a day",
    "helpdesk.News": "the work of the staff",
}
GIVEN = {
    "drafts.Draft", "drafts.Invitation", "notices.Preferences", "notices.NewsItem", "payments.Payment",
    "organisations.Membership", "organisations.JoinRequest", "sign_in.Authenticator", "sign_in.SecurityKey",
    "sign_in.RecoveryCode", "sign_in.IdentityLink", "sign_in.SessionRecord", "sign_in.KnownBrowser", "sign_in.SignIn",
    "accounts.EmailChange", "agenda.CalendarFeed", "agenda.Reminder", "helpdesk.Request",
}  # fmt: skip


def test_every_table_that_names_a_person_is_given_or_said_not_to_be():
    """A new table with a key to the account must choose: a section of the export, or a reason."""
    named = {
        f"{model._meta.app_label}.{model.__name__}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model is User
    }
    assert named - GIVEN - set(NOT_GIVEN) == set()


def test_what_a_deletion_would_take_is_known():
    """Rows that go with an account (CASCADE) are its belongings: nothing that the law keeps may be among them."""
    taken_away = {one.related_model._meta.label for one in User._meta.related_objects if one.on_delete is CASCADE}
    assert taken_away <= GIVEN | set(NOT_GIVEN)
    assert not taken_away & {
        "payments.Payment",
        "drafts.Draft",
        "organisations.Membership",
        "staff.SignatureDelegation",
    }

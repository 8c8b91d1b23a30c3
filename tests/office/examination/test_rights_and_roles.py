"""An examiner works on the kinds of files of his right; an auditor reads all; each role begins its day at home."""

from __future__ import annotations

import pytest
from django.urls import reverse

from factories.staff import an_agent, enters
from factories.trademarks import a_document, a_trademark, an_application
from guichet.office.documents.models import StoredFile
from guichet.office.ledger import followers, queries
from guichet.office.toolbox import clock

pytestmark = pytest.mark.django_db
NUMBER = "245000970"


@pytest.fixture(autouse=True)
def a_file(office_clock) -> str:
    paper = a_document("pouvoir.pdf")
    stream = a_trademark("admissible", number=NUMBER, application=an_application("VELOURS", rules_of_use=paper))
    followers.catch_up()
    office_clock.on(2024, 3, 11)
    return stream


def page(client, name: str = "queue", **query: str) -> str:
    address = reverse(f"examination:{name}", args=[] if name == "queue" else [NUMBER])
    return str(client.get(address, query).content.decode())


def test_an_examiner_of_patents_sees_no_trademark_and_does_nothing_to_it(a_file) -> None:
    wrong = enters(an_agent("examiner", rights=("patent",)))
    assert "VELOURS" not in page(wrong, panier="tous")
    assert "VELOURS" not in page(wrong, q="velours")
    assert wrong.get(reverse("examination:queue"), {"q": NUMBER}).status_code == 200
    for name in ("examination:file", "examination:assign"):
        assert wrong.get(reverse(name, args=[NUMBER])).status_code in (404, 405)
    seen = len(queries.history(a_file))
    act = reverse("examination:act", args=[NUMBER, "clear_examination"])
    assert wrong.get(act).status_code == 404
    assert wrong.post(act, {"expected": seen}).status_code == 404
    assert wrong.post(reverse("examination:assign", args=[NUMBER])).status_code == 404
    for name in ("examination:document", "examination:sign"):
        assert wrong.get(reverse(name, args=[NUMBER, a_document().sha256])).status_code == 404
    assert len(queries.history(a_file)) == seen


def test_an_examiner_of_trademarks_sees_and_acts(a_file) -> None:
    right = enters(an_agent("examiner", rights=("trademark",)))
    assert "VELOURS" in page(right, panier="tous")
    seen = len(queries.history(a_file))
    act = reverse("examination:act", args=[NUMBER, "plan_publication"])
    answer = right.post(act, {"expected": seen, "issue_date": "2024-03-22"})
    assert answer["Location"] == reverse("examination:file", args=[NUMBER])
    assert queries.history(a_file)[-1].authority.startswith("delegation:")


def test_a_clerk_who_examines_patents_reads_trademarks_and_only_corrects_them() -> None:
    clerk = enters(an_agent("examiner", "register_clerk", rights=("patent",)))
    assert "Rectifier une erreur" in page(clerk, "file")
    assert clerk.get(reverse("examination:act", args=[NUMBER, "clear_examination"])).status_code == 404
    assert "Suivre ce dossier" not in page(clerk, "file")


def test_an_auditor_reads_every_page_and_changes_nothing(a_file) -> None:
    auditor = enters(an_agent("auditor", signs=False))
    seen = len(queries.history(a_file))
    act = reverse("examination:act", args=[NUMBER, "clear_examination"])
    assert "VELOURS" in page(auditor, panier="tous")
    assert "Suivre ce dossier" not in page(auditor, "file")
    assert auditor.get(act).status_code == 200
    for name, address in (("act", act), ("assign", reverse("examination:assign", args=[NUMBER]))):
        assert auditor.post(address, {"expected": seen}).status_code == 403, name
    assert auditor.get(reverse("bulletin_desk:editor")).status_code == 200
    for name in ("bulletin_desk:start_preparations", "bulletin_desk:publish"):
        assert auditor.post(reverse(name), {"issue_date": "2024-03-29"}).status_code == 403, name
    assert len(queries.history(a_file)) == seen


@pytest.mark.parametrize(
    ("role", "home"),
    [("bulletin_editor", "bulletin_desk:editor"), ("information_agent", "helpdesk_desk:queue"),
     ("administrator", "staff_desk:people")],
)  # fmt: skip
def test_each_role_begins_its_day_at_its_own_desk(role, home) -> None:
    desk = enters(an_agent(role, signs=False))
    assert desk.get(reverse("examination:queue"), follow=True).redirect_chain == [(reverse(home), 302)]
    for name in ("examination:file", "examination:act"):
        arguments = [NUMBER] if name == "examination:file" else [NUMBER, "correct"]
        assert desk.get(reverse(name, args=arguments)).status_code == 404


@pytest.mark.parametrize(
    ("state", "words"), [("clean", "antivirus : sain"), ("not_scanned", "non analysé"), ("", "non analysé")]
)
def test_the_list_of_documents_says_what_the_scanner_said(examiner, state, words) -> None:
    if state:
        StoredFile.objects.create(
            sha256=a_document().sha256, size=1, media_type="application/pdf", received_at=clock.now(),
            received_by="account:x", scan_state=state,
        )  # fmt: skip
    assert words in page(examiner, "file")

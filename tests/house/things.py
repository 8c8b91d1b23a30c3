"""What the addresses of the site name: one thing of every kind, and to whom it belongs."""

from __future__ import annotations

import hashlib
import io
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.auth.hashers import make_password
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from PIL import Image

from factories.staff import a_director
from factories.trademarks import an_application
from guichet.office.accounts import address_changes, links
from guichet.office.accounts.models import Role, SignUp, User
from guichet.office.agenda import services as agenda
from guichet.office.authority import mandates
from guichet.office.bulletin import services as bulletin
from guichet.office.documents import services as documents
from guichet.office.documents.models import SealedDocument
from guichet.office.drafts import file_templates, reviews
from guichet.office.drafts import services as drafts
from guichet.office.drafts.models import Comment, Contact, DraftVersion
from guichet.office.helpdesk import services as helpdesk
from guichet.office.helpdesk.models import News
from guichet.office.ledger import followers
from guichet.office.ledger.services import record
from guichet.office.notices.models import Notice
from guichet.office.organisations import acting
from guichet.office.organisations.acting import Acting
from guichet.office.organisations.models import JoinRequest
from guichet.office.payments.models import Payment, State
from guichet.office.procedures.trademark_observation import acts as observations
from guichet.office.sign_in.links import lost_password_tokens
from guichet.office.sign_in.models import Authenticator, IdentityLink, SessionRecord
from guichet.office.staff import services as staff_services
from guichet.office.toolbox import clock, storage
from guichet.rights.parties import Document
from guichet.rights.trademarks import events as e
from guichet.rights.trademarks.application import MarkRepresentation
from house.world import World, companies, people, staff

NUMBER, ISSUE, ISSUE_DAY = "245000990", "2024-13", date(2024, 3, 29)
STREAM = f"trademark/{NUMBER}"
A_PDF = b"%PDF-1.7\n%%EOF\n"


def build(office_clock: Any) -> World:
    """Monday 4 March 2024 to Tuesday 2 April: the first organisation's published mark, draft, mandate, and the rest."""
    office_clock.on(2024, 3, 4)
    world = World(found := people(), companies(found))
    chief, member = acting.of(found["administrator"]), acting.of(found["collaborator"])
    world.named |= a_published_mark(chief, office_clock)
    office_clock.on(2024, 4, 2)
    at = clock.now()
    for more in (of_the_file(found, chief, at), of_the_draft(chief, at), of_the_company(world, chief, member, at),
                 of_the_person(member.user, at), of_the_desk(found, member, at)):  # fmt: skip
        world.named |= more
    world.posted["staff_desk:dismiss"] = {"role": Role.EXAMINER}
    return world


def a_published_mark(chief: Acting, office_clock: Any) -> dict[str, str]:
    """A collective mark with an image and rules of use, and the issue of the bulletin in which it appeared."""
    drawn = io.BytesIO()
    Image.new("RGB", (200, 200), "navy").save(drawn, "PNG")
    upload = SimpleUploadedFile("signe.png", drawn.getvalue(), "image/png")
    image = documents.receive(upload=upload, purpose="mark_image", by=chief.actor)
    rules = Document(sha256=storage.put(A_PDF), name="regle.pdf", media_type="application/pdf", size=len(A_PDF))
    application = an_application(
        kind="collective", mark=MarkRepresentation("figurative", image=image), rules_of_use=rules
    )
    day = clock.today()
    steps: list[tuple[Any, str]] = [
        (e.ApplicationReceived(NUMBER, application), chief.actor),
        (e.FilingDateAccorded(day), "office:trademark_filing"),
        (e.PublicationPlanned(ISSUE_DAY), "office:test"),
    ]  # fmt: skip
    for rank, (event, by) in enumerate(steps):
        under = chief.holder if by == chief.actor else ""
        record([event], stream=STREAM, expected=rank, by=by, act="test", at=clock.now(), under=under)
    followers.catch_up()
    office_clock.on(ISSUE_DAY.year, ISSUE_DAY.month, ISSUE_DAY.day)
    bulletin.start_preparations(issue_date=ISSUE_DAY, by="office:test")
    bulletin.publish(issue_date=ISSUE_DAY, by="office:test")
    followers.catch_up()
    sealed(f"bulletin/{ISSUE}", "bulletin", stream="")
    seen = observations.file_observation(
        number=NUMBER, grounds=("L. 711-2, 3°",), statement="Terme usuel.", name="Aline Roux",
        email="aline@exemple.fr", at=clock.now(),
    )  # fmt: skip
    followers.catch_up()
    return {
        "number": NUMBER, "kind": "trademark", "subject": STREAM, "sha256": image.sha256,
        "web:article|slug": "l712-3", "web:procedure_law|slug": "depot-marque",
        **{f"bulletin:{name}|number": ISSUE for name in ("issue", "issue_file", "issue_pdf")},
        "trademark_observation:received|reference": seen,
    }  # fmt: skip


def of_the_file(found: dict[str, User], chief: Acting, at: datetime) -> dict[str, str]:
    """Its certificate, its payment with the receipt, a letter opened, and a letter to someone without an account."""
    paper = sealed("certificate-1", "certificate")
    payment = Payment.objects.create(
        stream=STREAM, account=chief.user, authority=chief.holder, debt="trademark.deposit#1", fees=[],
        amount_cents=19000, idempotency_key="k", provider="simulator", provider_reference="r", state=State.CAPTURED,
        closed_by_provider=True, debited_cents=19000, created_at=at, captured_at=at,
    )  # fmt: skip
    sealed(f"payment/{payment.reference}", "payment_receipt")
    letter = a_letter("L-AAAA-BBBB-CCCC", chief.holder, at, opened_at=at, opened_by=chief.actor, served_on=at.date(),
                      how=Notice.How.OPENED)  # fmt: skip
    paper_letter = a_letter("L-DDDD-EEEE-FFFF", "", at)
    return {
        "identifier": str(paper.pk), "reference": str(payment.reference), "provider": "simulator",
        **{f"notices:{name}|reference": letter for name in ("letter", "office_copy", "open", "pdf", "proof")},
        "examination:print_letter|reference": paper_letter, "examination:posted|reference": paper_letter,
        "examination:act|name": "correct",
    }  # fmt: skip


def a_letter(reference: str, holder: str, at: datetime, **changes: Any) -> str:
    """A letter about the mark, whose sealed PDF is made."""
    Notice.objects.create(
        reference=reference, stream=STREAM, number=NUMBER, kind="trademark.irregularity_notified", holder=holder,
        title="Notification", template="none", data={}, document=sealed(reference, "letter"), issued_at=at,
        available_at=at, **changes,
    )  # fmt: skip
    return reference


def sealed(key: str, kind: str, stream: str = STREAM) -> SealedDocument:
    """A paper of the office; its seal does not matter here."""
    return SealedDocument.objects.create(
        kind=kind, stream=stream, title=kind, code=hashlib.sha256(key.encode()).hexdigest()[:14], key=key,
        sha256=storage.put(A_PDF), size=len(A_PDF), created_at=clock.now(),
    )  # fmt: skip


def of_the_draft(chief: Acting, at: datetime) -> dict[str, str]:
    """A draft with a file, a reviewer, a comment and a history; another in the bin; a template; a contact."""
    image = {"sha256": storage.put(A_PDF), "name": "piece.pdf", "media_type": "application/pdf", "size": len(A_PDF)}
    data = {"mark.text": "LUMI", "rules_of_use": image}
    draft = drafts.create(procedure="depot-marque", acting=chief, data=data, at=at)
    binned = drafts.create(procedure="depot-marque", acting=chief, data={}, at=at)
    drafts.delete(draft=binned, by=chief.actor, at=at)
    drafts.save_fields(draft=draft, changes={"mark.text": "LUMIVELLE"}, by=chief.actor, at=at)
    drafts.save_fields(draft=draft, changes={"mark.text": "LUMIVA"}, by=chief.actor, at=at)
    invitation, token = reviews.invite(
        draft=draft, acting=chief, name="Me Roux", email="roux@exemple.fr", may_sign=True, at=at
    )
    comment = Comment.objects.create(draft=draft, text="À revoir", by=chief.actor, author="Dominique", at=at)
    template = file_templates.create(draft=draft, name="Habituel", steps=["marque"], by=chief.actor, at=at)
    contact = Contact.objects.create(holder=chief.holder, name="Roux", updated_at=at)
    version = DraftVersion.objects.filter(draft=draft).latest("version")
    return {
        "public_id": str(draft.public_id), "drafts:recover|public_id": str(binned.public_id), "slug": "marque",
        "path": "rules_of_use", "version": str(version.pk), "comment": str(comment.pk),
        "invitation": str(invitation.public_id),
        **{f"review:{name}|token": token for name in ("page", "comment", "sign", "document")},
        **{f"drafts:{name}|public_id": str(template.public_id) for name in ("start_template", "delete_template")},
        **{f"drafts:{name}|public_id": str(contact.public_id) for name in ("contact", "delete_contact")},
    }  # fmt: skip


def of_the_company(world: World, chief: Acting, member: Acting, at: datetime) -> dict[str, str]:
    """A mandate asked of its administrator with its power, requests to join it, and its own member."""
    mandate = mandates.grant(
        acting=chief, invited="maitre@exemple.fr", at=at,
        terms=mandates.Terms(quality="lawyer", rights=("trademark",), since=at.date()),
    )  # fmt: skip
    mandate.power = {"sha256": storage.put(A_PDF), "name": "pouvoir.pdf", "media_type": "application/pdf", "size": 15}
    mandate.save(update_fields=["power"])
    offered = mandates.grant(
        acting=acting.of(world.people["rival"]), invited=chief.user.email, at=at,
        terms=mandates.Terms(quality="lawyer", rights=("trademark",), since=at.date()),
    )  # fmt: skip
    asks = JoinRequest.objects.create(organisation=world.company, user=world.people["stranger"], asked_at=at)
    own = JoinRequest.objects.create(user=member.user, asked_to="rival@exemple.fr", asked_at=at)
    return {
        **{f"authority:{name}|public_id": str(mandate.public_id)
           for name in ("mandate", "mandate_document", "mandate_revoke")},
        "authority:mandate_accept|public_id": str(offered.public_id), "which": "power",
        "my_company:answer|public_id": str(asks.public_id), "my_company:withdraw|public_id": str(own.public_id),
        "my_company:member|public_id": str(member.user.public_id),
        "my_company:reassign|public_id": str(chief.user.public_id),
    }  # fmt: skip


def of_the_person(user: User, at: datetime) -> dict[str, str]:
    """The collaborator's own: factor, provider's identity, another session, links of e-mails, calendar, requests."""
    factor = Authenticator.objects.create(user=user, name="téléphone", added_at=at, sealed_secret="x")
    identity = IdentityLink.objects.create(user=user, provider="essai", subject="s", linked_at=at)
    session = SessionRecord.objects.create(user=user, browser="Firefox", place="x", first_seen_at=at, last_seen_at=at)
    profile = {"last_name": "Dupont", "first_name": "Jean"}
    asked = SignUp.objects.create(
        email="jean@exemple.fr", password=make_password("x"), profile=profile, signed_up_at=at,
        due_at=at + timedelta(days=3),
    )  # fmt: skip
    done = address_changes.EmailChange.objects.create(
        user=user, old_email="ancienne@exemple.fr", new_email=user.email, asked_at=at, due_at=at, old_confirmed_at=at,
        new_confirmed_at=at, done_at=at, reversible_until=at + timedelta(days=7),
    )  # fmt: skip
    change = address_changes.ask(user=user, new_email="nouvelle@exemple.fr", at=at)
    forgetful = User.objects.create_user("etourdi@exemple.fr", "x", last_name="Petit", first_name="Alex")
    question = helpdesk.ask(user=user, kind="other", subject="Question", text="Bonjour.", at=at)
    return {
        "sign_in:factor_remove|public_id": str(factor.public_id),
        "sign_in:identity_unlink|public_id": str(identity.public_id),
        "sign_in:session_end|public_id": str(session.public_id), "name": "essai",
        "my_account:activate|token": links.activation_token(asked),
        "my_account:email_old|token": links.email_change_token(change, "old"),
        "my_account:email_new|token": links.email_change_token(change, "new"),
        "my_account:email_undo|token": links.email_change_token(done, "undo"),
        "uid": urlsafe_base64_encode(force_bytes(str(forgetful.public_id))),
        "sign_in:password_reset_confirm|token": lost_password_tokens.make_token(forgetful),
        "calendar:feed|token": agenda.create_address(user=user, holder=acting.of(user).holder, at=at),
        "helpdesk:request|number": question.number, "helpdesk:write|number": question.number,
        "helpdesk:ask|kind": "question",
    }  # fmt: skip


def of_the_desk(found: dict[str, User], member: Acting, at: datetime) -> dict[str, str]:
    """Who directs, who signs; a question that an agent reads; a piece of news."""
    agent = found[staff("examiner")]
    staff_services.open_desk(director=a_director(), delegates={agent: "examinateur"}, since=date(2024, 3, 1))
    question = helpdesk.ask(
        user=member.user, kind="email_change", subject="Adresse", text="Bonjour.", email="autre@exemple.fr", at=at
    )
    news = helpdesk.publish_news(title="Nouveau", body="Bonjour.", kind=News.Kind.INFORMATION, at=at)
    desk = ("answer", "close", "note", "request", "send_activation", "start_email_change", "take")
    people_pages = ("dismiss", "person", "rights", "end_sessions")
    return {
        **{f"helpdesk_desk:{name}|number": question.number for name in desk},
        **{f"staff_desk:{name}|public_id": str(agent.public_id) for name in people_pages},
        "staff_desk:end_delegation|public_id": str(agent.signatures.get().public_id), "pk": str(news.pk),
    }  # fmt: skip

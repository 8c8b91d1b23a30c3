"""Outgoing e-mail: queued in the transaction, rendered twice, sent once drained."""

from __future__ import annotations

import pytest
from django.core import mail as outbox
from django.db import transaction
from django.test import override_settings
from procrastinate.contrib.django.models import ProcrastinateJob

from guichet.office.toolbox import mail, tasks

TEMPLATES = {
    "probe.txt": "Bonjour {{ name }}, depuis {{ site_url }}",
    "probe.html": "<p>Bonjour {{ name }}, {{ operator_name }}</p>",
}


@pytest.fixture(autouse=True)
def templates(settings):
    loaders = [("django.template.loaders.locmem.Loader", TEMPLATES)]
    backend = {"BACKEND": "django.template.backends.django.DjangoTemplates", "OPTIONS": {"loaders": loaders}}
    with override_settings(TEMPLATES=[backend], SITE_URL="https://guichet.test", OPERATOR_NAME="Office d'essai"):
        yield


def send(**changes):
    mail.send(
        **{"to": "a@exemple.fr", "subject": "Bonjour", "template": "probe", "context": {"name": "Ada"}, **changes}
    )


@pytest.mark.django_db
def test_an_email_waits_in_the_queue_then_leaves_as_text_and_html():
    send()
    assert outbox.outbox == []
    assert tasks.drain() == 1
    (message,) = outbox.outbox
    assert message.to == ["a@exemple.fr"]
    assert message.body == "Bonjour Ada, depuis https://guichet.test"
    assert message.alternatives[0].content == "<p>Bonjour Ada, Office d&#x27;essai</p>"
    assert message.from_email.endswith("@guichet.localhost>")


@pytest.mark.django_db
def test_a_rolled_back_transaction_sends_nothing():
    with pytest.raises(RuntimeError), transaction.atomic():
        send()
        raise RuntimeError
    assert tasks.drain() == 0
    assert outbox.outbox == []


@pytest.mark.django_db
def test_a_subject_holds_on_one_line_so_that_no_header_can_be_injected():
    send(subject="Bonjour\nBcc: tous@exemple.fr")
    tasks.drain()
    assert outbox.outbox[0].subject == "Bonjour Bcc: tous@exemple.fr"


@pytest.mark.django_db
def test_an_email_sent_again_keeps_its_message_id():
    send()
    job = ProcrastinateJob.objects.get()
    mail.deliver.func(**job.args)
    mail.deliver.func(**job.args)
    first, second = outbox.outbox
    assert first.extra_headers["Message-ID"] == second.extra_headers["Message-ID"]


@pytest.mark.django_db
def test_html_escapes_what_people_wrote():
    send(context={"name": "<script>"})
    tasks.drain()
    assert "&lt;script&gt;" in outbox.outbox[0].alternatives[0].content

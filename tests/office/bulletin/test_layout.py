"""The PDF of an issue is made by the task queue, never in the process that answers people."""

from __future__ import annotations

import pytest
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from guichet.office.bulletin import layout, queries
from guichet.office.toolbox import storage, tasks

from .test_issues import publish

pytestmark = pytest.mark.django_db


def waiting() -> int:
    return ProcrastinateJob.objects.filter(task_name="bulletin.lay_out", status="todo").count()


def test_until_it_is_made_the_pdf_is_said_to_be_in_preparation(client, office_clock) -> None:
    number = publish(office_clock)
    address = reverse("bulletin:issue_pdf", args=[number])
    for _ in range(2):
        answer = client.get(address)
        assert answer.status_code == 202
        assert "en préparation" in answer.content.decode()
    assert layout.made(number) is None
    assert waiting() == 1
    tasks.drain()
    assert client.get(address)["Content-Type"] == "application/pdf"


def test_an_issue_of_the_past_without_pdf_is_laid_out_when_someone_asks(client, office_clock) -> None:
    number = publish(office_clock)
    ProcrastinateJob.objects.all().delete()
    assert client.get(reverse("bulletin:issue_pdf", args=[number])).status_code == 202
    assert waiting() == 1


def test_the_file_of_an_issue_is_built_once_and_kept_under_its_hash(client, office_clock, monkeypatch) -> None:
    number = publish(office_clock)
    address = reverse("bulletin:issue_file", args=[number])
    first = client.get(address).content
    row = queries.issue(number)
    assert row and storage.get(row.content_hash) == first
    monkeypatch.setattr(queries, "issue_content", lambda row: pytest.fail("built again"))
    assert client.get(address).content == first

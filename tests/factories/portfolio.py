"""Organisations with people, files and drafts, and the portal as one of them sees it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.test import Client
from django.urls import reverse
from lxml import html

from factories.trademarks import an_application, noon
from guichet.office.accounts.models import User
from guichet.office.drafts import services as drafts
from guichet.office.drafts.models import Draft
from guichet.office.ledger import followers
from guichet.office.ledger.services import record
from guichet.office.organisations.acting import Acting
from guichet.office.organisations.models import Membership, Organisation, Standing
from guichet.rights.trademarks import events as e

LONG_AGO = datetime(2020, 1, 2, 9, tzinfo=noon(date(2020, 1, 2)).tzinfo)


def a_person(first_name: str, last_name: str) -> User:
    email = f"{first_name}.{last_name}@exemple.fr".lower()
    return User.objects.create_user(email, "une-phrase", first_name=first_name, last_name=last_name)


def a_member(user: User, organisation: Organisation, standing: str = Standing.COLLABORATOR) -> Acting:
    row = Membership.objects.create(organisation=organisation, user=user, standing=standing, since=LONG_AGO)
    return Acting(user, row)


def a_file(acting: Acting, number: str, text: str = "LUMIVELLE", *, on: date = date(2024, 3, 4), **changes: Any) -> str:
    """A trademark just received, filed by this person for whom he or she acts."""
    under = acting.holder if acting.organisation else ""
    event = e.ApplicationReceived(number, an_application(text, **changes))
    stream = f"trademark/{number}"
    record([event], stream=stream, expected=0, by=acting.actor, under=under, act="file", on=on, at=noon(on))
    return stream


def a_draft(acting: Acting, client_reference: str = "", text: str = "", on: date = date(2024, 3, 1)) -> Draft:
    data = {"client_reference": client_reference, "mark.text": text}
    return drafts.create(procedure="depot-marque", acting=acting, data=data, at=noon(on))


@dataclass(frozen=True)
class House:
    """An organisation with an administrator and a collaborator who file, and another organisation."""

    organisation: Organisation
    anne: Acting
    bruno: Acting
    rival: Acting


def page(client: Client, acting: Acting, **query: str) -> html.HtmlElement:
    """The portal as this person sees it, once the projections are up to date."""
    followers.catch_up()
    client.force_login(acting.user)
    response = client.get(reverse("portfolio:list"), query)
    assert response.status_code == 200
    return html.document_fromstring(response.content.decode())


def cells(tree: html.HtmlElement, label: str) -> list[str]:
    """A column of the table, in the words of its cells."""
    return [" ".join(cell.text_content().split()) for cell in tree.xpath(f"//td[@data-label='{label}']")]


def numbers(tree: html.HtmlElement) -> list[str]:
    return ["".join(text.split()) for text in cells(tree, "Référence INPI")]


def basket_counts(tree: html.HtmlElement) -> dict[str, int]:
    found: Iterable[html.HtmlElement] = tree.xpath("//a[@class='basket']")
    return {basket.find("span").text: int(basket.find("strong").text) for basket in found}

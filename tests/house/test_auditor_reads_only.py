"""« N'y change rien »: an auditor reads every page of the desk, and none offers what would be refused."""

from __future__ import annotations

import pytest
from lxml import html

from guichet.office.accounts.models import Role
from house.addresses import addresses
from house.doors import doors
from house.world import World, asked, staff

pytestmark = pytest.mark.django_db


def pages(world: World, who: str) -> dict[str, html.HtmlElement]:
    """Every page of the desk that this person reads, by the name of its address."""
    client, found = world.browser(who), {}
    for name, place in addresses():
        if not doors()[name].startswith("desk"):
            continue
        answer = asked(client, "get", world.address(name, place))
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            found[name] = html.document_fromstring(answer.content.decode())
    return found


def posting(tree: html.HtmlElement) -> list[str]:
    """Where the forms of this page post, besides « Se déconnecter » and whom one acts for."""
    return [form.get("action", "") for form in tree.xpath("//main//form[@method='post']")]


def test_no_page_of_the_desk_offers_an_auditor_what_would_be_refused(world: World) -> None:
    found = pages(world, staff(Role.AUDITOR))
    assert {"bulletin_desk:editor", "examination:act", "examination:file", "staff_desk:person"} <= set(found)
    assert {name: posting(tree) for name, tree in found.items() if posting(tree)} == {}
    words = {name: " ".join(tree.text_content().split()) for name, tree in found.items()}
    offered = ("Donner un rôle", "Enregistrer un directeur général", "Enregistrer une délégation", "Écrire une")
    hubs = ("staff_desk:people", "staff_desk:delegations", "news_desk:list")
    assert [(name, one) for name in hubs for one in offered if one in words[name]] == []
    assert not found["examination:file"].xpath("//a[contains(@href, '/actes/')]")
    assert "réservé" in words["staff_desk:appoint"]


def test_whose_desk_it_is_still_acts(world: World) -> None:
    roles = {
        "staff_desk:person": Role.ADMINISTRATOR, "staff_desk:appoint": Role.ADMINISTRATOR,
        "staff_desk:director": Role.ADMINISTRATOR, "staff_desk:delegate": Role.ADMINISTRATOR,
        "bulletin_desk:editor": Role.BULLETIN_EDITOR, "helpdesk_desk:request": Role.INFORMATION_AGENT,
        "news_desk:write": Role.INFORMATION_AGENT, "examination:file": Role.EXAMINER,
    }  # fmt: skip
    for name, role in roles.items():
        assert posting(pages(world, staff(role))[name]), name

"""Every page, with and without errors shown, at 1280 and 360 pixels: axe finds nothing, nothing overflows."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, resolve

from e2e.browsing import Visitor
from e2e.deeds import Place, look_at
from e2e.office import Office
from e2e.table import PLACES, PUBLIC, SPACE

IN_THE_STORY = {
    "my_account:signup_done", "my_account:activate", "sign_in:password_reset_confirm", "payments:return",
    "trademark_observation:received", "sign_in:authenticator_add", "sign_in:factor_remove", "sign_in:recovery_codes",
}  # fmt: skip
"""Pages that need what only the walks have at hand, and that are inspected there."""
NOT_PAGES = {
    "my_account:email_withdraw": "a button",
    "authority:mandate_accept": "a button, pressed past the guide",
    "authority:mandate_document": "a file",
    "authority:trail_csv": "a file",
    "my_company:answer": "a button, pressed in the guide",
    "my_company:second_factor": "a button",
    "my_company:trail_csv": "a file",
    "my_company:withdraw": "a button",
    "organisations:choose": "a button, pressed past the guide",
    "sign_in:confirm_twice": "leads elsewhere",
    "sign_in:left": "leads elsewhere",
    "sign_in:provider": "leads to the provider",
    "sign_in:provider_answer": "leads elsewhere",
    "sign_in:identity": "needs a provider: tests/office/sign_in",
    "sign_in:identity_forget": "a button",
    "sign_in:identity_link": "a button",
    "sign_in:identity_unlink": "needs a provider: tests/office/sign_in",
    "sign_in:session_end": "a button",
    "sign_in:sessions_end_others": "a button",
    "toolbox:alive": "for machines",
    "toolbox:ready": "for machines",
    "toolbox:metrics": "for machines",
    "register:image": "an image",
    "register:rules_of_use": "a file",
    "register:certificate": "a PDF, by a button",
    "bulletin:issue_file": "a file",
    "bulletin:issue_pdf": "a PDF",
    "bulletin_desk:start_preparations": "a button",
    "bulletin_desk:publish": "a button",
    "drafts:resume": "leads elsewhere",
    "drafts:restore": "a button",
    "drafts:document": "a file",
    "drafts:take_over": "a button",
    "drafts:recover": "a button",
    "drafts:presence": "for the page's script",
    "drafts:invite": "a button, pressed in the table",
    "drafts:revoke": "a button",
    "drafts:comment": "a button",
    "drafts:settle": "a button",
    "drafts:keep_template": "a button",
    "drafts:start_template": "a button",
    "drafts:delete_template": "a button",
    "review:comment": "a button, pressed in the table",
    "review:sign": "a button, pressed in the table",
    "review:document": "a file",
    "notices:open": "a button",
    "notices:pdf": "a PDF",
    "notices:office_copy": "a PDF",
    "portfolio:csv": "a file",
    "portfolio:json": "a file",
    "portfolio:take_over": "a button",
    "agenda:calendar_create": "a button, pressed in the table",
    "agenda:calendar_revoke": "a button",
    "calendar:feed": "a calendar",
    "documents:certificate": "a file",
    "payments:webhook": "for machines",
    "payments:check": "a button",
    "payments:receipt": "a PDF",
    "examination:assign": "a button",
    "examination:posted": "a button",
    "examination:print_letter": "a PDF",
    "helpdesk:write": "a button",
    "helpdesk_desk:take": "a button",
    "helpdesk_desk:answer": "a button",
    "helpdesk_desk:note": "a button",
    "helpdesk_desk:close": "a button",
    "helpdesk_desk:send_activation": "a button",
    "helpdesk_desk:start_email_change": "a button",
    "news_desk:withdraw": "a button",
    "staff_desk:rights": "a button",
    "staff_desk:dismiss": "a button",
    "staff_desk:end_delegation": "a button",
    "staff_desk:end_sessions": "a button",
    "examination:document": "a file",
    "examination:sign": "an image",
    "examination:paper": "a PDF",
    "depot_marque:draft": "leads elsewhere",
    "depot_marque:submit": "a button",
    "depot_marque:document": "a file",
    "depot_marque:autosave": "for the page's script",
    "trademark_file:document": "a file",
    "trademark_file:paper": "a PDF",
    "trademark_file:clone": "a button",
}


@pytest.mark.parametrize("place", [*PUBLIC, *SPACE], ids=lambda place: place.name)
def test_a_page_is_accessible_and_fits(place: Place, office: Office, person: Callable[[str], Visitor]) -> None:
    look_at(place, office, person(place.who))


def test_the_table_leaves_no_page_out() -> None:
    """Each named address of the site is in the table, in the story, or no page; and nothing is named in vain."""
    known = {name: _Anything(_SOME_UUID) for name in ("drafts", "company", "staff", "requests")}
    known |= {"files": _Anything("245000001"), "letters": _Anything("L-1")}
    paths = [urlsplit(place.address.format(**known)).path for place in PLACES if place.name != "not-found"]
    visited = {resolve(path).view_name for path in paths}
    names = set(_names(get_resolver()))
    assert names - visited - IN_THE_STORY - set(NOT_PAGES) == set()
    assert (IN_THE_STORY | set(NOT_PAGES)) - names == set()


_SOME_UUID = "00000000-0000-0000-0000-000000000001"


class _Anything:
    """Answers the same for every key."""

    def __init__(self, value: str) -> None:
        self.value = value

    def __getitem__(self, _key: str) -> str:
        return self.value


def _names(resolver: URLResolver, spaces: tuple[str, ...] = ()) -> list[str]:
    """``app:name`` of every address below."""
    here = (*spaces, resolver.namespace) if resolver.namespace else spaces
    found = []
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            found += _names(one, here)
        elif isinstance(one, URLPattern) and one.name:
            found.append(":".join((*here, one.name)))
    return found

"""The user guide of the secured space, in its order: each screen, field, message and warning in it is met here."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser

from e2e import guide_company as company
from e2e import guide_portal as portal
from e2e import guide_sign_up as sign_up
from e2e.office import Office
from e2e.story import Story


def test_the_guide_from_the_first_page_to_the_last(office: Office, browser: Browser, tmp_path: Path) -> None:
    with ExitStack() as stack:
        story = Story(office, browser, tmp_path, stack)
        sign_up.the_log_in_page(story)
        sign_up.signs_up_without_entity(story)
        sign_up.signs_up_with_entity(story)
        sign_up.a_third_signs_up(story)
        sign_up.activate(story)
        sign_up.loses_the_password(story)
        company.the_home(story)
        company.edits_ones_details(story)
        company.becomes_administrator_later(story)
        company.joins(story)
        sign_up.changes_the_password(story)
        company.only_administrators_see_the_whole(story)
        company.is_promoted_then_demoted(story)
        company.edits_the_entity(story)
        portal.begins_a_draft(story)
        portal.both_see_it(story)
        portal.takes_over(story)
        portal.pays_and_submits(story)
        portal.deletes_another(story)
        company.an_account_is_deactivated(story)
        company.leaves(story)
        company.the_entity_is_deactivated(story)

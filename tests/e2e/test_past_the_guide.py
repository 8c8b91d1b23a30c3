"""What the space does that the guide does not: several organisations, mandates, reviewers, second factors, the desk."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser

from e2e import past_account as account
from e2e import past_company as company
from e2e import past_desk as desk
from e2e import past_drafts as drafts
from e2e.office import Office
from e2e.story import Story


def test_people_who_work_together(office: Office, browser: Browser, tmp_path: Path) -> None:
    with ExitStack() as stack:
        story = Story(office, browser, tmp_path, stack)
        drafts.see_each_other(story)
        drafts.a_reviewer_comments_and_signs(story)
        drafts.chooses_what_is_told(story)
        company.acts_for_one_at_a_time(story)
        company.gives_a_mandate(story)
        company.the_last_administrator_names_a_successor(story)
        company.files_are_reassigned_at_once(story)
        account.adds_a_second_factor(story)
        desk.is_called_back(story)


def test_ones_own_account(office: Office, browser: Browser, tmp_path: Path) -> None:
    with ExitStack() as stack:
        story = Story(office, browser, tmp_path, stack)
        account.changes_the_address_then_takes_it_back(story)
        account.exports_then_deletes(story)


def test_the_office_s_people(office: Office, browser: Browser, tmp_path: Path) -> None:
    with ExitStack() as stack:
        story = Story(office, browser, tmp_path, stack)
        desk.an_examiner_is_appointed(story)
        desk.an_auditor_reads_and_changes_nothing(story)
        desk.enters_the_desk(story, desk.AGENT)
        desk.a_maintenance_is_announced(story)

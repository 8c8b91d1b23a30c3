"""The main job by four people in a real Chromium, from the home page to the certificate."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser

from e2e import applicant_chapters as applicant
from e2e import office_chapters as office_work
from e2e.office import Office
from e2e.story import Story


def test_from_sign_up_to_registration(office: Office, browser: Browser, tmp_path: Path) -> None:
    with ExitStack() as stack:
        story = Story(office, browser, tmp_path, stack)
        applicant.signs_up(story)
        applicant.activates(story)
        applicant.types_on_two_devices(story)
        applicant.adds_the_picture(story)
        applicant.lists_goods(story)
        applicant.reviews_and_files(story)
        applicant.pays(story)
        applicant.keeps_the_receipt(story)
        office_work.examiner_plans_the_publication(story)
        office_work.examiner_notifies_an_irregularity(story)
        office_work.applicant_reads_the_letter(story)
        office_work.editor_publishes(story)
        office_work.citizen_finds_the_mark(story)
        office_work.examiner_clears(story)
        office_work.the_mark_is_registered(story)
        office_work.everyone_gets_a_certificate(story)

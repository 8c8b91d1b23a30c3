"""Each save stores exactly what changed; two pages never undo one another; nothing is lost."""

from __future__ import annotations

from typing import Any

import pytest

from guichet.office.drafts import paths, queries, services
from guichet.office.drafts.models import Draft
from guichet.office.toolbox import clock


def save(draft: Draft, posted: dict[str, Any], *, seen: int, page: str) -> services.Saved:
    return services.save_page(draft=draft, posted=posted, seen=seen, page=page, by="account:x", at=clock.now())


def test_a_save_stores_exactly_the_fields_that_changed(draft: Draft) -> None:
    saved = save(draft, {"mark.text": "LUMIVELLE", "mark.feature": "word"}, seen=1, page="a")
    assert saved.changed == ("mark.text",)
    row = draft.versions.get(version=2)
    assert (row.path, row.before, row.value, row.by) == ("mark.text", "LUMI", "LUMIVELLE", "account:x")


def test_a_save_that_changes_nothing_makes_no_version(draft: Draft) -> None:
    assert save(draft, {"mark.text": "LUMI", "mark.description": ""}, seen=1, page="a").changed == ()
    assert services.fresh(draft).version == 1


def test_a_stale_page_does_not_undo_another_device(draft: Draft) -> None:
    save(draft, {"mark.text": "LUMIVELLE", "mark.description": ""}, seen=1, page="phone")
    save(draft, {"mark.text": "LUMI", "mark.description": "Un mot."}, seen=1, page="computer")
    save(draft, {"mark.text": "LUMI", "mark.description": "Un mot inventé."}, seen=1, page="computer")
    assert services.fresh(draft).data["mark"] == {
        "feature": "word", "text": "LUMIVELLE", "description": "Un mot inventé."
    }  # fmt: skip


def test_the_last_write_of_a_field_wins_and_the_other_stays_in_the_history(draft: Draft) -> None:
    save(draft, {"mark.text": "LUMIVELLE"}, seen=1, page="phone")
    saved = save(draft, {"mark.text": "LUMIVAL"}, seen=1, page="computer")
    assert saved.overwritten == ("mark.text",)
    assert saved.draft.data["mark"]["text"] == "LUMIVAL"
    newest, previous, _ = (one for one in queries.changes(saved.draft) if one.version.path == "mark.text")
    assert (newest.before, newest.after) == ("LUMIVELLE", "LUMIVAL")
    restored = services.restore(draft=draft, version=newest.version, by="account:x", at=clock.now())
    assert restored.draft.data["mark"]["text"] == "LUMIVELLE"
    assert previous.after == "LUMIVELLE"


def test_keystrokes_of_one_page_are_told_as_one_change(draft: Draft) -> None:
    for text in ("LUMIV", "LUMIVE", "LUMIVEL"):
        save(draft, {"mark.text": text}, seen=1, page="a")
    change = queries.changes(services.fresh(draft))[0]
    assert (change.before, change.after) == ("LUMI", "LUMIVEL")


def test_what_is_wrong_is_kept_as_typed(draft: Draft) -> None:
    saved = save(draft, {"priority_claims[0].filed_on": "31/02/2024"}, seen=1, page="a")
    assert saved.draft.data["priority_claims"][0]["filed_on"] == "31/02/2024"


@pytest.mark.parametrize("path", ["", ".a", "[0]", "a..b", "a[999999]", "a b", "a[-1]"])
def test_a_path_that_names_no_place_is_refused(path: str) -> None:
    with pytest.raises(paths.BadPath):
        paths.split(path)


def test_writing_makes_the_places_on_the_way_and_leaves_the_original_alone() -> None:
    tree: dict[str, Any] = {"a": [{"b": 1}]}
    assert paths.write(tree, "a[2].c.d", 5) == {"a": [{"b": 1}, {}, {"c": {"d": 5}}]}
    assert tree == {"a": [{"b": 1}]}

"""Two people on one draft, and a reviewer without an account."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from e2e.guide_story import enters, field, opens, presses, says
from e2e.past_story import ANA, BOB, known
from e2e.story import Story

REVIEWER = "relectrice@exemple.fr"


def see_each_other(story: Story) -> None:
    """Both on the same step; a field that both write is not lost: the other's words can be put back."""
    step = f"/espace/procedures/depot-marque/{known(story, 'draft')}/marque/"
    enters(story, ANA)
    enters(story, BOB)
    bobs = opens(story, BOB, step)
    anas = opens(story, ANA, step)
    says(anas, f"{BOB.name} est aussi sur ce projet, étape")
    for page, text in ((anas, "ALPHALINE PLUS"), (bobs, "ALPHALINE NORD")):
        with page.expect_response(re.compile("/enregistrer/$")):
            page.get_by_label("Texte de la marque").fill(text)
    expect(bobs.get_by_text("Deux saisies du même champ").first).to_be_visible()
    says(bobs, ANA.name, "ALPHALINE PLUS")
    story.look(bobs, "past-two-writers")
    bobs.get_by_role("button", name=re.compile("Rétablir l'autre saisie")).first.click()
    expect(opens(story, ANA, step).get_by_label("Texte de la marque")).to_have_value("ALPHALINE PLUS")


def a_reviewer_comments_and_signs(story: Story) -> None:
    """By a link sent by e-mail that opens this draft and nothing else, until it is taken back."""
    page = opens(story, ANA, f"/espace/brouillons/{known(story, 'draft')}/")
    field(page, "Nom et prénom de la personne").fill("Jeanne Lefort")
    field(page, "Son adresse courriel").fill(REVIEWER)
    page.get_by_label("Cette personne peut signer la demande").check(force=True)
    presses(page, "Envoyer le lien")
    says(page, f"L'invitation est envoyée à {REVIEWER}.")
    link = story.office.newest_link(REVIEWER, "/relecture/")
    review = story.person("reviewer").opens(link)
    says(review, "Jeanne Lefort", f"{ANA.name} vous invite à relire ce projet", "ALPHALINE PLUS")
    review.get_by_label("Votre commentaire").fill("La classe 16 suffit-elle ?")
    presses(review, "Envoyer ce commentaire")
    says(review, "Votre commentaire est transmis")
    review.get_by_label("Nom et prénom du signataire").fill("Jeanne Lefort")
    review.get_by_label("J'ai relu le projet ci-dessus et je le signe.").check(force=True)
    presses(review, "Signer ce projet")
    says(review, "Vous avez signé ce projet")
    page = opens(story, ANA, f"/espace/brouillons/{known(story, 'draft')}/")
    says(page, "La classe 16 suffit-elle ?", "a signé le")
    page.get_by_role("button", name="Retirer le lien de Jeanne Lefort").click()
    says(page, "Le lien de Jeanne Lefort est retiré")
    story.person("reviewer").opens(link, status=410)


def chooses_what_is_told(story: Story) -> None:
    """Daily for what the others do, immediately for what starts a period: « Jamais » is not offered there."""
    page = opens(story, BOB, "/espace/courrier/preferences/")
    says(page, "« Jamais » n'est pas proposé ici")
    offered = page.locator("[name=notification] option").all_inner_texts()
    assert offered
    assert "Jamais" not in offered
    activity = page.locator("[name=activity]").first
    activity.select_option("weekly")
    presses(page, "Enregistrer")
    says(page, "Vos préférences sont enregistrées.")
    expect(page.locator("[name=activity]").first).to_have_value("weekly")

"""Every page of the site, with and without errors shown: who opens it, where, and what he or she does there first."""

from __future__ import annotations

from e2e import table_company
from e2e.deeds import Place, fill, press, tick, unfold_everything
from e2e.people import STEPS

PUBLIC = [
    Place("home", "/"),
    Place("news", "/actualites/"),
    Place("login", "/compte/connexion/"),
    Place("login-refused", "/compte/connexion/", deeds=(press("Se connecter"),)),
    Place(
        "login-wrong",
        "/compte/connexion/",
        deeds=(fill("Adresse courriel", "x@example.org"), fill("Mot de passe", "faux"), press("Se connecter")),
    ),
    Place("sign-up", "/compte/inscription/"),
    Place("sign-up-errors", "/compte/inscription/", deeds=(press("Enregistrer"),)),
    Place("sign-up-entity", "/compte/inscription/", deeds=(tick("Oui"),)),
    Place("sign-up-entity-errors", "/compte/inscription/", deeds=(tick("Oui"), press("Enregistrer"))),
    Place("activation-void", "/compte/activation/un-lien-ancien/", status=410),
    Place("lost-password", "/compte/mot-de-passe-perdu/"),
    Place("lost-password-errors", "/compte/mot-de-passe-perdu/", deeds=(press(""),)),
    Place("lost-password-sent", "/compte/mot-de-passe-perdu/envoye/"),
    Place("new-password-void", "/compte/mot-de-passe-perdu/MQ/un-lien-ancien/", status=410),
    Place("staff-login", "/poste/connexion/"),
    Place("staff-login-errors", "/poste/connexion/", deeds=(press("Se connecter"),)),
    Place("register", "/registre/"),
    Place("register-results", "/registre/?q=e", deeds=()),
    Place("register-nothing", "/registre/?q=zzzzzz"),
    Place("register-errors", "/registre/?du=2024-03-01&au=2024-01-01&classe=9"),
    Place("mark-word", "/registre/marques/{files[published]}/", deeds=(unfold_everything,)),
    Place("mark-figurative", "/registre/marques/{files[registered]}/"),
    Place("mark-errors", "/registre/marques/{files[published]}/?effet=hier"),
    Place("mark-as-at", "/registre/marques/{files[published]}/?effet=2024-02-10"),
    Place("mark-before-publication", "/registre/marques/{files[published]}/?effet=2024-01-20&connu=2024-01-20"),
    Place("observe", "/registre/marques/{files[published]}/observations/"),
    Place("observe-errors", "/registre/marques/{files[published]}/observations/", deeds=(press("Envoyer"),)),
    Place("observe-too-late", "/registre/marques/{files[registered]}/observations/", deeds=(unfold_everything,)),
    Place("bulletin", "/bulletin/"),
    Place("issue", "/bulletin/2024-06/"),
    Place("verification", "/documents/verification/"),
    Place("verification-errors", "/documents/verification/", deeds=(press("Vérifier"),)),
    Place("verification-code", "/documents/verification/?code=AAAABBBBCCCC"),
    Place("law", "/loi/"),
    Place("law-article", "/loi/r712-8/"),
    Place("law-procedure", "/loi/procedures/depot-marque/"),
    Place("law-procedure-to-come", "/loi/procedures/opposition-marque/"),
    Place("help", "/aide/"),
    Place("contact", "/contact/"),
    Place("contact-errors", "/contact/", deeds=(press("Envoyer"),)),
    Place("contact-thanks", "/contact/merci/"),
    Place("accessibility", "/accessibilite/"),
    Place("privacy", "/donnees-personnelles/"),
    Place("legal-notice", "/mentions-legales/"),
    Place("not-found", "/rien-de-tel/", status=404),
]

_LETTER = "/espace/courrier/{letters[%s]}/"
_FILE = "/espace/dossiers/{files[%s]}/"
SPACE = [
    Place("space-empty", "/espace/", "newcomer"),
    Place("space", "/espace/", "owner"),
    Place("profile", "/compte/", "owner"),
    Place("profile-errors", "/compte/", "owner", (fill("Ville", ""), press("Enregistrer"))),
    Place("profile-new-entity", "/compte/nouvelle-entreprise/", "owner"),
    Place("profile-new-entity-errors", "/compte/nouvelle-entreprise/", "owner", (press("Enregistrer"),)),
    Place("email-change", "/compte/adresse/", "owner"),
    Place("email-change-errors", "/compte/adresse/", "owner", (press("Demander le changement"),)),
    Place("email-old-void", "/compte/adresse/actuelle/un-lien-ancien/", status=410),
    Place("email-new-void", "/compte/adresse/nouvelle/un-lien-ancien/", "owner", status=410),
    Place("email-undo-void", "/compte/adresse/retablir/un-lien-ancien/", status=410),
    Place("my-data", "/compte/donnees/", "owner"),
    Place("my-data-errors", "/compte/donnees/", "owner", (press("Télécharger mes données"),)),
    Place("account-deletion", "/compte/suppression/", "newcomer"),
    Place(
        "account-deletion-errors",
        "/compte/suppression/",
        "newcomer",
        (press("Supprimer définitivement mon compte"),),
    ),
    Place("account-deletion-obstacles", "/compte/suppression/", "owner"),
    Place("password-change", "/compte/mot-de-passe/", "owner"),
    Place("password-change-errors", "/compte/mot-de-passe/", "owner", (press(""),)),
    Place("account-security", "/compte/securite/", "owner"),
    Place("account-confirmation", "/compte/confirmation/", "owner"),
    Place("leave", "/compte/quitter/", "owner"),
    Place("drafts-empty", "/espace/brouillons/", "newcomer"),
    Place("drafts", "/espace/brouillons/", "owner"),
    Place("draft-history", "/espace/brouillons/{drafts[filled]}/historique/", "owner"),
    Place("draft-delete", "/espace/brouillons/{drafts[filled]}/supprimer/", "owner"),
    Place("draft-show", "/espace/brouillons/{drafts[filled]}/", "owner"),
    Place("draft-invite-errors", "/espace/brouillons/{drafts[filled]}/", "owner", (press("Envoyer le lien"),)),
    Place("drafts-nothing-found", "/espace/brouillons/?q=zzzz", "owner"),
    Place("drafts-bin", "/espace/brouillons/corbeille/", "owner"),
    Place("drafts-bin-empty", "/espace/brouillons/corbeille/", "newcomer"),
    Place("contacts", "/espace/brouillons/carnet/", "owner"),
    Place("contacts-empty", "/espace/brouillons/carnet/", "newcomer"),
    Place("contact", "/espace/brouillons/carnet/{drafts[contact]}/", "owner"),
    Place("contact-new-errors", "/espace/brouillons/carnet/nouveau/", "owner", (press("Enregistrer"),)),
    Place("contact-delete", "/espace/brouillons/carnet/{drafts[contact]}/supprimer/", "owner"),
    Place("templates", "/espace/brouillons/modeles/", "owner"),
    Place("templates-empty", "/espace/brouillons/modeles/", "newcomer"),
    Place("review", "/relecture/{drafts[token]}/"),
    Place("review-errors", "/relecture/{drafts[token]}/", deeds=(press("Envoyer ce commentaire"),)),
    Place("review-sign-errors", "/relecture/{drafts[token]}/", deeds=(press("Signer ce projet"),)),
    Place("review-ended", "/relecture/{drafts[ended]}/", status=410),
    Place("portfolio-empty", "/espace/dossiers/", "newcomer"),
    Place("portfolio", "/espace/dossiers/", "owner"),
    Place("portfolio-files", "/espace/dossiers/?basket=files", "owner", (unfold_everything,)),
    Place("portfolio-nothing", "/espace/dossiers/?q=zzzzzz", "owner"),
    Place("portfolio-errors", "/espace/dossiers/?since=hier&unpaid=on", "owner"),
    *(Place(f"file-{name}", _FILE % name, "owner", (unfold_everything,)) for name in ("registered", "unpaid")),
    *(Place(f"file-{name}", _FILE % name, "owner") for name in ("admissible", "invited", "irregular", "drafted")),
    Place("act-complete", _FILE % "invited" + "completer/", "owner"),
    Place("act-priority", _FILE % "admissible" + "document-de-priorite/", "owner"),
    Place("act-priority-errors", _FILE % "admissible" + "document-de-priorite/", "owner", (press(""),)),
    Place("act-regularise", _FILE % "irregular" + "regulariser/", "owner"),
    Place("act-contest-irregularity", _FILE % "irregular" + "contester-une-irregularite/", "owner"),
    Place("act-contest-errors", _FILE % "irregular" + "contester-une-irregularite/", "owner", (press(""),)),
    Place("act-answer-objection", _FILE % "objected" + "repondre-a-une-objection/", "owner"),
    Place("act-contest-draft", _FILE % "drafted" + "contester-un-projet-de-decision/", "owner"),
    Place("act-withdraw", _FILE % "published" + "retirer/", "owner"),
    Place("act-withdraw-errors", _FILE % "published" + "retirer/", "owner", (press(""),)),
    Place("act-refused", _FILE % "registered" + "retirer/", "owner", (unfold_everything,)),
    Place("inbox-empty", "/espace/courrier/", "newcomer"),
    Place("inbox", "/espace/courrier/", "owner"),
    Place("letter-closed", "/espace/courrier/{letters[notified]}/", "owner", (unfold_everything,)),
    *(
        Place(f"letter-{name}", _LETTER % name, "owner", (unfold_everything,))
        for name in ("irregular", "objected", "drafted")
    ),
    Place("letter-proof", "/espace/courrier/{letters[irregular]}/preuve/", "owner"),
    Place("deadlines-empty", "/espace/echeances/", "newcomer"),
    Place("deadlines", "/espace/echeances/", "owner", (unfold_everything,)),
    Place("calendar", "/espace/echeances/calendrier/", "newcomer"),
    Place("calendar-made", "/espace/echeances/calendrier/", "owner", (press("Créer une adresse"),)),
    Place("pay", "/paiement/{files[unpaid]}/", "owner", (unfold_everything,)),
    Place("pay-nothing-due", "/paiement/{files[registered]}/", "owner"),
    Place("payments-empty", "/paiement/", "newcomer"),
    Place("wizard-start", "/espace/procedures/depot-marque/", "owner"),
    *(
        Place(f"wizard-{step}-{state}", f"/espace/procedures/depot-marque/{{drafts[{state}]}}/{step}/", "owner")
        for step in STEPS
        for state in ("empty", "errors", "filled")
    ),
    Place(
        "wizard-search",
        "/espace/procedures/depot-marque/{drafts[filled]}/produits-et-services/?q=logiciel",
        "owner",
    ),
    Place(
        "wizard-search-nothing",
        "/espace/procedures/depot-marque/{drafts[filled]}/produits-et-services/?q=zzzz",
        "owner",
    ),
]

_DESK = "/poste/dossiers/{files[%s]}/"
ACTS = {
    "accord_filing_date": "invited", "invite_to_complete": "unpaid", "find_inadmissible": "invited",
    "plan_publication": "admissible", "notify_irregularity": "published", "lift_irregularity": "irregular",
    "notify_objection": "published", "lift_objection": "answered", "notify_draft_decision": "answered",
    "refuse": "drafted", "clear_examination": "published", "communicate_observation": "observed",
    "set_aside_observation": "observed", "let_time_pass": "published", "correct": "published",
}  # fmt: skip
"""Each act of the desk, on a file that suits it as far as one does."""
NEEDS_WORDS = ("notify_irregularity", "lift_irregularity", "notify_objection", "notify_draft_decision", "correct")
DESK = [
    Place("desk", "/poste/", "examiner"),
    Place("desk-all", "/poste/?panier=tous", "examiner"),
    Place("desk-empty", "/poste/?panier=mes-dossiers", "examiner"),
    Place("desk-search-nothing", "/poste/?q=zzzz", "examiner"),
    *(Place(f"desk-file-{name}", _DESK % name, "examiner") for name in ("registered", "irregular", "invited")),
    Place("desk-file-unfolded", _DESK % "observed", "examiner", (unfold_everything,)),
    *(
        Place(f"desk-act-{act.replace('_', '-')}", _DESK % name + f"actes/{act}/", "examiner")
        for act, name in ACTS.items()
    ),
    *(
        Place(f"desk-act-{act.replace('_', '-')}-errors", _DESK % ACTS[act] + f"actes/{act}/", "examiner", (press(""),))
        for act in NEEDS_WORDS
    ),
    Place("desk-leave", "/poste/quitter/", "examiner"),
    Place("editor", "/poste/bulletin/", "editor"),
]

REQUESTS = [
    Place("requests", "/espace/demandes/", "owner"),
    Place("request-new", "/espace/demandes/nouvelle/", "owner"),
    Place("request-call", "/espace/demandes/nouvelle/rappel/", "owner"),
    Place("request-call-errors", "/espace/demandes/nouvelle/rappel/", "owner", deeds=(press("Envoyer"),)),
    Place("request-address", "/espace/demandes/nouvelle/adresse/", "owner"),
    Place("request-question", "/espace/demandes/nouvelle/question/", "owner"),
    Place("request", "/espace/demandes/{requests[open]}/", "owner"),
    Place("helpdesk", "/poste/inpi-direct/", "agent"),
    Place("helpdesk-empty", "/poste/inpi-direct/?liste=closes", "agent"),
    Place("helpdesk-request", "/poste/inpi-direct/{requests[open]}/", "agent"),
    Place("paper-letters", "/poste/courriers-papier/", "agent"),
    Place("news-desk", "/poste/actualites/", "agent"),
    Place("news-write", "/poste/actualites/nouvelle/", "agent"),
    Place("news-write-errors", "/poste/actualites/nouvelle/", "agent", deeds=(press("Enregistrer"),)),
    Place("news-edit", "/poste/actualites/1/", "agent"),
    Place("staff", "/poste/personnel/", "director"),
    Place("staff-appoint", "/poste/personnel/nommer/", "director"),
    Place("staff-appoint-errors", "/poste/personnel/nommer/", "director", deeds=(press("Donner"),)),
    Place("staff-director", "/poste/personnel/direction/", "director"),
    Place("staff-delegations", "/poste/personnel/signatures/", "director"),
    Place("staff-delegate", "/poste/personnel/signatures/nouvelle/", "director"),
    Place("staff-delegate-errors", "/poste/personnel/signatures/nouvelle/", "director", deeds=(press("Enregistrer"),)),
    Place("staff-trail", "/poste/personnel/journal/", "director"),
    Place("staff-person", "/poste/personnel/{staff[examiner]}/", "director"),
]
PLACES = [*PUBLIC, *SPACE, *DESK, *REQUESTS, *table_company.PLACES]

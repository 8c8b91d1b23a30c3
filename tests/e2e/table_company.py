"""The pages of a company, of mandates, of requests to the office and of the desk's people: a part of the table."""

from __future__ import annotations

from e2e.deeds import Place, choose, fill, press, tick, unfold_everything

_DRAFT = "/espace/brouillons/{company[draft]}/"
_SUBJECT = "/espace/habilitations/%s/{company[subject]}/"
_MANDATE = "/espace/habilitations/mandats/{company[%s]}/"
_WHO = "/espace/habilitations/?file={company[file]}"
COMPANY = [
    Place("company", "/espace/entreprise/", "manager"),
    Place("company-collaborator", "/espace/entreprise/", "member"),
    Place("company-outside", "/espace/entreprise/", "newcomer"),
    Place("company-space", "/espace/", "manager", (unfold_everything,)),
    Place("company-portfolio", "/espace/dossiers/", "member"),
    Place("company-portfolio-files", "/espace/dossiers/?basket=examination", "manager", (unfold_everything,)),
    Place("company-member", "/espace/entreprise/comptes/{company[member]}/", "manager"),
    Place("company-join", "/espace/entreprise/rejoindre/", "asker"),
    Place("company-join-errors", "/espace/entreprise/rejoindre/", "asker", (press("Envoyer ma demande"),)),
    Place("company-leave", "/espace/entreprise/quitter/", "member"),
    Place("company-leave-last", "/espace/entreprise/quitter/", "manager"),
    Place("company-leave-refused", "/espace/entreprise/quitter/", "manager", (press("Quitter"),)),
    Place("company-edit", "/espace/entreprise/informations/", "manager"),
    Place(
        "company-edit-errors",
        "/espace/entreprise/informations/",
        "manager",
        (fill("SIREN", "123"), press("Enregistrer")),
    ),
    Place("company-deactivate", "/espace/entreprise/desactiver/", "manager"),
    Place(
        "company-deactivate-errors", "/espace/entreprise/desactiver/", "manager", (tick("Non"), press("Enregistrer"))
    ),
    Place("company-contacts", "/espace/entreprise/dossiers/", "manager"),
    Place("company-reassign", "/espace/entreprise/dossiers/{company[member]}/", "manager"),
    Place(
        "company-reassign-errors",
        "/espace/entreprise/dossiers/{company[member]}/",
        "manager",
        (press("Confier les dossiers"),),
    ),
    Place("company-trail", "/espace/entreprise/journal/", "manager"),
    Place("company-trail-errors", "/espace/entreprise/journal/?since=hier", "manager"),
    Place("company-draft", _DRAFT, "manager", (unfold_everything,)),
    Place("company-draft-step", "/espace/procedures/depot-marque/{company[draft]}/marque/", "manager"),
    Place("company-draft-delete", _DRAFT + "supprimer/", "manager"),
    Place("profile-administrator", "/compte/", "manager"),
    Place("profile-collaborator", "/compte/", "member"),
    Place("profile-unattached", "/compte/", "newcomer"),
]
AUTHORITY = [
    Place("who", "/espace/habilitations/", "manager"),
    Place("who-file", _WHO, "manager", (unfold_everything,)),
    Place("who-answer", _WHO, "manager", (choose("Personne"), press("Demander"), unfold_everything)),
    Place("who-errors", "/espace/habilitations/?file=999", "manager"),
    Place("sharing-rule", "/espace/habilitations/regle/", "manager"),
    Place("file-rights", _SUBJECT % "droits", "manager", (unfold_everything,)),
    Place("file-rights-alone", "/espace/habilitations/droits/draft/{drafts[filled]}/", "owner"),
    Place("file-trail", _SUBJECT % "trace", "manager"),
    Place("mandates", "/espace/habilitations/mandats/", "manager"),
    Place("mandates-empty", "/espace/habilitations/mandats/", "newcomer"),
    Place("mandates-attorney", "/espace/habilitations/mandats/", "attorney"),
    Place("mandate-new", "/espace/habilitations/mandats/donner/", "manager"),
    Place("mandate-new-errors", "/espace/habilitations/mandats/donner/", "manager", (press("Proposer"),)),
    Place("mandate-declare", "/espace/habilitations/mandats/declarer/", "attorney"),
    Place("mandate-declare-errors", "/espace/habilitations/mandats/declarer/", "attorney", (press("Déclarer"),)),
    Place("mandate-waiting", _MANDATE % "waiting", "attorney", (unfold_everything,)),
    Place("mandate-given", _MANDATE % "waiting", "manager"),
    Place("mandate-accepted", _MANDATE % "accepted", "manager", (unfold_everything,)),
    Place("mandate-revoke", _MANDATE % "accepted" + "revoquer/", "manager"),
]
ACCOUNT = [
    Place("preferences", "/espace/courrier/preferences/", "owner", (unfold_everything,)),
    Place("requests-empty", "/espace/demandes/", "newcomer"),
    Place("request-deletion", "/espace/demandes/nouvelle/suppression/", "owner"),
    Place("request-question-errors", "/espace/demandes/nouvelle/question/", "owner", (press("Envoyer"),)),
    Place("second-step-expired", "/compte/connexion/verification/"),
    Place("security-key-add-alone", "/compte/securite/cle/", "owner"),
    Place("log-out", "/compte/quitter/", "owner"),
]
DESK = [
    Place("audit-desk", "/poste/", "auditor"),
    Place("audit-file", "/poste/dossiers/{files[published]}/", "auditor", (unfold_everything,)),
    Place("audit-helpdesk-request", "/poste/inpi-direct/{requests[open]}/", "auditor"),
    Place("audit-news", "/poste/actualites/", "auditor"),
]
PLACES = [*COMPANY, *AUTHORITY, *ACCOUNT, *DESK]

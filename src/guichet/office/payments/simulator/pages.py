"""The simulator's few pages, in French, without script."""

from __future__ import annotations

from html import escape
from typing import Any

from guichet.office.payments.simulator.scenarios import MOODS, SCENARIOS, printed

STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #f4f4f1; margin: 0; }
main { max-width: 40rem; margin: 2rem auto; padding: 1.5rem; background: #fff; border: 1px solid #6b6b6b; }
h1 { font-size: 1.5rem; line-height: 1.2; margin-top: 0; }
h2 { font-size: 1.15rem; }
label { display: block; font-weight: 600; margin: 1rem 0 .25rem; }
input, select { font: inherit; padding: .5rem; width: 100%; box-sizing: border-box; border: 1px solid #4a4a4a; }
button { font: inherit; font-weight: 600; padding: .6rem 1.2rem; margin: 1rem .5rem 0 0; border: 2px solid #14532d;
  background: #14532d; color: #fff; cursor: pointer; }
button.quiet { background: #fff; color: #14532d; }
:focus-visible { outline: 3px solid #b45309; outline-offset: 2px; }
.amount { font-size: 1.75rem; font-weight: 700; margin: .25rem 0; }
.error { border-left: .3rem solid #b91c1c; padding: .5rem 1rem; background: #fdf1f1; }
.hint { color: #4a4a4a; margin: 0; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid #c9c9c4; vertical-align: top; }
.wrapper { overflow-x: auto; }
"""


def page(title: str, content: str) -> str:
    return (
        '<!doctype html><html lang="fr"><head><meta charset="utf-8">'
        f"<title>{escape(title)} – simulateur de paiement</title>"
        '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/style.css">'
        f"</head><body><main><p>Simulateur de paiement : aucun argent ne circule.</p><h1>{escape(title)}</h1>"
        f"{content}</main></body></html>"
    )


def pay(checkout: dict[str, Any], error: str = "") -> str:
    """The card form of one payment."""
    told = f'<p class="error" id="error" role="alert">{escape(error)}</p>' if error else ""
    described = "hint error" if error else "hint"
    content = (
        f'<p>{escape(checkout["description"])}</p><p class="amount">{euros(checkout["amount_cents"])}</p>{told}'
        '<form method="post"><label for="card">Numéro de carte</label>'
        f'<input id="card" name="card" inputmode="numeric" autocomplete="off" required aria-describedby="{described}">'
        '<p class="hint" id="hint">Seules les cartes d’essai ci-dessous sont admises, par exemple '
        f'{printed(SCENARIOS[0].card)}.</p><button name="action" value="pay">Payer</button>'
        '<button class="quiet" name="action" value="cancel" formnovalidate>Annuler et revenir</button></form>'
        f"<h2>Cartes d’essai</h2>{_cards()}"
    )
    return page("Payer par carte", content)


def ended(checkout: dict[str, Any]) -> str:
    content = (
        "<p>Ce paiement est déjà terminé : votre carte n’est pas débitée une seconde fois.</p>"
        f'<p><a href="{escape(checkout["return_url"], quote=True)}">Revenir au guichet</a></p>'
    )
    return page("Paiement terminé", content)


def failure() -> str:
    content = "<p>Le prestataire est en panne. Revenez au guichet : il demandera ce qu’est devenu votre paiement.</p>"
    return page("Panne simulée", content)


def unknown() -> str:
    return page("Page inconnue", "<p>Cette page du simulateur n’existe pas.</p>")


def home(wished: dict[str, str], checkouts: list[dict[str, Any]]) -> str:
    """What the simulator was told, and its payments."""
    options = "".join(_mood_select(kind, label, wished[kind]) for kind, label in KINDS.items())
    rows = "".join(
        f"<tr><td>{escape(row['description'])}</td><td>{euros(row['amount_cents'])}</td><td>{STATES[row['status']]}</td></tr>"
        for row in reversed(checkouts[-50:])
    )
    content = (
        "<p>Le numéro de carte choisit ce qui se passe lors d’un paiement ; le formulaire, ce qui se passe entre les "
        f"deux serveurs.</p><h2>Cartes d’essai</h2>{_cards()}<h2>Prochaines demandes du guichet</h2>"
        f'<form method="post" action="/">{options}<button name="action" value="wish">Enregistrer</button>'
        '<button class="quiet" name="action" value="release">Envoyer les avis retenus</button></form>'
        '<h2>Paiements</h2><div class="wrapper" tabindex="0" role="region" aria-label="Paiements"><table><thead><tr>'
        '<th scope="col">Objet</th><th scope="col">Montant</th><th scope="col">État</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )
    return page("Réglages", content)


KINDS = {
    "create": "À l’ouverture d’un paiement",
    "fetch": "À une question sur un paiement",
    "refund": "À un remboursement",
}
STATES = {"open": "en attente", "captured": "payé", "refused": "refusé", "cancelled": "annulé"}


def euros(cents: int) -> str:
    return f"{cents // 100},{cents % 100:02d}\u202f€"


def _mood_select(kind: str, label: str, current: str) -> str:
    options = "".join(
        f'<option value="{mood}"{" selected" if mood == current else ""}>{escape(text)}</option>'
        for mood, text in MOODS.items()
    )
    return f'<label for="{kind}">{label}, le simulateur</label><select id="{kind}" name="{kind}">{options}</select>'


def _cards() -> str:
    rows = "".join(f"<tr><td>{printed(s.card)}</td><td>{escape(s.label)}</td></tr>" for s in SCENARIOS)
    return (
        '<div class="wrapper" tabindex="0" role="region" aria-label="Cartes d’essai"><table><thead><tr>'
        f'<th scope="col">Numéro</th><th scope="col">Ce qui arrive</th></tr></thead><tbody>{rows}</tbody></table></div>'
    )

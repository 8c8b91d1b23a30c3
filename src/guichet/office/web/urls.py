"""The tree of addresses: the public site, the secured space, the desk."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

from guichet.office import procedures

PLACES = (
    ("", "toolbox.urls"),
    ("", "web.pages"),
    ("compte/", "sign_in.urls"),
    ("compte/", "my_account.urls"),
    ("espace/entreprise/", "my_company.urls"),
    ("espace/dossiers/", "portfolio.urls"),
    ("espace/habilitations/", "authority.urls"),
    ("espace/demandes/", "helpdesk.urls"),
    ("espace/organisation/", "organisations.urls"),
    ("registre/", "register.urls"),
    ("bulletin/", "bulletin.urls"),
    ("donnees/", "opendata.urls"),
    ("espace/brouillons/", "drafts.urls"),
    ("relecture/", "drafts.review_urls"),
    ("espace/courrier/", "notices.urls"),
    ("espace/echeances/", "agenda.urls"),
    ("calendrier/", "agenda.calendar_urls"),
    ("documents/", "documents.urls"),
    ("paiement/", "payments.urls"),
    ("poste/", "sign_in.staff_urls"),
    ("poste/personnel/", "staff.desk_urls"),
    ("poste/inpi-direct/", "helpdesk.desk_urls"),
    ("poste/actualites/", "helpdesk.news_urls"),
    ("poste/bulletin/", "bulletin.desk_urls"),
    ("poste/", "examination.urls"),
)
"""Where the addresses of each app stand; an app without addresses is passed over."""

Addresses = list[URLPattern | URLResolver]


def _apps() -> Addresses:
    modules = [(place, f"guichet.office.{name}") for place, name in PLACES]
    return [path(place, include(module)) for place, module in modules if find_spec(module)]


def _procedures() -> Addresses:
    """Each procedure's own addresses, under its slug; a folder is enough."""
    folders = [folder.name for folder in pkgutil.iter_modules(procedures.__path__, f"{procedures.__name__}.")]
    return [
        path(f"espace/procedures/{import_module(f'{folder}.procedure').PROCEDURE.slug}/", include(f"{folder}.urls"))
        for folder in folders
        if find_spec(f"{folder}.urls") and find_spec(f"{folder}.procedure")
    ]


def _files() -> Addresses:
    """The pages of the files that a procedure opened: its ``file_urls.py``."""
    folders = [folder.name for folder in pkgutil.iter_modules(procedures.__path__, f"{procedures.__name__}.")]
    return [path("espace/dossiers/", include(f"{one}.file_urls")) for one in folders if find_spec(f"{one}.file_urls")]


def _public_procedures() -> Addresses:
    """Pages of procedures that need no account: a ``public_urls.py`` gives them their whole address."""
    folders = [folder.name for folder in pkgutil.iter_modules(procedures.__path__, f"{procedures.__name__}.")]
    return [path("", include(f"{folder}.public_urls")) for folder in folders if find_spec(f"{folder}.public_urls")]


urlpatterns = _apps() + _public_procedures() + _procedures() + _files()

handler400 = "guichet.office.web.errors.bad_request"
handler403 = "guichet.office.web.errors.forbidden"
handler404 = "guichet.office.web.errors.not_found"
handler500 = "guichet.office.web.errors.fault"

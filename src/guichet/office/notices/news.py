"""Telling people what is new: at once by e-mail, in a digest, or not at all, as each one chose.

The e-mails of this office say nothing confidential: no mark, no party, no text of a letter; numbers of files, yes.
"""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.urls import reverse

from guichet.office.accounts.models import User
from guichet.office.notices import preferences
from guichet.office.notices.models import Kind, NewsItem, Pace
from guichet.office.toolbox import mail

SUBJECTS = {
    Kind.NOTIFICATION: "Un courrier vous attend dans votre espace sécurisé",
    Kind.INFORMATION: "Un courrier vous attend dans votre espace sécurisé",
    Kind.DEADLINE: "Une échéance approche",
    Kind.ACTIVITY: "Du nouveau dans votre organisation",
    Kind.COMMENT: "Du nouveau sur l'un de vos projets",
}


def tell(*, user: User, kind: str, text: str, link: str, at: datetime, key: str = "") -> NewsItem | None:
    """Tell a person something, in the caller's transaction; None when he or she wishes no such news, or knows it.

    kind: a ``Kind``. text: one sentence that says nothing confidential. link: a path of this site.
    key: told once only to this person under this key (``letter/<reference>``); without a key, each call tells.
    """
    pace = preferences.of(user).pace(kind)
    if pace == Pace.NEVER or not user.is_active:
        return None
    values = {"kind": kind, "text": text[:300], "link": link, "at": at, "sent_at": at if pace == Pace.AT_ONCE else None}
    if key:
        item, is_new = NewsItem.objects.get_or_create(user=user, key=key, defaults=values)
    else:
        item, is_new = NewsItem.objects.create(user=user, **values), True
    if not is_new:
        return None
    if pace == Pace.AT_ONCE:
        subject = SUBJECTS[Kind(kind)]
        _send(user, subject, template="notices/mail/news", text=item.text, link=absolute(link))
    return item


def absolute(link: str) -> str:
    """The whole address of a path of this site."""
    return settings.SITE_URL.rstrip("/") + link


def preferences_address() -> str:
    """Where one chooses what to be told: a link of every e-mail that a preference governs."""
    return absolute(reverse("notices:preferences"))


def _send(user: User, subject: str, *, template: str, **context: str) -> None:
    context |= {"subject": subject, "preferences": preferences_address()}
    mail.send(to=user.email, subject=subject, template=template, context={"user": user, **context})

"""A person in front of the site: opens pages, follows links, fills in forms, over real HTTP and without JavaScript."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urljoin

import httpx
from lxml import html

Files = Mapping[str, tuple[str, bytes, str]]
REFUSALS = (403, 409, 422)
REFUSED_AT = (
    "//*[@id='error-summary']//li",
    "//*[contains(@class, 'fr-alert--error')]/p[last()]",
    "//*[contains(@class, 'fr-alert--warning')]/p[last()]",
    "//*[contains(@class, 'lead')]",
)


class StepFailed(Exception):
    """The story cannot go on: what was expected, and where."""


class Person:
    """One visitor with cookies of his or her own."""

    def __init__(self, name: str, site: str) -> None:
        self.name = name
        self.http = httpx.Client(base_url=site, follow_redirects=True, timeout=60)
        self.response: httpx.Response | None = None
        self.page: Any = None

    def open(self, address: str) -> Person:
        """Open a page. Raises StepFailed when the site does not answer with one."""
        return self._take(self.http.get(self._absolute(address)))

    def follow(self, label: str) -> Person:
        """Follow the first link whose text contains ``label``."""
        for link in self.page.iter("a"):
            if label in _text(link) and link.get("href"):
                return self.open(link.get("href"))
        raise StepFailed(f"{self.name} : aucun lien « {label} » sur {self.address}")

    def submit(self, button: str, values: Mapping[str, Any] | None = None, files: Files | None = None) -> Person:
        """Fill in the form that has this button, and press it. Fields not named keep what the page gave them."""
        return self._take(self._send(button, values or {}, files))

    def is_refused(self, button: str, values: Mapping[str, Any] | None = None, files: Files | None = None) -> Person:
        """Press a button that the site must refuse; the page is then the one that says why.

        Raises StepFailed when the site does what was asked.
        """
        answer = self._send(button, values or {}, files)
        if answer.status_code not in REFUSALS:
            raise StepFailed(f"{self.name} : {answer.status_code} après « {button} », qui devait être refusé")
        self.response, self.page = answer, html.fromstring(answer.content)
        return self

    @property
    def refusal(self) -> str:
        """What the page of a refusal says first: an error of the form, a warning, or the reason of a closed door."""
        for place in REFUSED_AT:
            for found in self.page.xpath(place):
                return _text(found)
        raise StepFailed(f"{self.name} : {self.address} refuse sans dire pourquoi")

    @property
    def answer(self) -> str:
        """What « Qui peut faire quoi » answers: yes or no, and its reason in a sentence."""
        for found in self.page.xpath("//section[@aria-labelledby='reponse']//*[contains(@class, 'fr-alert')]"):
            return ". ".join(_text(one) for one in found.iter("p"))
        raise StepFailed(f"{self.name} : aucune réponse sur {self.address}")

    def finds_nothing(self, address: str) -> None:
        """Raise StepFailed unless the page is, for this person, one that does not exist."""
        answer = self.http.get(self._absolute(address))
        if answer.status_code != 404:
            raise StepFailed(f"{self.name} : {answer.status_code} pour {address}, qui devait rester inconnu")

    def receive(self, button: str) -> bytes:
        """Press a button that gives a file; the page stays."""
        answer = self._send(button, {}, None)
        if answer.status_code != 200:
            raise StepFailed(f"{self.name} : {answer.status_code} après « {button} » sur {self.address}")
        return answer.content

    def _send(self, button: str, values: Mapping[str, Any], files: Files | None) -> httpx.Response:
        form, pressed = self._form_with(button)
        fields = _filled(form) | dict(values)
        if pressed.get("name"):
            fields[pressed.get("name")] = pressed.get("value", "")
        target = self._absolute(pressed.get("formaction") or form.get("action") or str(self.address))
        if form.get("method", "get").lower() == "get":
            return self.http.get(target, params=fields)
        return self.http.post(target, data=fields, files=files, headers={"Referer": str(self.address)})

    def download(self, address: str) -> bytes:
        """The bytes behind a link, without leaving the page."""
        answer = self.http.get(self._absolute(address))
        if answer.status_code != 200:
            raise StepFailed(f"{self.name} : {answer.status_code} pour {address}")
        return answer.content

    def link(self, wanted: Callable[[str, str], bool]) -> str:
        """The address of the first link whose text and address suit."""
        for one in self.page.iter("a"):
            if wanted(_text(one), one.get("href", "")):
                return self._absolute(one.get("href"))
        raise StepFailed(f"{self.name} : lien attendu absent de {self.address}")

    def expects(self, *words: str) -> Person:
        """Raise StepFailed unless the page says each of these."""
        for one in words:
            if one not in self.text:
                raise StepFailed(f"{self.name} : « {one} » absent de {self.address}\n{self.errors()}")
        return self

    def waits_for(self, address: str, words: str, patience: float = 60.0) -> Person:
        """Open a page again until it says this: what the task queue prepares comes a moment later."""
        last = time.monotonic() + patience
        while words not in self.open(address).text:
            if time.monotonic() > last:
                return self.expects(words)
            time.sleep(0.1)
        return self

    @property
    def address(self) -> httpx.URL:
        if self.response is None:
            raise StepFailed(f"{self.name} n'a encore ouvert aucune page")
        return self.response.url

    @property
    def text(self) -> str:
        return _text(self.page)

    def because(self, near: str = "") -> list[str]:
        """The steps of the first « Pourquoi ? » in the smallest part of the page that also says ``near``."""
        for details in self.page.xpath("//details[.//ol]"):
            place = details.getparent()
            if near in _text(place):
                return [_text(step) for step in details.xpath(".//li")]
        return []

    def words(self, within: str, between: str = " ") -> str:
        """The smallest text of the page that says this, its lines parted so. Raises StepFailed when none does."""
        found = [one for one in self.page.iter("li", "p", "dd", "td", "h2") if within in _text(one)]
        if not found:
            raise StepFailed(f"{self.name} : « {within} » absent de {self.address}")
        smallest = min(found, key=lambda one: len(_text(one)))
        return between.join(" ".join(piece.split()) for piece in smallest.itertext() if piece.strip())

    def row(self, within: str) -> str:
        """The cells of the first row of a table that says this, between dots. Raises StepFailed when none does."""
        for row in self.page.iter("tr"):
            if within in _text(row):
                return " · ".join(_text(cell) for cell in row)
        raise StepFailed(f"{self.name} : aucune ligne « {within} » sur {self.address}")

    def choice(self, field: str, label: str) -> str:
        """What to send for the choice of this list that says this."""
        for option in self.page.xpath("//select[@name=$field]/option", field=field):
            if label in _text(option):
                return str(option.get("value"))
        raise StepFailed(f"{self.name} : aucun choix « {label} » sur {self.address}")

    def errors(self) -> str:
        """What the page's messages of error say."""
        return " / ".join(_text(one) for one in self.page.xpath("//*[contains(@class, 'error')]"))[:600]

    def _absolute(self, address: str) -> str:
        base = str(self.response.url) if self.response is not None else str(self.http.base_url)
        return urljoin(base, address)

    def _take(self, response: httpx.Response) -> Person:
        self.response = response
        self.page = html.fromstring(response.content or b"<p></p>")
        if response.status_code >= 400:
            title = "".join(self.page.xpath("//h1//text()"))
            raise StepFailed(f"{self.name} : {response.status_code} {title} sur {response.url}\n{self.errors()}")
        return self

    def _form_with(self, button: str) -> tuple[Any, Any]:
        for form in self.page.iter("form"):
            for one in form.xpath(".//button | .//input[@type='submit']"):
                if button in (_text(one) or one.get("value", "")) and one.get("disabled") is None:
                    return form, one
        raise StepFailed(f"{self.name} : aucun bouton « {button} » sur {self.address}")


def _filled(form: Any) -> dict[str, Any]:
    """What the form would send as it stands."""
    fields: dict[str, Any] = {}
    for name, value in form.form_values():
        if name in fields:
            before = fields[name]
            fields[name] = [*before, value] if isinstance(before, list) else [before, value]
        else:
            fields[name] = value
    return fields


def _text(element: Any) -> str:
    return " ".join(" ".join(element.itertext()).split())

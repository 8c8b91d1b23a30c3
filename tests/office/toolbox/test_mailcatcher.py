"""The mail catcher: what SMTP brings is kept and shown, and nothing that it holds is run."""

from __future__ import annotations

import http.client
import json
import smtplib
import socket
import threading
from email.message import EmailMessage

import pytest

from guichet.office.toolbox import mailcatcher


@pytest.fixture
def mailbox(tmp_path):
    return mailcatcher.Mailbox(tmp_path / "mail")


@pytest.fixture
def pages(mailbox):
    server = mailcatcher.page_server(mailbox, 0)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    port = server.server_address[1]

    def get(path: str, host: str = "127.0.0.1"):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request("GET", path, headers={"Host": f"{host}:{port}"})
        response = connection.getresponse()
        body = response.read().decode()
        connection.close()
        return response, body

    yield get
    server.shutdown()
    server.server_close()
    thread.join(timeout=10)


def a_message(**changes: str) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = "guichet@exemple.fr", changes.get("to", "Ada@exemple.fr")
    message["Subject"] = changes.get("subject", "Activez votre compte")
    message.set_content(changes.get("text", "Suivez http://127.0.0.1:8000/compte/activer/abc."))
    message.add_alternative(changes.get("html", "<p>Bonjour</p>"), subtype="html")
    return message


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_what_smtp_brings_is_kept(mailbox):
    port = free_port()
    server = mailcatcher.smtp_server(mailbox, port)
    server.start()
    try:
        with smtplib.SMTP("127.0.0.1", port) as client:
            client.send_message(a_message(subject="Déposé"))
    finally:
        server.stop()
    (caught,) = mailbox.latest()
    assert (caught.to, caught.subject) == ("Ada@exemple.fr", "Déposé")


def test_the_list_then_the_message_with_a_link_that_can_be_followed(mailbox, pages):
    name = mailbox.keep(a_message().as_bytes())
    assert f'href="/messages/{name}"' in pages("/")[1]
    body = pages(f"/messages/{name}")[1]
    address = "http://127.0.0.1:8000/compte/activer/abc"
    assert f'<a href="{address}" rel="noreferrer">{address}</a>.' in body


def test_nothing_that_a_message_holds_is_run(mailbox, pages):
    evil = "<script>alert(1)</script>"
    name = mailbox.keep(a_message(subject=evil, text=evil, to=f'"{evil}" <a@exemple.fr>', html=evil).as_bytes())
    for path in ("/", f"/messages/{name}"):
        response, body = pages(path)
        assert "<script" not in body
        assert response.headers["Content-Security-Policy"].startswith("default-src 'none'")
    response, _ = pages(f"/messages/{name}/html")
    policy = response.headers["Content-Security-Policy"]
    assert "sandbox" in policy and "allow-scripts" not in policy


def test_programs_read_the_messages_to_an_address(mailbox, pages):
    mailbox.keep(a_message().as_bytes())
    mailbox.keep(a_message(to="charles@exemple.fr").as_bytes())
    found = json.loads(pages("/messages.json?to=ada@exemple.fr")[1])
    assert [message["to"] for message in found] == ["Ada@exemple.fr"]
    assert "compte/activer/abc" in found[0]["text"]
    assert len(json.loads(pages("/messages.json")[1])) == 2


@pytest.mark.parametrize(
    "path", ["/messages/1", "/messages/../run.lock", "/messages/x/html", "/etc/passwd", "/a/b/c/d"]
)
def test_unknown_pages_are_not_found(pages, path):
    assert pages(path)[0].status == 404


def test_another_host_name_is_refused(pages):
    """A site elsewhere whose name points to this machine reads nothing (DNS rebinding)."""
    assert pages("/messages.json", host="attacker.example")[0].status == 421

"""Content-addressed storage: exact bytes, once, verified at each reading."""

from __future__ import annotations

import threading

import pytest

from guichet.office.toolbox import storage
from guichet.office.toolbox.hashing import sha256


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DOCUMENT_STORE = str(tmp_path)
    return tmp_path


def test_bytes_come_back_under_their_sha256():
    digest = storage.put(b"bonjour")
    assert digest == sha256(b"bonjour")
    assert storage.exists(digest)
    assert storage.get(digest) == b"bonjour"


def test_the_same_bytes_are_kept_once_in_fan_out_folders(folder):
    digest = storage.put(b"deux fois")
    assert storage.put(b"deux fois") == digest
    assert [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()] == [
        f"{digest[:2]}/{digest[2:4]}/{digest}"
    ]


def test_altered_bytes_are_never_given(folder):
    digest = storage.put(b"original")
    (folder / digest[:2] / digest[2:4] / digest).write_bytes(b"altered!")
    with pytest.raises(storage.Corrupted, match="altéré"):
        storage.get(digest)


@pytest.mark.parametrize("digest", ["0" * 64, "../../etc/passwd", "", "A" * 64])
def test_what_is_not_kept_is_missing_and_no_path_escapes(digest):
    assert not storage.exists(digest)
    with pytest.raises(storage.Missing):
        storage.get(digest)


def test_writers_of_the_same_bytes_do_not_disturb_one_another(folder):
    content = b"x" * 1_000_000
    writers = [threading.Thread(target=storage.put, args=(content,)) for _ in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert storage.get(sha256(content)) == content
    assert [path.name for path in folder.rglob(".incoming-*")] == []


def test_another_class_may_keep_the_bytes(settings):
    settings.DOCUMENT_STORE_CLASS = f"{__name__}.InMemory"
    settings.DOCUMENT_STORE = "shelf"
    assert storage.get(storage.put(b"ailleurs")) == b"ailleurs"


class InMemory:
    def __init__(self, location):
        self.shelf = {}

    def put(self, data):
        self.shelf[sha256(data)] = data
        return sha256(data)

    def get(self, digest):
        return self.shelf[digest]

    def exists(self, digest):
        return digest in self.shelf

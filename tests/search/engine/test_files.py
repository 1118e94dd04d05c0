import pickle
from zlib import crc32

import pytest

from vocational.search.engine import files
from vocational.search.engine.answers import IndexDamaged


def opened(folder, content, checksum):
    (folder / "a.seg").write_bytes(content)
    return files.Verified(str(folder), {"a.seg": checksum}).open_file("a.seg")


def test_a_file_that_is_not_as_written_is_damage(tmp_path):
    with pytest.raises(IndexDamaged):
        opened(tmp_path, b"content", crc32(b"another"))


def test_what_happens_to_a_file_after_it_was_opened_is_not_seen(tmp_path):
    file = opened(tmp_path, b"content", crc32(b"content"))
    (tmp_path / "a.seg").write_bytes(b"")

    assert file.read() == b"content"


def test_a_view_is_read_like_a_file(tmp_path):
    content = pickle.dumps({"a": list(range(500))}) + b"line\n" + b"x" * 2000 + b"\nend"
    file = opened(tmp_path, content, crc32(content))

    assert file.read_pickle() == {"a": list(range(500))}
    assert file.readline() == b"line\n"
    assert len(file.readline()) == 2001
    assert (file.read(2), file.get(file.tell(), 1), file.read(9), file.read(1)) == (b"en", b"d", b"d", b"")


def test_a_part_shares_the_bytes_of_the_whole(tmp_path):
    file = opened(tmp_path, b"0123456789", crc32(b"0123456789"))

    assert file.subset(3, 4).read() == b"3456"
    assert file.subset(3, 4)._buf.obj is file._buf.obj


def test_a_small_file_is_replaced_in_one_step(tmp_path):
    files.replace(tmp_path / "CURRENT", "one")
    files.replace(tmp_path / "CURRENT", "two")

    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("CURRENT", "two")]

import json
import threading

import pytest

from vocational.search.engine import api, generations
from vocational.search.engine.answers import IndexDamaged, IndexMissing, Request
from vocational.search.engine.search import answer
from vocational.search.engine.snapshot import Snapshot

HAN = {"id": "nganh/han", "kind": "nganh", "title": "Hàn"}
MAY = {"id": "nganh/may", "kind": "nganh", "title": "May"}


def titles(folder, q=""):
    return sorted(hit.title for hit in api.search(folder, Request(q=q)).hits)


def test_a_build_can_be_searched_at_once(tmp_path):
    api.build(tmp_path, [HAN, MAY], {})

    assert titles(tmp_path) == ["Hàn", "May"]


def test_a_second_build_replaces_the_first(tmp_path):
    api.build(tmp_path, [HAN], {})
    assert titles(tmp_path) == ["Hàn"]

    api.build(tmp_path, [MAY], {})

    assert titles(tmp_path) == ["May"]


def test_the_last_of_two_documents_with_one_id_counts(tmp_path):
    api.build(tmp_path, [HAN, {**HAN, "title": "Hàn điện"}], {})

    assert titles(tmp_path) == ["Hàn điện"]


def test_changes_add_replace_and_delete(tmp_path):
    api.build(tmp_path, [HAN, MAY], {})
    assert titles(tmp_path) == ["Hàn", "May"]

    api.apply(
        tmp_path,
        {"nganh/han": {**HAN, "title": "Hàn điện"}, "nganh/may": None, "nganh/moc": {"title": "Mộc"}},
    )

    assert titles(tmp_path) == ["Hàn điện", "Mộc"]
    assert titles(tmp_path, "mộc") == ["Mộc"]


def test_the_same_change_twice_leaves_one_copy(tmp_path):
    api.build(tmp_path, [HAN], {})

    api.apply(tmp_path, {"nganh/may": MAY})
    status = api.apply(tmp_path, {"nganh/may": MAY})

    assert (status.documents, status.commits) == (2, 2)


def test_the_only_page_of_its_kind_can_be_replaced(tmp_path):
    only = {"id": "hoi-dap/a", "kind": "hoi-dap", "title": "Học nghề có mất tiền không"}
    api.build(tmp_path, [HAN, only], {})

    api.apply(tmp_path, {"hoi-dap/a": {**only, "title": "Học nghề có tốn tiền không"}})

    assert titles(tmp_path, "tốn tiền") == ["Học nghề có tốn tiền không"]


def test_a_failed_change_leaves_the_index_as_it_was_and_unlocked(tmp_path):
    api.build(tmp_path, [HAN], {})

    with pytest.raises(TypeError):
        api.apply(tmp_path, {"nganh/may": MAY, "nganh/moc": {"title": 5.5}})

    assert titles(tmp_path) == ["Hàn"]
    assert api.apply(tmp_path, {"nganh/may": MAY}).documents == 2


def test_a_failed_build_leaves_the_living_generation(tmp_path):
    api.build(tmp_path, [HAN], {})

    with pytest.raises(KeyError):
        api.build(tmp_path, [MAY, {"title": "without id"}], {})

    assert titles(tmp_path) == ["Hàn"]
    assert len(list(tmp_path.glob("generation-*"))) == 1


def test_one_generation_before_the_living_one_is_kept(tmp_path):
    for _ in range(4):
        api.build(tmp_path, [HAN], {})

    assert sorted(path.name for path in tmp_path.glob("generation-*")) == [
        "generation-000003",
        "generation-000004",
    ]


def test_an_open_reader_goes_on_while_builds_remove_its_files(tmp_path):
    api.build(tmp_path, [HAN], {})
    snapshot = Snapshot(tmp_path)

    for _ in range(3):
        api.build(tmp_path, [MAY], {})

    assert [hit.title for hit in answer(snapshot, Request(q="hàn")).hits] == ["Hàn"]


def test_no_index_is_said_to_be_missing(tmp_path):
    assert api.status(tmp_path / "none").state == "missing"
    with pytest.raises(IndexMissing):
        api.search(tmp_path, Request(q="hàn"))
    with pytest.raises(IndexMissing):
        api.apply(tmp_path, {})


def cut_segment(folder):
    segment = next(folder.glob("generation-*/*.seg"))
    segment.write_bytes(segment.read_bytes()[:-40])


def scribble_segment(folder):
    segment = next(folder.glob("generation-*/*.seg"))
    whole = bytearray(segment.read_bytes())
    whole[len(whole) // 2] ^= 0xFF
    segment.write_bytes(whole)


def remove_segment(folder):
    next(folder.glob("generation-*/*.seg")).unlink()


def scribble_pointer(folder):
    (folder / "CURRENT").write_text("nonsense", encoding="ascii")


def remove_generation_name(folder):
    (folder / "CURRENT").write_text("generation-000009 0\n", encoding="ascii")


def scribble_manifest(folder):
    next(folder.glob("generation-*/manifest.json")).write_text("{", encoding="ascii")


def age_format(folder):
    manifest = next(folder.glob("generation-*/manifest.json"))
    manifest.write_text(
        json.dumps({**json.loads(manifest.read_text("ascii")), "format": 0}), encoding="ascii"
    )


def scribble_toc(folder):
    toc = next(folder.glob("generation-*/*.toc"))
    toc.write_bytes(b"\0" * toc.stat().st_size)


@pytest.mark.parametrize(
    "harm",
    [
        cut_segment,
        scribble_segment,
        remove_segment,
        scribble_pointer,
        remove_generation_name,
        scribble_manifest,
        age_format,
        scribble_toc,
    ],
)
def test_damage_is_noticed_and_a_build_cures_it(tmp_path, harm):
    api.build(tmp_path, [HAN], {})
    harm(tmp_path)

    assert api.status(tmp_path).state == "damaged"
    with pytest.raises(IndexDamaged):
        api.search(tmp_path, Request(q="hàn"))

    assert api.build(tmp_path, [HAN], {}).state == "ready"
    assert titles(tmp_path) == ["Hàn"]


def test_readers_and_a_writer_work_at_the_same_time(tmp_path):
    api.build(tmp_path, [HAN], {})
    failures = []

    def read():
        for _ in range(30):
            try:
                assert "Hàn" in titles(tmp_path, "hàn")
            except Exception as error:  # a thread must hand its failure over, whatever it is
                failures.append(error)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(4):
        api.apply(tmp_path, {f"nganh/{number}": {"title": f"Ngành {number}"}})
    api.build(tmp_path, [HAN], {})
    for reader in readers:
        reader.join()

    assert failures == []


def test_a_file_that_a_writer_takes_away_meanwhile_is_no_damage(tmp_path, monkeypatch):
    api.build(tmp_path, [HAN], {})
    once, opened = [IndexDamaged("taken away")], generations.open_current
    monkeypatch.setattr(generations, "open_current", lambda folder: _raises(once) if once else opened(folder))

    assert "Hàn" in titles(tmp_path, "hàn")


def _raises(errors):
    raise errors.pop()

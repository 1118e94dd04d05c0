from bench.search import asked, peers, speed, synthetic, texts, worker
from bench.search.demands import demands
from bench.search.report import text_of

REAL = [
    {
        "id": "nghe/tho-han",
        "kind": "nghe",
        "title": "Thợ hàn điện, hàn hơi",
        "summary": "Nghề nghiệp. Ô tô, cơ khí",
        "body": "Em nối các tấm thép bằng que hàn. Em đo lại mối hàn.",
        "other_titles": ["thợ sắt"],
        "codes": ["5520123"],
        "places": ["Đắk Lắk"],
        "areas": ["66"],
    },
    {
        "id": "truong/a",
        "kind": "truong",
        "title": "Trường Cao đẳng A",
        "summary": "Trường cao đẳng",
        "body": "Dạy hàn và điện.",
        "places": ["phường Tân Lập, tỉnh Đắk Lắk"],
        "codes": ["CDA"],
    },
]


def test_peers_get_folded_texts_and_facets():
    record = texts.record(REAL[0])

    assert record["title"] == "tho han dien, han hoi"
    assert record["keywords"] == "5520123"
    assert record["body"].endswith("moi han.. dak lak")
    assert record["facets"] == {"kind": ["nghe"], "area": ["66"], "level": [], "entry": [], "field": []}


def test_a_query_becomes_different_folded_words():
    assert texts.words("Học ở ĐẮK lắk, học 238/2025") == ["hoc", "o", "dak", "lak", "238", "2025"]


def test_invented_documents_look_like_real_ones_and_repeat():
    made = list(synthetic.Generator(REAL).documents(50))

    assert made == list(synthetic.Generator(REAL).documents(50))
    assert len({document["id"] for document in made}) == 50
    assert {document["kind"] for document in made} == {"nghe", "truong"}
    assert all(document["title"] and document["covers"] == [document["id"]] for document in made)


def test_queries_for_timing_are_different_and_repeat():
    queries = asked.Asker(REAL).queries(40)

    assert queries == asked.Asker(REAL).queries(40)
    assert len(set(queries)) == 40


def test_prefixes_are_beginnings_of_titles():
    beginnings = [document["title"].lower() for document in REAL] + [
        "tho han dien, han hoi",
        "truong cao dang a",
    ]

    assert all(
        any(title.startswith(prefix) for title in beginnings) for prefix in asked.Asker(REAL).prefixes(20)
    )


def test_a_percentile_is_a_measured_value():
    values = [float(value) for value in range(1, 101)]

    assert (speed.percentile(values, 50), speed.percentile(values, 95)) == (51, 96)
    assert speed.percentile([3.0], 95) == 3.0


def test_a_ratio_is_taken_over_the_queries_that_both_were_asked():
    ours = speed.Contestant(None, 1, 1, 1, asked=4, memory=1, rounds=[[1, 1, 9, 9], [1, 1, 9, 9]])
    slow = speed.Contestant(None, 1, 1, 1, asked=2, memory=1, rounds=[[10, 10], [10, 10]])

    assert speed._summary(slow, ours)["ours"] == {"p50": 0.1, "p95": 0.1}


def test_an_engine_that_would_take_seconds_is_left_out_with_the_reason():
    smaller = {
        "size": 20_000,
        "engines": {"ours": {"p50": 900.0}, "slow": {"p50": 600.0}, "fast": {"p50": 9.0}},
        "missing": {"slower": "left out, 3.0 s an answer", "absent": "not installed"},
    }

    assert speed.too_slow(smaller, 100_000) == {
        "slow": "left out, 0.6 s an answer among 20,000 documents",
        "slower": "left out, 3.0 s an answer",
    }


def test_every_python_engine_has_its_place_in_the_worker():
    assert set(worker.ENGINES) == {engine.name for engine in peers.ENGINES} - {"minisearch", "pagefind"}


def test_a_missing_peer_stands_in_the_tables_with_its_reason():
    measures = {"n": 1, "ndcg": 0.9, "rr": 1.0, "s3": 1.0, "zero": 0.0}
    one = {
        "name": "queries",
        "size": 2,
        "engines": {"ours": {"ALL": measures, "rong": measures}},
        "silence": {"ours": {"n": 1, "silent": 0}},
        "best": None,
        "differences": {},
        "without": {
            name: {"ALL": measures, "rong": measures} for name in ("synonyms", "keys", "exact", "places")
        },
        "weakest": [],
    }
    missing = {peer.name: "node is not installed" for peer in peers.PEERS}

    text = text_of({"quality": {"sets": [one], "missing": missing}})

    assert "| MiniSearch | missing: node is not installed |" in text
    assert (
        "| unanswerable queries left without a confident answer, queries | all | 0 of 1 | **missed** |"
        in text
    )
    assert "robustness, speed left out" in text


def test_a_part_that_was_not_run_has_no_demands():
    assert demands({}) == []

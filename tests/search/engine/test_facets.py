def test_values_within_a_group_widen_and_groups_narrow(search):
    assert search("", filters={"kind": ["nganh", "truong"]}).total == 7
    assert search("", filters={"kind": ["nganh", "truong"], "level": ["trung-cap"]}).total == 3


def test_counts_of_a_group_ignore_its_own_filter(search):
    facets = search("", filters={"kind": ["truong"], "level": ["cao-dang"]}).facets

    assert dict(facets["kind"]) == {"nganh": 2, "truong": 1}
    assert dict(facets["level"]) == {"trung-cap": 2, "cao-dang": 1}


def test_counts_agree_with_the_total(search):
    results = search("học phí")

    assert sum(count for _, count in results.facets["kind"]) == results.total


def test_unknown_facets_and_values_do_no_harm(search):
    assert search("hàn", filters={"zzz": ["1"], "kind": []}).total > 0
    assert search("hàn", filters={"kind": ["zzz"]}).total == 0


def test_a_filtered_search_without_hits_still_counts_the_other_values(search):
    facets = search("kế toán", filters={"kind": ["van-ban"]}).facets

    assert dict(facets["kind"])["nganh"] == 1

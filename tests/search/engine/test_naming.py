def exact(results):
    return [hit.id for hit in results.hits if hit.exact]


def test_the_name_of_a_school_names_it(search):
    assert exact(search("Trường Cao đẳng Đắk Lắk")) == ["truong/cao-dang-dak-lak"]
    assert exact(search("cao dang dak lak")) == ["truong/cao-dang-dak-lak"]


def test_a_former_name_names_a_page(search):
    assert exact(search("cao đẳng nghề tây nguyên")) == ["truong/cao-dang-dak-lak"]


def test_part_of_a_name_does_not_name_a_page(search):
    assert exact(search("đắk lắk")) == []


def test_other_accents_do_not_name_a_page(search):
    assert exact(search("thợ hạn")) == []


def test_a_number_names_its_document_but_not_what_mentions_it(search):
    assert exact(search("238/2025/NĐ-CP")) == ["van-ban/nd-238-2025"]
    assert exact(search("nghị định 81")) == ["van-ban/nd-81-2021"]


def test_what_is_named_comes_first(search):
    assert search("công nghệ thông tin").hits[0].exact

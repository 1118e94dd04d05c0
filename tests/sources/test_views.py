from tests import factories


def test_the_list_names_each_source(visitor):
    factories.source("inst-1", title="Bài báo một")

    assert "Bài báo một" in visitor.opens("/nguon/").links


def test_words_narrow_the_list(visitor):
    factories.source("inst-1", title="Bài báo một")
    factories.source("inst-2", title="Nghị định hai")

    links = visitor.opens("/nguon/?q=nghị định").links

    assert "Nghị định hai" in links and "Bài báo một" not in links


def test_a_source_page_leads_to_the_original(visitor):
    factories.source("inst-1", urls=["https://example.org/bai"])

    assert "https://example.org/bai" in visitor.opens("/nguon/inst-1").hrefs


def test_an_unknown_source_is_a_helpful_404(visitor):
    visitor.opens("/nguon/inst-99999", status=404)


def test_a_source_page_leads_to_the_pages_that_rest_on_it(visitor):
    factories.source("inst-1")
    factories.source("inst-2")
    factories.source_use("inst-1", "truong/a", title="Trường A")
    factories.source_use("inst-2", "truong/b", title="Trường B")

    page = visitor.opens("/nguon/inst-1")

    assert "/truong/a" in page.hrefs and "Dùng ở các trang (1)" in page.text
    assert "Trường B" not in page.links


def test_the_pages_that_rest_on_a_source_are_told_in_parts(visitor):
    factories.source("inst-1")
    for number in range(60):
        factories.source_use("inst-1", f"nghe/n-{number}", title=f"Nghề {number}", position=number)

    first, second = visitor.opens("/nguon/inst-1"), visitor.opens("/nguon/inst-1?trang=2")

    assert "Nghề 49" in first.links and "Nghề 50" not in first.links
    assert "Nghề 59" in second.links


def test_a_source_without_pages_says_so(visitor):
    factories.source("inst-1")

    assert "Chưa có trang nào dẫn nguồn này" in visitor.opens("/nguon/inst-1").text

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

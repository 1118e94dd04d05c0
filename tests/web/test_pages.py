from tests import factories
from vocational.web import pages

HOSTS = ("127.0.0.1:8000", "localhost")


def test_links_of_prose_fit_where_the_site_is_mounted(app):
    html = '<a href="/nghe/">nghề</a> <a href="//x.vn">x</a> <a href="https://y.vn/">y</a>'

    with app.test_request_context("/", base_url="http://localhost/huong-nghiep"):
        printed = pages.prose(html)

    assert printed == html.replace('"/nghe/"', '"/huong-nghiep/nghe/"')


def test_the_site_works_under_a_path_of_an_office(app):
    answer = app.test_client().get("/nguon/", base_url="http://localhost/huong-nghiep")
    loose = [part for part in answer.text.split('href="/')[1:] if not part.startswith("huong-nghiep/")]

    assert answer.status_code == 200 and not loose


def test_a_page_is_the_same_under_every_host_that_leads_to_it(app):
    factories.institution("truong-a")
    client = app.test_client()

    pages_by_host = [client.get("/truong/truong-a", base_url=f"http://{host}").text for host in HOSTS]

    assert pages_by_host[0] == pages_by_host[1]
    assert "http://localhost/truong/" in pages_by_host[0]


def test_a_page_has_one_address_whatever_way_it_was_reached(app):
    client = app.test_client()

    for way in ("/nguon", "/nguon/", "/nguon/?trang=1&q="):
        assert '<link rel="canonical" href="http://localhost/nguon/">' in client.get(way).text


def test_addresses_for_the_world_name_the_mount_point_once(app, monkeypatch):
    monkeypatch.setitem(app.config, "SITE_URL", "http://localhost/huong-nghiep")
    answer = app.test_client().get("/sitemap.xml", base_url="http://localhost/huong-nghiep")

    assert "<loc>http://localhost/huong-nghiep/truong/</loc>" in answer.text
    assert "huong-nghiep/huong-nghiep" not in answer.text

import xml.etree.ElementTree as ET

from tests import factories

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def test_the_site_map_lists_each_public_page_with_its_last_check(visitor):
    factories.institution("truong-a")
    factories.institution("truong-b", public=False)

    tree = ET.fromstring(visitor.opens("/sitemap.xml").html)
    places = [place.text for place in tree.findall("s:url/s:loc", NAMES)]

    assert "http://localhost/truong/truong-a" in places and "http://localhost/lop-9" in places
    assert "http://localhost/truong/truong-b" not in places


def test_robots_are_led_to_the_site_map(visitor):
    assert "Sitemap: http://localhost/sitemap.xml" in visitor.opens("/robots.txt").html


def test_browsers_can_search_the_site_from_their_own_box(visitor):
    description = ET.fromstring(visitor.opens("/opensearch.xml").html)

    assert "/tim-kiem?q={searchTerms}" in description.find("{*}Url").get("template")

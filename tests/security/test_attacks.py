"""Over three hundred attacks in every field of every role, looked for in everything that leaves the site.

What a real browser makes of them stands in `tests/journeys/test_attacks.py`.
"""

import csv
import html
import io
import json
import re
import zipfile
from datetime import timedelta
from xml.etree import ElementTree

import feedparser
import nh3
import pytest
from icalendar import Calendar
from markdown_it import MarkdownIt

from tests.security import payloads, poisoned
from tests.security.addresses import readable
from tests.security.looks import dangers
from tests.test_routes import MACHINE, STAFF
from vocational.ingest import markdown
from vocational.noticeboard.items import rendering
from vocational.noticeboard.sharing import texts
from vocational.web import headers
from vocational.web.downloads import csv_pieces, xlsx_response

CONTEXTS = (
    "{}",
    "- {}",
    "> {}",
    "## {}",
    "| a |\n|---|\n| {} |",
    "[{}](https://a.vn)",
    "[bấm]({})",
    "[a]: {}\n\n[a]",
)
PAGE = re.compile(r"text/html")
SEARCHES = (
    "alert",
    "script",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "javascript:alert(1)",
)
FORMULAS = tuple("=+-@＝＋－＠\t\r\n")
CALENDAR_NAMES = {
    *("BEGIN", "END", "VERSION", "PRODID", "X-WR-CALNAME", "SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "UID"),
    *("SEQUENCE", "DESCRIPTION", "LOCATION", "TRANSP", "URL", "METHOD"),
}


def test_there_are_more_than_three_hundred_attacks_and_none_twice():
    assert len(payloads.ALL) >= 300
    assert len(payloads.ALL) == sum(len(group) for group in payloads.GROUPS.values())


@pytest.fixture(params=["both", "markdown alone", "sanitiser alone"])
def layers(request, monkeypatch):
    """The layers between a typed text and a page: each alone holds."""
    if request.param == "markdown alone":
        monkeypatch.setattr(nh3, "clean", lambda text, **_options: text)
    if request.param == "sanitiser alone":
        loose = MarkdownIt("commonmark", {"html": True}).enable("table")
        loose.validateLink = lambda _address: True
        monkeypatch.setattr(markdown, "_markdown", loose)
    return request.param


@pytest.mark.parametrize("context", CONTEXTS)
def test_nothing_dangerous_comes_out_of_markdown(layers, context):
    made = "\n".join(rendering.html_of(context.format(payload)) for payload in payloads.ALL)

    # Pictures are dropped by the sanitiser, and loaded from nowhere else by the policy of the page.
    assert not dangers(made, images=layers == "markdown alone")


@pytest.mark.parametrize("who", ["boss", "teacher", "nobody"])
def test_no_page_holds_anything_dangerous(site_under_attack, who):
    client, opened, found = site_under_attack.clients[who], set(), {}
    for endpoint, address in readable(site_under_attack.app):
        if who != "nobody" and endpoint not in STAFF:
            continue
        answer = client.get(address, buffered=True)
        assert answer.status_code < 500 or endpoint in MACHINE, address
        assert not re.search(r"[\r\n]", " ".join(answer.headers.values()))
        if answer.status_code in {200, 410}:
            opened.add(endpoint)
            assert answer.headers["Content-Security-Policy"] == headers.POLICY, address
            assert answer.headers["X-Content-Type-Options"] == "nosniff", address
            if PAGE.match(answer.content_type) and (wrong := dangers(answer.text)):
                found[address] = wrong[:3]

    assert not found
    if who == "nobody":
        assert {"sharing.share", "sharing.sheet", "noticeboard.event", "questions.faq"} <= opened
    if who != "nobody":
        expected = {name for name in STAFF if _is_page(site_under_attack.app, name)}
        missing = expected - opened - {"questions.staff_faq_new"}
        assert who == "teacher" or missing <= {"circulars.received", "circulars.file_sent"}, missing


def _is_page(site, endpoint):
    return any("GET" in rule.methods for rule in site.url_map.iter_rules(endpoint)) and "file" not in endpoint


def test_every_attack_can_be_read_as_what_it_is(site_under_attack):
    shown = _plain(html.unescape(site_under_attack.clients["nobody"].get("/su-kien/event-out").text))

    assert not [payload for payload in payloads.ALL if _plain(payload) not in shown]


def _plain(text):
    return re.sub(r"[\s\x00]+", " ", text).strip()


@pytest.mark.parametrize("words", SEARCHES)
def test_nothing_dangerous_is_found_or_suggested(site_under_attack, words):
    for client in site_under_attack.clients.values():
        page = client.get("/tim-kiem", query_string={"q": words})
        assert page.status_code == 200
        assert not dangers(page.text)
        for address in ("/ban-lam-viec/tim", "/hoi-dap/", "/ban-lam-viec/quan-tri/tai-khoan"):
            assert not dangers(client.get(address, query_string={"q": words}).text)
    suggested = site_under_attack.clients["nobody"].get("/tim-kiem/goi-y", query_string={"q": words[:6]})
    if suggested.status_code == 200:
        assert suggested.mimetype == "application/json"
        json.loads(suggested.text)


@pytest.mark.parametrize("code", poisoned.CODES)
def test_what_is_read_by_a_code_is_harmless(site_under_attack, code):
    app, client = site_under_attack.app, site_under_attack.app.test_client()
    ticket = re.search(r'name="phieu" value="([^"]+)"', client.get("/hoi-dap/tra-loi").text)[1]
    app.config["NOW"] = poisoned.NOW + timedelta(seconds=30)
    answer = client.post("/hoi-dap/tra-loi", data={"phieu": ticket, "code": poisoned.CODES[code]})
    del app.config["NOW"]

    assert answer.status_code == 200
    assert not dangers(answer.text)


@pytest.mark.parametrize("board", ["thong-bao", "su-kien", "viec-lam"])
def test_feeds_hold_the_attacks_as_text(site_under_attack, board):
    answer = site_under_attack.clients["nobody"].get(f"/{board}.atom")
    feed = ElementTree.fromstring(answer.data)
    names = {"w": "http://www.w3.org/2005/Atom"}
    read = feedparser.parse(answer.data)

    assert b"<![CDATA[" not in answer.data and b"<!ENTITY" not in answer.data
    assert len(read.entries) == len(feed.findall("w:entry", names)) == 1
    assert {one.tag.partition("}")[2] for one in feed.iter()} <= {
        *("feed", "id", "title", "updated", "link", "author", "name", "entry", "published", "category"),
        *("summary", "content"),
    }
    assert not [one for text in feed.iterfind(".//w:content", names) for one in dangers(text.text)]
    assert {one.get("href").partition(":")[0] for one in feed.iterfind(".//w:link", names)} == {"http"}


@pytest.mark.parametrize("address", ["/lich.ics", "/su-kien/event-out.ics", "/viec-lam/vacancy-out.ics"])
def test_calendars_hold_nothing_but_their_own_lines(site_under_attack, address):
    data = site_under_attack.clients["nobody"].get(address).data
    # However a program parts lines: a line is one of ours, or goes on with a blank.
    lines = [line for line in re.split("\r\n|\r|\n", data.decode()) if line and line[0] not in " \t"]
    calendar = Calendar.from_ical(data)

    assert {re.split("[:;]", line)[0] for line in lines} <= CALENDAR_NAMES
    assert all(re.match("http://", str(event["URL"])) for event in calendar.walk("VEVENT"))
    assert len(calendar.walk("VEVENT")) == (2 if address == "/lich.ics" else 1)
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029]", data.decode())


@pytest.mark.parametrize("payload", payloads.GROUPS)
def test_a_message_is_plain_text_that_keeps_its_address(payload):
    for words in payloads.GROUPS[payload]:
        fields = dict.fromkeys(("title", "unit", "summary", "contact"), words)
        told = texts.Told(kind="Sự kiện", address="https://a.vn/su-kien/a", **fields, lines=(words,))
        message = texts.message(told)

        assert message.endswith("Xem đầy đủ: https://a.vn/su-kien/a")
        assert len(message) <= texts.LONGEST_MESSAGE
        assert all(isinstance(line, str) for line in texts.speech(told))


TABLES = [
    "/ban-lam-viec/quan-tri/nhat-ky.csv",
    "/ban-lam-viec/tim-kiem.csv",
    "/ban-lam-viec/gui-truong/2/danh-sach.csv",
]


@pytest.mark.parametrize("address", TABLES)
def test_no_cell_of_a_table_is_a_formula(site_under_attack, address):
    text = site_under_attack.clients["boss"].get(address).data.decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]

    assert len(cells) > 10
    assert not [cell[:40] for cell in cells if cell.startswith(FORMULAS)]
    assert not re.search("[;\t\n](?=[=+@＝＋－＠])", text.replace("\r\n", ""))


def test_no_cell_of_a_workbook_is_a_formula(site_under_attack):
    app = site_under_attack.app
    answer = site_under_attack.clients["boss"].get("/ban-lam-viec/gui-truong/2/danh-sach.xlsx")
    with app.test_request_context():
        every = xlsx_response("x", ["a"], [[payload[:32_000]] for payload in payloads.ALL])
        every.direct_passthrough = False
        books = [answer.data, every.get_data()]

    for data in books:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            sheet = book.read("xl/worksheets/sheet1.xml")
            assert b"<f>" not in sheet and b"<hyperlink" not in sheet
            assert not [
                name for name in book.namelist() if "external" in name.lower() or "vba" in name.lower()
            ]


def test_every_attack_is_escaped_in_a_table():
    rows = list(
        csv.reader(io.StringIO("".join(csv_pieces(["a"], [[one] for one in payloads.ALL])), newline=""))
    )

    assert len(rows) == len(payloads.ALL) + 1
    assert not [row[0][:40] for row in rows[1:] if row[0].startswith(FORMULAS)]

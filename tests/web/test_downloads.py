import csv
import io
import zipfile
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from vocational.web.downloads import csv_response, xlsx_response

HEADER = ["Trường", "Chỉ tiêu", "Hạn nộp"]
DANGEROUS = ["=1+1", "+84262", "-5", "@SUM(A1)", "\tmở", "\rmở"]


def read_csv(response):
    text = response.get_data().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def read_xlsx(response):
    response.direct_passthrough = False
    book = CalamineWorkbook.from_filelike(io.BytesIO(response.get_data()))
    return book.get_sheet_by_index(0).to_python()


@pytest.fixture(autouse=True)
def request_context(app):
    with app.test_request_context():
        yield


def test_csv_opens_with_a_byte_order_mark_so_that_excel_reads_accents():
    response = csv_response("tuyen-sinh-2025", HEADER, [])

    assert response.get_data().startswith(b"\xef\xbb\xbf")
    assert response.content_type == "text/csv; charset=utf-8"


def test_csv_reads_back_with_commas_quotes_and_line_breaks():
    rows = [['Trường "A", cơ sở 2', 120, date(2026, 8, 31)], ["Dòng 1\nDòng 2", None, None]]

    assert read_csv(csv_response("x", HEADER, rows)) == [
        HEADER,
        ['Trường "A", cơ sở 2', "120", "2026-08-31"],
        ["Dòng 1\nDòng 2", "", ""],
    ]


@pytest.mark.parametrize("text", DANGEROUS)
def test_csv_text_is_never_taken_for_a_formula(text):
    assert read_csv(csv_response("x", ["a"], [[text]]))[1] == [f"'{text}"]


def test_csv_keeps_leading_zeros_and_negative_numbers():
    assert read_csv(csv_response("x", ["a", "b"], [["0012", -5]]))[1] == ["0012", "-5"]


def test_csv_is_written_piece_by_piece():
    taken = []
    rows = ([taken.append(number) or number] for number in range(5000))

    pieces = iter(csv_response("x", ["a"], rows).response)
    next(pieces)

    assert len(taken) < 1000


@pytest.mark.parametrize("text", [*DANGEROUS[:4], "0012", "Trường Cao đẳng"])
def test_xlsx_keeps_text_as_it_is(text):
    assert read_xlsx(xlsx_response("x", ["a"], [[text]])) == [["a"], [text]]


def test_xlsx_keeps_numbers_dates_and_gaps():
    rows = [["Trường A", 0, date(2026, 8, 31)], ["Trường B", None, None]]

    assert read_xlsx(xlsx_response("x", HEADER, rows)) == [
        HEADER,
        ["Trường A", 0.0, date(2026, 8, 31)],
        ["Trường B", "", ""],
    ]


def test_xlsx_holds_no_formula():
    response = xlsx_response("x", ["a"], [["=1+1"]])
    response.direct_passthrough = False

    assert b"<f>" not in unzipped(response.get_data())


def test_xlsx_survives_characters_that_xml_forbids():
    assert read_xlsx(xlsx_response("x", ["a"], [["một\x0bhai"]]))[1] == ["một hai"]


@pytest.mark.parametrize(("make", "suffix"), [(csv_response, "csv"), (xlsx_response, "xlsx")])
def test_the_file_is_saved_under_its_name(make, suffix):
    answer = make("tuyen-sinh-2025", HEADER, [])

    assert answer.headers["Content-Disposition"] == f"attachment; filename=tuyen-sinh-2025.{suffix}"


def unzipped(data):
    archive = zipfile.ZipFile(io.BytesIO(data))
    return archive.read("xl/worksheets/sheet1.xml")

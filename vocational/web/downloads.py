"""Lists as files: CSV and Excel, written row by row, safe to open in a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from flask import Response, send_file, stream_with_context
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A spreadsheet that reads a CSV file takes a cell that begins like this for a formula; where its country
# parts cells by semicolons, a cell begins after each of them, and quotes do not hold what is inside together.
FORMULA_START = re.compile(r"^(?=[\t\r\n])|(?:^|(?<=[;\t\r\n]))(?=[=+\-@＝＋－＠])")
# Without the byte order mark Excel reads UTF-8 as something else.
BYTE_ORDER_MARK = "\ufeff"
LINES_A_PIECE = 500


def csv_response(name: str, header: Sequence[str], rows: Iterable[Sequence]) -> Response:
    """Return rows as a download `name`.csv: UTF-8 with byte order mark, commas, ISO dates."""
    response = Response(stream_with_context(csv_pieces(header, rows)), mimetype="text/csv")
    response.headers.set("Content-Disposition", "attachment", filename=f"{name}.csv")
    return response


def xlsx_response(name: str, header: Sequence[str], rows: Iterable[Sequence]) -> Response:
    """Return rows as a download `name`.xlsx with one sheet; text stays text, even «=1+1» and «0012»."""
    file = io.BytesIO()
    _workbook(header, rows).save(file)
    file.seek(0)
    return send_file(file, mimetype=XLSX, as_attachment=True, download_name=f"{name}.xlsx", etag=False)


class _Lines(list):
    """What the CSV writer writes to; holds the lines of the piece at hand."""

    write = list.append


def csv_pieces(header: Sequence[str], rows: Iterable[Sequence]) -> Iterator[str]:
    """Yield a table as CSV text, some hundred lines a piece."""
    lines = _Lines()
    writer = csv.writer(lines)
    lines.write(BYTE_ORDER_MARK)
    writer.writerow(header)
    for row in rows:
        writer.writerow([_csv_value(value) for value in row])
        if len(lines) >= LINES_A_PIECE:
            yield "".join(lines)
            lines.clear()
    yield "".join(lines)


def _csv_value(value):
    if isinstance(value, str):
        return FORMULA_START.sub("'", value)
    return value.isoformat() if isinstance(value, date) else value


def _workbook(header: Sequence[str], rows: Iterable[Sequence]) -> Workbook:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Dữ liệu")
    sheet.freeze_panes = "A2"
    for number, name in enumerate(header, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = max(12, min(len(name) + 4, 40))
    sheet.append([_heading(sheet, name) for name in header])
    for row in rows:
        sheet.append([_xlsx_value(sheet, value) for value in row])
    return book


def _heading(sheet, name):
    cell = _text_cell(sheet, name)
    cell.font = Font(bold=True)
    return cell


def _xlsx_value(sheet, value):
    if isinstance(value, str):
        return _text_cell(sheet, value) if value.startswith("=") else ILLEGAL_CHARACTERS_RE.sub(" ", value)
    return value


def _text_cell(sheet, text):
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub(" ", text))
    # Otherwise the library would store text that begins with «=» as a formula.
    cell.data_type = "s"
    return cell

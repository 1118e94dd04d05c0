"""Made-up data for the page of components; nothing here is shown to readers."""

from dataclasses import dataclass
from datetime import timedelta
from types import SimpleNamespace

from wtforms import (
    BooleanField,
    Form,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired

from vocational.provenance import Confidence, Figure, Provenance, State
from vocational.web import clock
from vocational.web.forms import QueryForm
from vocational.web.paging import Page

FIELDS = ["Điện", "Cơ khí", "Ô tô", "Thú y", "May", "Du lịch", "Xây dựng", "Tin học", "Nấu ăn", "Điều dưỡng"]


@dataclass(frozen=True)
class SampleSeries:
    """One series of a chart."""

    title: str
    unit: str
    points: list[tuple[str, float | None]]
    kind: str = "line"


class SampleForm(QueryForm):
    """A filter panel with a short group, a long one, a text and an order."""

    q = StringField("Tên hoặc từ khoá")
    level = SelectMultipleField("Bậc học", name="bac")
    field = SelectMultipleField("Nhóm nghề", name="nhom")
    sort = SelectField("Sắp xếp", name="sap-xep")


class SampleEntry(Form):
    """A form with something to put right."""

    title = StringField("Tiêu đề", description="Người đọc thấy dòng này trước.", validators=[InputRequired()])
    grades = RadioField("Khối lớp", choices=[SelectChoice("9", "Lớp 9"), SelectChoice("12", "Lớp 12")])
    urgent = BooleanField("Tin cần đọc ngay")
    text = TextAreaField("Nội dung")

    def problems(self):
        """Return what has to be put right, as a PostForm does."""
        return [(self.title.id, "Hãy viết tiêu đề.")]


def for_styles() -> SimpleNamespace:
    """Return one example of everything that the components show."""
    return SimpleNamespace(
        provenances=_provenances(),
        figures=_figures(),
        series=_series(),
        form=_form(),
        entry=_entry(),
        page=Page([], 4, 260),
    )


def _provenances() -> dict[str, Provenance]:
    today = clock.today()
    sources = ("inst-1", "pol-1")
    return {
        "checked": Provenance(sources, str(today.year), Confidence.HIGH, today),
        "recheck": Provenance(sources, str(today.year), Confidence.MEDIUM, today - timedelta(days=120)),
        "old": Provenance(sources, "2021-09", Confidence.HIGH, today),
        "undated": Provenance(("inst-1",), "", Confidence.HIGH, today),
        "uncertain": Provenance((), str(today.year), Confidence.MEMORY, today),
    }


def _figures() -> list[Figure]:
    kept = _provenances()
    return [
        Figure(
            85,
            "%",
            qualifier="khoảng",
            counts="học viên có việc làm",
            period="2025",
            provenance=kept["checked"],
        ),
        Figure(5_400_000, "đồng/năm", counts="học phí phải nộp", provenance=kept["checked"]),
        Figure(7, "triệu đồng/tháng", value_to=9.5, counts="lương", period="2021", provenance=kept["old"]),
        Figure(0, "đồng/năm", counts="học phí phải nộp", provenance=kept["checked"]),
        Figure(
            1250, "học sinh", counts="chỉ tiêu", note="Gồm cả lớp học buổi tối.", provenance=kept["uncertain"]
        ),
        Figure(None, "%", State.UNKNOWN, counts="học viên có việc làm", provenance=kept["checked"]),
        Figure(None, "người", State.WITHHELD, counts="học viên khuyết tật", provenance=kept["checked"]),
    ]


def _series() -> list[SampleSeries]:
    years = [("2019", 1200), ("2020", 1510), ("2021", None), ("2022", 1980.5), ("2023", 2105), ("2025", 2640)]
    kinds = [
        ("Trường Cao đẳng nghề mẫu có tên rất dài để xem chữ xuống dòng", 1250),
        ("Trung tâm mẫu", 430),
        ("Trường chưa có số liệu", None),
    ]
    return [
        SampleSeries("Học sinh vào học nghề sau lớp 9", "học sinh", years),
        SampleSeries("Học sinh theo trường", "học sinh", kinds, "bar"),
    ]


def _entry() -> SampleEntry:
    entry = SampleEntry(prefix="mau-")
    entry.title.errors = ["Hãy viết tiêu đề."]
    return entry


def _form() -> SampleForm:
    form = SampleForm.from_request(
        level=[("so-cap", "Sơ cấp"), ("trung-cap", "Trung cấp"), ("cao-dang", "Cao đẳng")],
        field=[(str(number), name) for number, name in enumerate(FIELDS)],
        sort=[("ten", "Theo tên"), ("gan", "Gần nhất")],
    )
    form.count("bac", {"so-cap": 21, "trung-cap": 63})
    return form

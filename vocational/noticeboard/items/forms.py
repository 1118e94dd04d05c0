"""The forms in which announcements, events and vacancies are written."""

import unicodedata
from datetime import datetime, timedelta

from wtforms import (
    BooleanField,
    DateField,
    DateTimeLocalField,
    HiddenField,
    IntegerField,
    MultipleFileField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    widgets,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length, NumberRange, Optional

from vocational.noticeboard.dates import ZONE, day_of, end_of
from vocational.noticeboard.items import content as contents
from vocational.noticeboard.items.content import Content, File
from vocational.noticeboard.items.kinds import GRADES, TOPICS, Facet
from vocational.noticeboard.kinds import Area, Audience, Board
from vocational.web.forms import PostForm

DAY = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"]
MOMENT = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%d/%m/%Y %H:%M", "%d/%m/%Y %Hh%M"]
SHOWN_FOR = timedelta(days=30)
GROUPS = {
    Facet.AUDIENCE: "audience",
    Facet.GRADE: "grade",
    Facet.AREA: "area",
    Facet.INSTITUTION: "institution",
}


def _clean(text):
    """Return what was typed in one Unicode form, with plain line ends and without null characters."""
    text = unicodedata.normalize("NFC", text or "").replace("\x00", "")
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _line(text):
    """Return what was typed into a field of one line, as one line."""
    return " ".join(_clean(text).split())


def _text(label, longest, *, says="", required="", area=False):
    checks = [DataRequired(required)] if required else [Optional()]
    field = TextAreaField if area else StringField
    return field(
        label,
        description=says,
        filters=[_clean if area else _line],
        validators=[*checks, Length(max=longest)],
    )


def _options(pairs):
    return [SelectChoice(value, label) for value, label in pairs]


def _boxes(label, says=""):
    boxes = {"widget": widgets.ListWidget(prefix_label=False), "option_widget": widgets.CheckboxInput()}
    return SelectMultipleField(label, description=says, **boxes)


class WritingForm(PostForm):
    key = HiddenField(validators=[DataRequired(), Length(max=64)])
    base = IntegerField(widget=widgets.HiddenInput(), default=0, validators=[NumberRange(min=0)])
    unit = SelectField("Đơn vị đăng", coerce=int)
    title = _text("Tiêu đề", 200, required="Hãy viết tiêu đề.", says="Nói ngay việc gì, cho ai, khi nào.")
    body = _text("Nội dung", contents.LONGEST_BODY, area=True)
    topic = RadioField("Loại thông báo")
    expire_on = DateField("Hiện đến hết ngày", format=DAY, validators=[Optional()])
    audience = _boxes("Dành cho", "Không chọn là dành cho mọi người.")
    summary = _text("Tóm tắt", 400, area=True, says="Một hai câu, hiện trong danh sách và khi tìm kiếm.")
    grade = _boxes("Riêng cho lớp")
    area = _boxes("Khu vực", "Không chọn là cả vùng.")
    institution = _boxes("Nói về trường, trung tâm")
    contact = _text("Hỏi ai", 400, area=True, says="Tên bộ phận, điện thoại cơ quan, thư điện tử.")
    source = _text("Nguồn", 400, says="Số văn bản hoặc địa chỉ trang gốc, nếu chép lại.")
    publish_at = DateTimeLocalField(
        "Hẹn giờ đăng", format=MOMENT, validators=[Optional()], description="Để trống là đăng ngay khi duyệt."
    )
    site_wide = BooleanField("Đăng cho cả vùng, không chỉ cho trường mình (biên tập viên sẽ duyệt)")
    files = MultipleFileField(
        "Thêm tệp", description="PDF, Word, Excel, ảnh; mỗi tệp tối đa 10 MB, nhiều nhất 8 tệp."
    )
    note = _text("Ghi chú cho người duyệt", 300)

    DETAILS = ()

    def offer(self, board, units, schools):
        """Give the groups their options."""
        # A draft may do without; whoever sends it on is asked for it.
        self.expire_on.flags.required = self.body.flags.required = True
        self.unit.choices = _options((unit.id, unit.name) for unit in units)
        self.topic.choices = _options((kind.value, kind.label) for kind in TOPICS[board])
        self.audience.choices = _options((one.value, one.label) for one in Audience)
        self.grade.choices = _options((grade, f"Lớp {grade}") for grade in GRADES)
        self.area.choices = _options((one.value, one.label) for one in Area)
        self.institution.choices = _options(schools)

    def content(self, files):
        """Return what was typed, as a version says it; `files` are the files beside it."""
        return Content(
            title=self.title.data,
            topic=self.topic.data,
            summary=self.summary.data,
            body=self.body.data,
            site_wide=self.site_wide.data,
            contact=self.contact.data,
            source=self.source.data,
            publish_at=moment(self.publish_at.data),
            expire_at=end_of(self.expire_on.data) if self.expire_on.data else None,
            marks=self._marks(),
            details=self._details(),
            files=tuple(files),
        )

    def _marks(self):
        marks = {facet.value: list(self[name].data or []) for facet, name in GROUPS.items()}
        for grade, audience in (("9", Audience.GRADE_9), ("12", Audience.GRADE_12)):
            # Filters of readers know these two grades as readers, not as grades.
            if grade in marks[Facet.GRADE] and audience.value not in marks[Facet.AUDIENCE]:
                marks[Facet.AUDIENCE].append(audience.value)
        return {facet: tuple(values) for facet, values in marks.items() if values}

    def _details(self):
        values = {name: self[field].data for name, field in self.DETAILS}
        return {
            name: moment(value) if isinstance(value, datetime) else value for name, value in values.items()
        }

    @classmethod
    def filling(cls, content):
        """Return the values with which the form shows what a version says."""
        values = {name: getattr(content, name) for name in contents.COLUMNS}
        values["publish_at"] = local(content.publish_at)
        values["expire_on"] = last_day(content.expire_at)
        values |= {name: list(content.marks.get(facet, ())) for facet, name in GROUPS.items()}
        for name, field in cls.DETAILS:
            value = content.details.get(name)
            values[field] = local(value) if isinstance(value, datetime) else value
        return values


class EventForm(WritingForm):
    starts = DateTimeLocalField("Bắt đầu", format=MOMENT, validators=[Optional()])
    ends = DateTimeLocalField("Kết thúc", format=MOMENT, validators=[Optional()])
    place = _text("Địa điểm", 300, says="Viết như chỉ đường cho người chưa đến bao giờ.")
    event_area = SelectField(
        "Nơi ấy thuộc", choices=_options([("", "Chưa chọn"), *((one.value, one.label) for one in Area)])
    )
    capacity = IntegerField("Số chỗ", validators=[Optional(), NumberRange(min=1, max=100_000)])
    organiser = _text("Đơn vị tổ chức", 200)

    DETAILS = (
        ("starts", "starts"),
        ("ends", "ends"),
        ("area", "event_area"),
        ("place", "place"),
        ("capacity", "capacity"),
        ("organiser", "organiser"),
    )


_WAGE = [Optional(), NumberRange(min=100_000, max=500_000_000, message="Hãy viết đủ số đồng, ví dụ 7000000.")]


class VacancyForm(WritingForm):
    employer = _text("Nơi tuyển", 200)
    place = _text("Nơi làm việc", 300)
    occupation = _text("Việc làm", 200, says="Ví dụ: thợ may công nghiệp.")
    count = IntegerField("Số người cần", validators=[Optional(), NumberRange(min=1, max=100_000)])
    wage_low = IntegerField("Lương từ (đồng một tháng)", validators=_WAGE)
    wage_high = IntegerField("đến (đồng một tháng)", validators=_WAGE)
    deadline = DateField("Hạn nộp hồ sơ", format=DAY, validators=[Optional()])
    requirements = _text("Yêu cầu", 3000, area=True)

    DETAILS = tuple((name, name) for name in contents.VACANCY)

    def validate_wage_high(self, field):
        """Refuse a range that runs backwards."""
        if field.data and self.wage_low.data and field.data < self.wage_low.data:
            field.errors = [*field.errors, "Lương «đến» phải bằng hoặc cao hơn lương «từ»."]


FORMS = {Board.ANNOUNCEMENT: WritingForm, Board.EVENT: EventForm, Board.VACANCY: VacancyForm}


def moment(value):
    """Return a time typed here as a point in time; None stays None."""
    return value.replace(tzinfo=ZONE) if value else None


def local(value):
    """Return a point in time as the clock on the wall here shows it."""
    return value.astimezone(ZONE).replace(tzinfo=None) if value else None


def last_day(expire_at):
    """Return the last day on which something shows that ends at a moment."""
    return day_of(expire_at - timedelta(minutes=1)) if expire_at else None


def files_sent(sent, known):
    """Return the files that a form lists, without those ticked off; `known` are their rows by id."""
    files = []
    for text in sent.getlist("file"):
        id = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
        if id in known and f"file_drop_{id}" not in sent:
            title = _clean(sent.get(f"file_title_{id}", ""))[:200] or known[id].title
            files.append(File(id, title, _clean(sent.get(f"file_alt_{id}", ""))[:300]))
    return files

"""Forms for notices to schools."""

from wtforms import (
    DateField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from vocational.noticeboard.circulars.following import Standing
from vocational.noticeboard.circulars.queries import STATES
from vocational.noticeboard.circulars.references import Kind
from vocational.web.forms import PostForm, QueryForm


def _text(value):
    return value or ""


class CircularForm(PostForm):
    title = StringField(
        "Tiêu đề",
        description="Ví dụ: Chỉ tiêu trung cấp năm học 2026–2027 cho học sinh lớp 9.",
        validators=[DataRequired("Hãy viết tiêu đề."), Length(max=200)],
    )
    text = TextAreaField(
        "Nội dung",
        validators=[DataRequired("Hãy viết nội dung."), Length(max=30_000)],
    )
    confirm_by = DateField(
        "Xác nhận đã đọc trước hết ngày",
        description="Quá ngày này, bàn làm việc của trường và của anh chị báo là trễ hạn.",
        format=["%Y-%m-%d", "%d/%m/%Y"],
        validators=[Optional()],
    )
    change_note = TextAreaField(
        "Đã sửa gì so với bản trước",
        description="Các trường đọc câu này trước khi đọc bản mới.",
        filters=[_text],
        validators=[Optional(), Length(max=500)],
    )
    revision = HiddenField(default="1")

    def typed(self):
        values = self.values()
        revision = values.pop("revision") or ""
        return values, int(revision) if revision.isascii() and revision.isdigit() else 0


class WithdrawForm(PostForm):
    reason = TextAreaField(
        "Lý do thu hồi",
        description="Các trường thấy lý do này thay cho nội dung.",
        validators=[DataRequired("Hãy viết lý do cho các trường biết."), Length(max=500)],
    )


class PaperForm(PostForm):
    recipient_id = IntegerField(validators=[InputRequired()])
    on = DateField("Ngày giao", format=["%Y-%m-%d", "%d/%m/%Y"], validators=[Optional()])
    to = StringField("Người nhận", filters=[_text], validators=[Optional(), Length(max=200)])


class ConfirmForm(PostForm):
    recipient_id = IntegerField(validators=[InputRequired()])
    version = IntegerField(validators=[InputRequired()])
    note = TextAreaField(
        "Lời nhắn lại cho nơi gửi",
        description="Ví dụ: trường cần thêm 50 tờ giới thiệu; đã phổ biến cho 4 lớp 9.",
        filters=[_text],
        validators=[Optional(), Length(max=1000)],
    )


class SentFilter(QueryForm):
    q = StringField("Tìm trong tiêu đề")
    state = SelectField("Tình trạng", name="tinh-trang")

    @classmethod
    def for_list(cls):
        return cls.from_request(state=[("", "Tất cả"), *STATES.items()])


class FollowFilter(QueryForm):
    q = StringField("Tên trường, địa bàn")
    state = SelectField("Tình trạng", name="tinh-trang")

    @classmethod
    def for_counts(cls, counts, total):
        options = [(one.value, f"{one.label} ({count})") for one, count in counts.items()]
        return cls.from_request(state=[("", f"Tất cả ({total})"), *options])

    def standings(self):
        return [Standing(self.state.data)] if self.state.data else []


class ReferenceSearch(QueryForm):
    q = StringField("Tên ngành, trường hoặc chính sách")
    kind = SelectField("Tìm trong", name="loai")

    @classmethod
    def for_kinds(cls):
        return cls.from_request(kind=[(kind.value, kind.label) for kind in Kind])


class RemindForm(PostForm):
    who = RadioField(
        "Nhắc những trường",
        name="nhung-ai",
        choices=[
            SelectChoice("tat-ca", "chưa xác nhận, đã mở hay chưa"),
            SelectChoice(Standing.UNOPENED.value, "chưa mở"),
        ],
        default="tat-ca",
    )

    def standings(self):
        return [Standing.UNOPENED] if self.who.data == Standing.UNOPENED else list(Standing)

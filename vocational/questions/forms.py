"""Forms of questions, answers for all and reports."""

import re

from wtforms import (
    BooleanField,
    HiddenField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, Length, Optional, ValidationError

from vocational.questions.kinds import FAQ_STATES, REPORT_STATES, STATES, TOPICS, ReportState
from vocational.web.forms import PostForm, QueryForm
from vocational.web.visitor_forms import VisitorForm

LONGEST_QUESTION, LONGEST_ANSWER = 2000, 8000
TOPIC_CHOICES = [(topic.value, label) for topic, label in TOPICS.items()]
NO_AREA = ("", "Nơi khác, hoặc em không muốn nói")
LINK = re.compile(r"(?P<title>[^|]{1,200})\|\s*(?P<url>https?://\S{1,400}|/[^/\s]\S{0,400})")


def clean(text: str | None) -> str:
    """Return a text as it is kept: one kind of line end, no control characters, no blanks around it."""
    plain = (text or "").replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in plain if sign in "\n\t" or ord(sign) >= 32).strip()


def _text(label, longest, *, required="", rows=8, description="", field=TextAreaField):
    demand = [DataRequired(required)] if required else [Optional()]
    return field(
        label,
        description=description,
        filters=[clean],
        validators=[*demand, Length(max=longest)],
        render_kw={"rows": rows} if field is TextAreaField else {"maxlength": longest},
    )


class QuestionForm(VisitorForm):
    topic = SelectField("Em muốn hỏi về", coerce=str, validators=[DataRequired("Em chọn một mục.")])
    area = SelectField("Em ở đâu", coerce=str)
    text = _text("Câu hỏi của em", LONGEST_QUESTION, required="Em viết câu hỏi vào ô này.", rows=10)

    @classmethod
    def of_request(cls, areas):
        """Return the form; `areas` are (id, name)."""
        return cls.from_request(topic=[("", "Chọn một mục"), *TOPIC_CHOICES], area=[*areas, NO_AREA])

    def validate_text(self, field):
        if len(field.data) < 10:
            raise ValidationError("Em viết rõ thêm một chút, ít nhất 10 ký tự.")


class CodeForm(VisitorForm):
    # A scanned code fills the field by itself, and nothing is kept of what is sent.
    SOONEST = 0
    code = StringField(
        "Mã xem trả lời",
        description="28 ký tự, viết hoa hay thường, có dấu cách hay không đều được.",
        validators=[DataRequired("Em nhập mã nhận được khi gửi."), Length(max=100)],
    )


class ReportForm(VisitorForm):
    page = StringField(
        "Trang có chỗ sai",
        description="Địa chỉ trang, chép từ thanh địa chỉ.",
        validators=[DataRequired("Hãy ghi địa chỉ trang có chỗ sai."), Length(max=500)],
    )
    text = _text("Chỗ nào sai, đúng phải là gì", 1000, required="Hãy ghi chỗ sai.", rows=5)
    right_source = _text(
        "Nguồn nào nói đúng",
        500,
        rows=3,
        description="Văn bản, thông báo của trường, địa chỉ trang, ngày nào.",
    )


class FaqFilter(QueryForm):
    q = StringField("Tìm trong câu hỏi")
    topic = SelectMultipleField("Về việc", name="chu-de")
    area = SelectMultipleField("Khu vực", name="khu-vuc")

    @classmethod
    def of_request(cls, areas):
        """Return the filter of the public list."""
        return cls.from_request(topic=TOPIC_CHOICES, area=areas)


class QuestionFilter(QueryForm):
    state = SelectField("Trạng thái", name="trang-thai")
    topic = SelectField("Về việc", name="chu-de")
    area = SelectField("Khu vực", name="khu-vuc")

    @classmethod
    def of_request(cls, areas):
        """Return the filter of the desk; what waits is shown first."""
        return cls.from_request(
            state=[(state.value, label) for state, label in STATES.items()],
            topic=[("", "Mọi việc"), *TOPIC_CHOICES],
            area=[("", "Mọi khu vực"), *areas],
        )


class AnswerForm(PostForm):
    version = HiddenField()
    answer = _text(
        "Trả lời riêng",
        LONGEST_ANSWER,
        required="Hãy viết câu trả lời.",
        rows=10,
        description="Chỉ người có mã đọc được. Một dòng trống là sang đoạn; [chữ](https://…) là liên kết.",
    )


class MergeForm(PostForm):
    version = HiddenField()
    faq_id = SelectField("Câu đã có trên trang", coerce=int, validators=[DataRequired("Hãy chọn một câu.")])


class RefuseForm(PostForm):
    version = HiddenField()
    reason = _text("Lý do, người hỏi sẽ đọc", 600, required="Hãy ghi lý do.", rows=4)


class HandOnForm(PostForm):
    version = HiddenField()
    unit_id = SelectField("Chuyển cho", coerce=int, validators=[DataRequired("Hãy chọn đơn vị.")])


class ReportHandOnForm(PostForm):
    version = HiddenField()
    unit_id = SelectField("Chuyển cho", coerce=int)


class NoteForm(PostForm):
    version = HiddenField()
    note = _text("Lý do", 600, required="Hãy ghi lý do.", rows=3)


class VersionForm(PostForm):
    version = HiddenField()


class FaqForm(PostForm):
    version = HiddenField(default="0")
    topic = SelectField("Về việc", coerce=str, validators=[DataRequired("Hãy chọn một mục.")])
    area = SelectField("Dành cho khu vực", coerce=str)
    question = _text(
        "Câu hỏi chung",
        300,
        required="Hãy viết câu hỏi.",
        field=StringField,
        description="Viết lại thành câu mà nhiều em có thể hỏi, không còn gì cho biết ai hỏi.",
    )
    answer = _text(
        "Trả lời",
        LONGEST_ANSWER,
        required="Hãy viết câu trả lời.",
        rows=12,
        description="Câu đầu trả lời thẳng. Dòng có “- ” ở đầu là danh sách, [chữ](https://…) là liên kết.",
    )
    links = _text(
        "Nguồn, liên kết",
        3000,
        rows=4,
        description="Mỗi dòng một nguồn: tên | địa chỉ. Ví dụ: Nghị định 238/2025 | /van-ban/nd-238-2025",
    )
    is_reread = BooleanField("Tôi đã đọc lại: câu hỏi và câu trả lời không cho biết ai đã hỏi.")

    @classmethod
    def of_request(cls, areas, data=None):
        """Return the form; `areas` are (id, name)."""
        return cls.from_request(data=data, topic=TOPIC_CHOICES, area=[("", "Mọi khu vực"), *areas])

    @classmethod
    def of_row(cls, areas, row):
        """Return the form as what is kept fills it, unless somebody sent it."""
        links = "\n".join(f"{link['title']} | {link['url']}" for link in row.links)
        told = {name: getattr(row, name) for name in ("topic", "area", "question", "answer")}
        return cls.of_request(areas, data=told | {"links": links})

    def validate_links(self, field):
        for line in _lines(field.data):
            if not LINK.fullmatch(line):
                raise ValidationError(f"Dòng «{line[:60]}» chưa đúng dạng: tên | địa chỉ.")

    def link_pairs(self):
        """Return (title, address) of each line."""
        found = [LINK.fullmatch(line) for line in _lines(self.links.data)]
        return tuple((one["title"].strip(), one["url"]) for one in found if one)


def _lines(text):
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


class FaqStateFilter(QueryForm):
    state = SelectField("Trạng thái", name="trang-thai")

    @classmethod
    def of_request(cls):
        """Return the filter of the list of staff."""
        return cls.from_request(state=[(state.value, label) for state, label in FAQ_STATES.items()])


class ReportFilter(QueryForm):
    state = SelectField("Trạng thái", name="trang-thai")

    @classmethod
    def of_request(cls):
        """Return the filter of the desk; what waits is shown first."""
        states = [(state.value, label) for state, label in REPORT_STATES.items()]
        return cls.from_request(state=[("open", "Chưa xong"), *states])


class HandleForm(PostForm):
    version = HiddenField()
    state = RadioField("Kết quả", validators=[DataRequired("Hãy chọn kết quả.")])
    reason = _text(
        "Nói với người báo",
        600,
        rows=4,
        description="Bắt buộc khi không sửa. Người báo đọc bằng mã của mình.",
    )

    @classmethod
    def of_request(cls, data=None):
        """Return the form."""
        open_to = (ReportState.CHECKED, ReportState.FIXED, ReportState.DECLINED)
        return cls.from_request(data=data, state=[(one.value, one.label) for one in open_to])

"""What is sent with a step."""

from wtforms import DateTimeLocalField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import NumberRange, Optional

from vocational.noticeboard.dates import ZONE
from vocational.noticeboard.items.kinds import ADDRESSES, KIND_LABELS, STANDING_LABELS
from vocational.noticeboard.items.queries import Asked
from vocational.noticeboard.publication.queries import SOON
from vocational.noticeboard.publication.steps import Step
from vocational.web.forms import PostForm, QueryForm

MOMENT = ["%Y-%m-%dT%H:%M", "%d/%m/%Y %H:%M", "%d/%m/%Y %Hh%M"]


class ItemFilter(QueryForm):
    q = StringField("Tìm trong bài")
    standing = SelectField("Tình trạng", name="tinh-trang")
    kind = SelectField("Loại bài", name="loai")

    @classmethod
    def for_list(cls):
        standings = [(one.value, label) for one, label in STANDING_LABELS.items()]
        return cls.from_request(
            standing=[("", "Tất cả"), (SOON, "Sắp hết hạn"), *standings],
            kind=[("", "Tất cả"), *((ADDRESSES[board], label) for board, label in KIND_LABELS.items())],
        )

    def asked(self):
        boards = {address: board.value for board, address in ADDRESSES.items()}
        return Asked(self.q.data, self.standing.data, boards.get(self.kind.data, ""))


class StepForm(PostForm):
    number = IntegerField(validators=[Optional(), NumberRange(0, 10**6)])
    last = IntegerField(validators=[Optional(), NumberRange(0, 2**31)])
    reason = TextAreaField("Lý do")
    at = DateTimeLocalField("Giờ đăng", format=MOMENT, validators=[Optional()])

    def needed(self, step):
        """Return what the service takes for a step; None when something is missing, with the fault noted."""
        if step is Step.UNDO:
            return {"step_id": self.last.data or 0}
        given = {} if step in {Step.WITHDRAW, Step.RESTORE} else {"number": self.number.data or 0}
        if step.rule.reason:
            given["reason"] = (self.reason.data or "").replace("\x00", "")
        if step is Step.SCHEDULE:
            if self.at.data is None:
                self.at.errors = [*self.at.errors, "Hãy chọn ngày và giờ đăng."]
                return None
            given["at"] = self.at.data.replace(tzinfo=ZONE)
        return given

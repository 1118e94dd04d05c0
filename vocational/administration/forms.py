"""Forms of administrators."""

from wtforms import BooleanField, DateField, SearchField, SelectField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, Optional, Regexp

from vocational.web.forms import PostForm, QueryForm

DATES = ["%Y-%m-%d", "%d/%m/%Y"]


def _number(text) -> int:
    return int(text or 0)


class AccountFilter(QueryForm):
    words = SearchField("Chức danh, tên đăng nhập hoặc đơn vị", name="q")
    role = SelectField("Vai trò", name="vai-tro")
    state = SelectField("Tình trạng", name="tinh-trang")


class UnitFilter(QueryForm):
    words = SearchField("Tên đơn vị", name="q")
    kind = SelectField("Loại", name="loai")
    area = SelectField("Địa bàn", name="dia-ban")


class AuditFilter(QueryForm):
    post = SearchField("Chức danh", name="ai")
    verb = SelectField("Việc", name="viec")
    object = SearchField("Đối tượng, ví dụ account:12", name="doi-tuong")
    since = SearchField("Từ ngày", name="tu")
    until = SearchField("Đến hết ngày", name="den")


class AccountForm(PostForm):
    post = StringField(
        "Chức danh",
        description="Của chỗ làm việc, không phải tên người: «Giáo viên tư vấn, THPT Buôn Hồ».",
        validators=[DataRequired("Hãy viết chức danh."), Length(max=200)],
    )
    email = StringField(
        "Tên đăng nhập",
        description="Địa chỉ thư điện tử của chức danh; chưa có thì đặt một tên dễ nhớ cùng dạng.",
        validators=[
            DataRequired("Hãy viết tên đăng nhập."),
            Length(max=200),
            Regexp(r"\s*[^@\s]+@[^@\s]+\.[^@\s.]+\s*$", message="Hãy viết địa chỉ như ten@coquan.vn."),
        ],
    )
    holder = StringField(
        "Người đang giữ",
        description="Chỉ người quản trị thấy.",
        validators=[Length(max=200)],
    )


class AssignmentFields(PostForm):
    role = SelectField("Vai trò", validators=[InputRequired("Hãy chọn vai trò.")])
    unit_id = SelectField("Đơn vị", coerce=_number, validators=[InputRequired("Hãy chọn đơn vị.")])
    since = DateField("Từ ngày", format=DATES, validators=[InputRequired("Hãy chọn ngày bắt đầu.")])
    last = DateField(
        "Đến hết ngày",
        description="Để trống khi chưa biết ngày thôi.",
        format=DATES,
        validators=[Optional()],
    )


class NewAccountForm(AccountForm, AssignmentFields):
    pass


class UnitForm(PostForm):
    name = StringField("Tên đơn vị", validators=[DataRequired("Hãy viết tên đơn vị."), Length(max=200)])
    kind = SelectField("Loại", validators=[InputRequired("Hãy chọn loại đơn vị.")])
    area = SelectField("Địa bàn")
    needs_approval = BooleanField("Bài của đơn vị phải được duyệt trước khi đăng")
    needs_second_step = BooleanField("Mọi người ở đơn vị phải dùng bước hai khi đăng nhập")

"""Forms at the door."""

from wtforms import PasswordField, StringField
from wtforms.validators import DataRequired, Length

from vocational.web.forms import PostForm


class SignInForm(PostForm):
    email = StringField(
        "Tên đăng nhập",
        description="Thường là địa chỉ thư điện tử của chức danh.",
        validators=[DataRequired("Hãy viết tên đăng nhập."), Length(max=200)],
    )
    password = PasswordField("Mật khẩu", validators=[DataRequired("Hãy viết mật khẩu."), Length(max=500)])

"""Forms at the door and of one's own account."""

from wtforms import PasswordField, StringField
from wtforms.validators import DataRequired, EqualTo, Length

from vocational.web.forms import PostForm

RULE = "Ít nhất 10 ký tự. Một câu ngắn dễ nhớ là tốt nhất; dấu cách và dấu tiếng Việt đều được."


def _old_password() -> PasswordField:
    return PasswordField("Mật khẩu đang dùng", validators=[DataRequired("Hãy viết mật khẩu đang dùng.")])


class SignInForm(PostForm):
    email = StringField(
        "Tên đăng nhập",
        description="Thường là địa chỉ thư điện tử của chức danh.",
        validators=[DataRequired("Hãy viết tên đăng nhập."), Length(max=200)],
    )
    password = PasswordField("Mật khẩu", validators=[DataRequired("Hãy viết mật khẩu."), Length(max=500)])


class CodeForm(PostForm):
    code = StringField(
        "Mã 6 chữ số",
        description="Mở ứng dụng xác thực trên điện thoại và chép mã đang hiện.",
        validators=[DataRequired("Hãy viết mã đang hiện trong ứng dụng."), Length(max=40)],
    )


class NewPasswordForm(PostForm):
    password = PasswordField(
        "Mật khẩu mới", description=RULE, validators=[DataRequired("Hãy viết mật khẩu mới.")]
    )
    again = PasswordField(
        "Viết lại mật khẩu mới",
        validators=[
            DataRequired("Hãy viết lại mật khẩu mới."),
            EqualTo("password", "Hai lần viết chưa giống nhau."),
        ],
    )


class ChangePasswordForm(NewPasswordForm):
    old = _old_password()


class ConfirmForm(PostForm):
    password = _old_password()

"""Forms of those who look after the words of the search."""

from wtforms import BooleanField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length

from vocational.web.forms import PostForm, QueryForm

ALL, NOTHING = "tat-ca", "khong-thay"
DAYS = [("7", "7 ngày qua"), ("30", "30 ngày qua"), ("90", "90 ngày qua")]
NOTE = "Vì sao, ai nói như thế. Chỉ người cùng làm thấy."


class WordsFilter(QueryForm):
    """Which words are listed."""

    days = SelectField("Trong", name="ngay", default="30")
    which = SelectField("Từ nào", name="tu")


class SynonymForm(PostForm):
    """Ways to say the same thing."""

    words = TextAreaField(
        "Người ta gõ",
        description="Mỗi dòng một cách nói, ví dụ: sửa xe, thợ máy.",
        validators=[DataRequired("Hãy viết ít nhất một cách nói."), Length(max=1000)],
    )
    means = TextAreaField(
        "Thì tìm cả",
        description="Để trống khi các cách nói trên thay được cho nhau.",
        validators=[Length(max=1000)],
    )
    note = StringField("Ghi chú", description=NOTE, validators=[Length(max=300)])


class AbbreviationForm(PostForm):
    """A short form and what it stands for."""

    short = StringField(
        "Chữ viết tắt",
        description="Ví dụ: CNTT",
        validators=[DataRequired("Hãy viết chữ tắt."), Length(max=40)],
    )
    means = TextAreaField(
        "Viết đầy đủ là",
        description="Mỗi dòng một nghĩa.",
        validators=[DataRequired("Hãy viết đầy đủ."), Length(max=1000)],
    )
    capitals = BooleanField("Chỉ hiểu là chữ tắt khi gõ chữ hoa")
    note = StringField("Ghi chú", description=NOTE, validators=[Length(max=300)])

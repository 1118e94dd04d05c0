"""The search of the desk."""

from wtforms import StringField

from vocational.web.forms import QueryForm


class DeskSearch(QueryForm):
    q = StringField("Tìm bài, thông báo, câu hỏi của đơn vị")

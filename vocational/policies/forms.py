"""The filters of policies and of legal documents."""

from wtforms import SearchField, SelectMultipleField

from vocational.policies import kinds
from vocational.web.forms import QueryForm


class PolicyFilter(QueryForm):
    audience = SelectMultipleField("Dành cho", name="danh-cho")
    group = SelectMultipleField("Hỗ trợ về", name="ho-tro")

    @classmethod
    def of_request(cls):
        return cls.from_request(audience=_options(kinds.Audience), group=_options(kinds.Group))

    def sections(self):
        if self.audience.data:
            return [(audience,) for audience in kinds.Audience if audience in self.audience.data]
        return [
            (kinds.Audience.GRADE_9, kinds.Audience.GRADE_12),
            *((audience,) for audience in kinds.Audience),
        ]

    def count_all(self, counts):
        for name, numbers in counts.items():
            self.count(self[name].short_name, numbers)


class DocumentFilter(QueryForm):
    q = SearchField("Số hiệu hoặc từ trong tên")
    status = SelectMultipleField("Hiệu lực", name="hieu-luc")
    issuer = SelectMultipleField("Cơ quan ban hành", name="co-quan")
    year = SelectMultipleField("Năm ban hành", name="nam")

    @classmethod
    def of_request(cls, issuers, years):
        return cls.from_request(
            status=list(kinds.STANDINGS.items()),
            issuer=[(issuer, issuer) for issuer in issuers],
            year=[(year, year) for year in years],
        )

    def count_all(self, counts):
        for name, numbers in counts.items():
            self.count(self[name].short_name, numbers)


def _options(values):
    return [(value.value, value.label) for value in values]

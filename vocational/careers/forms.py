"""The filters of the list of occupations."""

from wtforms import SearchField, SelectField, SelectMultipleField

from vocational.careers import queries
from vocational.careers.queries import WITH_WAGE, Asked, Sort
from vocational.web.forms import QueryForm


class CareerFilter(QueryForm):
    words = SearchField("Tên nghề hoặc từ hay dùng", name="q")
    group = SelectMultipleField("Nhóm nghề", name="nhom")
    area = SelectMultipleField("Nơi có nghề", name="vung")
    interest = SelectMultipleField("Hợp với sở thích", name="so-thich")
    wage = SelectMultipleField("Thu nhập", name="luong")
    sort = SelectField("Sắp xếp", name="sap-xep", default=Sort.GROUP)

    @classmethod
    def for_careers(cls, scales):
        return cls.from_request(
            group=[(group.slug, group.name) for group in queries.groups()],
            area=queries.areas(),
            interest=[(scale.letter, scale.name) for scale in scales],
            wage=[(WITH_WAGE, "Có số liệu")],
            sort=[(Sort.GROUP, "Theo nhóm nghề"), (Sort.NAME, "Theo tên")],
        )

    def asked(self):
        groups = {name: self[name].data for name in ("group", "area", "interest", "wage")}
        return Asked(words=self.words.data or "", **groups)

    def count_all(self, counts):
        for name, numbers in counts.items():
            self.count(self[name].short_name, numbers)

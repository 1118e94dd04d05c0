"""What a reader may narrow and sort a year's seats by."""

from wtforms import SearchField, SelectField, SelectMultipleField

from vocational.admissions.seats import Asked
from vocational.admissions.words import KINDS
from vocational.levels import LEVELS
from vocational.web.forms import QueryForm

SORTS = [
    ("ten", "Tên trường A–Y"),
    ("ten-giam", "Tên trường Y–A"),
    ("bac", "Trình độ: sơ cấp trước"),
    ("bac-giam", "Trình độ: cao đẳng trước"),
    ("so-giam", "Nhiều chỗ trước"),
    ("so", "Ít chỗ trước"),
]


class QuotaFilter(QueryForm):
    words = SearchField("Tên trường", name="truong")
    level = SelectMultipleField("Trình độ", name="bac")
    area = SelectMultipleField("Khu vực", name="khu-vuc")
    kind = SelectMultipleField("Loại số", name="loai")
    sort = SelectField("Sắp xếp", name="sap-xep", default="ten")

    @classmethod
    def for_year(cls, known):
        form = cls.from_request(
            level=[(code, name) for code, name in LEVELS.items() if code in known.levels],
            area=known.areas,
            kind=[(code, name) for code, name in KINDS.items() if code in known.kinds],
            sort=SORTS,
        )
        form.year = known.year
        return form

    def asked(self):
        return Asked(
            words=self.words.data or "", level=self.level.data, area=self.area.data, kind=self.kind.data
        )

    def count_all(self, overview):
        self.count("bac", overview.levels)
        self.count("khu-vuc", overview.areas)
        self.count("loai", overview.kinds)

    def file_name(self):
        codes = [*self.level.data, *self.area.data, *self.kind.data]
        return "-".join([f"chi-tieu-{self.year}", *codes, *(["loc-ten"] if self.words.data else [])])

"""The filters of the lists of schools and of programmes."""

from wtforms import SearchField, SelectField, SelectMultipleField

from vocational.catalogue import queries
from vocational.catalogue.queries import Asked, Sort
from vocational.catalogue.vocabulary import KINDS, OWNERSHIPS, STATUSES
from vocational.levels import ENTRIES, LEVELS
from vocational.web.forms import QueryForm

# Levels that no vocational school of the area teaches are not offered as a filter.
TAUGHT = ("so-cap", "thuong-xuyen", "lai-xe", "trung-cap", "trung-hoc-nghe", "cao-dang")


class CatalogueFilter(QueryForm):
    """Groups of options whose names in the address are the topics of the tables."""

    def asked(self):
        groups = [field for field in self if isinstance(field, SelectMultipleField)]
        chosen = {field.short_name: tuple(field.data) for field in groups}
        return Asked(words=self.words.data or "", chosen=chosen)

    def count_all(self, counts):
        for topic, numbers in counts.items():
            self.count(topic, numbers)


class InstitutionFilter(CatalogueFilter):
    words = SearchField("Tên trường, tên cũ hoặc tên tắt", name="q")
    area = SelectMultipleField("Khu vực (tên nay hoặc tên cũ)", name="khu-vuc")
    level = SelectMultipleField("Trình độ", name="bac")
    entry = SelectMultipleField("Em đã học xong", name="vao")
    nine_plus = SelectMultipleField("Văn hóa", name="9cong")
    group = SelectMultipleField("Nhóm ngành, nghề", name="nhom")
    kind = SelectMultipleField("Loại trường", name="loai")
    ownership = SelectMultipleField("Công lập, tư thục", name="so-huu")
    status = SelectMultipleField("Hiện trạng", name="hien-trang")
    sort = SelectField("Sắp xếp", name="sap-xep", default=Sort.PROGRAMMES)

    @classmethod
    def for_schools(cls, further_areas=()):
        return cls.from_request(
            area=[*queries.areas(), *further_areas],
            level=[(level, LEVELS[level]) for level in TAUGHT],
            entry=list(ENTRIES.items()),
            nine_plus=[("co", "Vừa học nghề vừa học văn hóa")],
            group=queries.fields(),
            kind=list(KINDS.items()),
            ownership=list(OWNERSHIPS.items()),
            status=list(STATUSES.items()),
            sort=[(Sort.PROGRAMMES, "Nhiều ngành trước"), (Sort.NAME, "Theo tên")],
        )


class ProgrammeFilter(CatalogueFilter):
    words = SearchField("Tên ngành, mã ngành hoặc từ hay dùng", name="q")
    group = SelectMultipleField("Nhóm ngành, nghề", name="nhom")
    level = SelectMultipleField("Trình độ", name="bac")
    taught = SelectMultipleField("Nơi học", name="noi-hoc")

    @classmethod
    def for_programmes(cls):
        return cls.from_request(
            group=queries.fields(),
            level=[(level, LEVELS[level]) for level in TAUGHT],
            taught=[("co", "Đã biết trường dạy")],
        )

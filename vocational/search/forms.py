"""The search form."""

from wtforms import HiddenField, SelectField, SelectMultipleField

from vocational.levels import ENTRIES, LEVELS
from vocational.search.kinds import KINDS
from vocational.web.forms import QueryForm

TAUGHT = ("so-cap", "thuong-xuyen", "lai-xe", "trung-hoc-nghe", "trung-cap", "cao-dang")
NEAREST = "gan-nhat"
SORTS = [
    ("phu-hop", "Phù hợp nhất"),
    (NEAREST, "Gần nhất"),
    ("han-nop", "Sắp hết hạn"),
    ("moi-nhat", "Mới nhất"),
]
ENGINE_SORTS = {"phu-hop": "relevance", NEAREST: "nearest", "han-nop": "deadline", "moi-nhat": "newest"}
FACETS = {"entry": "vao", "level": "bac", "area": "khu-vuc", "field": "nhom", "kind": "loai"}
"""The engine's name of each group of options → its name in the address."""


class StartField(SelectField):
    """Where the reader lives; it stands beside the order of the results, not in the panel of filters."""


class SearchForm(QueryForm):
    q = HiddenField()
    vao = SelectMultipleField("Em đã học xong")
    bac = SelectMultipleField("Trình độ")
    khu_vuc = SelectMultipleField("Khu vực (tên nay hoặc tên cũ)", name="khu-vuc")
    nhom = SelectMultipleField("Nhóm ngành, nghề")
    loai = SelectMultipleField("Loại trang")
    sort = SelectField("Sắp xếp", name="sap-xep")
    start = StartField("Nơi em ở", name="tu")

    @classmethod
    def of_request(cls, *, provinces, areas, fields, starts):
        """Return the form as the address fills it; only the provinces are offered even without results."""
        known = dict(provinces)
        further = [(area, name) for area, name in areas if area not in known]
        form = cls.from_request(
            vao=list(ENTRIES.items()),
            bac=[(level, LEVELS[level]) for level in TAUGHT],
            khu_vuc=[*provinces, *further],
            nhom=fields,
            loai=[(code, kind.name) for code, kind in KINDS.items()],
            sort=SORTS,
            start=[("", "Chọn xã, phường, huyện"), *starts],
        )
        form.provinces = known
        return form

    def filters(self):
        """Return the chosen options as the engine takes them."""
        chosen = {facet: self.group(facet).data for facet in FACETS}
        return {facet: values for facet, values in chosen.items() if values}

    def group(self, facet):
        """Return the field of one of the engine's groups."""
        return next(field for field in self if field.short_name == FACETS[facet])

    def take_counts(self, facets):
        """Note the engine's counts per option; places beyond the provinces stay where they have results."""
        for facet, name in FACETS.items():
            self.count(name, dict(facets.get(facet, ())))
        here = self.counts["khu-vuc"].keys() | self.provinces.keys() | set(self.khu_vuc.data)
        self.khu_vuc.choices = [choice for choice in self.khu_vuc.choices if choice.value in here]

    def label_of(self, facet, value):
        """Return an option in words."""
        return next(choice.label for choice in self.group(facet).choices if choice.value == value)

    def without(self, facet, value):
        """Return the address of the page without an option."""
        return self._href_without(FACETS[facet], value)

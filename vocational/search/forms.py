"""The search form."""

from wtforms import HiddenField, SelectField, SelectMultipleField

from vocational.levels import ENTRIES, LEVELS
from vocational.search.queries import KINDS
from vocational.web.forms import QueryForm

TAUGHT = ("so-cap", "thuong-xuyen", "lai-xe", "trung-hoc-nghe", "trung-cap", "cao-dang")
SORTS = [("phu-hop", "Phù hợp nhất"), ("moi-nhat", "Mới nhất")]
ENGINE_SORTS = {"phu-hop": "relevance", "moi-nhat": "newest"}


class SearchForm(QueryForm):
    q = HiddenField()
    loai = SelectMultipleField("Loại trang")
    vao = SelectMultipleField("Em đã học xong")
    bac = SelectMultipleField("Trình độ")
    khu_vuc = SelectMultipleField("Khu vực", name="khu-vuc")
    sort = SelectField("Sắp xếp", name="sap-xep")

    @classmethod
    def for_areas(cls, areas):
        """Return the form as the address fills it, with these areas to choose from."""
        groups = {"loai": KINDS, "vao": ENTRIES, "bac": {level: LEVELS[level] for level in TAUGHT}}
        options = {name: list(words.items()) for name, words in groups.items()}
        return cls.from_request(**options, khu_vuc=areas, sort=SORTS)

    def filters(self):
        """Return the chosen options as the engine takes them."""
        chosen = {"kind": self.loai, "entry": self.vao, "level": self.bac, "area": self.khu_vuc}
        return {facet: field.data for facet, field in chosen.items() if field.data}

    def take_counts(self, facets):
        """Note the engine's counts per option."""
        for facet, name in {"kind": "loai", "entry": "vao", "level": "bac", "area": "khu-vuc"}.items():
            self.count(name, dict(facets.get(facet, ())))

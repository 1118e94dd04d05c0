"""The search form."""

from wtforms import SelectField, SelectMultipleField, StringField

from vocational.search.queries import ENTRIES, KINDS, LEVELS
from vocational.web.forms import QueryForm

SORTS = [("phu-hop", "Phù hợp nhất"), ("moi-nhat", "Mới nhất")]
ENGINE_SORTS = {"phu-hop": "relevance", "moi-nhat": "newest"}


class SearchForm(QueryForm):
    q = StringField("Tìm trường, ngành, nghề, chính sách")
    loai = SelectMultipleField("Loại trang", choices=list(KINDS.items()))
    vao = SelectMultipleField("Em đã học xong", choices=list(ENTRIES.items()))
    bac = SelectMultipleField("Bậc học", choices=list(LEVELS.items()))
    khu_vuc = SelectMultipleField("Khu vực", name="khu-vuc")
    sort = SelectField("Sắp xếp", name="sap-xep", choices=SORTS)

    def filters(self):
        """Return the chosen options as the engine takes them."""
        chosen = {"kind": self.loai, "entry": self.vao, "level": self.bac, "area": self.khu_vuc}
        return {facet: field.data for facet, field in chosen.items() if field.data}

    def take_counts(self, facets):
        """Note the engine's counts per option."""
        for facet, name in {"kind": "loai", "entry": "vao", "level": "bac", "area": "khu-vuc"}.items():
            self.count(name, dict(facets.get(facet, ())))

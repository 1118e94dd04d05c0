"""The filters of the list of partners."""

from wtforms import SelectMultipleField

from vocational.partners import queries
from vocational.partners.queries import Asked
from vocational.web.forms import QueryForm


class PartnerFilter(QueryForm):
    types = SelectMultipleField("Loại đơn vị", name="loai")
    areas = SelectMultipleField("Nơi hoạt động", name="noi")

    @classmethod
    def for_partners(cls, areas):
        return cls.from_request(types=queries.type_options(), areas=list(areas.items()))

    def asked(self):
        return Asked(types=tuple(self.types.data), areas=tuple(self.areas.data))

    def count_all(self, counts):
        for name, numbers in counts.items():
            self.count(self[name].short_name, numbers)

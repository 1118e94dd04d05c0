"""The filters of the labour-market figures."""

from wtforms import SelectMultipleField

from vocational.labour_market import queries
from vocational.labour_market.queries import Asked
from vocational.labour_market.topics import KINDS, TOPICS
from vocational.web.forms import QueryForm


class SeriesFilter(QueryForm):
    topics = SelectMultipleField("Chủ đề", name="chu-de")
    areas = SelectMultipleField("Nơi (tên lúc đó)", name="noi")
    kinds = SelectMultipleField("Loại số", name="loai")

    @classmethod
    def for_series(cls):
        return cls.from_request(
            topics=list(TOPICS.items()),
            areas=queries.places(),
            kinds=[(kind, words.capitalize()) for kind, words in KINDS.items()],
        )

    def asked(self):
        return Asked(**{name: tuple(values) for name, values in self.values().items()})

    def count_all(self, counts):
        for name, numbers in counts.items():
            self.count(self[name].short_name, numbers)

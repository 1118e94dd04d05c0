"""The filters of a board."""

from wtforms import SelectMultipleField

from vocational.noticeboard.kinds import BOARD_KINDS, Area, Audience
from vocational.noticeboard.queries import Asked
from vocational.web.forms import QueryForm


class NoticeFilter(QueryForm):
    kind = SelectMultipleField("Loại", name="loai")
    area = SelectMultipleField("Khu vực", name="khu-vuc")
    audience = SelectMultipleField("Dành cho", name="danh-cho")
    institution = SelectMultipleField("Trường", name="truong")
    unit = SelectMultipleField("Tin riêng của", name="don-vi")

    @classmethod
    def for_board(cls, board, institutions, units=()):
        kinds = BOARD_KINDS[board]
        return cls.from_request(
            kind=_options(kinds) if len(kinds) > 1 else [],
            area=_options(Area),
            audience=_options(Audience),
            institution=[(slug, school.name) for slug, school in institutions.items() if school.public],
            unit=[(str(unit.id), unit.name) for unit in units],
        )

    def asked(self):
        return Asked(**self.values())

    def count_all(self, counts):
        for name, numbers in counts.items():
            self.count(self[name].short_name, numbers)


def _options(values):
    return [(value.value, value.label) for value in values]

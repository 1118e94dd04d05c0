"""Somebody who writes into a form of the site and takes her time, and questions as they lie in the box."""

import re
from datetime import date, timedelta

import pytest

from vocational.guides.models import Site
from vocational.questions import codes, service
from vocational.questions.kinds import Topic
from vocational.storage import db, writing
from vocational.web import clock

AREA = "cu-ninh-thuan"


class Writer:
    """Opens a form, waits as long as a person needs, and sends it."""

    def __init__(self, site):
        self.site, self.client = site, site.test_client()

    def opens(self, address):
        """Open a form and return its ticket."""
        return re.search(r'name="phieu" value="([^"]+)"', self.client.get(address).text)[1]

    def sends(self, address, *, ticket=None, after=30, headers=None, **fields):
        """Send a form some seconds after it was opened."""
        ticket = self.opens(address) if ticket is None else ticket
        self.site.config["NOW"] = clock.now() + timedelta(seconds=after)
        return self.client.post(address, data={"phieu": ticket} | fields, headers=headers)


@pytest.fixture
def writer(app):
    """Somebody without an account."""
    with writing():
        db.session.add(
            Site(
                id=1,
                name="Trang thử",
                short_name="Thử",
                tagline="",
                right_to_grade_10="Quyền vào lớp 10 của em",
                areas=[{"area": AREA, "name": "tỉnh Ninh Thuận (cũ)", "plan": ""}],
                popular_searches=[],
                content_as_of=date(2026, 11, 22),
                office="",
                address="",
                phone="",
                email="",
                counselling_phone="",
            )
        )
    yield Writer(app)
    app.config.pop("NOW", None)


@pytest.fixture
def asked(app):
    """A maker of questions in the box: (question, code)."""

    def make(text="Em học xong lớp 9 thì học nghề ở đâu?", *, area=AREA, topic=Topic.TRADE, on=None):
        code = codes.derived("test", text, str(on))
        row = service.ask(topic=topic, area=area, text=text, code=code, today=on or clock.today())
        return row, code

    return make

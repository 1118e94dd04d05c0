"""Tables of occupations, their groups, and the interest test."""

from sqlalchemy import JSON, Double, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vocational.storage import FigureColumns, ProvenanceColumns, db


def _career_key(**more):
    return mapped_column(ForeignKey("career.slug"), index=True, **more)


class CareerGroup(db.Model):
    """One of the groups that occupations are listed under."""

    __tablename__ = "career_group"

    slug: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    position: Mapped[int]


class Career(ProvenanceColumns, db.Model):
    """An occupation; its provenance is that of the description, its position the order of names."""

    __tablename__ = "career"

    slug: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    name: Mapped[str]
    group_slug: Mapped[str] = mapped_column(ForeignKey("career_group.slug"), index=True)
    summary: Mapped[str]
    html: Mapped[str]
    words: Mapped[str]
    synonyms: Mapped[list[str]] = mapped_column(JSON, default=list)
    tasks: Mapped[list[str]] = mapped_column(JSON, default=list)
    skills: Mapped[list[str]] = mapped_column(JSON, default=list)
    working_conditions: Mapped[str] = mapped_column(default="")
    areas_basis: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")

    group: Mapped[CareerGroup] = relationship()
    interests: Mapped["CareerInterests | None"] = relationship()
    areas: Mapped[list["CareerArea"]] = relationship(order_by="CareerArea.id")
    programmes: Mapped[list["CareerProgramme"]] = relationship(order_by="CareerProgramme.id")
    wages: Mapped[list["CareerWage"]] = relationship(order_by="CareerWage.id")
    outlooks: Mapped[list["CareerOutlook"]] = relationship(order_by="CareerOutlook.id")
    codes: Mapped[list["CareerCode"]] = relationship(order_by="CareerCode.id")
    related: Mapped[list["RelatedCareer"]] = relationship(
        foreign_keys="RelatedCareer.career_slug", order_by="RelatedCareer.id"
    )

    @property
    def ways(self) -> dict[str, list["CareerProgramme"]]:
        """The programmes that lead here, by slug in the order of the file, each with its levels."""
        found: dict[str, list[CareerProgramme]] = {}
        for link in self.programmes:
            found.setdefault(link.programme_slug, []).append(link)
        return found


class CareerInterests(ProvenanceColumns, db.Model):
    """How well an occupation suits each of the six interests, from 1 to 7; `code` names the strongest."""

    __tablename__ = "career_interests"

    career_slug: Mapped[str] = mapped_column(ForeignKey("career.slug"), primary_key=True)
    code: Mapped[str]
    scores: Mapped[dict[str, float]] = mapped_column(JSON)
    scale: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class CareerArea(db.Model):
    """An area where the occupation is found; `area` is the id of a present or former place."""

    __tablename__ = "career_area"

    id: Mapped[int] = mapped_column(primary_key=True)
    career_slug: Mapped[str] = _career_key()
    area: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]


class CareerProgramme(ProvenanceColumns, db.Model):
    """A programme that leads to an occupation, at one level; the code is None where no source gives one."""

    __tablename__ = "career_programme"

    id: Mapped[int] = mapped_column(primary_key=True)
    career_slug: Mapped[str] = _career_key()
    programme_slug: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    level: Mapped[str | None]
    code: Mapped[str | None]
    code_status: Mapped[str]
    note: Mapped[str] = mapped_column(default="")


class CareerWage(FigureColumns, db.Model):
    """One observation of what people in an occupation earn; `counts` says whose pay it is."""

    __tablename__ = "career_wage"

    id: Mapped[int] = mapped_column(primary_key=True)
    career_slug: Mapped[str] = _career_key()


class CareerOutlook(ProvenanceColumns, db.Model):
    """One dated observation about demand for an occupation or its neighbours."""

    __tablename__ = "career_outlook"

    id: Mapped[int] = mapped_column(primary_key=True)
    career_slug: Mapped[str] = _career_key()
    text: Mapped[str]
    note: Mapped[str] = mapped_column(default="")


class CareerCode(ProvenanceColumns, db.Model):
    """Where an occupation stands in a classification (vsco, isco08, onet); code None with a note says why."""

    __tablename__ = "career_code"

    id: Mapped[int] = mapped_column(primary_key=True)
    career_slug: Mapped[str] = _career_key()
    scheme: Mapped[str]
    code: Mapped[str | None]
    name: Mapped[str] = mapped_column(default="")
    is_english: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(default="")


class RelatedCareer(db.Model):
    """A neighbour of an occupation, nearest first; `careers/related.py` says how it was found."""

    __tablename__ = "related_career"

    id: Mapped[int] = mapped_column(primary_key=True)
    career_slug: Mapped[str] = _career_key()
    other_slug: Mapped[str] = mapped_column(ForeignKey("career.slug"))
    shared_programmes: Mapped[int]
    same_group: Mapped[bool]
    correlation: Mapped[float] = mapped_column(Double)

    other: Mapped[Career] = relationship(foreign_keys=[other_slug])


class InterestScale(db.Model):
    """One of the six interests, by its letter."""

    __tablename__ = "interest_scale"

    letter: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    name: Mapped[str]

    @property
    def short(self) -> str:
        """The name without what it stands for: «Thực tế»."""
        return self.name.partition(":")[0]

    @property
    def about(self) -> str:
        """What the interest stands for: «làm bằng tay, máy móc, ngoài trời»."""
        return self.name.partition(":")[2].strip()


class InterestItem(db.Model):
    """One activity of the interest test."""

    __tablename__ = "interest_item"

    id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    letter: Mapped[str] = mapped_column(ForeignKey("interest_scale.letter"))
    text: Mapped[str]
    original: Mapped[str]
    note: Mapped[str] = mapped_column(default="")


class InterestTest(db.Model):
    """The interest test as a whole: its words, its answers, and whom it thanks. One row."""

    __tablename__ = "interest_test"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    prompt: Mapped[str]
    answers: Mapped[dict[str, str]] = mapped_column(JSON)
    onet_attribution: Mapped[str]
    facts: Mapped[dict] = mapped_column(JSON, deferred=True)


class OccupationCode(ProvenanceColumns, db.Model):
    """One entry of the national list of occupations (VSCO 2020); a name may be missing in the copy used."""

    __tablename__ = "occupation_code"

    code: Mapped[str] = mapped_column(primary_key=True)
    level: Mapped[int]
    name: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")

"""What the files of schools and their figures may hold."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from vocational.ingest.schemas.fields import (
    Entry,
    Kind,
    LevelCode,
    Measured,
    Part,
    Reference,
    ShortText,
    Slug,
    Sourced,
    SourceIds,
    Text,
    WebAddress,
)
from vocational.ingest.schemas.places import CommuneCode, ProvinceCode
from vocational.ingest.schemas.programmes import LEVEL_DIGITS, OfficialCode, Programme
from vocational.provenance import Confidence

EntryCode = Literal["lop-9", "lop-12", "khac"]
InstitutionId = Annotated[Slug, Reference("institutions")]
ProgrammeId = Annotated[Slug, Reference("programmes")]
Year = Annotated[int, Field(ge=1900, le=2100)]


class Ownership(Part):
    """Who owns a school, and how far that is known."""

    value: Literal["cong-lap", "tu-thuc", "chua-ro"] = "chua-ro"
    sources: SourceIds = []
    confidence: Confidence = Confidence.UNKNOWN
    note: ShortText = ""
    managing_body: ShortText = ""


class Location(Sourced):
    """Where a school stands: by official codes and former units, never by its name alone."""

    province: Annotated[ProvinceCode, Reference("provinces")]
    commune: Annotated[CommuneCode, Reference("communes")] | None = None
    former_units: list[Annotated[Slug, Reference("former_units")]] = []
    address: ShortText = ""
    former_address: ShortText = ""


class Geo(Part):
    """Roughly where to look on a map."""

    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)
    basis: ShortText
    sources: SourceIds = []
    confidence: Confidence = Confidence.MEMORY


class Dated(Sourced):
    """Something that held from one year to another; a missing year is not known."""

    from_year: Year | None = None
    to_year: Year | None = None

    @model_validator(mode="after")
    def _years_in_order(self):
        if self.from_year and self.to_year and self.from_year > self.to_year:
            raise ValueError(
                f"năm đầu {self.from_year} muộn hơn năm cuối {self.to_year}; hãy sửa một trong hai"
            )
        return self


class FormerName(Dated):
    """A name that a school no longer has."""

    name: ShortText


class Founded(Sourced):
    """When a school was founded."""

    year: Year


class Remark(Sourced):
    """One statement in our own words; one that is not `public` is kept for the curator only."""

    text: Text
    public: bool = True


class Provision(Sourced):
    """Whether a school has something; `available` is left out where no source says yes or no."""

    available: bool | None = None
    text: Text
    past: bool = False


class Subjects(Sourced):
    """Areas of teaching as a source lists them, where it does not name programmes."""

    items: list[ShortText]
    levels: list[LevelCode] = []


class Partner(Sourced):
    """Someone a school works with, as the source names them."""

    name: ShortText
    text: ShortText = ""


class Campus(Sourced):
    """A further place of a school."""

    name: ShortText


class Contact(Sourced):
    """Ways to reach a school."""

    phone: list[ShortText] = []
    email: ShortText = ""
    website: WebAddress | Literal[""] = ""
    old: bool = False


class MergerPlan(Sourced):
    """A plan to merge with other schools; `in_effect` only when a source says that it has happened."""

    others: list[InstitutionId]
    result_name: ShortText
    text: ShortText
    in_effect: bool = False


class Successor(Sourced):
    """The school that this one went into, or may have gone into."""

    institution: InstitutionId
    in_effect: bool = False


class Payable(Part):
    """What is left to pay after support, for one entry."""

    entry: EntryCode
    amount: float = Field(ge=0)
    basis: ShortText


class Tuition(Part):
    """The list price of a programme and what is left to pay."""

    unit: ShortText
    list_price: float = Field(ge=0)
    payable: list[Payable] = []

    @model_validator(mode="after")
    def _payable_within_price(self):
        for part in self.payable:
            if part.amount > self.list_price:
                raise ValueError(
                    f"số phải đóng {part.amount:.0f} lớn hơn học phí niêm yết {self.list_price:.0f}"
                )
        return self


class Offering(Sourced):
    """A programme at a school; several levels mean that the source does not tell them apart."""

    programme: ProgrammeId
    name: ShortText = ""
    levels: list[LevelCode] = []
    code: OfficialCode | None = None
    duration: ShortText = ""
    entries: list[EntryCode] = []
    entry_note: ShortText = ""
    tuition: Tuition | None = None
    learners: int | None = Field(None, ge=0)
    capacity: ShortText = ""
    venue: ShortText = ""

    @model_validator(mode="after")
    def _code_agrees_with_level(self):
        level = LEVEL_DIGITS[self.code[0]] if self.code else None
        if level and self.levels and level not in self.levels:
            raise ValueError(f"mã {self.code} là mã bậc {level}, khác với levels: {', '.join(self.levels)}")
        return self


class Count(Measured):
    """A figure that a school has for itself: number of programmes at a level, capacity."""

    measure: Literal["so-nganh", "suc-dao-tao"]


class Institution(Sourced, Entry):
    """A school or centre."""

    slug: Slug
    name: ShortText
    name_confidence: Confidence = Confidence.MEDIUM
    name_note: ShortText = ""
    other_names: list[ShortText] = []
    former_slugs: list[Slug] = []
    school_code: ShortText = ""
    kind: Literal[
        "cao-dang", "cao-dang-su-pham", "trung-cap", "trung-tam-gdnn-gdtx", "trung-tam-gdnn", "trung-tam-gdtx"
    ]
    region: Literal["dak-lak", "buon-ho", "phu-yen", "ninh-thuan", "khanh-hoa", "lan-can"]
    public: bool = True
    status: Literal["dang-hoat-dong", "can-kiem-tra", "lich-su"]
    status_note: Text
    ownership: Ownership = Ownership()
    location: Location
    geo: Geo | None = None
    founded: Founded | None = None
    former_names: list[FormerName] = []
    history: list[Remark] = []
    merger_plans: list[MergerPlan] = []
    successors: list[Successor] = []
    contacts: list[Contact] = []
    campuses: list[Campus] = []
    figures: list[Count] = []
    subjects: list[Subjects] = []
    offerings: list[Offering] = []
    duration: Remark | None = None
    nine_plus: Provision | None = None
    dormitory: Provision | None = None
    facilities: Remark | None = None
    scholarship: Remark | None = None
    quality: Remark | None = None
    partners: list[Partner] = []
    curator_note: Text | Literal[""] = ""
    body: str = ""


class Outcome(Measured, Entry):
    """A figure on the people at a school in one period, counted as its source counts."""

    id: Slug
    institution: InstitutionId
    measure: Literal[
        "dang-hoc", "tuyen-moi", "dat-ke-hoach", "tot-nghiep", "co-viec", "nhan-viec", "thu-nhap"
    ]
    programme: ProgrammeId | None = None
    programme_name: ShortText = ""

    @property
    def key(self) -> str:
        """The id."""
        return self.id

    @model_validator(mode="after")
    def _value_fits_measure(self):
        if self.state == "known" and self.value is None:
            raise ValueError("thiếu value; nếu không biết con số thì ghi state là unknown")
        if self.unit == "%" and not 0 <= (self.value or 0) <= 100:
            raise ValueError(f"tỉ lệ phần trăm phải từ 0 đến 100, đang ghi {self.value:g}")
        return self


KINDS = (
    Kind("programmes", "programmes/*.md", Programme),
    Kind("institutions", "institutions/*.md", Institution),
    Kind("outcomes", "outcomes.csv", Outcome),
)

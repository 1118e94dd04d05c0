"""What `interest_test.yaml` may hold: the test, its scoring, its licence, and what is known about it."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, field_validator, model_validator

from vocational.ingest.schemas.fields import Entry, Part, ShortText, SourceIds, Text, _as_text

LETTERS = "RIASEC"
PER_SCALE = 8
Letter = Literal["R", "I", "A", "S", "E", "C"]
When = Annotated[str, BeforeValidator(_as_text)]
Answer = Annotated[int, Field(ge=1, le=5)]


class Answers(Part):
    """The five answers and what they are called."""

    min: int
    max: int
    anchors: dict[str, ShortText]
    vi: dict[str, ShortText]
    missing_code: int
    sources: SourceIds = []
    vi_from: ShortText


class Instrument(Part):
    """Where the test comes from and how it is put to pupils."""

    name: ShortText
    n_items: int
    scales: int
    items_per_scale: int
    origin: Text
    origin_sources: SourceIds
    origin_as_of: When
    item_text_sources: SourceIds
    item_text_check: Text
    as_of: When
    response_scale: Answers
    prompt: ShortText
    prompt_from: ShortText


class Position(Part):
    """What one party says about the licence."""

    who: ShortText
    says: Text
    sources: SourceIds
    as_of: When


class Licence(Part):
    """How the test may be used."""

    summary: Text
    positions: list[Position]
    recommendation: Text
    recommendation_from: ShortText


class Scale(Part):
    """One of the six interests in plain words: «name: what it stands for»."""

    letter: Letter
    name: ShortText


class Item(Part):
    """One activity to like or dislike."""

    id: ShortText
    scale: Letter
    vi: ShortText
    en: ShortText
    note: Text = ""
    raw_n: int = Field(ge=0)
    raw_mean: float = Field(ge=1, le=5)


class Scoring(Part):
    """How answers become scores and scores a result."""

    rule: Text
    sources: SourceIds
    as_of: When
    missing_rule: Text
    missing_rule_from: ShortText
    ties: Text
    flat_profile: Text
    flat_from: ShortText
    matching: Text
    matching_from: ShortText


class CompletionTime(Part):
    """How long people took."""

    n_trimmed: int
    trim: ShortText
    median_s: float
    p25_s: float
    p75_s: float
    per_item_median_s: float
    sources: SourceIds
    as_of: When


class Flags(Part):
    """What helps to tell careless answers."""

    fake_words: ShortText
    duplicate_network: ShortText
    sources: SourceIds
    as_of: When


class RawDataset(Part):
    """The published answers behind the figures."""

    name: ShortText
    collected: When
    n: int
    min_age: int
    where: Text
    sources: SourceIds
    as_of: When
    item_stats: Text
    item_stats_sources: SourceIds
    item_stats_as_of: When
    raw_scale_mean_of_item_means: dict[Letter, float]
    raw_scale_mean_from: ShortText
    completion_time: CompletionTime
    flags: Flags


class ScaleStatistics(Part):
    """Spread of one scale."""

    mean: float
    sd: float
    p25: float
    p50: float
    p75: float


class CleanedAdults(Part):
    """Figures of the cleaned part of the data set: adults, never a norm for pupils."""

    n: int
    population: Text
    as_of: When
    sources: SourceIds
    scales: dict[Letter, ScaleStatistics]
    correlations: dict[Letter, list[float]]
    corr_order: ShortText
    hexagon_mean_r: dict[str, float]
    funnel: dict[str, int]


class Alpha(Part):
    """Reliability of the scales, as far as known."""

    values: dict[Letter, float] | None = None
    note: Text
    sources: SourceIds
    as_of: When


class Context(Part):
    """A finding about a similar test."""

    what: Text
    sources: SourceIds
    as_of: When


class Statistics(Part):
    """What has been published about the scales."""

    cleaned_adults: CleanedAdults
    alpha: Alpha
    context: list[Context]
    warning: Text


class Vector(Part):
    """A set of answers with the result it must give."""

    name: ShortText
    answers: dict[Letter, Annotated[list[Answer], Field(min_length=PER_SCALE, max_length=PER_SCALE)]]
    expected_sum: dict[Letter, int]
    expected_mean: dict[Letter, float]
    expected_code: ShortText | None = None
    note: Text
    rank_check: list[ShortText]

    @model_validator(mode="after")
    def _sums_up(self):
        if self.expected_sum != {letter: sum(given) for letter, given in self.answers.items()}:
            raise ValueError("«expected_sum» phải là tổng các câu trả lời của từng thang")
        return self


class ImplementationChecks(Part):
    """What a program that scores the test is tried with."""

    vectors: list[Vector]
    dataset_check: Text


class InterestTest(Entry):
    """The interest test of 48 activities."""

    prepared: When
    language_note: Text
    onet_attribution: Text
    instrument: Instrument
    licence: Licence
    scales: Annotated[list[Scale], Field(min_length=6, max_length=6)]
    scale_names_from: ShortText
    items: list[Item]
    scoring: Scoring
    raw_dataset: RawDataset
    published_stats: Statistics
    implementation_checks: ImplementationChecks

    @property
    def key(self) -> str:
        """The name of the test; there is one."""
        return self.instrument.name

    @field_validator("items")
    @classmethod
    def _are_eight_a_scale(cls, items):
        if len({item.id for item in items}) < len(items):
            raise ValueError("mỗi câu phải có mã riêng")
        for letter in LETTERS:
            found = sum(item.scale == letter for item in items)
            if found != PER_SCALE:
                raise ValueError(f"thang {letter} có {found} câu; mỗi thang phải có đúng {PER_SCALE} câu")
        return items

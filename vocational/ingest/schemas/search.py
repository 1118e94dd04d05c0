"""What `synonyms.yaml` may hold: facts about the language, never about one query."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from vocational.ingest.schemas.fields import Entry, Kind, Part, ShortText, _as_text

Word = Annotated[str, BeforeValidator(_as_text), Field(min_length=1, max_length=100)]
Words = Annotated[list[Word], Field(min_length=1)]
Weight = Annotated[float, Field(gt=0, le=1)]
PageKind = Literal[
    "truong", "nganh", "nghe", "chinh-sach", "van-ban", "lo-trinh", "thi-truong",
    "thong-bao", "su-kien", "viec-lam", "huong-dan",
]  # fmt: skip


class SynonymGroup(Part):
    """Ways to say the same thing; with `means`, ways to say something that is looked for as well."""

    words: Words
    means: Words | None = None
    weight: Weight = 0.8
    note: ShortText = ""

    @model_validator(mode="after")
    def _says_something(self):
        if self.means is None and len(set(self.words)) < 2:
            raise ValueError(
                "chỉ có một cách gọi; hãy thêm cách gọi khác vào words, hoặc ghi điều tìm thêm ở means"
            )
        return self


class Abbreviation(Part):
    """A short form and all it can stand for."""

    short: Word
    means: Words
    capitals: bool = False
    both_ways: bool = True
    note: ShortText = ""


class RoleWords(Part):
    """Words that say what sort of thing is wanted rather than which one."""

    words: Words
    weight: Weight = 0.25
    kinds: list[PageKind] = []
    note: ShortText = ""


class About(Part):
    """Words that say where a reader stands: they match the labels of pages, not their text.

    With a `label` the page shows how the words were understood, and lets the reader take that off.
    """

    words: Words
    label: Word | None = None
    entry: list[Word] = []
    level: list[Word] = []
    kind: list[Word] = []
    area: list[Word] = []
    field: list[Word] = []
    kinds: list[PageKind] = []
    note: ShortText = ""


class StopWords(Part):
    """Words that only round off a sentence."""

    words: Words
    at_end: bool = False
    note: ShortText = ""


class Vocabulary(Entry):
    """All that the search knows of how people type."""

    synonyms: list[SynonymGroup] = []
    abbreviations: list[Abbreviation] = []
    role_words: list[RoleWords] = []
    about: list[About] = []
    whole_words: list[Word] = []
    not_here: list[Word] = []
    stop_words: list[StopWords] = []

    @property
    def key(self) -> str:
        """There is one vocabulary."""
        return "vocabulary"


KINDS = (Kind("vocabulary", "synonyms.yaml", Vocabulary),)

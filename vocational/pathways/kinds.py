"""The fixed words of pathways: kinds of stages, and the part of the way that they belong to."""

from enum import StrEnum


class StageKind(StrEnum):
    """What a stage is."""

    STAGE = "stage"
    PROGRAM = "program"
    COMBINED = "combined_program"
    COMPONENT = "component"
    CREDENTIAL = "credential"
    OUTCOME = "outcome"

    @property
    def label(self) -> str:
        """The kind as readers see it."""
        return KIND_LABELS[self]


class Phase(StrEnum):
    """The part of the way that a stage belongs to, in order."""

    GRADE_9 = "lop-9"
    AFTER_GRADE_9 = "sau-lop-9"
    AFTER_GRADE_12 = "sau-lop-12"
    INTO_LIFE = "ra-doi"

    @property
    def label(self) -> str:
        """The part of the way as readers see it."""
        return PHASE_LABELS[self]


KIND_LABELS = {
    StageKind.STAGE: "Giai đoạn",
    StageKind.PROGRAM: "Chương trình học",
    StageKind.COMBINED: "Học kết hợp",
    StageKind.COMPONENT: "Phần học bổ sung",
    StageKind.CREDENTIAL: "Bằng cấp",
    StageKind.OUTCOME: "Đi làm",
}
PHASE_LABELS = {
    Phase.GRADE_9: "Lớp 9",
    Phase.AFTER_GRADE_9: "Sau lớp 9",
    Phase.AFTER_GRADE_12: "Sau lớp 12 và học lên",
    Phase.INTO_LIFE: "Đi làm, nghĩa vụ",
}

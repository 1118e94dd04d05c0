"""Kinds of units and roles of posts, as code and as people call them."""

from enum import StrEnum


class UnitKind(StrEnum):
    """What a unit is."""

    OFFICE = "office"
    EDUCATION_OFFICE = "education-office"
    SCHOOL = "school"
    INSTITUTION = "institution"
    COMMUNE = "commune"
    AGENCY = "agency"

    @property
    def label(self) -> str:
        """The kind as people call it."""
        return UNIT_LABELS[self]


class Role(StrEnum):
    """What a post does at a unit. SERVER is whoever sits at the server; nobody can be given it."""

    ADMINISTRATOR = "administrator"
    EDITOR = "editor"
    COUNSELOR = "counselor"
    INSTITUTION_OFFICER = "institution-officer"
    REPORTING_OFFICER = "reporting-officer"
    PARTNER = "partner"
    SERVER = "server"

    @property
    def label(self) -> str:
        """The role as people call it."""
        return ROLE_LABELS[self]


UNIT_LABELS = {
    UnitKind.OFFICE: "Cơ quan chủ trang",
    UnitKind.EDUCATION_OFFICE: "Cơ quan giáo dục của địa bàn",
    UnitKind.SCHOOL: "Trường phổ thông",
    UnitKind.INSTITUTION: "Trường, trung tâm dạy nghề",
    UnitKind.COMMUNE: "Xã, phường",
    UnitKind.AGENCY: "Cơ quan, đơn vị phối hợp",
}
ROLE_LABELS = {
    Role.ADMINISTRATOR: "Quản trị",
    Role.EDITOR: "Biên tập viên",
    Role.COUNSELOR: "Giáo viên tư vấn",
    Role.INSTITUTION_OFFICER: "Cán bộ trường nghề",
    Role.REPORTING_OFFICER: "Cán bộ báo cáo",
    Role.PARTNER: "Đơn vị phối hợp",
    Role.SERVER: "Máy chủ",
}

"""The fixed words of policies and legal documents: the code in the files, and what readers see for it."""

from enum import StrEnum


class Named(StrEnum):
    """A code with the words that readers see for it."""

    def __new__(cls, value: str, label: str):
        """Keep the code as the value and the words beside it."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class Audience(Named):
    """Whom a policy is for."""

    GRADE_9 = "hs-lop-9", "Em học lớp 9"
    GRADE_12 = "hs-lop-12", "Em học lớp 12"
    PARENTS = "phu-huynh", "Phụ huynh"
    YOUTH = "thanh-nien", "Thanh niên"
    COUNSELORS = "tu-van", "Thầy cô tư vấn"


class Group(Named):
    """What a policy helps with."""

    TUITION = "hoc-phi", "Học phí"
    BOARDING = "noi-tru", "Nội trú"
    SCHOLARSHIP = "hoc-bong", "Học bổng"
    MINORITIES = "dan-toc", "Vùng dân tộc, biên giới"
    LOANS = "tin-dung", "Vay vốn đi học"
    SHORT_COURSES = "so-cap", "Học nghề ngắn hạn"
    WORK = "viec-lam", "Việc làm"
    TRANSFER = "lien-thong", "Học liên thông"
    START_UP = "khoi-nghiep", "Khởi nghiệp"
    OTHER = "khac", "Hỗ trợ khác"


class PolicyStatus(Named):
    """Whether a policy still applies, as far as the sources tell."""

    IN_FORCE = "in_force", "Đang áp dụng"
    PRESUMED = "in_force_presumed", "Có thể còn áp dụng, chưa xác nhận"
    UNCLEAR = "unclear", "Chưa rõ còn áp dụng không"
    NEEDS_SOURCE = "needs_source", "Chưa đủ nguồn"
    ENDED = "ended", "Đã hết"


class Region(Named):
    """Where a policy applies."""

    COUNTRY = "toan-quoc", "Cả nước"
    PROVINCE = "theo-tinh", "Mức theo từng tỉnh"
    ZONE = "theo-vung", "Theo vùng khó khăn"
    BORDER = "xa-bien-gioi-dat-lien", "Xã biên giới đất liền"


class BasisRole(Named):
    """What a legal document does for a policy."""

    CURRENT = "current", "Quy định hiện nay"
    AMENDING = "amending", "Văn bản sửa đổi"
    PARENT = "parent", "Luật gốc"
    GUIDING = "guiding", "Văn bản hướng dẫn"
    REFERENCE_VALUE = "reference_value", "Mức dùng để tính"
    PROGRAMME_LIST = "programme_list", "Danh mục ngành, nghề"
    AREA_LIST = "area_list", "Danh sách vùng"
    RELATED = "related", "Văn bản liên quan"
    PARALLEL = "previous_or_parallel", "Quy định trước đây, có thể còn áp dụng song song"
    PREVIOUS = "previous", "Quy định trước đây"


class BenefitKind(Named):
    """What a policy gives."""

    EXEMPTION = "tuition_exemption", "Miễn học phí"
    REDUCTION = "tuition_reduction", "Giảm học phí"
    TUITION_SUPPORT = "tuition_support", "Hỗ trợ học phí"
    MONTHLY_SCHOLARSHIP = "monthly_scholarship", "Học bổng hằng tháng"
    SEMESTER_SCHOLARSHIP = "semester_scholarship", "Học bổng theo học kỳ"
    MONTHLY_SUPPORT = "monthly_support", "Hỗ trợ hằng tháng"
    CASH = "cash", "Tiền hỗ trợ"
    CASH_ONCE = "cash_once", "Tiền hỗ trợ một lần"
    IN_KIND = "in_kind", "Hỗ trợ bằng hiện vật"
    TRAINING_COST = "training_cost", "Tiền học nghề"
    TRAINING_PACKAGE = "training_package", "Gói học nghề"
    LOAN = "loan", "Cho vay"
    INTEREST = "interest", "Lãi suất"
    TERM = "term", "Thời hạn vay"
    COLLATERAL = "collateral", "Bảo đảm tiền vay"
    RIGHT = "right", "Quyền của người học"
    SERVICE = "service", "Dịch vụ"
    FUND = "fund", "Quỹ"
    DISCOUNT = "discount", "Giảm giá"
    UNKNOWN = "unknown", "Chưa rõ"


class DocumentStatus(Named):
    """Whether a legal document holds, as the file says; `validity.standing` brings it to a day."""

    IN_FORCE = "in_force", "Còn hiệu lực"
    AMENDED = "in_force_amended", "Còn hiệu lực, đã được sửa"
    PRESUMED = "in_force_presumed", "Có thể còn hiệu lực, chưa xác nhận"
    REPLACED = "replaced", "Đã được thay thế"
    REPLACED_PRESUMED = "replaced_presumed", "Có thể đã được thay thế, chưa xác nhận"
    ENDED = "ended", "Hết hiệu lực"
    UNCLEAR = "unclear", "Chưa rõ còn hiệu lực không"


class DocumentRole(Named):
    """Why a document is kept that no policy rests on."""

    BINDS_SITE = "rang_buoc_trang", "Ràng buộc chính trang này"
    REFERENCE_VALUE = "gia_tri_tham_chieu", "Đặt mức dùng để tính"
    AREA_LIST = "danh_sach_tham_chieu", "Danh sách dùng để xét"
    EXAMPLE = "mau_tham_khao", "Mẫu để tham khảo"


class Relation(Named):
    """What one document does to another."""

    REPLACES = "replaces", "Thay thế cho"
    AMENDS = "amends", "Sửa đổi"
    IMPLEMENTS = "implements", "Quy định chi tiết, thi hành"
    SUCCEEDS = "succeeds", "Tiếp nối"


# The same relations read from the other end.
REVERSED = {
    Relation.REPLACES: "Được thay bằng",
    Relation.AMENDS: "Được sửa bởi",
    Relation.IMPLEMENTS: "Được quy định chi tiết ở",
    Relation.SUCCEEDS: "Được tiếp nối bởi",
}

# Where a document stands on a day (`validity.standing`): what the file says, or what its dates add.
STANDINGS = {status.value: status.label for status in DocumentStatus} | {
    "until": "Còn hiệu lực, đã có ngày hết",
    "not_yet": "Chưa có hiệu lực",
}

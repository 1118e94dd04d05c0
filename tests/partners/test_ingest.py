import pytest

from vocational.ingest.content import Content
from vocational.ingest.rows import partners as rows
from vocational.partners.models import Partner, PartnerArea, PartnerType, SecondarySchool

FILES = {
    "sources.yaml": "- id: inst-1\n  title: Một nguồn\n",
    "places/provinces.csv": "code,name,kind,valid_from\n66,Đắk Lắk,tỉnh,2025-07-01\n"
    "56,Khánh Hòa,tỉnh,2025-07-01\n",
    "places/communes.csv": "code,name,kind,province,valid_from\n24305,Buôn Hồ,phường,66,2025-07-01\n",
    "places/former_units.csv": "id,name,kind,valid_to\ncu-dak-lak,Đắk Lắk,tinh,2025-06-30\n",
}
PARTNER = (
    "{id: cong-ty, name: Công ty A, types: [doanh-nghiep], areas: ['66'], offers: [Nhận thực tập], "
    "sources: [inst-1]}"
)
SCHOOLS = "id,name,level,ownership,former_unit,province,commune,sources\n"


class Folder:
    """A small content folder with partners and schools."""

    def __init__(self, folder):
        self.folder = folder
        for name, text in FILES.items():
            self.write(name, text)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def problems(self):
        found = Content(self.folder).problems()
        return [str(problem) for problem in found if problem.file in {"partners.yaml", "schools.csv"}]

    def rows(self, table):
        return [values for found, values in rows.rows(Content(self.folder)) if found is table]


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


def test_a_partner_becomes_a_row_with_its_ties(folder):
    folder.write("partners.yaml", f"- {PARTNER}\n")

    assert folder.problems() == []
    assert folder.rows(Partner)[0]["offers"] == ["Nhận thực tập"]
    assert folder.rows(PartnerType) == [{"partner_id": "cong-ty", "type": "doanh-nghiep"}]
    assert folder.rows(PartnerArea) == [{"partner_id": "cong-ty", "area": "66"}]


@pytest.mark.parametrize(
    ("old", "new", "field", "says"),
    [
        ("doanh-nghiep", "cong-ty", "types.1", "chỉ được chọn một trong"),
        ("'66'", "'67'", "areas.1", "không có địa bàn «67»"),
        ("[inst-1]", "[]", "sources", "ghi ít nhất một nguồn"),
        ("[Nhận thực tập]", "[]", "offers", "ít nhất 1 dòng"),
        ("sources:", "institutions: [cao-dang-x], sources:", "institutions.1", "không có «cao-dang-x»"),
        ("sources:", "website: vd.vn, sources:", "website", "bắt đầu bằng http"),
    ],
)
def test_each_fault_of_a_partner_is_told_where_it_stands(folder, old, new, field, says):
    folder.write("partners.yaml", f"- {PARTNER.replace(old, new)}\n")

    (problem,) = folder.problems()

    assert f": {field}: " in problem and says in problem


def test_a_school_without_a_known_commune_keeps_it_empty(folder):
    folder.write("schools.csv", SCHOOLS + "thpt-a,THPT A,THPT,cong-lap,cu-dak-lak,66,,inst-1\n")

    assert folder.problems() == []
    assert folder.rows(SecondarySchool)[0]["commune"] == ""


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("thpt-a,THPT A,THPT,cong-lap,cu-dak-lak,56,24305,inst-1", "xã này không thuộc tỉnh 56"),
        ("thpt-a,THPT A,THPT,cong-lap,cu-x,66,,inst-1", "không có «cu-x»"),
        ("thpt-a,THPT A,THPT,cong-lap,cu-dak-lak,66,99999,inst-1", "không có «99999»"),
        ("thpt-a,THPT A,THPT,cong,cu-dak-lak,66,,inst-1", "chỉ được chọn một trong"),
    ],
)
def test_each_fault_of_a_school_is_told(folder, row, says):
    folder.write("schools.csv", SCHOOLS + row + "\n")

    (problem,) = folder.problems()

    assert problem.startswith("schools.csv:2:") and says in problem

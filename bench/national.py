"""Makes a content folder of national size: the real one with 2,000 invented schools added to it.

Every invented school is called «Trường mẫu …» and rests on one invented source, so that nobody can take
it for a real one. The same seed makes the same files.
"""

import csv
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import yaml

SEED = 20261122
SCHOOLS, LINES = 2000, 10
# Each of them at two levels: 30 offerings a school.
PROGRAMMES = 15
YEARS = range(2017, 2027)
SOURCE = "mau-1"
CHECKED = "2026-11-22"
Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

KINDS = {
    "cao-dang": ("cao-dang", "trung-cap", "so-cap"),
    "trung-cap": ("trung-cap", "so-cap"),
    "trung-tam-gdnn-gdtx": ("so-cap", "thuong-xuyen"),
}
ENTRIES = {"cao-dang": ["lop-12"], "trung-cap": ["lop-9", "lop-12"], "so-cap": [], "thuong-xuyen": []}
QUOTA_COLUMNS = (
    *("id", "institution", "year", "school_year", "kind", "covers", "level", "level_words", "programme"),
    *("scope", "entry", "seats", "state", "qualifier", "unit", "opens", "closes", "method"),
    *("sources", "as_of", "confidence", "checked_on", "note"),
)


@dataclass(frozen=True)
class Size:
    """What was made: schools, offerings, lines of seats."""

    schools: int
    offerings: int
    lines: int


@dataclass(frozen=True)
class Pool:
    """What the invented schools draw from: programmes, ordered by field, and places of the real content."""

    programmes: list[tuple[str, str]]
    communes: dict[str, list[str]]
    former: dict[str, list[str]]


def make(real: Path, folder: Path, *, schools: int = SCHOOLS) -> Size:
    """Write the folder anew and return what it holds beside the real content."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(real, folder)
    random, pool = Random(SEED), _pool(folder)
    _add_source(folder / "sources.yaml")
    made = [_school(number, random, pool) for number in range(1, schools + 1)]
    for slug, entry in made:
        text = yaml.dump(entry, Dumper=Dumper, allow_unicode=True, sort_keys=False)
        (folder / "institutions" / f"{slug}.md").write_text(f"---\n{text}---\n")
    lines = sum(_write_year(folder, year, made, random) for year in YEARS)
    _append(folder / "outcomes.csv", (row for slug, _entry in made for row in _outcomes(slug, random)))
    _append(folder / "rounds.csv", (_round(slug, random) for slug, _entry in made))
    return Size(len(made), sum(len(entry["offerings"]) for _slug, entry in made), lines)


def _pool(folder) -> Pool:
    communes: dict[str, list[str]] = {row["code"]: [] for row in _rows(folder / "places/provinces.csv")}
    for row in _rows(folder / "places/communes.csv"):
        communes[row["province"]].append(row["code"])
    former: dict[str, list[str]] = {code: [] for code in communes}
    for row in _rows(folder / "places/unit_links.csv"):
        if row["present"] in former:
            former[row["present"]].append(row["former"])
    return Pool(sorted(map(_field_and_slug, (folder / "programmes").glob("*.md"))), communes, former)


def _field_and_slug(path) -> tuple[str, str]:
    head = yaml.safe_load(path.read_text().split("---\n")[1])
    return ",".join(head.get("fields", [])), path.stem


def _rows(path) -> list[dict]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _add_source(path):
    entry = {"id": SOURCE, "title": "Số liệu mẫu, không có thật", "used_for": "Đo tốc độ của trang"}
    path.write_text(path.read_text().rstrip("\n") + "\n" + yaml.dump([entry], allow_unicode=True))


def _school(number: int, random: Random, pool: Pool) -> tuple[str, dict]:
    slug, kind = f"truong-mau-{number:04}", random.choice(list(KINDS))
    return slug, {
        "name": f"Trường mẫu {number:04}",
        "other_names": [f"TM{number:04}"],
        "kind": kind,
        "region": "lan-can",
        "status": "dang-hoat-dong",
        "status_note": "Trường không có thật, chỉ dùng để đo tốc độ.",
        "ownership": {
            "value": random.choice(["cong-lap", "tu-thuc"]),
            "sources": [SOURCE],
            "confidence": "medium",
        },
        "location": _location(random, pool),
        "contacts": [{"website": f"https://mau-{number:04}.example", **_provenance(2026)}],
        "offerings": list(_offerings(kind, random, pool.programmes)),
        "nine_plus": {"available": random.random() < 0.5, "text": "Thông tin mẫu.", **_provenance(2026)},
        **_provenance(2026),
        "checked_on": CHECKED,
    }


def _offerings(kind, random, programmes) -> Iterator[dict]:
    # A school teaches neighbouring programmes, not anything there is.
    start = random.randrange(len(programmes))
    for _field, programme in (programmes + programmes)[start : start + PROGRAMMES]:
        for level in random.sample(KINDS[kind], 2):
            yield _offering(programme, level, random)


def _location(random, pool) -> dict:
    province = random.choice(list(pool.communes))
    commune = random.choice(pool.communes[province]) if pool.communes[province] else None
    former = random.choice(pool.former[province]) if pool.former[province] else None
    return (
        {"province": province, "address": "Số 1, đường Mẫu", **_provenance(2026)}
        | ({"commune": commune} if commune else {})
        | ({"former_units": [former]} if former else {})
    )


def _offering(programme, level, random) -> dict:
    price = random.randint(8, 40) * 1_000_000
    return {
        "programme": programme,
        "levels": [level],
        "duration": random.choice(["3 tháng", "1 năm", "2 năm", "2,5 năm"]),
        "entries": list(ENTRIES[level]),
        "tuition": {"unit": "đồng/năm", "list_price": price},
        **_provenance(2026),
    }


def _provenance(year) -> dict:
    return {"sources": [SOURCE], "as_of": str(year), "confidence": "medium"}


def _write_year(folder, year, made, random) -> int:
    path = folder / "admissions" / f"{year}.csv"
    if not path.exists():
        path.write_text(",".join(QUOTA_COLUMNS) + "\n")
    return _append(path, (row for slug, entry in made for row in _lines(slug, entry, year, random)))


def _lines(slug, entry, year, random) -> Iterator[dict]:
    """Yield a school's seats in a year: the whole school, each level, some programmes."""
    levels = sorted({offering["levels"][0] for offering in entry["offerings"]})
    yield _line(slug, year, "tat-ca", random, covers="truong", level="tat-ca")
    for level in levels:
        yield _line(slug, year, level, random, covers="trinh-do", level=level)
    for offering in random.sample(entry["offerings"], LINES - len(levels) - 1):
        programme, level = offering["programme"], offering["levels"][0]
        what = f"{programme}-{level}"
        yield _line(slug, year, what, random, covers="nganh", level=level, programme=programme)


def _line(slug, year, what, random, **values) -> dict:
    return values | {
        "id": f"{slug}-{year}-{what}",
        "institution": slug,
        "year": year,
        "kind": "chi-tieu",
        "seats": random.randint(2, 40) * 10,
        "state": "known",
        "unit": "chỗ",
        "sources": SOURCE,
        "as_of": year,
        "confidence": "medium",
        "checked_on": CHECKED,
    }


def _outcomes(slug, random) -> Iterator[dict]:
    for year in (2024, 2025):
        for measure in ("dang-hoc", "tot-nghiep"):
            yield {
                "id": f"{slug}-{measure}-{year}",
                "institution": slug,
                "measure": measure,
                "period": year,
                "value": random.randint(100, 3000),
                "unit": "người",
                "level": "school",
                "sources": SOURCE,
                "as_of": year,
                "confidence": "medium",
                "checked_on": CHECKED,
            }


def _round(slug, random) -> dict:
    return {
        "id": f"{slug}-2027",
        "institution": slug,
        "year": 2027,
        "name": "Tuyển sinh mẫu năm 2027",
        "closes": f"2027-{random.randint(3, 9):02}-{random.randint(1, 28):02}",
        "sources": SOURCE,
        "as_of": 2026,
        "confidence": "medium",
        "checked_on": CHECKED,
    }


def _append(path: Path, rows) -> int:
    """Add rows to a CSV file under the header that it has, and return how many."""
    with path.open(newline="", encoding="utf-8") as file:
        columns = next(csv.reader(file))
    count = 0
    with path.open("a", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        for row in rows:
            writer.writerow(row)
            count += 1
    return count

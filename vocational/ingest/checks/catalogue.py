"""What can be wrong between schools, programmes and their figures."""

from collections.abc import Iterator

from vocational.ingest.problems import Problem


def problems(content) -> Iterator[Problem]:
    """Yield everything that single entries cannot know about each other."""
    yield from _codes_of_two_programmes(content)
    yield from _names_of_two_programmes(content)
    for kind in ("programmes", "institutions"):
        yield from _taken_slugs(content, kind)
    yield from _foreign_codes(content)
    yield from _ties_to_itself(content)
    yield from _circles(content)


def _codes_of_two_programmes(content):
    owners: dict[str, str] = {}
    for found in content.found("programmes"):
        for number, code in enumerate(found.value.codes):
            owner = owners.setdefault(code.code, found.value.slug)
            if owner != found.value.slug or _repeated(found.value.codes, number):
                says = f"mã {code.code} đã dùng cho ngành «{owner}»; mỗi mã chỉ thuộc một ngành, ghi một lần"
                yield found.problem(("codes", number, "code"), says)


def _repeated(codes, number):
    return codes[number].code in {code.code for code in codes[:number]}


def _names_of_two_programmes(content):
    owners: dict[str, str] = {}
    for found in content.found("programmes"):
        names = [(("name",), found.value.name)]
        names += [(("other_names", number), name) for number, name in enumerate(found.value.other_names)]
        for path, name in names:
            owner = owners.setdefault(name.casefold(), found.value.slug)
            if owner != found.value.slug:
                yield found.problem(path, f"«{name}» đã là tên của ngành «{owner}»; hãy gộp hai tệp làm một")


def _taken_slugs(content, kind):
    owners = {key: key for key in content.keys(kind)}
    for found in content.found(kind):
        for number, slug in enumerate(found.value.former_slugs):
            owner = owners.setdefault(slug, found.value.slug)
            if owner != found.value.slug or slug == found.value.slug:
                says = f"địa chỉ cũ «{slug}» đang là của «{owner}»; hãy bỏ dòng này"
                yield found.problem(("former_slugs", number), says)


def _foreign_codes(content):
    owners = {code.code: entry.slug for entry in content.entries("programmes") for code in entry.codes}
    for found in content.found("institutions"):
        for number, offering in enumerate(found.value.offerings):
            owner = owners.get(offering.code or "", offering.programme)
            if owner != offering.programme and not offering.note:
                says = f"mã {offering.code} là mã của ngành «{owner}»; sửa mã, hoặc ghi note nói vì sao"
                yield found.problem(("offerings", number, "code"), says)


def _ties_to_itself(content):
    for found in content.found("institutions"):
        own = found.value.slug
        for number, plan in enumerate(found.value.merger_plans):
            if own in plan.others:
                yield found.problem(
                    ("merger_plans", number, "others"), "không ghi chính trường này; chỉ ghi trường khác"
                )


def _circles(content):
    after = {
        entry.slug: [step.institution for step in entry.successors]
        for entry in content.entries("institutions")
    }
    for found in content.found("institutions"):
        if _leads_back(found.value.slug, after):
            says = "đi theo trường kế tục thì quay lại chính trường này; hãy bỏ một trong các dòng successors"
            yield found.problem(("successors",), says)


def _leads_back(start, after):
    seen, waiting = set(), list(after[start])
    while waiting:
        slug = waiting.pop()
        if slug == start:
            return True
        if slug not in seen:
            seen.add(slug)
            waiting.extend(after.get(slug, []))
    return False

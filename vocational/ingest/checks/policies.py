"""Checks of policies and legal documents against each other."""

from collections.abc import Iterator
from itertools import pairwise

from vocational.ingest.problems import Problem
from vocational.policies.kinds import DocumentStatus
from vocational.policies.rules_in_words import key_of


def problems(content) -> Iterator[Problem]:
    """Yield what spans entries: rule values, tiers, overlapping values, replaced documents, names."""
    yield from _rule_values(content)
    yield from _tiers(content)
    yield from _overlaps(content)
    yield from _replaced(content)
    yield from _ethnic_names(content)


def _rule_values(content):
    fields = {field.field: field for field in content.entries("eligibility_fields")}
    for found in content.found("policies"):
        for path, rule in found.value.eligibility.rules():
            field = fields.get(rule.field)
            says = _misfit(rule, field, _allowed(field, fields)) if field else ""
            if says:
                yield found.problem(("eligibility", *path, "value"), says)


def _allowed(field, fields) -> list[str]:
    if field is None:
        return []
    source = fields.get(field.same_values_as, field)
    return [key_of(option.value) for option in (field.values or source.values)]


def _misfit(rule, field, allowed: list[str]) -> str:
    """Return what is wrong with the value of a condition; empty when nothing is."""
    values = rule.value if isinstance(rule.value, list) else [rule.value]
    if field.kind == "number":
        wrong = [value for value in values if isinstance(value, bool | str)]
        return f"«{field.field}» cần số, không phải «{wrong[0]}»" if wrong else ""
    if rule.op in {"lte", "gte"} and field.kind != "ordered" or rule.op == "between":
        return f"«{field.field}» không so lớn nhỏ được; dùng op eq hoặc in"
    wrong = [value for value in values if key_of(value) not in allowed]
    return f"«{field.field}» không có giá trị «{wrong[0]}»; được dùng: {', '.join(allowed)}" if wrong else ""


def _tiers(content):
    for found in content.found("policies"):
        branches = {rule.id for _path, rule in found.value.eligibility.rules() if rule.id}
        for number, benefit in enumerate(found.value.benefits):
            for place, tier in enumerate(benefit.tiers):
                if tier not in branches:
                    says = f"không có nhánh «{tier}» trong eligibility; xem lại id của nhánh"
                    yield found.problem(("benefits", number, "tiers", place), says)


def _overlaps(content):
    for found in content.found("reference_values"):
        order = sorted(enumerate(found.value.values), key=lambda item: item[1].valid_from)
        for (_before, earlier), (number, later) in pairwise(order):
            if earlier.valid_to is None or earlier.valid_to >= later.valid_from:
                says = "trùng ngày với mức trước đó; ghi valid_to của mức cũ là ngày liền trước"
                yield found.problem(("values", number, "valid_from"), says)


def _replaced(content):
    documents = list(content.entries("legal_documents"))
    replaced = {other for document in documents for other in document.replaces}
    for found in content.found("legal_documents"):
        document = found.value
        if document.status == DocumentStatus.REPLACED and document.slug not in replaced:
            says = "đã được thay thế thì phải có văn bản khác ghi replaces: " + document.slug
            yield found.problem(("status",), says)
        if document.slug in replaced and document.status == DocumentStatus.IN_FORCE and not document.valid_to:
            says = "có văn bản khác ghi là thay thế văn bản này; sửa status hoặc thêm valid_to"
            yield found.problem(("status",), says)


def _ethnic_names(content):
    known = {group.name for entry in content.entries("ethnic_groups") for group in entry.groups}
    for found in content.found("policies"):
        for number, name in enumerate(found.value.ethnic_list):
            if known and name not in known:
                says = f"không có dân tộc «{name}» trong reference/ethnic_groups.yaml; xem lại cách viết"
                yield found.problem(("ethnic_list", number), says)

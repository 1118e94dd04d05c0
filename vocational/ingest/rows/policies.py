"""Policies, legal documents and reference lists as rows."""

from collections.abc import Iterator

from vocational.ingest import markdown
from vocational.ingest.rows.benefits import benefit_row
from vocational.policies import kinds, models
from vocational.policies.models import LegalBasis, LegalDocument, LegalLink, Policy, PolicyAudience
from vocational.vietnamese import fold

TABLES = (
    LegalDocument,
    LegalLink,
    models.ReferenceValue,
    Policy,
    PolicyAudience,
    models.Benefit,
    LegalBasis,
    models.PolicyChange,
    models.EligibilityField,
    models.EthnicGroup,
    models.DifficultAreas,
)


def rows(content) -> Iterator[tuple[type, dict]]:
    """Yield the rows of the room, documents before whatever points to them."""
    yield from _documents(content)
    yield from _reference_values(content)
    yield from _policies(content)
    for change in content.entries("policy_changes"):
        yield (
            models.PolicyChange,
            _own(change, "slug", "title", "effective", "documents", "facts", "note")
            | {"partly_from": change.partly_from or ""},
        )
    yield from _fields(content)
    yield from _lists(content)


def _own(entry, *names) -> dict:
    return {name: getattr(entry, name) for name in names} | entry.provenance_row()


def _documents(content):
    for document in content.entries("legal_documents"):
        names = ("slug", "number", "title", "issuer", "issued", "valid_to", "scope_note", "verify", "note")
        yield (
            LegalDocument,
            _own(document, *names)
            | {
                "effective": document.effective or "",
                "status": document.status.value,
                "role": document.role.value if document.role else "",
                "partly_from": document.partly_from or "",
                "key_articles": [article.model_dump() for article in document.key_articles],
                "words": fold(f"{document.number} {document.title} {document.issuer}"),
            },
        )
    for document in content.entries("legal_documents"):
        for relation in kinds.Relation:
            for other in getattr(document, relation.value):
                yield LegalLink, {"document": document.slug, "other": other, "relation": relation.value}


def _reference_values(content):
    for entry in content.entries("reference_values"):
        for value in entry.values:
            yield (
                models.ReferenceValue,
                value.provenance_row()
                | {
                    "key": entry.slug,
                    "name": entry.name,
                    "value": value.value,
                    "state": "known",
                    "unit": value.unit,
                    "note": value.note,
                    "valid_from": value.valid_from,
                    "valid_to": value.valid_to,
                    "document_slug": value.document,
                },
            )


def _policies(content):
    policies = list(content.entries("policies"))
    for position, policy in enumerate(policies):
        yield Policy, _policy(policy, position)
    for policy in policies:
        for audience in policy.audience:
            yield PolicyAudience, {"policy": policy.slug, "audience": audience.value}
    for policy in policies:
        for benefit in policy.benefits:
            yield models.Benefit, benefit_row(policy, benefit)
    for policy in policies:
        for basis in _bases(policy):
            yield LegalBasis, basis | {"policy": policy.slug}


def _policy(policy, position: int) -> dict:
    names = ("slug", "name", "lead", "local_relevance", "ethnic_list", "stop_rules", "open_issues", "note")
    return _own(policy, *names, "superseded_candidates") | {
        "position": position,
        "group": policy.group.value,
        "status": policy.status.value,
        "region": policy.region.value,
        "applies_from_school_year": policy.applies_from_school_year or "",
        "eligibility": policy.eligibility.model_dump(exclude_defaults=True),
        "application": policy.apply.model_dump(),
        "questions": [question.model_dump() for question in policy.questions],
        "html": markdown.html_of(policy.body) if policy.body else "",
    }


def _bases(policy):
    for basis in policy.legal_basis:
        row = {name: getattr(basis, name) for name in ("ref", "valid_from", "valid_to", "role")}
        yield row | {"document_slug": basis.document}
    lists = ((policy.lists, kinds.BasisRole.PROGRAMME_LIST), (policy.depends_on, kinds.BasisRole.AREA_LIST))
    for documents, role in lists:
        for document in documents:
            row = {"ref": "", "valid_from": None, "valid_to": None, "role": role.value}
            yield row | {"document_slug": document}


def _fields(content):
    fields = {field.field: field for field in content.entries("eligibility_fields")}
    for field in fields.values():
        values = field.values or (fields[field.same_values_as].values if field.same_values_as else [])
        yield (
            models.EligibilityField,
            {
                "field": field.field,
                "label": field.label,
                "meaning": field.meaning,
                "kind": field.kind,
                "values": [value.model_dump() for value in values],
            },
        )


def _lists(content):
    for entry in content.entries("ethnic_groups"):
        for group in entry.groups:
            yield (
                models.EthnicGroup,
                entry.provenance_row()
                | {
                    "code": group.code,
                    "name": group.name,
                    "other_names": list(group.other_names),
                    "is_minority": group.minority,
                    "is_very_small": group.very_small,
                },
            )
    for entry in content.entries("difficult_areas"):
        yield models.DifficultAreas, entry.model_dump(exclude={"note_confidence"}) | entry.provenance_row()

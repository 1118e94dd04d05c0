"""Reading policies and legal documents: one with all that belongs to it, lists, amounts on a day."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import selectinload

from vocational.errors import NotFound
from vocational.policies import amounts, kinds, rules_in_words
from vocational.policies.models import (
    DifficultAreas,
    EligibilityField,
    LegalBasis,
    LegalDocument,
    LegalLink,
    Policy,
    PolicyAudience,
    PolicyChange,
    ReferenceValue,
)
from vocational.policies.narrowing import Asked, counts, narrowed
from vocational.policies.offers import Listed, Offer, offers
from vocational.policies.rules_in_words import FieldWords, Said
from vocational.storage import db
from vocational.vietnamese import fold, sort_key

BASE_SALARY = "luong-co-so"
NEWEST_FIRST = (LegalDocument.issued.desc(), LegalDocument.slug)
ROLE_ORDER = [role.value for role in kinds.BasisRole]
POLICY_VALUES = {
    "audience": lambda policy: [row.audience for row in policy.audiences],
    "group": lambda policy: [policy.group],
}


@dataclass(frozen=True)
class Answer:
    """Everything that the page of one policy shows."""

    policy: Policy
    offers: list[Offer]
    who: Said | None
    bases: list[LegalBasis]
    may_replace: list[Policy]
    areas: DifficultAreas | None

    def offers_of(self, tier: str) -> list[Offer]:
        """Return what a branch of the rule gives."""
        return [offer for offer in self.offers if tier and tier in offer.benefit.tiers]


@dataclass(frozen=True)
class Found:
    """What a reader's filters leave of a list, and how many results each option of a filter would give."""

    items: list
    counts: dict[str, dict[str, int]]


@dataclass(frozen=True)
class Related:
    """What one document does to another, read from either end."""

    label: str
    documents: list[LegalDocument]


@dataclass(frozen=True)
class Change:
    """Something that changed in law, with its documents."""

    change: PolicyChange
    documents: list[LegalDocument]


def answer(slug: str, on: date) -> Answer:
    """Return a policy with everything its page shows on a day; raises NotFound."""
    parts = (selectinload(Policy.bases).selectinload(LegalBasis.document), *_parts())
    policy = db.session.get(Policy, slug, options=parts)
    if policy is None:
        raise NotFound(slug)
    rule = policy.eligibility
    who = None if rule.get("is_guess") else rules_in_words.in_words(rule, field_words())
    asks_for_place = who and "residence_zone" in rules_in_words.fields_in(rule)
    return Answer(
        policy=policy,
        offers=offers(policy, _bases_on(on)),
        who=who,
        bases=sorted(policy.bases, key=lambda basis: ROLE_ORDER.index(basis.role)),
        may_replace=policies_by_slug(policy.superseded_candidates),
        areas=db.session.scalar(select(DifficultAreas)) if asks_for_place else None,
    )


def listed(on: date, asked: Asked) -> Found:
    """Return the policies that match `asked` (audience, group), by group, with what each gives on a day."""
    rows = list(db.session.scalars(select(Policy).options(*_parts()).order_by(Policy.position)))
    bases = _bases_on(on)
    policies = sorted(narrowed(rows, asked, POLICY_VALUES), key=lambda row: row.group_rank)
    items = [Listed(policy, offers(policy, bases)) for policy in policies]
    return Found(items, counts(rows, asked, POLICY_VALUES))


def policies_for(audience: str) -> list[Policy]:
    """Return the policies for one group of readers, in the order of the files."""
    theirs = Policy.audiences.any(PolicyAudience.audience == audience)
    return list(db.session.scalars(select(Policy).where(theirs).order_by(Policy.position)))


def policies_by_slug(slugs: Iterable[str]) -> list[Policy]:
    """Return the policies with these slugs, in the order of the files."""
    wanted = list(slugs)
    if not wanted:
        return []
    return list(db.session.scalars(select(Policy).where(Policy.slug.in_(wanted)).order_by(Policy.position)))


def policies_of_document(slug: str) -> list[tuple[Policy, LegalBasis]]:
    """Return the policies that rest or rested on a document, each with the provision."""
    rows = db.session.execute(
        select(LegalBasis, Policy)
        .join(Policy, Policy.slug == LegalBasis.policy)
        .where(LegalBasis.document_slug == slug)
        .order_by(Policy.position, LegalBasis.id)
    )
    return [(policy, basis) for basis, policy in rows]


def policies_for_search() -> list[Policy]:
    """Return all policies with audiences and benefits."""
    return list(db.session.scalars(select(Policy).options(*_parts()).order_by(Policy.position)))


def conditions_for_search(policies: Iterable[Policy]) -> dict[str, list[str]]:
    """Return by slug the conditions of each policy, one sentence each; guessed rules are left out."""
    fields = field_words()
    return {
        row.slug: list(rules_in_words.lines(rules_in_words.in_words(row.eligibility, fields)))
        for row in policies
        if not row.eligibility.get("is_guess")
    }


def reference_value(key: str, on: date) -> ReferenceValue | None:
    """Return a reference value as it stands on a day, with its document; None when none is known."""
    rows = select(ReferenceValue).where(ReferenceValue.key == key).options(_with_document())
    return amounts.valid_on(db.session.scalars(rows), on)


def base_salary(on: date) -> ReferenceValue | None:
    """Return the base salary («lương cơ sở») as it stands on a day."""
    return reference_value(BASE_SALARY, on)


def field_words() -> dict[str, FieldWords]:
    """Return the words of every field that rules may ask for."""
    return {
        row.field: FieldWords(
            row.label, {rules_in_words.key_of(option["value"]): option["label"] for option in row.values}
        )
        for row in db.session.scalars(select(EligibilityField))
    }


def changes() -> list[Change]:
    """Return the changes of law, newest first, with their documents."""
    newest_first = select(PolicyChange).order_by(PolicyChange.effective.desc(), PolicyChange.slug)
    rows = list(db.session.scalars(newest_first))
    found = documents_by_slug({slug for row in rows for slug in row.documents})
    by_slug = {document.slug: document for document in found}
    return [Change(row, [by_slug[slug] for slug in row.documents]) for row in rows]


def document(slug: str) -> LegalDocument:
    """Return a legal document; raises NotFound."""
    found = db.session.get(LegalDocument, slug)
    if found is None:
        raise NotFound(slug)
    return found


def related(slug: str) -> list[Related]:
    """Return what a document does to others, and others to it, each relation once."""
    near = or_(LegalLink.document == slug, LegalLink.other == slug)
    links = list(db.session.scalars(select(LegalLink).where(near).order_by(LegalLink.id)))
    slugs = {end for link in links for end in (link.document, link.other)}
    documents = {row.slug: row for row in documents_by_slug(slugs)}
    groups: dict[str, list[LegalDocument]] = {}
    for link in links:
        relation, ahead = kinds.Relation(link.relation), link.document == slug
        label = relation.label if ahead else kinds.REVERSED[relation]
        groups.setdefault(label, []).append(documents[link.other if ahead else link.document])
    return [Related(label, rows) for label, rows in groups.items()]


def related_numbers() -> dict[str, list[str]]:
    """Return for each document what it does to others and others to it: «Thay thế 81/2021/NĐ-CP»."""
    numbers = dict(db.session.execute(select(LegalDocument.slug, LegalDocument.number)).all())
    told: dict[str, list[str]] = {}
    for link in db.session.scalars(select(LegalLink).order_by(LegalLink.id)):
        relation = kinds.Relation(link.relation)
        told.setdefault(link.document, []).append(f"{relation.label} {numbers[link.other]}")
        told.setdefault(link.other, []).append(f"{kinds.REVERSED[relation]} {numbers[link.document]}")
    return told


def documents_by_slug(slugs: Iterable[str]) -> list[LegalDocument]:
    """Return the documents with these slugs, newest first."""
    rows = select(LegalDocument).where(LegalDocument.slug.in_(list(slugs)))
    return list(db.session.scalars(rows.order_by(*NEWEST_FIRST)))


def documents(on: date, asked: Asked, words: str = "") -> Found:
    """Return the documents that match `asked` (status, issuer, year) and all `words`, newest first."""
    rows = list(db.session.scalars(select(LegalDocument).order_by(*NEWEST_FIRST)))
    folded = fold(words).split()
    rows = [row for row in rows if all(word in row.words for word in folded)]
    values = {
        "status": lambda row: [row.standing(on).code],
        "issuer": lambda row: [row.issuer],
        "year": lambda row: [row.issued[:4]],
    }
    return Found(narrowed(rows, asked, values), counts(rows, asked, values))


def issuers_and_years() -> tuple[list[str], list[str]]:
    """Return who issued documents, the busiest first, and the years of issue, newest first."""
    rows = db.session.execute(select(LegalDocument.issuer, LegalDocument.issued)).all()
    issuers = Counter(issuer for issuer, _issued in rows)
    years = {issued[:4] for _issuer, issued in rows}
    return sorted(issuers, key=lambda name: (-issuers[name], sort_key(name))), sorted(years, reverse=True)


def documents_for_search() -> list[LegalDocument]:
    """Return all legal documents, newest first."""
    return list(db.session.scalars(select(LegalDocument).order_by(*NEWEST_FIRST)))


def policy_slugs() -> list[tuple[str, date | None]]:
    """Return (slug, day of the last check) of every policy."""
    rows = select(Policy.slug, Policy.checked_on).order_by(Policy.position)
    return [tuple(row) for row in db.session.execute(rows)]


def document_slugs() -> list[tuple[str, date | None]]:
    """Return (slug, day of the last check) of every legal document."""
    rows = select(LegalDocument.slug, LegalDocument.checked_on).order_by(LegalDocument.slug)
    return [tuple(row) for row in db.session.execute(rows)]


def _parts():
    return (selectinload(Policy.audiences), selectinload(Policy.benefits))


def _with_document():
    return selectinload(ReferenceValue.document)


def _bases_on(on: date) -> dict[str, ReferenceValue]:
    """Return every reference value that stands on a day, by key."""
    rows: dict[str, list[ReferenceValue]] = {}
    for row in db.session.scalars(select(ReferenceValue).options(_with_document())):
        rows.setdefault(row.key, []).append(row)
    found = {key: amounts.valid_on(values, on) for key, values in rows.items()}
    return {key: value for key, value in found.items() if value}

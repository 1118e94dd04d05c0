"""Documents of policies, legal documents and stages of the pathways."""

from collections.abc import Iterator

from vocational.pathways import queries as pathways
from vocational.policies import queries as policies
from vocational.search import gazetteer
from vocational.search.document_kinds.parts import day, document, join, plain
from vocational.search.kinds import AFTER_9, AFTER_12, AUDIENCE_ENTRIES


def of_policies() -> Iterator[dict]:
    """Yield the document of every policy."""
    rows = policies.policies_for_search()
    conditions = policies.conditions_for_search(rows)
    for row in rows:
        audiences = [audience.audience for audience in row.audiences]
        yield document(
            f"chinh-sach/{row.slug}",
            row.name,
            summary=row.lead,
            body=join(
                plain(row.html),
                [question["q"] + " " + question["a"] for question in row.questions],
                [f"{benefit.name} {benefit.condition} {benefit.rule}" for benefit in row.benefits],
                conditions.get(row.slug, []),
                row.audience_labels,
                row.group_label,
                row.local_relevance,
                [f"{basis.document.number} {basis.document.title}" for basis in row.bases],
            ),
            entries=sorted({AUDIENCE_ENTRIES[name] for name in audiences if name in AUDIENCE_ENTRIES}),
            date=day(row.as_of),
            popularity=0.8,
        )


def of_legal_documents() -> Iterator[dict]:
    """Yield the document of every legal document."""
    related, mentions = policies.related_numbers(), gazetteer.Mentions(gazetteer.places())
    for row in policies.documents_for_search():
        yield document(
            f"van-ban/{row.slug}",
            row.title,
            other_titles=[row.number],
            summary=join(row.number, row.issuer, row.status_label),
            body=join(
                row.scope_note,
                [str(article) for part in row.key_articles for article in part.values()],
                related.get(row.slug, []),
            ),
            codes=[row.number],
            areas=mentions.areas(f"{row.title} {row.issuer}"),
            date=day(row.issued),
            archived=row.status in {"replaced", "ended"},
            popularity=0.25,
        )


def of_stages() -> Iterator[dict]:
    """Yield the document of every stage of the pathways."""
    for row in pathways.stages_for_search():
        after = {"lop-9": AFTER_9, "lop-12": AFTER_12}
        starts = {passage.from_slug for passage in row.arrivals} | {row.slug}
        yield document(
            f"lo-trinh/{row.slug}",
            row.name,
            summary=join(row.lead),
            body=join(
                row.credential,
                row.duration,
                row.cost,
                row.note,
                [f"{passage.label} {passage.goal.name}" for passage in row.passages],
                [condition for passage in row.arrivals for condition in passage.conditions],
            ),
            entries=[entry for entry, stages in after.items() if starts & stages],
            popularity=0.8,
        )

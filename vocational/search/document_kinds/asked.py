"""Documents of questions answered for all."""

from collections.abc import Iterator
from datetime import date

from vocational.questions import queries as questions
from vocational.search.document_kinds.parts import document, plain

SUMMARY = 160


def of_faqs(_today: date, _wanted: set[str] | None = None) -> Iterator[dict]:
    """Yield the document of every public answer."""
    for row in questions.faqs():
        answer = " ".join(plain(row.answer_html).split())
        yield document(
            row.page,
            row.question,
            summary=answer if len(answer) <= SUMMARY else f"{answer[:SUMMARY].rpartition(' ')[0]} …",
            body=answer,
            keywords=[row.topic_label],
            areas=[row.area] if row.area else [],
            date=row.changed_on.isoformat(),
            popularity=0.5,
        )

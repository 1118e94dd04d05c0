"""Pathways as rows."""

from collections.abc import Iterator

from vocational.pathways.models import Passage, Stage

TABLES = (Stage, Passage)


def rows(content) -> Iterator[tuple[type, dict]]:
    """Yield all stages, then the passages between them."""
    stages = list(content.entries("pathways"))
    for position, stage in enumerate(stages):
        yield Stage, _stage(stage, position)
    passages = [(stage, passage) for stage in stages for passage in stage.passages]
    for position, (stage, passage) in enumerate(passages):
        yield Passage, _passage(stage, passage, position)


def _stage(stage, position: int) -> dict:
    nested = {"passages", "planned_hours", "subjects", "kind", "phase"}
    row = stage.model_dump(exclude=nested) | stage.provenance_row()
    return row | {
        "position": position,
        "kind": stage.kind.value,
        "phase": stage.phase.value,
        "duration_confidence": stage.duration_confidence.value if stage.duration_confidence else "",
        "level_equivalent": stage.level_equivalent or "",
        "partly_from": stage.partly_from or "",
        "planned_hours": stage.planned_hours.model_dump(mode="json") if stage.planned_hours else None,
        "subjects": stage.subjects.model_dump() if stage.subjects else None,
    }


def _passage(stage, passage, position: int) -> dict:
    row = passage.model_dump(exclude={"to"}) | passage.provenance_row()
    return row | {
        "position": position,
        "from_slug": stage.slug,
        "to_slug": passage.to,
        "status": passage.status or "",
        "available_from": passage.available_from or "",
    }

"""Finding every reference that an entry makes to another one."""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, get_args, get_origin

from pydantic import BaseModel

from vocational.ingest.schemas.fields import Reference


def references(value, path: tuple = ()) -> Iterator[tuple[tuple, str, str]]:
    """Yield (path, kind, key) for each field of an entry that names another entry."""
    if isinstance(value, BaseModel):
        for name, kind in _plan(type(value)):
            yield from _within(getattr(value, name), kind, (*path, name))
    elif isinstance(value, list | tuple):
        for number, item in enumerate(value):
            yield from references(item, (*path, number))


def _within(value, kind, path):
    if kind is None:
        yield from references(value, path)
    elif isinstance(value, str):
        yield path, kind, value
    elif isinstance(value, list | tuple):
        for number, item in enumerate(value):
            yield (*path, number), kind, item


@cache
def _plan(model: type[BaseModel]) -> list[tuple[str, str | None]]:
    """Return the fields worth looking into, each with the kind it refers to (None: look inside)."""
    plan = []
    for name, field in model.model_fields.items():
        marks = [mark.kind for mark in field.metadata if isinstance(mark, Reference)]
        kind = marks[0] if marks else _kind_in(field.annotation)
        if kind or _holds_models(field.annotation):
            plan.append((name, kind))
    return plan


def _kind_in(annotation) -> str | None:
    if get_origin(annotation) is Annotated:
        for mark in annotation.__metadata__:
            if isinstance(mark, Reference):
                return mark.kind
    return next((kind for part in get_args(annotation) if (kind := _kind_in(part))), None)


def _holds_models(annotation) -> bool:
    if isinstance(annotation, type):
        return issubclass(annotation, BaseModel)
    return any(_holds_models(part) for part in get_args(annotation))

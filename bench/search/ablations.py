"""What is switched off to see its worth: by a smaller vocabulary, another query, or a patched function.

The product has no switches for this. Every ablation has to change at least one result (quality.py checks),
so that none goes on measuring nothing after the engine has changed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from importlib import import_module

from vocational.vietnamese import fold

ENGINE = "vocational.search.engine"


def _same(value):
    return value


@dataclass(frozen=True)
class Ablation:
    """One thing switched off; `patches` tells module, name, and what stands there instead."""

    label: str
    vocabulary: Callable[[dict], dict] = _same
    query: Callable[[str], str] = _same
    patches: tuple[tuple[str, str, object], ...] = ()

    def patch(self) -> None:
        """Replace what is named in this process; raises AttributeError when the engine has it no more."""
        for module, name, instead in self.patches:
            *classes, last = name.split(".")
            holder = reduce(getattr, classes, import_module(f"{ENGINE}.{module}"))
            getattr(holder, last)
            setattr(holder, last, instead)


def _without_synonyms(vocabulary):
    return {name: entries for name, entries in vocabulary.items() if name != "synonyms"}


_NO_PLACES = (
    ("vocabulary", "Vocabulary.places_for", lambda *_, **__: []),
    ("lexicon", "Lexicon.places", property(lambda _: {})),
)
ABLATIONS = {
    "synonyms": Ablation("synonyms off", vocabulary=_without_synonyms),
    "keys": Ablation("key repair off", patches=(("repair", "decoded", lambda *_: None),)),
    "exact": Ablation("exact twin off (accents ignored)", query=fold),
    "places": Ablation("places off", patches=_NO_PLACES),
}

"""What a policy gives on a day: its benefits with the amounts that follow from the reference values then."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from vocational.policies import amounts
from vocational.policies.models import Benefit, Policy, ReferenceValue
from vocational.provenance import Figure, Provenance


@dataclass(frozen=True)
class Offer:
    """One benefit on a day: its figure, and the dated value that it was computed from."""

    benefit: Benefit
    figure: Figure
    base: ReferenceValue | None = None


@dataclass(frozen=True)
class Listed:
    """A policy in a list, with what it gives on a day."""

    policy: Policy
    offers: list[Offer]

    @property
    def first(self) -> Offer:
        """What the line in the list speaks of."""
        return self.offers[0]

    @property
    def audiences(self) -> list[str]:
        """Whom the policy is for."""
        return [row.audience for row in self.policy.audiences]

    @property
    def alike(self) -> list[Offer]:
        """The first benefit and those that differ from it only in amount."""
        return [offer for offer in self.offers if _is_alike(offer.benefit, self.first.benefit)]

    @property
    def figure(self) -> Figure:
        """The amount of the first benefit, as a range over those like it."""
        values = [offer.figure.value for offer in self.alike if offer.figure.value is not None]
        if not values:
            return self.first.figure
        highest = max(values) if len(set(values)) > 1 else None
        return replace(self.first.figure, value=min(values), value_to=highest)


def offers(policy: Policy, bases: Mapping[str, ReferenceValue]) -> list[Offer]:
    """Return what a policy gives; `bases` holds the reference values of the day by key."""
    return [offer_on(benefit, bases.get(benefit.percent_of)) for benefit in policy.benefits]


def offer_on(benefit: Benefit, base: ReferenceValue | None) -> Offer:
    """Return one benefit with its amount; without a base only what the law writes out itself."""
    if base is None:
        return Offer(benefit, benefit.figure)
    value = amounts.computed(base.value, percent=benefit.percent, multiple=benefit.multiple)
    return Offer(benefit, replace(benefit.figure, value=value, provenance=_joint(benefit, base)), base)


def _is_alike(benefit: Benefit, first: Benefit) -> bool:
    same = (benefit.kind, benefit.unit, benefit.percent_of) == (first.kind, first.unit, first.percent_of)
    return same and (bool(benefit.percent_of) or benefit.name == first.name)


def _joint(benefit: Benefit, base: ReferenceValue) -> Provenance:
    """Return where a computed amount comes from: the share from the policy, the base from its own source."""
    sources = dict.fromkeys([*benefit.sources, *base.sources])
    return replace(benefit.provenance, sources=tuple(sources))

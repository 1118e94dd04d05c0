"""One benefit of a policy as a row: its figure, and whatever else the entry says of it as terms."""

TERMS = (
    "base",
    "amount_set_by",
    "cap",
    "months_per_year",
    "max_months_per_year",
    "payments_per_year",
    "max_months",
    "lender",
    "rate_percent_per_year",
    "rate_state",
    "percent_of_agreed",
    "per_job_cap",
    "first_repayment",
    "early_repayment",
    "preferred_groups",
)


def benefit_row(policy, benefit) -> dict:
    """Return the columns of one benefit; what it does not say of its source it has from its policy."""
    given = benefit.amount if benefit.amount is not None else benefit.amount_max
    return {
        **policy.provenance_row(),
        "sources": list(benefit.sources or policy.sources),
        "policy": policy.slug,
        "code": benefit.id,
        "name": benefit.name,
        "kind": benefit.kind.value,
        "value": given,
        "state": "unknown" if given is None and not benefit.percent_of else "known",
        "qualifier": "tối đa" if benefit.at_most or benefit.amount_max is not None else "",
        "unit": benefit.unit,
        "note": benefit.note,
        "percent": benefit.percent,
        "multiple": benefit.multiple,
        "percent_of": benefit.percent_of or "",
        "tiers": list(benefit.tiers),
        "condition": benefit.condition,
        "rule": benefit.rule or benefit.amount_text,
        "terms": terms_of(benefit),
    }


def terms_of(benefit) -> dict:
    """Return what the entry says beyond amount and condition, by the names of the file."""
    said = {name: getattr(benefit, name) for name in TERMS}
    frames = [frame.model_dump() for frame in benefit.frames]
    return {name: value for name, value in (said | {"frames": frames}).items() if value not in ("", None, [])}

"""Facts of an item for machines (schema.org), only what its page shows."""

from vocational.noticeboard.dates import ZONE
from vocational.noticeboard.items.posted import Posted


def of(posted: Posted, address: str) -> list[dict]:
    """Return the descriptions of what takes place or is offered; nothing for what is over or has no day."""
    if posted.is_over:
        return []
    if posted.is_timed:
        return [_event(posted, address)]
    return [_vacancy(posted, address)] if posted.deadline else []


def _event(posted: Posted, address: str) -> dict:
    starts, ends = posted.starts.astimezone(ZONE), posted.ends
    told = {"@context": "https://schema.org", "@type": "Event", "name": posted.title, "url": address}
    told["startDate"] = starts.isoformat(timespec="minutes")
    if ends:
        told["endDate"] = ends.astimezone(ZONE).isoformat(timespec="minutes")
    if posted.place:
        told["location"] = {"@type": "Place", "name": posted.place, "address": posted.place}
    if posted.version.summary:
        told["description"] = posted.version.summary
    return told | {"organizer": {"@type": "Organization", "name": posted.organiser}}


def _vacancy(posted: Posted, address: str) -> dict:
    vacancy = posted.version.vacancy
    told = {"@context": "https://schema.org", "@type": "JobPosting", "url": address}
    told |= {"title": vacancy.occupation or posted.title, "datePosted": posted.date}
    told["validThrough"] = vacancy.deadline.isoformat()
    told["description"] = posted.version.summary or posted.title
    told["hiringOrganization"] = {"@type": "Organization", "name": posted.organiser}
    if posted.place:
        told["jobLocation"] = {"@type": "Place", "address": posted.place}
    if vacancy.wage_low or vacancy.wage_high:
        told["baseSalary"] = {"@type": "MonetaryAmount", "currency": "VND", "value": _wage(vacancy)}
    return told


def _wage(vacancy) -> dict:
    ends = {"minValue": vacancy.wage_low, "maxValue": vacancy.wage_high}
    return {"@type": "QuantitativeValue", "unitText": "MONTH"} | {
        name: value for name, value in ends.items() if value
    }

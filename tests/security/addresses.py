"""Every address of the site that can be read, made from the map of addresses itself."""

from itertools import product

from vocational.noticeboard.items.kinds import ADDRESSES

# As `poisoned.fill` makes them: texts of each kind and state, notices, questions, people.
IDS = {"circulars": (1, 2, 3), "questions": (1, 2, 3, 4), "administration": (1, 2), "search": (1,)}
TEXTS = (1, 2, 3, 4, 7)
SLUGS = tuple(f"{kind}-{state}" for kind in ("announcement", "event", "vacancy") for state in ("out", "down"))
VALUES = {
    "number": (1,),
    "file_id": (1, 10, 11, 12),
    "board": tuple(ADDRESSES.values()),
    "slug": (*SLUGS, "cau-published", "cau-withdrawn"),
    "name": ("announcementout.pdf",),
    "token": ("x",),
    "year": (2026,),
    "area": ("dak-lak",),
    "code": ("x",),
}


def readable(site, method="GET"):
    """Yield (endpoint, address) of every page, with each value that a part of its address may have."""
    with site.test_request_context():
        for rule in site.url_map.iter_rules():
            if method not in rule.methods or rule.endpoint == "static":
                continue
            names = sorted(rule.arguments)
            values = VALUES | {"id": IDS.get(rule.endpoint.partition(".")[0], TEXTS)}
            for chosen in product(*(values.get(name, ("x",)) for name in names)):
                yield from _built(rule, dict(zip(names, chosen, strict=True)))


def _built(rule, parts):
    try:
        made = rule.build(parts, append_unknown=False)
    except ValueError:
        # A part that may only be one of some words.
        steps = getattr(rule._converters.get("what"), "items", ()) if "what" in parts else ()
        for step in steps:
            yield rule.endpoint, rule.build(parts | {"what": step}, append_unknown=False)[1]
        return
    if made is not None:
        yield rule.endpoint, made[1]

"""What can go wrong in the domain; `web/errors.py` turns each into a page."""


class NotFound(LookupError):
    """Nothing is published under the name asked for."""


class Moved(LookupError):
    """What was asked for lives under another name now; `slug` is that name."""

    def __init__(self, slug: str):
        super().__init__(slug)
        self.slug = slug


class NotAllowed(PermissionError):
    """The person may not do this."""


class SearchUnavailable(RuntimeError):
    """The search index is missing or damaged; everything else still works."""


class NotAcceptable(ValueError):
    """What somebody wrote has to be put right first; `problems` say what, a sentence each."""

    def __init__(self, problems: list[str]):
        super().__init__("; ".join(problems))
        self.problems = problems


class StorageFull(OSError):
    """The disk has no room left: nothing was saved."""

"""Writing: saving a text as a new version, adding files, keeping what is typed; changes are audited."""

from datetime import datetime

from sqlalchemy import delete

from vocational.accounts import audit
from vocational.accounts import queries as accounts
from vocational.accounts.roles import Actor, may, require
from vocational.errors import NotAcceptable, NotFound
from vocational.noticeboard import queries as notices
from vocational.noticeboard.dates import day_of
from vocational.noticeboard.items import content as contents
from vocational.noticeboard.items import queries, rendering
from vocational.noticeboard.items.content import Content
from vocational.noticeboard.items.kinds import Standing, State
from vocational.noticeboard.items.models import Attachment, Draft, Item, Version, VersionFacet
from vocational.noticeboard.uploads import Stored
from vocational.storage import db, writing
from vocational.vietnamese import slug

LONGEST_SLUG = 90
MOST_FILES = 8
MOST_DRAFTS = 50
LONGEST_DRAFT = 300_000
READ = {Standing.PUBLIC, Standing.EXPIRED}


class Conflict(Exception):
    """Somebody else saved the same text meanwhile; `number` is the version that she made."""

    def __init__(self, number: int):
        super().__init__(f"version {number} came between")
        self.number = number


def begin(*, key: str, kind: str, unit_id: int, content: Content, by: Actor, now: datetime) -> Item:
    """Save a new item. Sent a second time, the same form gives the item it made; raises NotAcceptable."""
    unit = accounts.unit(unit_id)
    require(by, "notice.write", unit)
    with writing():
        item = queries.item_begun_with(key)
        if item is None:
            item = Item(
                kind=kind,
                unit_id=unit_id,
                slug=_free_slug(content.title, now),
                key=key,
                by_account=by.account_id,
                created_at=now,
                changed_at=now,
                is_demo=unit.is_demo,
            )
            db.session.add(item)
            db.session.flush()
        elif item.by_account != by.account_id or item.number != 1:
            # The form was sent before, and the text went on since.
            raise Conflict(item.number)
        else:
            # Whoever began it may work elsewhere by now.
            require(by, "notice.write", item.unit)
        _add_version(item, content, by, now)
    return item


def save(id: int, *, base: int, content: Content, by: Actor, now: datetime, note: str = "") -> Item:
    """Save a text that was begun from version `base`; raises Conflict when there is a newer one by now."""
    with writing():
        item = queries.item(id, for_change=True)
        require(by, "notice.write", item.unit)
        if item.number != base and contents.of(queries.version(id, item.number)) != content:
            raise Conflict(item.number)
        _add_version(item, content, by, now, note)
    return item


def open_for_writing(id: int, *, by: Actor) -> Item:
    """Return an item that somebody may work on; raises NotFound and NotAllowed."""
    item = queries.item(id)
    require(by, "notice.write", item.unit)
    return item


def attach(stored: Stored, *, title: str, by: Actor, now: datetime) -> Attachment:
    """Note a file that was sent; it is its sender's alone until a version shows it."""
    with writing():
        row = Attachment.of(stored, title=title, by=by.account_id, at=now)
        db.session.add(row)
        db.session.flush()
        audit.record(by, "notice.attach", f"attachment:{row.id}", None, row.told, now)
    return row


def keep_draft(
    *, key: str, item_id: int | None, kind: str, base: int, values: dict, by: Actor, now: datetime
) -> None:
    """Keep what somebody types, for her alone; no audit: nobody else sees it before it is saved."""
    if item_id is not None:
        open_for_writing(item_id, by=by)
    if sum(len(text) for texts in values.values() for text in texts) > LONGEST_DRAFT:
        raise NotAcceptable(["body: Bài dài quá, trang không tự lưu được nữa."])
    with writing():
        row = queries.draft(key, by)
        if row is None:
            if queries.draft_total(by) >= MOST_DRAFTS:
                db.session.delete(queries.drafts(by)[-1])
            row = Draft(account_id=by.account_id, key=key, item_id=item_id, kind=kind)
            db.session.add(row)
        row.base, row.values, row.at = base, values, now


def drop_draft(key: str, *, by: Actor) -> None:
    """Throw away what somebody typed and did not save."""
    with writing():
        _drop_drafts([key], by)


def _add_version(item: Item, content: Content, by: Actor, now: datetime, note: str = "") -> None:
    """Put a text on top of the others, unless it says the same as the newest."""
    _drop_drafts([item.key, item.form_key], by)
    newest = queries.version(item.id, item.number) if item.number else None
    before = contents.of(newest) if newest else None
    if before == content:
        return
    item.number += 1
    item.changed_at = now
    row = Version(
        item_id=item.id,
        number=item.number,
        **{name: getattr(content, name) for name in contents.COLUMNS},
        html=rendering.html_of(content.body),
        by_account=by.account_id,
        post=by.post,
        at=now,
        note=note,
        facets=[
            VersionFacet(facet=name, value=one) for name, values in content.marks.items() for one in values
        ],
        attachments=_attachments(item, content, by, newest, now),
    )
    details = contents.details_of(item.kind, content)
    setattr(row, item.kind, details) if details else None
    db.session.add(row)
    _follow(item, content, by, now)
    db.session.flush()
    told = audit.changes(before.told() if before else {}, content.told())
    audit.record(
        by, "notice.write", f"item:{item.id}", told[0] or None, told[1] | {"number": item.number}, now
    )


def _follow(item: Item, content: Content, by: Actor, now: datetime) -> None:
    """Let the item go with its newest text: what was approved or returned is a draft again."""
    if item.state != State.REVIEW or not may(by, "notice.approve", item.unit):
        item.state = State.DRAFT.value
    # The first version gave the item its name a moment ago.
    if item.first_public_at is None and item.number > 1:
        item.slug = _free_slug(content.title, item.created_at, but=item.id)


def _free_slug(title: str, day: datetime, but: int | None = None) -> str:
    """Return a name for an address that no other item and no curated notice has: of title and day."""
    words = slug(title)
    words = (
        words[:LONGEST_SLUG].rpartition("-")[0] or words[:LONGEST_SLUG]
        if len(words) > LONGEST_SLUG
        else words
    )
    start = f"{words or 'bai'}-{day_of(day)}"
    taken = queries.slugs_like(start, but) | {name for _board, name, _day in notices.slugs()}
    numbered = (f"{start}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (start, *numbered) if name not in taken)


def _attachments(item: Item, content: Content, by: Actor, newest: Version | None, now) -> list[Attachment]:
    """Return the rows of the files of a text; new words for a file are a new row. Raises NotFound."""
    if len(content.files) > MOST_FILES:
        raise NotAcceptable([f"files: Mỗi bài kèm nhiều nhất {MOST_FILES} tệp."])
    theirs = {row.id for row in newest.attachments} if newest else set()
    rows = []
    for file in content.files:
        row = queries.attachment(file.id)
        if (
            row.id not in theirs
            and row.by_account != by.account_id
            and not queries.was_shown_by(row.id, item.id)
        ):
            raise NotFound(f"no attachment {file.id} for {by.post}")
        rows.append(row if (row.title, row.alt) == (file.title, file.alt) else _reworded(row, file, by, now))
    return rows


def _reworded(row: Attachment, file: contents.File, by: Actor, now: datetime) -> Attachment:
    same = ("stored_name", "sha256", "media_type", "size")
    words = {"title": file.title, "alt": file.alt, "by_account": by.account_id, "at": now}
    return Attachment(**{name: getattr(row, name) for name in same}, **words)


def file_for(name: str, *, by: Actor | None, now: datetime) -> Attachment:
    """Return a file that readers get, or that somebody may see among her unit's work; raises NotFound."""
    for row in queries.files_named(name):
        shown = queries.items_showing(row.id)
        if any(item.public_number == number and item.public_standing(now) in READ for item, number in shown):
            return row
        own = by is not None and by.account_id is not None and row.by_account == by.account_id
        if own or any(may(by, "notice.read", item.unit) for item, _number in shown):
            return row
    raise NotFound(name)


def download_name(row: Attachment) -> str:
    """Return the name under which a file is saved by whoever fetches it."""
    return f"{slug(row.title)[:80] or 'tep'}.{row.stored_name.rpartition('.')[2]}"


def _drop_drafts(keys: list[str], by: Actor) -> None:
    db.session.execute(delete(Draft).where(Draft.key.in_(keys), Draft.account_id == by.account_id))

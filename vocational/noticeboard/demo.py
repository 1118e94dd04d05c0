"""Made-up announcements, events and vacancies: written, judged and published as people do it, and removed.

Some were written days ago: the audit tells these days for them, like everything else of made-up people.
"""

import secrets
from datetime import timedelta
from io import BytesIO

from PIL import Image, ImageDraw
from sqlalchemy import delete, or_, select

from vocational.accounts import audit
from vocational.accounts import demo as people
from vocational.accounts.demo import Stage
from vocational.accounts.models import Account
from vocational.accounts.roles import SERVER
from vocational.noticeboard import loose_files, uploads
from vocational.noticeboard.demo_texts import MARK, TEXTS, Text
from vocational.noticeboard.items import service
from vocational.noticeboard.items.content import File
from vocational.noticeboard.items.kinds import Standing
from vocational.noticeboard.items.models import (
    Draft,
    EventDetails,
    Item,
    VacancyDetails,
    Version,
    VersionFacet,
    version_attachment,
)
from vocational.noticeboard.publication import service as publication
from vocational.noticeboard.publication.models import ItemStep
from vocational.search import changes
from vocational.storage import db, writing

AHEAD = timedelta(days=3)
MINUTE = timedelta(minutes=1)


def load(stage: Stage) -> list[str]:
    """Let made-up people write texts that end in every state."""
    for text in TEXTS:
        _write(text, stage)
    return []


def public_pages(stage: Stage) -> list[str]:
    """Return the addresses of those texts that readers have."""
    items = db.session.scalars(select(Item).where(Item.is_demo).order_by(Item.id))
    return [f"/{item.page}" for item in items if item.is_public(stage.now)]


def things() -> set[str]:
    """Return what the audit calls the texts of made-up units."""
    return {f"item:{id}" for id in db.session.scalars(_ids())}


def unsaved() -> list[str]:
    """Return in words what was typed with made-up accounts, or at made-up texts, and never saved."""
    rows = select(Draft, Account.post).join(Account, Account.id == Draft.account_id).where(_loose())
    return [f"{post}: bài viết dở «{_title(draft)}»" for draft, post in db.session.execute(rows)]


def remove(stage: Stage) -> None:
    """Take all texts of made-up units away, with their files, steps and places in the search."""
    items = db.session.scalars(select(Item).where(Item.unit_id.in_(people.unit_ids()))).all()
    with writing():
        versions = select(Version.id).where(Version.item_id.in_(_ids()))
        files = loose_files.rows_of(version_attachment, versions) | set(
            db.session.scalars(select(loose_files.Attachment.id).where(_sent_by_them()))
        )
        pages = [item.page for item in items]
        for table in (VersionFacet, EventDetails, VacancyDetails):
            db.session.execute(delete(table).where(table.version_id.in_(versions)))
        db.session.execute(delete(version_attachment).where(version_attachment.c.version_id.in_(versions)))
        db.session.execute(delete(Draft).where(_loose()))
        for table in (ItemStep, Version):
            db.session.execute(delete(table).where(table.item_id.in_(_ids())))
        db.session.execute(delete(Item).where(Item.unit_id.in_(people.unit_ids())))
        names = loose_files.drop(files)
        changes.drop(pages, now=stage.now)
        audit.record(SERVER, "demo.remove", "items", {"count": len(pages)}, None, stage.now)
    loose_files.clear(names, stage.uploads)


def _write(text: Text, stage: Stage) -> None:
    """Write one text and take it to where it ends."""
    by, unit = stage.actor(text.by), people.unit_named(text.unit)
    judge = stage.actor("bientap.buonho" if text.unit == "school-3" else "bientap")
    now = stage.now - timedelta(days=text.ago)
    more = {"files": _files(by, stage)} if text.files else {}
    key, content = secrets.token_hex(16), text.content(now, **more)
    item = service.begin(key=key, kind=text.board.value, unit_id=unit.id, content=content, by=by, now=now)
    if text.ends is Standing.DRAFT:
        return
    publication.submit(item.id, number=1, by=by, now=now)
    _judge(text, item.id, judge, now)
    if text.correction:
        better = text.content(now, body=f"{MARK}\n\n{text.correction}\n\n{text.body}", **more)
        service.save(item.id, base=1, content=better, by=by, now=now + MINUTE, note=text.correction)
        publication.submit(item.id, number=2, by=by, now=now + MINUTE)
        publication.approve(item.id, number=2, by=judge, now=now + MINUTE)


def _judge(text: Text, id: int, judge, now) -> None:
    if text.ends is Standing.RETURNED:
        publication.send_back(id, number=1, reason=text.why, by=judge, now=now)
    elif text.ends is Standing.SCHEDULED:
        publication.schedule(id, number=1, at=now + AHEAD, by=judge, now=now)
    elif text.ends is not Standing.REVIEW:
        publication.approve(id, number=1, by=judge, now=now)
    if text.ends is Standing.WITHDRAWN:
        publication.withdraw(id, reason=text.why, by=judge, now=now)


def _files(by, stage: Stage) -> tuple[File, ...]:
    """Keep a picture and a PDF, as somebody who attaches them does."""
    sent = (
        (poster(), "Mẫu – áp phích", "Mẫu: áp phích có hai dải màu, không có chữ"),
        (sheet(), "Mẫu – phiếu đăng ký", ""),
    )
    files = []
    for data, title, alt in sent:
        stored = uploads.keep(BytesIO(data), title, stage.uploads)
        files.append(File(service.attach(stored, title=title, by=by, now=stage.now).id, title, alt))
    return tuple(files)


def poster() -> bytes:
    """Return a picture of two bands."""
    picture, out = Image.new("RGB", (600, 300), "#e6f1fb"), BytesIO()
    ImageDraw.Draw(picture).rectangle((0, 200, 600, 300), fill="#0b5cad")
    picture.save(out, "PNG")
    return out.getvalue()


def sheet() -> bytes:
    """Return an empty PDF of one page."""
    parts = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>",
    )
    data, starts = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        starts.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    end = b"xref\n0 4\n0000000000 65535 f \n%strailer<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return data + end % (table, len(data))


def _ids():
    return select(Item.id).where(Item.unit_id.in_(people.unit_ids()))


def _loose():
    return or_(Draft.account_id.in_(people.account_ids()), Draft.item_id.in_(_ids()))


def _sent_by_them():
    return loose_files.Attachment.by_account.in_(people.account_ids())


def _title(draft: Draft) -> str:
    return " ".join(draft.values.get("title") or []) or "chưa có tiêu đề"

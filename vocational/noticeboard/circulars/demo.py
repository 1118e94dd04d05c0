"""Made-up notices to schools: one that was sent and read by some, one that is being written; and removed."""

from datetime import timedelta

from sqlalchemy import delete, or_, select, update

from vocational.accounts import audit
from vocational.accounts import demo as people
from vocational.accounts.demo import Stage
from vocational.accounts.roles import SERVER
from vocational.noticeboard import loose_files
from vocational.noticeboard.circulars import queries, receiving, references, service
from vocational.noticeboard.circulars.models import (
    Circular,
    CircularReceipt,
    CircularRecipient,
    CircularReference,
    CircularVersion,
    circular_attachment,
)
from vocational.noticeboard.circulars.schools import EVERYWHERE, addressable, fingerprint
from vocational.storage import db, writing

SCHOOLS = ("school-1", "school-2", "school-3")
TITLE = "Mẫu – Chỉ tiêu và ngành đào tạo nghề năm học tới"
TEXT = """**Mẫu:** thông báo này dựng ra để dùng thử trang, không phải công văn thật.

Đề nghị các trường phổ biến cho học sinh lớp 9 và phụ huynh:

- chỉ tiêu của các trường nghề trong vùng;
- chính sách miễn, giảm học phí;
- mọi học sinh đủ điều kiện đều có quyền dự tuyển vào lớp 10."""


def load(stage: Stage) -> list[str]:
    """Let an editor write to the made-up schools; one confirms, one opens it, one does neither."""
    editor, end = stage.actor("bientap"), stage.today + timedelta(days=10)
    sent = _written(TITLE, TEXT, end, editor, stage)
    service.choose(sent.id, **_choice(editor, stage), by=editor, now=stage.now)
    _refer(sent.id, editor, stage)
    draft = queries.circular(sent.id, editor).draft
    expected = fingerprint(service.chosen_for(draft, editor, day=stage.today))
    service.send(sent.id, expected=expected, by=editor, now=stage.now, today=stage.today)
    for reader in ("tuvan1", "tuvan2"):
        receiving.open_(sent.id, by=stage.actor(reader), now=stage.now, today=stage.today)
    _confirm(sent.id, "tuvan1", stage)
    own = stage.actor("bientap.buonho")
    _written("Mẫu – Họp giáo viên tư vấn", "**Mẫu:** bản đang soạn, chưa gửi.", None, own, stage)
    return []


def things() -> set[str]:
    """Return what the audit calls the notices of made-up units."""
    return {f"circular:{id}" for id in db.session.scalars(_ids())}


def unsaved() -> list[str]:
    """Return in words what was typed and never saved: nothing, notices to schools have no such texts."""
    return []


def remove(stage: Stage) -> None:
    """Take away the notices of made-up units, and made-up schools out of the lists of all others."""
    theirs, mine = people.unit_ids(), people.account_ids()
    with writing():
        versions = select(CircularVersion.id).where(CircularVersion.circular_id.in_(_ids()))
        files = loose_files.rows_of(circular_attachment, versions)
        gone = or_(CircularRecipient.circular_id.in_(_ids()), CircularRecipient.unit_id.in_(theirs))
        count = len(db.session.scalars(_ids()).all())
        _keep_listed_schools(theirs)
        to = select(CircularRecipient.id).where(gone)
        read = or_(CircularReceipt.recipient_id.in_(to), CircularReceipt.account_id.in_(mine))
        db.session.execute(delete(CircularReceipt).where(read))
        db.session.execute(delete(CircularRecipient).where(gone))
        db.session.execute(delete(circular_attachment).where(circular_attachment.c.version_id.in_(versions)))
        db.session.execute(delete(CircularReference).where(CircularReference.version_id.in_(versions)))
        db.session.execute(delete(CircularVersion).where(CircularVersion.circular_id.in_(_ids())))
        db.session.execute(delete(Circular).where(Circular.unit_id.in_(theirs)))
        names = loose_files.drop(files)
        audit.record(SERVER, "demo.remove", "circulars", {"count": count}, None, stage.now)
    loose_files.clear(names, stage.uploads)


def _keep_listed_schools(theirs: set[int]) -> None:
    """Leave a school of the list on the lists of others although its unit was made-up."""
    listed = CircularRecipient.unit_id.in_(theirs) & CircularRecipient.school.is_not(None)
    db.session.execute(update(CircularRecipient).where(listed).values(unit_id=None))


def _written(title, text, confirm_by, by, stage: Stage) -> Circular:
    return service.write(title=title, text=text, confirm_by=confirm_by, by=by, now=stage.now)


def _choice(by, stage: Stage) -> dict:
    """Return a choice of the made-up schools and no other."""
    wanted = {f"u{people.unit_named(name).id}" for name in SCHOOLS}
    offered = addressable(by, day=stage.today)
    kinds = {one.kind for one in offered if one.key in wanted}
    others = {one.key for one in offered if one.kind in kinds and one.key not in wanted}
    return {"areas": [EVERYWHERE], "kinds": kinds, "left_out": others}


def _refer(id: int, by, stage: Stage) -> None:
    """Let it refer to a policy of the site, when there is one."""
    for found in references.found(references.Kind.POLICY, "miễn học phí", day=stage.today)[:1]:
        service.refer(id, kind=found.kind, key=found.key, by=by, now=stage.now, today=stage.today)


def _confirm(id: int, name: str, stage: Stage) -> None:
    by = stage.actor(name)
    found = queries.received_one(id, by, day=stage.today)
    receiving.confirm(
        id,
        recipient_id=found.recipients[0].id,
        version=found.circular.current,
        note="Mẫu – đã phổ biến ở buổi họp phụ huynh.",
        by=by,
        now=stage.now,
        today=stage.today,
    )


def _ids():
    return select(Circular.id).where(Circular.unit_id.in_(people.unit_ids()))

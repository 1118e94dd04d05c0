"""What stands in the audit, in words for those who read it."""

import re

MOST, LONGEST = 10, 500
"""How many entries of a list, and how many letters of a text, the page shows; the table has all."""

VERBS = {
    "account.add": "thêm tài khoản",
    "account.change": "sửa tài khoản",
    "account.disable": "khóa tài khoản",
    "account.enable": "mở lại tài khoản",
    "account.link": "tạo đường dẫn đặt mật khẩu",
    "account.password": "đặt mật khẩu",
    "assignment.give": "giao việc",
    "assignment.end": "thôi giao việc",
    "second-step.set": "đặt bước hai",
    "second-step.reset": "bỏ bước hai",
    "second-step.codes": "lấy mã dự phòng mới",
    "second-step.recovery": "vào bằng mã dự phòng",
    "session.start": "đăng nhập",
    "session.refuse": "đăng nhập không được",
    "session.end": "đăng xuất",
    "session.end-all": "đăng xuất mọi nơi",
    "unit.add": "thêm đơn vị",
    "unit.change": "sửa đơn vị",
    "unit.load": "nạp đơn vị từ danh mục",
    "audit.export": "tải nhật ký",
    "search.teach": "thêm từ đồng nghĩa",
    "search.withdraw": "rút từ đồng nghĩa",
    "search.export": "tải từ khóa được tìm",
    "notice.write": "viết bài",
    "item.submit": "gửi bài chờ duyệt",
    "item.take-back": "lấy bài về sửa",
    "item.approve": "duyệt bài",
    "item.return": "trả lại bài",
    "item.publish": "đăng bài",
    "item.schedule": "hẹn giờ đăng bài",
    "item.withdraw": "gỡ bài",
    "item.restore": "đăng lại bài",
    "item.undo": "hoàn tác với bài",
    "notice.attach": "đính kèm tệp",
    "notice.forget-files": "xóa tệp không bài nào dùng",
    "circular.write": "soạn thông báo gửi trường",
    "circular.edit": "sửa thông báo gửi trường",
    "circular.choose": "chọn trường nhận",
    "circular.refer": "kèm dữ liệu của trang",
    "circular.drop": "bỏ dữ liệu kèm theo",
    "circular.attach": "đính kèm tệp vào thông báo gửi trường",
    "circular.detach": "bỏ tệp khỏi thông báo gửi trường",
    "circular.discard": "bỏ bản thảo thông báo gửi trường",
    "circular.send": "gửi thông báo đến các trường",
    "circular.begin_correction": "bắt đầu soạn bản sửa",
    "circular.correct": "gửi bản sửa đến các trường",
    "circular.remind": "nhắc các trường đọc",
    "circular.hand_over": "ghi nhận giao bản giấy",
    "circular.withdraw": "thu hồi thông báo gửi trường",
    "circular.restore": "cho thông báo gửi trường có hiệu lực lại",
    "circular.export": "tải danh sách trường nhận hoặc lịch sử",
    "circular.open": "mở thông báo đến",
    "circular.download": "tải tệp của thông báo đến",
    "circular.confirm": "xác nhận đã đọc thông báo đến",
    "question.answer": "trả lời câu hỏi",
    "question.merge": "gộp câu hỏi",
    "question.refuse": "ẩn câu hỏi",
    "question.hand-on": "chuyển câu hỏi",
    "question.reopen": "mở lại câu hỏi",
    "question.forget": "xóa câu hỏi hết hạn giữ",
    "faq.write": "viết hỏi đáp",
    "faq.change": "sửa hỏi đáp",
    "faq.publish": "đăng hỏi đáp",
    "faq.return": "trả lại hỏi đáp",
    "faq.withdraw": "gỡ hỏi đáp",
    "correction.handle": "xử lý báo sai",
    "correction.hand-on": "chuyển báo sai",
    "demo.load": "nạp dữ liệu mẫu",
    "demo.remove": "xóa dữ liệu mẫu",
}
WORK = frozenset(
    verb
    for verb in VERBS
    if verb.split(".")[0] in {"item", "notice", "circular", "question", "faq", "correction"}
)
"""What people do for readers and schools, as against looking after the site itself."""
THINGS = {
    "post": "chức danh",
    "email": "tên đăng nhập",
    "holder": "người giữ",
    "active": "đang dùng",
    "role": "vai trò",
    "unit": "số đơn vị",
    "unit_name": "đơn vị",
    "since": "từ ngày",
    "until": "thôi từ ngày",
    "name": "tên",
    "kind": "loại",
    "area": "địa bàn",
    "needs_approval": "phải duyệt",
    "needs_second_step": "phải có bước hai",
    "title": "tiêu đề",
    "state": "tình trạng",
    "reason": "lý do",
    "step": "bước",
    "failed": "số lần sai",
    "slowed": "số lần bị bắt chờ",
    "first_at": "lần đầu",
    "last_at": "lần cuối",
}


def words_of(verb: str) -> str:
    """Return what somebody did in words; the verb itself when it has none yet."""
    return VERBS.get(verb, verb)


def shown(value) -> str:
    """Return a value as people read it: dates turned round, long lists cut."""
    if value is None or value in ("", []):
        return "trống"
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, list):
        more = f" … và {len(value) - MOST} mục nữa" if len(value) > MOST else ""
        return ", ".join(map(shown, value[:MOST])) + more
    if isinstance(value, dict):
        return "; ".join(f"{THINGS.get(name, name)}: {shown(one)}" for name, one in value.items())
    text = re.sub(r"^(\d{4})-(\d{2})-(\d{2})(T.*)?$", r"\3/\2/\1", str(value))
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"

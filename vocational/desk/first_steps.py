"""What somebody new at a desk may begin with, by what she may do."""

FIRST_STEPS = (
    (
        "circular.confirm",
        "circulars.received_list",
        "Đọc thông báo cơ quan gửi đến",
        "Đọc xong bấm «Xác nhận đã đọc»; nơi gửi thấy ngay.",
    ),
    (
        "notice.write",
        "writing.item_new",
        "Viết thông báo đầu tiên",
        "Dán từ Word được. Bài hiện trên trang sau khi đăng hoặc được duyệt.",
    ),
    (
        "circular.send",
        "circulars.circular_new",
        "Gửi một thông báo đến các trường",
        "Viết một lần, chọn trường theo địa bàn; trang ghi ai đã đọc.",
    ),
    (
        "account.manage",
        "administration.account_list",
        "Thêm đồng nghiệp",
        "Mỗi chức danh một tài khoản, giao việc có ngày.",
    ),
)
"""(verb, endpoint, what to do, what comes of it)."""

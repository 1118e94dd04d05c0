"""What goes wrong, as programs read it: «problem details» (RFC 9457) in JSON instead of a page."""

from flask import Response, json, request

PATHS = ("/api/", "/goi-y")
TITLES = {
    400: "Yêu cầu chưa đọc được",
    404: "Không có địa chỉ này",
    405: "Địa chỉ này chỉ để đọc (GET)",
    429: "Hỏi quá nhanh, hãy chờ rồi thử lại",
    500: "Trang đang gặp lỗi",
    503: "Mục lục tìm kiếm đang được lập lại, hãy thử lại sau ít giây",
}


def wanted() -> bool:
    """Return whether a program asked, not a person."""
    return request.path.startswith(PATHS)


def problem(status: int, headers: dict | None = None, **more) -> Response:
    """Return the answer that says what went wrong; `more` are further members of the JSON object."""
    body = {"status": status, "title": TITLES.get(status, TITLES[400]), **more}
    return Response(json.dumps(body), status, headers, content_type="application/problem+json")

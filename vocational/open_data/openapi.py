"""The description of the JSON API for programs and their authors (OpenAPI 3.1)."""

from vocational.open_data.parameters import CHOICES, FARTHEST, MOST_RESULTS, SORTS

VERSION = "1.0.0"
TEXT = {"type": "string"}
COUNT = {"type": "integer", "minimum": 0}
MAYBE_TEXT = {"type": ["string", "null"]}


def description(*, title: str, server: str) -> dict:
    """Return the whole description; `server` is the address that the paths are appended to."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{title}: dữ liệu mở",
            "version": VERSION,
            "description": "Chỉ đọc, không cần đăng ký. Trang web khác cũng gọi được từ trình duyệt.",
        },
        "servers": [{"url": server}],
        "paths": {
            "/api/v1/search": {"get": _search()},
            "/api/v1/openapi.json": {"get": _self()},
        },
        "components": {"schemas": _schemas(), "responses": _responses(), "headers": _headers()},
    }


def _search() -> dict:
    return {
        "operationId": "search",
        "summary": "Tìm trong mọi trang, như ô tìm kiếm của trang",
        "parameters": [
            _parameter("q", TEXT, "Chữ cần tìm, có dấu hay không; dài quá 200 ký tự thì phần sau bị bỏ."),
            _parameter(
                "limit",
                {"type": "integer", "minimum": 1, "maximum": MOST_RESULTS, "default": 10},
                "Số kết quả muốn nhận.",
            ),
            _parameter(
                "offset",
                {"type": "integer", "minimum": 0, "maximum": FARTHEST, "default": 0},
                "Bỏ qua bấy nhiêu kết quả đầu.",
            ),
            _parameter(
                "sort",
                {"type": "string", "enum": list(SORTS), "default": SORTS[0]},
                "Thứ tự: phù hợp nhất, mới nhất, hạn gần nhất, gần nơi `near` nhất.",
            ),
            _parameter("near", TEXT, "Mã của nơi tính khoảng cách; mã không có thì không tính."),
            *(_repeated(name, {"type": "string", "enum": list(CHOICES[name])}) for name in CHOICES),
            _repeated("area", TEXT),
            _repeated("field", TEXT),
        ],
        "responses": {
            "200": _answer("Kết quả.", "Answer", {"ETag": {"$ref": "#/components/headers/ETag"}}),
            **{status: {"$ref": f"#/components/responses/{name}"} for status, name in FAILURES.items()},
        },
    }


FAILURES = {"400": "BadParameters", "429": "TooFast", "503": "NotReady"}


def _self() -> dict:
    return {
        "operationId": "description",
        "summary": "Bản mô tả này",
        "responses": {
            "200": {
                "description": "OpenAPI 3.1.",
                "content": {"application/json": {"schema": {"type": "object"}}},
            },
        },
    }


def _parameter(name, schema, says) -> dict:
    return {"name": name, "in": "query", "required": False, "schema": schema, "description": says}


def _repeated(name, items) -> dict:
    says = "Chỉ lấy trang có một trong các giá trị này; lặp lại tham số để thêm giá trị."
    return _parameter(name, {"type": "array", "items": items}, says) | {"style": "form", "explode": True}


def _answer(says, schema, headers) -> dict:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
    return {"description": says, "headers": headers, "content": content}


def _responses() -> dict:
    wait = {"Retry-After": {"$ref": "#/components/headers/Retry-After"}}
    said = {
        "BadParameters": ("Có tham số chưa đọc được; `errors` nói từng chỗ.", {}),
        "TooFast": ("Hỏi quá nhanh từ một địa chỉ.", wait),
        "NotReady": ("Mục lục tìm kiếm đang được lập lại.", wait),
    }
    schema = {"$ref": "#/components/schemas/Problem"}
    return {
        name: {
            "description": says,
            "headers": headers,
            "content": {"application/problem+json": {"schema": schema}},
        }
        for name, (says, headers) in said.items()
    }


def _headers() -> dict:
    return {
        "ETag": {"description": "Gửi lại trong If-None-Match để nhận 304 khi chưa đổi.", "schema": TEXT},
        "Retry-After": {"description": "Số giây nên chờ.", "schema": COUNT},
    }


def _object(**properties) -> dict:
    return {"type": "object", "required": list(properties), "properties": properties}


def _list(items) -> dict:
    return {"type": "array", "items": items}


def _schemas() -> dict:
    return {"Answer": _found(), "Page": _page(), "Problem": _problem()}


def _found() -> dict:
    page = {"$ref": "#/components/schemas/Page"}
    option = _object(value=TEXT, label=TEXT, count=COUNT)
    return _object(
        query=TEXT | {"description": "Chữ đã tìm."},
        total=COUNT | {"description": "Số trang trả lời chắc chắn."},
        limit=COUNT,
        offset=COUNT,
        next=MAYBE_TEXT | {"description": "Địa chỉ của phần kết quả tiếp theo."},
        near=MAYBE_TEXT | {"description": "Tên nơi tính khoảng cách."},
        results=_list(page),
        nearby=_list(page) | {"description": "Trang gần nghĩa khi không có trả lời chắc chắn."},
        did_you_mean=MAYBE_TEXT,
        understood=_understood(),
        facets={
            "type": "object",
            "additionalProperties": _list(option),
            "description": "Mỗi nhóm: chọn giá trị này thì có bấy nhiêu kết quả.",
        },
    )


def _page() -> dict:
    segment = _object(text=TEXT, marked={"type": "boolean"})
    return _object(
        id=TEXT | {"description": "Địa chỉ của trang, không có gạch chéo đầu; không bao giờ đổi."},
        title=TEXT,
        kind={"type": "string", "enum": list(CHOICES["kind"])},
        url={"type": "string", "format": "uri"},
        summary=TEXT,
        snippet=_object(text=TEXT, segments=_list(segment)),
        date=MAYBE_TEXT | {"description": "Ngày của nội dung; chỉ biết năm hay tháng thì là ngày đầu."},
        due=MAYBE_TEXT | {"description": "Hạn gần nhất sắp tới."},
        distance=MAYBE_TEXT | {"description": "Khoảng cách tới `near`, bằng lời."},
        archived={"type": "boolean"},
        exact={"type": "boolean", "description": "Chữ đã gõ đúng là tên, mã hoặc số hiệu của trang này."},
        covers=_list(TEXT) | {"description": "Mọi id mà trang này trả lời."},
    )


def _problem() -> dict:
    fault = _object(parameter=TEXT, detail=TEXT)
    said = {"status": {"type": "integer"}, "title": TEXT, "errors": _list(fault)}
    return {"type": "object", "required": ["status", "title"], "properties": said}


def _understood() -> dict:
    reading = _object(kind=TEXT, typed=TEXT, read_as=TEXT)
    condition = _object(kind=TEXT, typed=TEXT, label=TEXT, values=_list(TEXT), rest=TEXT)
    return _object(
        words=_list(TEXT), kinds=_list(TEXT), readings=_list(reading), conditions=_list(condition)
    ) | {"description": "Chữ đã gõ được hiểu thế nào."}

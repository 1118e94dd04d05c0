"""Files that staff attach: known by what they hold, made harmless, kept under names of our own."""

import errno
import hashlib
import os
import secrets
import struct
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from PIL import Image, ImageOps

from vocational.errors import NotAcceptable, StorageFull

LARGEST = 10 * 1024 * 1024
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 2400
MOST_PARTS = 5000
LARGEST_UNPACKED = 200 * 1024 * 1024
WORST_RATIO = 250
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ENDINGS = {
    PDF: "pdf",
    DOCX: "docx",
    XLSX: "xlsx",
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/webp": "webp",
}
OFFICE = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX}
PICTURES = {b"\x89PNG\r\n\x1a\n": "PNG", b"\xff\xd8\xff": "JPEG", b"RIFF": "WEBP"}
FULL = {errno.ENOSPC, errno.EDQUOT}
KINDS = "PDF, Word (.docx), Excel (.xlsx), ảnh PNG, JPEG, WebP"
# What the libraries raise at files that are cut short or made to harm.
BROKEN_PICTURE = (OSError, SyntaxError, ValueError, struct.error, zlib.error, Image.DecompressionBombError)
BROKEN_ZIP = (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error)


@dataclass(frozen=True)
class Stored:
    """A file in the folder of uploads."""

    name: str
    sha256: str
    media_type: str
    size: int


def keep(file: BinaryIO, title: str, folder: Path) -> Stored:
    """Check a file, make a picture anew, write it down; raises NotAcceptable and StorageFull."""
    data = file.read(LARGEST + 1)
    if not data:
        raise _refused(title, "trống.")
    if len(data) > LARGEST:
        raise _refused(title, "lớn hơn 10 MB. Nén bớt, chia nhỏ hoặc đăng ở nơi khác rồi dẫn liên kết.")
    media_type, data = _made_safe(data, title)
    digest = hashlib.sha256(data).hexdigest()
    name = f"{digest[:32]}.{ENDINGS[media_type]}"
    _write(folder, name, data)
    return Stored(name, digest, media_type, len(data))


def _made_safe(data: bytes, title: str) -> tuple[str, bytes]:
    if b"%PDF-" in data[:1024]:
        return PDF, data
    if data.startswith(b"PK\x03\x04"):
        return _office_type(data, title), data
    for magic, format in PICTURES.items():
        if data.startswith(magic):
            return f"image/{format.lower()}", _fresh_picture(data, format, title)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise _refused(title, "là dạng Word, Excel đời cũ. Mở ra rồi lưu lại thành .docx, .xlsx hoặc PDF.")
    raise _refused(title, f"không phải loại tệp nhận được. Trang nhận {KINDS}.")


def _office_type(data: bytes, title: str) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            if _is_bomb(parts, len(data)):
                raise _refused(title, "nén quá nhiều bên trong nên không nhận được. Hãy lưu thành PDF.")
    except NotAcceptable:
        raise
    except BROKEN_ZIP as error:
        raise _refused(title, "bị hỏng hoặc chép chưa hết.") from error
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise _refused(title, "có macro. Hãy lưu lại thành .docx, .xlsx không macro.")
    found = [type for part, type in OFFICE.items() if part in names]
    if "[Content_Types].xml" not in names or len(found) != 1:
        raise _refused(title, f"không phải loại tệp nhận được. Trang nhận {KINDS}.")
    return found[0]


def _is_bomb(parts: list[zipfile.ZipInfo], size: int) -> bool:
    """Return whether unpacking would give far more than was sent, or parts lie over one another."""
    packed = sum(part.compress_size for part in parts)
    unpacked = sum(part.file_size for part in parts)
    steep = any(
        part.file_size > 1_000_000 and part.file_size > WORST_RATIO * max(part.compress_size, 1)
        for part in parts
    )
    locked = any(part.flag_bits & 1 for part in parts)
    return len(parts) > MOST_PARTS or unpacked > LARGEST_UNPACKED or packed > size or steep or locked


def _fresh_picture(data: bytes, format: str, title: str) -> bytes:
    """Return the picture drawn anew: no place, no camera, nothing hidden behind it; large ones smaller."""
    try:
        with Image.open(BytesIO(data), formats=[format]) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise _refused(title, "có quá nhiều điểm ảnh. Thu nhỏ ảnh rồi gửi lại.")
            picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            fresh = ImageOps.exif_transpose(picture)
            fresh.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    except NotAcceptable:
        raise
    except BROKEN_PICTURE as error:
        raise _refused(title, "không mở được như một tấm ảnh.") from error
    mode = "RGB" if format == "JPEG" else "RGBA"
    fresh = fresh.convert(mode)
    fresh.info = {}
    out = BytesIO()
    fresh.save(out, format, **({} if format == "PNG" else {"quality": 85}))
    return out.getvalue()


def _write(folder: Path, name: str, data: bytes) -> None:
    """Write a file so that it is there as a whole or not at all, also after a power cut."""
    fresh = folder / f".{secrets.token_hex(8)}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with open(fresh, "xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(folder / name)
        _sync_folder(folder)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise StorageFull(*error.args) if error.errno in FULL else error from None


def _sync_folder(folder: Path) -> None:
    # Windows has no handles of folders.
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)


def _refused(title: str, says: str) -> NotAcceptable:
    return NotAcceptable([f"files: Tệp «{title[:80]}» {says}"])

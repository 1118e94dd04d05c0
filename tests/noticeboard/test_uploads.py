"""Files are known by what they hold, made harmless and kept whole."""

import errno
import os
import struct
import zipfile
import zlib
from io import BytesIO

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from vocational.errors import NotAcceptable, StorageFull
from vocational.noticeboard import uploads

PDF = b"%PDF-1.7\n1 0 obj\n%%EOF"


def picture(format="JPEG", size=(60, 40), **more):
    out = BytesIO()
    Image.new("RGB", size, "red").save(out, format, **more)
    return out.getvalue()


def with_place():
    exif = Image.Exif()
    exif[0x010F] = "SECRETCAMERA"
    exif.get_ifd(0x8825)[2] = (12.0, 40.0, 30.0)
    return picture(exif=exif, comment=b"SECRETCOMMENT")


def archive(parts, **more):
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


def word(**parts):
    return archive({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"} | parts)


def bomb_of_pixels():
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0"))
        + chunk(b"IEND", b"")
    )


def opened(path):
    return Image.open(BytesIO(path.read_bytes()))


def keep(data, folder):
    return uploads.keep(BytesIO(data), "Tệp thử", folder)


@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (PDF, "pdf"),
        (word(), "docx"),
        (archive({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "xlsx"),
        (picture("JPEG"), "jpg"),
        (picture("PNG"), "png"),
        (picture("WEBP"), "webp"),
    ],
)
def test_a_file_gets_a_name_of_ours_with_the_ending_of_what_it_is(data, ending, tmp_path):
    stored = keep(data, tmp_path)

    assert stored.name.endswith(f".{ending}")
    assert (tmp_path / stored.name).stat().st_size == stored.size
    assert os.listdir(tmp_path) == [stored.name]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"MZ\x90 a program",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
        b"<html><script>alert(1)</script>",
        b"\xd0\xcf\x11\xe0 old Word",
        b"GIF89a",
        b"PK\x03\x04 not a zip",
        archive({"a.txt": "x"}),
        archive({"[Content_Types].xml": "", "word/document.xml": "", "xl/workbook.xml": ""}),
        word(**{"word/vbaProject.bin": "macro"}),
        word(**{"word/media/a.xml": b"\0" * 60_000_000}),
        word(**{f"word/{number}.xml": "" for number in range(5100)}),
        picture()[:200],
        b"\x89PNG\r\n\x1a\n" + b"\0" * 50,
        b"RIFF\0\0\0\0WAVEfmt ",
        bomb_of_pixels(),
        b"\0" * (uploads.LARGEST + 1),
    ],
)
def test_what_is_not_one_of_the_kinds_is_refused_and_nothing_is_kept(data, tmp_path):
    with pytest.raises(NotAcceptable, match="Tệp thử"):
        keep(data, tmp_path / "uploads")

    assert not (tmp_path / "uploads").exists()


def test_a_picture_loses_where_and_with_what_it_was_taken(tmp_path):
    data = with_place()
    assert b"SECRET" in data

    kept = (tmp_path / keep(data, tmp_path).name).read_bytes()

    assert b"SECRET" not in kept
    assert not Image.open(BytesIO(kept)).getexif()


def test_words_hidden_in_a_png_are_gone(tmp_path):
    info = PngInfo()
    info.add_text("Author", "SECRET")
    kept = (tmp_path / keep(picture("PNG", pnginfo=info), tmp_path).name).read_bytes()

    assert b"SECRET" not in kept


def test_a_program_behind_a_picture_is_gone(tmp_path):
    kept = (tmp_path / keep(picture() + b"<script>SECRET</script>", tmp_path).name).read_bytes()

    assert b"SECRET" not in kept


def test_a_large_picture_is_made_smaller(tmp_path):
    stored = keep(picture(size=(5000, 1000)), tmp_path)

    assert opened(tmp_path / stored.name).size == (2400, 480)


def test_a_turned_picture_stands_upright(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6
    stored = keep(picture(size=(60, 40), exif=exif), tmp_path)

    assert opened(tmp_path / stored.name).size == (40, 60)


def test_a_full_disk_leaves_nothing_half_written(tmp_path, monkeypatch):
    def full(_handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(StorageFull):
        keep(PDF, tmp_path)
    assert not os.listdir(tmp_path)

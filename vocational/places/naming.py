"""What former units are called in a sentence."""

CITIES = {"cu-ha-noi", "cu-hai-phong", "cu-hue", "cu-da-nang", "cu-can-tho", "cu-ho-chi-minh"}
"""Former units of the first level that were cities, not provinces."""


def former_name(unit) -> str:
    """Return «tỉnh Đắk Lắk», «thành phố Hồ Chí Minh», «thị xã Buôn Hồ», whichever was so."""
    if unit.kind == "tinh":
        return f"{'thành phố' if unit.id in CITIES else 'tỉnh'} {unit.name}"
    return unit.name[:1].lower() + unit.name[1:]

"""QR codes as drawings inside the page: they need no script, no picture file and no other site."""

import segno
from markupsafe import Markup


def qr(text: str, label: str) -> Markup:
    """Return the QR code of a text as SVG; `label` says to those who cannot see it what it holds."""
    code = segno.make(text, error="m", micro=False)
    drawn = code.svg_inline(
        scale=4, border=2, dark="#000", light="#fff", omitsize=True, svgclass=None, lineclass=None
    )
    named = Markup('<svg role="img" aria-label="{}" class="qr" ').format(label)
    return Markup(drawn.replace("<svg ", named, 1))

"""QR codes as dots, for those who draw them themselves."""

from __future__ import annotations

from base64 import b64encode

import segno


def dots(address: str) -> str:
    """Return the dots of an address's code, row by row, eight a byte, in base64.

    The code is as wide as it is high. Nothing for no address.
    """
    if not address:
        return ""
    rows = segno.make(address, error="m", micro=False).matrix
    bits = "".join(str(int(bool(dot))) for row in rows for dot in row)
    whole = bits.ljust(-(-len(bits) // 8) * 8, "0")
    return b64encode(int(whole, 2).to_bytes(len(whole) // 8)).decode()

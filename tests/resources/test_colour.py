"""The colour profile is ours: sRGB as IEC 61966-2-1 and ICC.1:2001-04 say it, byte for byte."""

import struct

from focusdesk.resources import resource_path

WHITE = (0.9642, 1.0, 0.8249)  # D50, to which the three colours below are adapted
RED = (0.43607, 0.22249, 0.01392)
GREEN = (0.38515, 0.71687, 0.09708)
BLUE = (0.14307, 0.06061, 0.71410)
STEPS = 1024
MADE = (2014, 1, 31, 0, 0, 0)


def linear(signal: float) -> float:
    """Give the light of a signal, both from 0 to 1."""
    return signal / 12.92 if signal <= 0.04045 else ((signal + 0.055) / 1.055) ** 2.4


def fixed(number: float) -> bytes:
    return struct.pack(">i", round(number * 65536))


def point(xyz: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(map(fixed, xyz))


def profile() -> bytes:
    name = b"sRGB IEC61966-2.1\0"
    light = [round(linear(step / (STEPS - 1)) * 65535) for step in range(STEPS)]
    curve = b"curv\0\0\0\0" + struct.pack(f">I{STEPS}H", STEPS, *light)
    described = b"desc\0\0\0\0" + struct.pack(">I", len(name)) + name + bytes(78)
    tags = {
        b"desc": described,
        b"cprt": b"text\0\0\0\0No copyright is claimed in these numbers\0",
        b"wtpt": point(WHITE),
        b"rXYZ": point(RED),
        b"gXYZ": point(GREEN),
        b"bXYZ": point(BLUE),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    body, places = b"", {}
    start = 128 + 4 + 12 * len(tags)
    for content in dict.fromkeys(tags.values()):
        places[content] = start + len(body)
        body += content + bytes(-len(content) % 4)
    table = struct.pack(">I", len(tags)) + b"".join(
        tag + struct.pack(">II", places[content], len(content)) for tag, content in tags.items()
    )
    head = struct.pack(
        ">I4s4s4s4s4s6H", start + len(body), b"", b"\x02\x10\0\0", b"mntr", b"RGB ", b"XYZ ", *MADE
    )
    head += b"acsp" + bytes(28) + b"".join(map(fixed, WHITE))
    return head.ljust(128, b"\0") + table + body


def test_the_profile_has_the_standards_numbers() -> None:
    assert resource_path("colour", "sRGB.icc").read_bytes() == profile()


def test_the_three_colours_together_are_white() -> None:
    together = [sum(parts) for parts in zip(RED, GREEN, BLUE, strict=True)]

    assert all(abs(one - other) < 0.0002 for one, other in zip(together, WHITE, strict=True))

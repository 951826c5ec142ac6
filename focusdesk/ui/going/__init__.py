"""Finding one's way: the palette, the search, related boxes, findings, and back again."""

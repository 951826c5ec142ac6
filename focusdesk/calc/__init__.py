"""How boxes follow from boxes: formulas in paper notation, one fixed order, nothing computed twice.

A `Worksheet` holds the figures of one filing and recomputes on every edit, walking only the boxes
that the edit reaches. Blank is not zero: a total is blank while all that it adds is blank.
"""

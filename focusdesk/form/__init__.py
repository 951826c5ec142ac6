"""What the paper form is: an edition holds schedules, a schedule holds line items and their boxes.

An `Edition` is one version of the form, in force from a period on. Each of its schedules is one
titled statement: line items in printed order, each with the boxes where figures stand. A box is
known everywhere by its code, the number printed beside it ("7190"), or by a stable name where the
form prints none ("7150.describe"). Nothing here knows how a figure is computed, kept or drawn.
"""

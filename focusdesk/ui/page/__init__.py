"""The page of a schedule: what stands where, how it is drawn, moved about in and entered into.

`schedule_grid` lays the line items of any schedule out in rows and columns, `schedule_model` gives
them to Qt, `schedule_view` moves about in them, `box_delegate` edits a box and `box_painter` draws
it. `schedule_tabs` holds one page for each schedule. All of them follow the open filing by
`filing_signals`, and change it by `undo.enter` alone, which goes through the one door.
"""

"""Show and ask: the windows of the desk. Nothing is decided or reckoned here.

The page of a schedule: `schedule_grid` lays the line items of any schedule out in rows and columns,
`schedule_model` gives them to Qt, `schedule_view` moves about in them, `box_delegate` edits a box
and `box_painter` draws it. `schedule_tabs` holds one page for each schedule; `explain_panel` says
why a box holds what it holds. All of them follow the open filing by `filing_signals`, and change
it by `undo.enter` alone, which goes through the one door. `theme` has the colours and the typeface.

Around the page: `main_window` places it beside the list of months; the comparison stands in
`compare_view`; `edges` says what the desk asks of the store, the paper and the files, which
`focusdesk.app` provides.
"""

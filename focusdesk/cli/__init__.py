"""Every job that needs no window: the commands of `focusdesk`, their options and exit statuses.

`verbs` lists the commands, `request` reads what was typed, `run` runs one and turns refusals into
sentences and exit statuses. A command stands in the file of what it deals with: `month_verbs`,
`entry_verbs`, `paper_verbs`, `check_verbs`, `form_verbs`. Each of those is imported only when one
of its commands runs, and the libraries that only some commands need (openpyxl, ReportLab, holidays)
only then. Qt is never imported here.
"""

"""Files that are not paper, in and out: CSV, XLSX and JSON of a filing and of a comparison.

Out: `filing_files` and `comparison_files` give the bytes of a file; what they say of a value stands
in `cells`, and the workbooks, for which openpyxl is loaded on use only, in `filing_workbook` and
`comparison_workbook`. In: `file_lines` takes a file apart (`workbook_lines` for XLSX, behind its
guards) and `import_preview` says what it would change. Nothing here changes a figure: a preview
gives an `Edit`, and `FilingSession.apply` takes it.

The clipboard: `block_reading` takes apart what was copied elsewhere (`html_tables`, `block_text`,
`block_lines`), `copied_block` gives what other programs take. Where a block goes and what it would
change is the filing's own business (`focusdesk.filing.block_placing`, `paste_preview`).
"""

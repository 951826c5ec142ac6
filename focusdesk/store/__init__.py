"""Keep one firm's filings in one SQLite file, so that what was acknowledged is never lost.

`opening` holds the ways in: `open_store`, `create_store` and `new_store`; it brings an older store
up to date (`upgrade`, `migrations`). `filing_store` implements the port
`focusdesk.filing.ports.FilingStore`. `database` opens the file with the right pragmas and refuses
what is no store.

A filing's entered boxes (`tables`, `content`) and an append-only journal row for each change
(`journal`) are written in one transaction (`writing`). Files that are attached to filings are kept
beside them, each content once (`attached_files`). A digest of each filing and the hash chain of the
journal let `verify` notice what SQLite's own check does not: most flipped bits change a figure and
leave the file's structure sound.
"""

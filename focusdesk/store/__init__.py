"""Keep one firm's filings in one SQLite file, so that what was acknowledged is never lost.

`filing_store` implements the port `focusdesk.filing.ports.FilingStore`; `open_store`,
`create_store` and `new_store` there are the ways in. `database` opens the file with the right
pragmas, refuses what is no store, and brings an older one up to date (`upgrade`, `migrations`).

A filing's entered boxes (`tables`, `content`) and an append-only journal row for each change
(`journal`) are written in one transaction. A digest of each filing and the hash chain of the
journal (`digest`) let `verify` notice what SQLite's own check does not: most flipped bits change a
figure and leave the file's structure sound.
"""

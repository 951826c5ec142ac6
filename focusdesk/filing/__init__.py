"""The business: a filing of one edition for one period, its edits, its audit trail, comparison.

Everything that changes a figure goes through one door, `FilingSession.apply`. What the edges must
provide (a store, a clock) stands in `ports`; this package knows no SQL, no Qt and no PDF.
"""

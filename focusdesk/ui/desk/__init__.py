"""The desk of one store, the table of its actions, and the place where its commands work.

A command is a row of `action_table` and a slot of a feature (`workplace.Feature`).
"""

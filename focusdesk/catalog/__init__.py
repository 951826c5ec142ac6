"""The form's editions, read from definition files and checked before anybody relies on them.

`load_editions` is the door: TOML in, frozen `Edition` objects out, or a `DefinitionError` whose
problems name the file, the line item and what to do. ``python -m focusdesk.catalog`` prints every
problem of every edition.
"""

"""The sample store: the filing of January 2014, made-up months around it, and what they say.

Its content is data, in ``resources/sample``: a TOML file for a month or for a run of months whose
figures stand in a CSV file beside it. Nothing here knows a figure.
"""

"""Chosen months as lines: the chart, a table of its figures, what is added and saved."""

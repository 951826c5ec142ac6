"""Months side by side."""

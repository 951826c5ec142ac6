"""Figures that checks ask for and no box of the form holds: listed, and given with their source."""

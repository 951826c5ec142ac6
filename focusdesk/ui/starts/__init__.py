"""Beginnings: the first screen, a new firm, a new month, the door to a store."""

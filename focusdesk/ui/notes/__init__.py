"""Words and files at boxes and at the month."""

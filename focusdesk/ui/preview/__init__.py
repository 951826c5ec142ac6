"""Paper: the preview, the printer, many months at once."""

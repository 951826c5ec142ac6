"""What would be if some boxes held something else: a panel beside the page."""

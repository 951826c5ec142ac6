"""The firm's own targets on the desk: its policies, and what a month holds in their place."""

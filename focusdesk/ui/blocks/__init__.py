"""Many boxes at once: copied, pasted and imported after a look at each row, filled."""

"""The right side of the desk: why the current box holds what it holds, and what does not hold."""

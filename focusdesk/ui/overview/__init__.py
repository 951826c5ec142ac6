"""The month at a glance: cards for its pools and its capital, what remains before printing."""

"""What a rule wants reported: a schedule is complete, a notice is due, a notice was given."""

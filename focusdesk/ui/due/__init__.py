"""When the months are due: the year in view, another day set for a reason, the firm's calendar."""

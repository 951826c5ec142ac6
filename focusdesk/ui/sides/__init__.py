"""The two sides of each pool: what is owed facing what is held, and the ties between them."""

"""The months of the firm: their list, the header of the open one, when each is due."""

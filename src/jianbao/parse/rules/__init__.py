"""General rules for reading a page: they need no training, and name what stands inside an article."""

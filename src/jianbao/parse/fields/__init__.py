"""What an article tells of itself: authors, credit, dateline, column, kind, title."""

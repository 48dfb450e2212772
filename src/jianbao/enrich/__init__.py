"""What can be found out about an article: its places, topics and keywords. Values in, values out."""

"""What programs read: feeds, citations, metadata, sitemaps, downloads."""

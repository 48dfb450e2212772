"""From records to an archive: groups, addresses, pagination, and the search index."""

"""From the site model to the bytes of the site: pages, feeds, citations, data. Touches no disk."""

"""Bringing pages and issues in: from files of other programs to digests in content/issues, all of them or none."""

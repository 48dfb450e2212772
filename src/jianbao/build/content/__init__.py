"""What people write in content/: read with every flaw told, and written so that nothing is lost."""

"""Looking at the site on this machine while it is being made."""

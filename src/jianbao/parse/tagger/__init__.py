"""The trained tagger: what it sees of lines, the network that scores them, the search for the best reading."""

"""Words and numbers of a text, as everything that looks for meaning needs them."""

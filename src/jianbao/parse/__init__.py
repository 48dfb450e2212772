"""From the text of a page to its articles: lines, labels, blocks, fields, and the marks that overrule them."""

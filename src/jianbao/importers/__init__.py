"""From what people have (text in any encoding, Word, PDF, saved pages, JSON) to the lines of a digest.

What a source says of its lines is kept as their roles; what it does not say is left to the parser.
"""

"""jianbao (剪报): newspaper digests in, a searchable static archive out."""

__version__ = "0.1.0"

"""What is measured on a corpus is collected only where the corpus is."""

from tests.eval import corpus

collect_ignore = [] if corpus.folder() else ["test_splitting.py"]

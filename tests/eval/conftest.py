"""What is measured on a corpus is collected only where the corpus is."""

from tests.eval import corpus

MEASURING = ["test_accuracy.py", "test_fields.py", "test_slips.py", "test_splitting.py", "test_subjects.py"]
collect_ignore = [] if corpus.folder() else MEASURING

"""Making a new archive: for any paper, in any city of China."""

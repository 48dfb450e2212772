"""Turning a folder of files into a bag (BagIt 1.0, RFC 8493), which libraries keep and check for ever."""

from collections.abc import Sequence
from hashlib import file_digest, sha256
from pathlib import Path

PAYLOAD = "data"
"""The folder of the bag that holds what is kept."""


def write_tags(folder: Path, payload: Sequence[Path], title: str) -> list[Path]:
    """Write what makes a bag of `folder`, whose payload has been written; no time is told: equal content, equal bag."""
    sizes = sum(path.stat().st_size for path in payload)
    tags = {
        "bagit.txt": "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "bag-info.txt": f"External-Description: {title}\nPayload-Oxum: {sizes}.{len(payload)}\n",
        "manifest-sha256.txt": "".join(f"{_sum(path)}  {PAYLOAD}/{path.name}\n" for path in sorted(payload)),
    }
    sums = {name: sha256(text.encode()).hexdigest() for name, text in tags.items()}
    tags["tagmanifest-sha256.txt"] = "".join(f"{digest}  {name}\n" for name, digest in sums.items())
    for name, text in tags.items():
        (folder / name).write_bytes(text.encode())
    return [folder / name for name in tags]


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()

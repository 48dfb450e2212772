"""What a program costs, and what it puts out."""

import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HEAD = f"{'':34}{'CPU s':>9}{'wall s':>9}{'peak MB':>9}{'out MB':>9}{'files':>9}"


@dataclass(frozen=True, slots=True)
class Cost:
    """Costs of one run; times of the program and of all that it started, memory of the largest of these."""

    cpu: float
    wall: float
    peak: float
    """MB."""
    size: float
    """MB of all files."""
    files: int

    def row(self, name: str) -> str:
        """Give a line of the table below HEAD."""
        numbers = f"{self.cpu:9.1f}{self.wall:9.1f}{self.peak:9.0f}{self.size:9.1f}{self.files:9,}"
        return f"{name:34}{numbers}"

    def __add__(self, other: "Cost") -> "Cost":
        """Cost of two programs, one after the other, on the same output."""
        peak = max(self.peak, other.peak)
        return Cost(self.cpu + other.cpu, self.wall + other.wall, peak, other.size, other.files)


def cost(command: Sequence[str | Path], cwd: Path, output: Path) -> Cost:
    """Run the command, which writes into `output`. AssertionError with its words where it fails."""
    with tempfile.TemporaryFile() as told:
        start = time.perf_counter()
        with subprocess.Popen(command, cwd=cwd, stdout=told, stderr=told) as process:
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - start
        told.seek(0)
        assert process.returncode == 0, told.read().decode(errors="replace")
    sizes = [path.stat().st_size for path in output.rglob("*") if path.is_file()]
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, sum(sizes) / 1e6, len(sizes))

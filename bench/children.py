"""What a child process cost: its own processor time, wall time and largest memory, nothing of ours."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass

from bench.report import ROOT


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds (user and system), wall seconds, peak memory in MB, exit code, and what was printed."""

    cpu: float
    wall: float
    memory: float
    code: int
    printed: str
    complaints: str


def run_child(command: Sequence[str]) -> Cost:
    """Run a command from the repository's folder and wait; its cost is read from the kernel (wait4)."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        child = subprocess.Popen(list(command), stdout=out, stderr=err, cwd=ROOT)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        printed, complaints = out.read().decode(errors="replace"), err.read().decode(errors="replace")
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / unit, child.returncode, printed, complaints)

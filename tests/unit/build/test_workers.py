"""One seam for all who work: the same results in the same order, whoever is lost."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from pathlib import Path
from threading import Timer
from typing import Any

import pytest
from distributed import Client

from jianbao.build.run import build
from jianbao.build.workers import executor, map_batches
from jianbao.model.errors import UsageError
from tests.programs import REPOSITORY, SCRIPTS, attempt
from tests.unit.build.labour import die_once, double, refuse, whoami
from tests.unit.cli.conftest import tree

NUMBERS = range(200)
DOUBLED = [2 * number for number in NUMBERS]


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """Give the address of a Dask scheduler with two workers, started as the README says."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(REPOSITORY / "src"), str(REPOSITORY)])}
    dask = str(SCRIPTS / "dask")
    port = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
    scheduler = subprocess.Popen([dask, "scheduler", *port], stderr=subprocess.PIPE, encoding="utf-8", env=environment)
    assert scheduler.stderr is not None
    address = next(line.split()[-1] for line in scheduler.stderr if "Scheduler at:" in line)
    workers = subprocess.Popen(
        [dask, "worker", address, "--nworkers", "2", "--nthreads", "1", "--no-dashboard"],
        stderr=subprocess.DEVNULL,
        env=environment,
    )
    yield address
    for process in (workers, scheduler):
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
    scheduler.stderr.close()


def test_processes_give_what_one_gives() -> None:
    with executor(jobs=1) as here, executor(jobs=2) as there:
        assert list(map_batches(here, double, NUMBERS, 7)) == DOUBLED
        assert list(map_batches(there, double, NUMBERS, 7)) == DOUBLED
        assert len({os.getpid(), *map_batches(there, whoami, NUMBERS, 1)}) > 1


def test_little_work_is_done_here() -> None:
    with executor(jobs=2) as workers:
        assert set(map_batches(workers, whoami, range(70), 10)) == {os.getpid()}


def test_results_come_before_all_items_are_taken() -> None:
    numbers = iter(range(10_000))
    with executor(jobs=2) as workers:
        assert next(map_batches(workers, double, numbers, 10)) == 0
    assert next(numbers) < 1000


def test_a_fault_of_the_function_is_told_as_it_is() -> None:
    with executor(jobs=2) as workers, pytest.raises(ZeroDivisionError):
        list(map_batches(workers, refuse, NUMBERS, 7))


def test_what_a_lost_process_did_not_finish_is_done_all_the_same(tmp_path: Path) -> None:
    tasks = [(tmp_path / "died", os.getpid(), number) for number in NUMBERS]
    with executor(jobs=2) as workers:
        assert list(map_batches(workers, die_once, tasks, 7)) == DOUBLED
    assert (tmp_path / "died").exists()


def test_a_cluster_gives_what_one_process_gives_though_a_worker_is_killed(cluster: str, tmp_path: Path) -> None:
    tasks = [(tmp_path / "died", os.getpid(), number) for number in NUMBERS]
    with executor(scheduler=cluster) as workers:
        assert list(map_batches(workers, die_once, tasks, 7)) == DOUBLED
        assert os.getpid() not in set(map_batches(workers, whoami, NUMBERS, 7))
    assert (tmp_path / "died").exists()


class Silent(Executor):
    """A cluster whose workers are gone: it takes work and never gives it back."""

    def submit(self, *_: object, **__: object) -> "Future[Any]":
        return Future()


def test_what_never_comes_back_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jianbao.build.workers._PATIENCE", 0.01)
    assert list(map_batches(Silent(), double, NUMBERS, 7)) == DOUBLED


def archive(folder: Path) -> Path:
    """Give an archive of enough digests to be shared."""
    shutil.copytree(REPOSITORY / "content", folder / "content", ignore=lambda *_: ["issues"])
    (folder / "content" / "issues").mkdir()
    for day in range(60):
        text = f"茶园管护第{day}天\n\n湄潭县农技人员走进茶园，指导茶农修枝、施肥。（林小满）\n"
        name = f"2025-{day // 28 + 1:02}-{day % 28 + 1:02}-01.txt"
        (folder / "content" / "issues" / name).write_text(text, encoding="utf-8")
    return folder


def kill_a_worker(address: str) -> None:
    with Client(address, set_as_default=False) as client:  # type: ignore[no-untyped-call]
        os.kill(min(client.run(os.getpid).values()), signal.SIGKILL)


def test_one_process_several_and_a_cluster_make_the_same_site(cluster: str, tmp_path: Path) -> None:
    root = archive(tmp_path / "archive")
    places: dict[str, tuple[int | None, str | None]] = {
        "one": (1, None),
        "several": (2, None),
        "cluster": (None, cluster),
    }
    for name, (jobs, scheduler) in places.items():
        killing = Timer(0.5, kill_a_worker, [cluster])
        with executor(jobs, scheduler) as workers:
            if scheduler:
                killing.start()
            build(root, tmp_path / name, workers=workers)
        if scheduler:
            killing.join(timeout=60)
        shutil.rmtree(root / ".jianbao")
    assert len(tree(tmp_path / "one")) > 100
    assert tree(tmp_path / "one") == tree(tmp_path / "several") == tree(tmp_path / "cluster")


def test_a_scheduler_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jianbao.build.workers._ANSWER", "1s")
    with pytest.raises(UsageError, match="no Dask scheduler answers at"), executor(scheduler="tcp://127.0.0.1:1"):
        pass


def test_without_dask_the_message_says_how_to_get_it() -> None:
    program = (
        "import sys; sys.modules['distributed'] = None\n"
        "from jianbao.build.workers import executor\n"
        "with executor(scheduler='tcp://127.0.0.1:1'): pass"
    )
    done = attempt(sys.executable, "-c", program, env={"PYTHONPATH": str(REPOSITORY / "src")})
    assert "UsageError: --scheduler needs Dask: pip install 'jianbao[dask]'" in done.stderr


def test_an_interrupt_ends_all_processes() -> None:
    program = (
        "from jianbao.build.workers import executor, map_batches\n"
        "from time import sleep\n"
        "if __name__ == '__main__':\n"
        "    with executor(jobs=2) as workers:\n"
        "        for _ in map_batches(workers, sleep, [0.05] * 2000, 1): print('busy', flush=True)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(REPOSITORY / "src")},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "busy\n"
    os.killpg(process.pid, 2)
    _, told = process.communicate()
    assert "KeyboardInterrupt" in told
    for _ in range(100):
        if not group_lives(process.pid):
            break
        time.sleep(0.1)
    assert not group_lives(process.pid)


def group_lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True

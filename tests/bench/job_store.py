"""APScheduler's own SQLAlchemy job store, as its documentation has it: a job for each reminder, in a SQLite file."""

import pickle
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from apscheduler.events import EVENT_JOB_EXECUTED
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.date import DateTrigger
from sqlalchemy import create_engine, text

PATIENCE = 300.0
"""Seconds."""


def remind() -> None:
    """What a job does."""


def fill(file: Path, *, reminders: int, due: int) -> None:
    """Write so many reminders, of which some are due already."""
    state = _state_of_one(file)
    now = datetime.now(UTC)
    past, to_come = now - timedelta(minutes=1), now + timedelta(days=30)
    times = [past] * due + [to_come + timedelta(minutes=number) for number in range(reminders - due)]
    rows = [_row(state, f"{number:032}", at) for number, at in enumerate(times)]
    engine = create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM apscheduler_jobs"))
        connection.execute(text("INSERT INTO apscheduler_jobs VALUES (:id, :next_run_time, :job_state)"), rows)
    engine.dispose()


def seconds_with_nothing_due(file: Path) -> float:
    """For one look at the store, as its scheduler looks at each wake-up."""
    _, store = _scheduler(file)
    before = datetime.now(UTC) - timedelta(days=1)
    store.get_due_jobs(before)
    began = time.perf_counter()
    store.get_due_jobs(before)
    store.get_next_run_time()
    took = time.perf_counter() - began
    store.shutdown()
    return took


def seconds_for_all_due(file: Path, *, due: int) -> float:
    """From the scheduler's start until each job that is due has run and is out of the store."""
    scheduler, store = _scheduler(file)
    executed = threading.Semaphore(0)
    scheduler.add_listener(lambda _event: executed.release(), EVENT_JOB_EXECUTED)
    began = time.perf_counter()
    scheduler.start()
    for _ in range(due):
        assert executed.acquire(timeout=PATIENCE), "a job has not run"
    while store.get_due_jobs(datetime.now(UTC)):
        time.sleep(0.01)
    took = time.perf_counter() - began
    scheduler.shutdown()
    return took


def _scheduler(file: Path) -> tuple[Any, Any]:
    store = SQLAlchemyJobStore(url=f"sqlite:///{file}")
    late_is_fine = {"misfire_grace_time": None, "coalesce": True}
    return BackgroundScheduler(jobstores={"default": store}, job_defaults=late_is_fine, timezone=UTC), store


def _state_of_one(file: Path) -> dict[str, Any]:
    """What the store keeps of a job."""
    scheduler, _ = _scheduler(file)
    scheduler.start(paused=True)
    job = scheduler.add_job("tests.bench.job_store:remind", "date", run_date=datetime.now(UTC) + timedelta(days=1))
    state: dict[str, Any] = job.__getstate__()
    scheduler.shutdown()
    return state


def _row(state: dict[str, Any], number: str, at: datetime) -> dict[str, Any]:
    kept = state | {"id": number, "next_run_time": at, "trigger": DateTrigger(at)}
    return {"id": number, "next_run_time": at.timestamp(), "job_state": pickle.dumps(kept, pickle.HIGHEST_PROTOCOL)}

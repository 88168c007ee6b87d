"""A process that has imported the program already, and forks a copy of itself for each process that a test starts.

What is started is real: a process of its own, with its own environment and folder, that runs a module as `python -m`
does, bears signals and can be killed. It only needn't import everything anew, which is most of what a start costs.
Run as `python -m tests.forge`; tests/forged.py is the test's side of it.
"""

import contextlib
import gc
import json
import os
import runpy
import select
import signal
import socket
import sys
from typing import Any

import bot.command_line
import bot.commands.check
import bot.commands.import_
import bot.commands.invite
import bot.commands.migrate
import bot.commands.run
import bot.commands.status
import bot.commands.verify
import storage.people.invitation
import storage.slots.slot_life
import tests.city

IMPORTED_ONCE = (bot.command_line, bot.commands, storage.people.invitation, storage.slots.slot_life, tests.city)
"""With all that they import: what the modules need that tests start."""

ENDED = "\x00ended "
"""How the last line about a process begins; its exit code follows."""


def serve(orders: socket.socket) -> None:
    """Fork for each connection that comes along, until the test's side is gone."""
    while True:
        _, connections, _, _ = socket.recv_fds(orders, 1, 1)
        if not connections:
            return
        if os.fork() == 0:
            orders.close()
            watch(socket.socket(fileno=connections[0]))
            return
        os.close(connections[0])
        bury_the_dead()


def bury_the_dead() -> None:
    """Those who watched over a process that has ended."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG) != (0, 0):
            pass


def watch(test: socket.socket) -> None:
    """Fork the process, and tell the test how it has ended; where the test's side goes before, it goes too."""
    with test.makefile("r", encoding="utf-8") as lines:
        order = json.loads(lines.readline())
    ended, is_there = os.pipe()
    process_id = os.fork()
    if process_id == 0:
        os.close(ended)
        become(order, test)
        return
    os.close(is_there)
    end_without_test(process_id, test, ended)
    _, status = os.waitpid(process_id, 0)
    test.sendall(f"\n{ENDED}{os.waitstatus_to_exitcode(status)}\n".encode())


def end_without_test(process_id: int, test: socket.socket, ended: int) -> None:
    """Wait until it has ended, or the test is gone: nobody ends it then any more, and it would ask on at its port.

    `ended` is a pipe of which the process has the other side.
    """
    looking = select.poll()
    for side in (ended, test):
        looking.register(side, 0)  # that the other side is gone is told in any case
    looking.poll()
    os.kill(process_id, signal.SIGKILL)  # nothing to one that has ended, and is not buried yet


def become(order: dict[str, Any], test: socket.socket) -> None:
    """Be the process: say its id, then run as it was ordered; what it says comes to the test."""
    test.sendall(f"{os.getpid()}\n".encode())
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        os.dup2(test.fileno(), stream.fileno())
    os.environ.clear()
    os.environ.update(order["environment"])
    os.chdir(order["folder"])
    sys.argv[1:] = order["words"]
    runpy.run_module(order["module"], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    gc.freeze()  # or each copy would look through all of it again, and end seven times as slowly
    serve(socket.socket(fileno=os.dup(0)))
    bury_the_dead()

"""The site as `make run` runs it, on data of its own: prepared, peopled, started, and killed."""

import os
import signal
import subprocess
import time
from contextlib import contextmanager, suppress
from pathlib import Path

from bench import load, server
from tests import staff
from vocational import config
from vocational.accounts import passwords
from vocational.accounts.roles import SERVER
from vocational.factory import create_app
from vocational.web import clock

WAIT = 60


class Running:
    """One gunicorn with all it writes in a folder; `app` is the same site in this process, to look at."""

    def __init__(self, folder: Path, **settings: str):
        folder.mkdir(exist_ok=True)
        self.folder, self.port, self.process = folder, server.free_port(), None
        self.environment = server.environment(folder, REQUESTS_PER_SECOND="0", **settings)
        command = [server.BIN / "flask", "prepare"]
        subprocess.run(command, cwd=server.ROOT, env=self.environment, check=True, stdout=subprocess.DEVNULL)
        self.app = create_app(config.settings_from(self.environment))

    def counselors(self, count: int) -> list[str]:
        """Add counselors, two at each school, and return the names that they sign in with."""
        with self.app.app_context():
            names = [f"Trường thử {number}" for number in range((count + 1) // 2)]
            schools = [staff.unit(name, needs_approval=False) for name in names]
            people = [staff.account(unit=schools[number // 2]) for number in range(count)]
            for person in people:
                passwords.set_at_server(person.id, staff.PASSWORD, by=SERVER, now=clock.now())
            return [person.email for person in people]

    def start(self) -> float:
        """Start the site and return the seconds until it answered; what it says goes into a file."""
        begun = time.monotonic()
        with open(self.folder / "gunicorn.log", "a") as log:
            # A session of its own: the kill is to hit all its processes at once.
            self.process = subprocess.Popen(
                server.site_command(self.port),
                cwd=server.ROOT,
                env=self.environment,
                stderr=log,
                start_new_session=True,
            )
        return self.first_answer(begun)

    def first_answer(self, begun: float) -> float:
        """Wait until the site answers and return the seconds since `begun`."""
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() - begun > WAIT:
                raise SystemExit(f"the site did not start: {self.folder}/gunicorn.log")
            time.sleep(0.02)
        return time.monotonic() - begun

    def kill_worker(self) -> None:
        """End the process that does all the work; gunicorn starts another."""
        (worker,) = self._children()
        os.kill(worker, signal.SIGKILL)
        while worker in self._children():
            time.sleep(0.005)

    def kill(self) -> None:
        """End all processes of the site at once, as a power cut would."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def said(self) -> str:
        """Return what the site wrote to its log."""
        return (self.folder / "gunicorn.log").read_text()

    @contextmanager
    def running(self):
        """Let the site run for a block."""
        self.start()
        try:
            yield
        finally:
            self.kill()

    def _children(self):
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(child) for child in children.read_text().split()]

    def _answers(self):
        with suppress(OSError, EOFError):
            return load.fetch(self.port, "/healthz").status == 200
        return False

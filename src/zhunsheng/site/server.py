"""How gunicorn serves the platform: `gunicorn --config python:zhunsheng.site.server zhunsheng.site.wsgi`."""

import gc
import os
from pathlib import Path

from gunicorn.workers.base import Worker

from zhunsheng.site import conf

SETTINGS = conf.read(os.environ)

bind = f"{SETTINGS.host}:{SETTINGS.port}"
workers = SETTINGS.workers
# Threads wait for idle browsers; a sync worker would be held up by a connection opened in advance and left silent.
worker_class = "gthread"
threads = 2
# One loaded copy is shared by the forks, which keeps the whole server under 300 MB.
preload_app = True
timeout = 120
graceful_timeout = 10
keepalive = 5
max_requests = 10_000
max_requests_jitter = 500
# Megabytes of its own after which a worker gives way to a fresh one: the typesetter of a PDF keeps what it has used.
LARGEST = 150
control_socket_disable = True
accesslog = None
loglevel = "warning"


def post_worker_init(worker: Worker) -> None:
    """Set what is loaded apart from garbage collection: full collections of it cost up to 200 ms a time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 1000)


def post_request(worker: Worker, request: object, environ: object, response: object) -> None:
    """Let a worker that has grown too large finish what it has begun and end; the master starts a fresh one."""
    if _own_megabytes() > LARGEST:
        worker.alive = False


def _own_megabytes() -> int:
    """What this process holds that no file backs; 0 where the system does not tell."""
    told = Path("/proc/self/statm")
    if not told.exists():
        return 0
    resident, of_files = map(int, told.read_text(encoding="ascii").split()[1:3])
    return (resident - of_files) * os.sysconf("SC_PAGE_SIZE") // 2**20

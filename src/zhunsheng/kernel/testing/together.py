"""Several writers at once, each in a thread with its own connection."""

import threading
from collections.abc import Callable

from django.db import connection


def together(*works: Callable[[], object]) -> list[BaseException]:
    """Run all of ``works`` at the same time and return what they raised."""
    raised: list[BaseException] = []

    def run(work: Callable[[], object]) -> None:
        try:
            work()
        except BaseException as error:
            raised.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised

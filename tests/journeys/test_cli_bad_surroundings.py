"""The command where the machine does not play along: every answer is a sentence, nothing is left half done."""

import os
import resource
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from journeys.command_line import COMMAND, MAIN, environment, refused, run, start

NO_FONTS = """
import typst
fonts = typst.Fonts
typst.Fonts = lambda **given: fonts(**given | {"include_system_fonts": False, "font_paths": []})
"""
KILLS = 4
MOMENTS = Random(20231119)
FILES = ["annual-2023.docx", "annual-2023.html", "annual-2023.pdf"]


@pytest.fixture(scope="session")
def ready(tmp_path_factory):
    """A folder that ``zhunsheng setup`` has filled, and the seconds that took."""
    var = tmp_path_factory.mktemp("ready") / "var"
    began = time.monotonic()
    done = run(var, "setup")
    assert done.returncode == 0, done.stderr
    return var, time.monotonic() - began


@pytest.fixture
def var(ready, tmp_path):
    """A copy of the filled folder for one test."""
    return Path(shutil.copytree(ready[0], tmp_path / "var"))


def database(var):
    return var / "zhunsheng.sqlite3"


def counts(var):
    """How many rows of each kind a setup leaves; of what is dated around today, only that it is there (its mark)."""
    years = "SELECT id FROM kernel_matter WHERE opened_on < '2024-01-01'"
    with closing(sqlite3.connect(database(var))) as opened:

        def rows(table, where="1"):
            return opened.execute(f"SELECT count(*) FROM kernel_{table} WHERE {where}").fetchone()[0]  # noqa: S608

        found = {table: rows(table) for table in ("sampleload", "unit", "person", "report", "seal", "sealedfigure")}
        found["matter"] = rows("matter", f"id IN ({years})")
        return found | {table: rows(table, f"matter_id IN ({years})") for table in ("journalentry", "deadline")}


def test_setup_run_again_changes_nothing(ready, var):
    before = counts(var)
    assert run(var, "setup").returncode == 0
    assert counts(var) == before
    assert before["seal"] == 1
    assert sorted(path.name for path in (var / "reports").glob("[!.]*")) == FILES


def test_before_a_setup_the_person_is_told_to_run_it(tmp_path):
    assert refused(run(tmp_path / "var", "figures", "2023"), "尚未建立；请先运行 make setup", "run make setup")


@pytest.mark.parametrize("command", [["figures", "2023"], ["setup"], ["tick"]])
def test_rubbish_instead_of_a_database_is_named_and_left_alone(tmp_path, command):
    tmp_path.joinpath("zhunsheng.sqlite3").write_bytes(b"this is no database, " * 500)
    assert refused(run(tmp_path, *command), f"文件{database(tmp_path)}不是可用的数据库", "is not a usable database")
    assert database(tmp_path).read_bytes() == b"this is no database, " * 500


def test_a_database_of_another_version_is_told_from_a_missing_one(var):
    with closing(sqlite3.connect(database(var))) as opened:
        opened.execute("ALTER TABLE kernel_deadline RENAME COLUMN due_on TO fallen_on")
    assert refused(run(var, "late"), "结构与本程序版本不符", "not those of this version")


def test_a_database_held_by_another_process_is_waited_for_and_then_named(var):
    with closing(sqlite3.connect(database(var), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        done = run(var, "token", first(other), "--label", "样例")
        assert refused(done, "已等待1秒；什么都没有写入", "waited 1 s and wrote nothing")
        assert done.stdout == ""
    assert run(var, "verify").returncode == 0


def first(opened):
    return opened.execute("SELECT username FROM kernel_person ORDER BY id LIMIT 1").fetchone()[0]


@pytest.mark.parametrize("command", ["demo", "serve"])
def test_a_busy_port_is_named_before_anything_is_done(tmp_path, command, ready):
    var = tmp_path / "var" if command == "demo" else ready[0]
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run(var, command, "--port", str(port))
    assert refused(done, f"端口{port}已被其他程序占用", f"Port {port} on 127.0.0.1 is in use")
    assert command == "serve" or not database(var).exists()


def test_an_address_of_another_machine_cannot_be_listened_on(ready):
    done = run(ready[0], "serve", ZHUNSHENG_HOST="192.0.2.1")
    assert refused(done, "不能在192.0.2.1的端口8000上提供服务", "cannot be listened on")


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    tmp_path.joinpath("file").touch()
    done = run(tmp_path / "file" / "var", "setup")
    assert refused(done, "无法写入", "ZHUNSHENG_VAR")


def test_a_full_disk_undoes_the_setup_and_the_next_one_completes_it(ready, tmp_path):
    def little_room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))

    var = tmp_path / "var"
    done = subprocess.run(
        [*COMMAND, "setup"], env=environment(var), capture_output=True, text=True, check=False, preexec_fn=little_room
    )
    assert done.returncode == 2, done
    assert "磁盘空间不足，无法写入" in done.stderr
    assert "The disk is full and" in done.stderr
    assert "Traceback" not in done.stderr
    assert run(var, "setup").returncode == 0
    assert counts(var) == counts(ready[0])


def test_without_a_chinese_font_what_needs_one_is_left_out_in_words(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", NO_FONTS + MAIN, "setup"],
        env=environment(tmp_path / "var"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "没有找到中文字体" in done.stdout
    assert "No Chinese font found" in done.stdout
    assert not (tmp_path / "var" / "reports" / "annual-2023.pdf").exists()
    assert (tmp_path / "var" / "reports" / "annual-2023.html").exists()
    assert counts(tmp_path / "var")["seal"] == 1


def test_a_setup_killed_at_any_moment_is_completed_by_the_next_one(ready, tmp_path):
    filled, seconds = ready
    var = tmp_path / "var"
    for _ in range(KILLS):
        process = start(var, "setup")
        time.sleep(MOMENTS.uniform(0.1, 1.0) * seconds)
        process.send_signal(signal.SIGKILL)
        process.communicate()
    done = run(var, "setup")
    assert done.returncode == 0, done.stderr
    assert counts(var) == counts(filled)
    assert run(var, "verify").returncode == 0
    assert sorted(path.name for path in (var / "reports").glob("[!.]*")) == FILES


def test_ctrl_c_stops_a_setup_with_a_sentence(tmp_path):
    process = start(tmp_path / "var", "setup")
    while not (tmp_path / "var" / "setup.lock").exists():
        assert process.poll() is None
        time.sleep(0.05)
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    said = process.communicate()[1]
    assert process.returncode == 130, said
    assert "Traceback" not in said
    assert "已停止" in said
    assert "nothing was left half done" in said


def test_ctrl_c_is_heard_again_when_python_drops_it_in_a_finalizer(tmp_path):
    """What is raised while an object is freed is lost: the command insists until it has stopped."""
    freeing = (
        "import sys, time, weakref; import zhunsheng.cli.main as cli\n"
        "class Freed: pass\n"
        "def run(arguments):\n"
        "    freed = Freed(); weakref.finalize(freed, lambda: (print('freeing', flush=True), time.sleep(1)))\n"
        "    del freed\n"
        "    time.sleep(60)\n"
        "    return 0\n"
        "cli._run = run; sys.exit(cli.main())"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", freeing],
        env=environment(tmp_path / "var"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "freeing\n"
    process.send_signal(signal.SIGINT)
    said = process.communicate()[1]
    assert (process.returncode, "Stopped" in said) == (130, True), said


def test_two_setups_at_once_do_the_work_once(ready, tmp_path):
    var = tmp_path / "var"
    both = [start(var, "setup") for _ in range(2)]
    said = [process.communicate() for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert sum("另一个 zhunsheng setup 正在运行" in out for out, _ in said) <= 1
    assert counts(var) == counts(ready[0])


def test_a_reader_that_goes_away_early_is_no_error(ready):
    process = start(ready[0], "units")
    process.stdout.close()
    assert process.wait(timeout=60) == 0
    assert process.stderr.read() == ""


def test_the_secrets_are_made_once_for_all(var):
    kept = (var / "secrets" / "field.key").read_text()
    assert run(var, "seal").returncode == 0
    assert (var / "secrets" / "field.key").read_text() == kept
    assert os.stat(var / "secrets" / "field.key").st_mode & 0o077 == 0

"""What a command run inside a test said."""

import re

from zhunsheng.cli.main import main

CHINESE = re.compile(r"[\u4e00-\u9fff]")


def refused(capsys, arguments, chinese, english):
    """Whether the command was refused in one sentence of each language holding these words, and said nothing else."""
    assert main(arguments) == 2
    said = capsys.readouterr()
    lines = said.err.strip().splitlines()
    assert len(lines) == 2, lines
    assert chinese in lines[0], lines
    assert english in lines[1], lines
    assert said.out == ""
    return True

"""The message catalogues: English for every Chinese text people see, without the GNU gettext programs.

Texts are Chinese and stand where they are used: in templates, in gettext calls, in declarations. `update_catalogues`
gathers them into `locale/en/LC_MESSAGES/django.po` of the package that owns them; `compile_catalogues` makes the
.mo files Django reads (not kept in the repository); `missing`, `unused` and `problems` say what a translator still has
to do.
"""

from zhunsheng.kernel.messages.catalogues import (
    Problem,
    compile_catalogues,
    missing,
    problems,
    unused,
    update_catalogues,
)
from zhunsheng.kernel.messages.collecting import Declared, Message, UnreadableSource, collect

__all__ = [
    "Declared",
    "Message",
    "Problem",
    "UnreadableSource",
    "collect",
    "compile_catalogues",
    "missing",
    "problems",
    "unused",
    "update_catalogues",
]

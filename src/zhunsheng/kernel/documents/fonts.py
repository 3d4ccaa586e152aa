"""Which installed fonts stand for the four Chinese faces of an official document."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import typst

from zhunsheng.law.refusal import Refusal

FOLDERS_VARIABLE = "ZHUNSHENG_FONTS"
DEBIAN_FANDOL = Path("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol")
SERIF = ("Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC")
SANS = ("Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC")
FACES = {
    "song": ("FandolSong", *SERIF, "SimSun", "Songti SC", *SANS),
    "fang": ("FandolFang R", "FangSong", "STFangsong", *SERIF, "SimSun", "Songti SC", *SANS),
    "hei": ("FandolHei", *SANS, "SimHei", "PingFang SC", *SERIF),
    "kai": ("FandolKai", "LXGW WenKai", "KaiTi", "Kaiti SC", *SERIF, "SimSun", *SANS),
}
BOLD = 600


class NoChineseFont(Refusal):
    """No font with Chinese characters: printing would give empty boxes."""

    zh = (
        "没有找到中文字体（查找了系统字体和 {folders}），无法出 PDF 和图：请安装 Debian 软件包 fonts-noto-cjk"
        "（apt-get install fonts-noto-cjk），或把字体放进环境变量 ZHUNSHENG_FONTS 指的文件夹。"
    )
    en = (
        "No Chinese font found (system fonts and {folders} searched), so no PDF or picture can be made: install the "
        "package fonts-noto-cjk (apt-get install fonts-noto-cjk), or put fonts into the folder ZHUNSHENG_FONTS names."
    )


class FontFolderMissing(Refusal):
    """A font folder was named that does not exist."""

    zh = "字体文件夹 {folder} 不存在：请改正环境变量 ZHUNSHENG_FONTS，或建立该文件夹。"
    en = "Font folder {folder} does not exist: correct ZHUNSHENG_FONTS or create the folder."


@dataclass(frozen=True)
class FontSet:
    """The fonts found, each face as a list in order of preference. Shared by every compilation to save memory."""

    handle: typst.Fonts = field(repr=False)
    song: tuple[str, ...]
    fang: tuple[str, ...]
    hei: tuple[str, ...]
    kai: tuple[str, ...]
    with_bold: frozenset[str] = frozenset()

    @property
    def is_fallback(self) -> bool:
        """True when no 仿宋 is installed and the body is set in another serif face; the layout stays the same."""
        return self.fang[0] not in ("FandolFang R", "FangSong", "STFangsong")


def load_fonts(folders: Iterable[Path] = (), *, with_system: bool = True) -> FontSet:
    """The fonts of the system, of ZHUNSHENG_FONTS and of `folders`; refused without a Chinese one. Cached."""
    return _loaded((*map(Path, folders), *_named_folders()), with_system)


def _named_folders() -> tuple[Path, ...]:
    return tuple(Path(name) for name in os.environ.get(FOLDERS_VARIABLE, "").split(os.pathsep) if name)


@lru_cache(maxsize=2)
def _loaded(folders: tuple[Path, ...], with_system: bool) -> FontSet:
    for folder in folders:
        if not folder.is_dir():
            raise FontFolderMissing(folder=folder)
    extra = (DEBIAN_FANDOL,) if with_system and DEBIAN_FANDOL.is_dir() else ()
    handle = typst.Fonts(
        include_system_fonts=with_system, include_embedded_fonts=True, font_paths=[str(one) for one in folders + extra]
    )
    families = set(handle.families())
    faces = {face: tuple(name for name in names if name in families) for face, names in FACES.items()}
    if not all(faces.values()):
        raise NoChineseFont(folders="、".join(map(str, folders)) or FOLDERS_VARIABLE)
    bold = frozenset(font.family for font in handle.fonts() if font.weight >= BOLD)
    return FontSet(handle, faces["song"], faces["fang"], faces["hei"], faces["kai"], bold)

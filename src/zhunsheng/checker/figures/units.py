"""Measure words and units, and which of them can be added and compared."""

import re
from decimal import Decimal
from typing import Literal

Kind = Literal["count", "persons", "rate", "share", "change", "points", "money", "area"]

_PERSON_WORDS = "人次 人 名 位 人份"
_MONEY_WORDS = "元 美元 欧元 港元"
_AREA_WORDS = "公顷 亩 平方米 平方公里 平方千米 平米 ㎡"
_COUNT_WORDS = """
台件 台套 件套 件次 件 起次 起 宗次 宗 例次 例 项次 项 个次 个批次 个工作日 个月 个 家次 家 户次 户 所次 所 处次
处 场次 场 次 批次 批 批件 份 部次 部 条次 条 期 本 册 篇次 篇 支 座次 座 辆次 辆 台次 台 套
艘次 艘 架次 架 枚 张 面 块次 块 栋 幢 间次 间 只 头 株 棵 根 门 堂 节次 节 课时 学时 轮次 轮
组次 组 队次 队 车次 班次 班 站次 站 点位 幅 封 通次 通 单 笔 案次 案 款 种 类 样 首 集 户数 页
字 分钟 分 秒 小时 天 日 工作日 倍 成 公斤 千克 吨 公里 千米 米 立方米 升 千瓦时 千瓦 兆瓦 具 床
顶 卷 则 道 口 盏 桶 箱 包 袋 瓶 粒 发 枝 把 盒 双 对 层 微克 毫克 克 毫米 厘米 海里 标段 科
档 令 尾 羽 匹 杆 盘 扇 人年 票 眼 岗
"""
PERSONS = frozenset(_PERSON_WORDS.split())
MONEY = frozenset(_MONEY_WORDS.split())
AREA = frozenset(_AREA_WORDS.split())
COUNTS = frozenset(_COUNT_WORDS.split())
PERCENTAGES = {"%": "%", "％": "%"}
POINTS = {"个百分点": "百分点", "百分点": "百分点"}

# After these the character belongs to another word: 4部门, 3人大代表.
_NOT_BEFORE = {
    "部": "门委位队署分",
    "项": "目",
    "分": "之别公局钟",
    "位": "于列居置",
    "类": "型",
    "组": "织成长建",
    "场": "所",
    "条": "例件",
    "节": "点约能假",
    "科": "技",
    "档": "案",
    "班": "子",
    "支": "持部队行",
    "发": "生展现布出",
    "包": "括含",
    "把": "手",
    "站": "式点",
    "对": "应",
    "案": "件",
    "道": "路",
    "面": "向临积",
    "次": "年月日会",
    "人": "大均民",
    "层": "级面",
    "口": "径岸",
    "单": "位",
    "期": "间",
    "通": "过",
    "台": "账",
    "架": "构",
    "根": "据",
    "门": "户",
    "间": "接",
}

SCALE = "(?:万亿|千万|百万|十万|亿|万|千(?![克瓦米])|百(?!分点|货))"
_WORDS = sorted(PERSONS | MONEY | AREA | COUNTS | set(PERCENTAGES) | set(POINTS), key=lambda word: (-len(word), word))


def _pattern(word: str) -> str:
    after = _NOT_BEFORE.get(word)
    return f"{re.escape(word)}(?![{after}])" if after else re.escape(word)


UNIT = "(?:" + "|".join(_pattern(word) for word in _WORDS) + ")"
RATIO_UNIT = rf"{UNIT}/(?:立方米|平方米|百户|{UNIT}|月|年|日)"

SCALES = {
    "": Decimal(1), "百": Decimal(100), "千": Decimal(1000), "万": Decimal(10**4), "十万": Decimal(10**5),
    "百万": Decimal(10**6), "千万": Decimal(10**7), "亿": Decimal(10**8), "万亿": Decimal(10**12),
}  # fmt: skip

_FAMILIES = {"件次": "件", "起": "件", "宗": "件", "例": "件", "起次": "件", "宗次": "件", "案": "件", "案次": "件",
             "名": "人", "位": "人", "项次": "项", "家次": "家", "批次": "批", "场次": "场", "户次": "户", "处次": "处",
             "条次": "条"}  # fmt: skip


def family(unit: str) -> str:
    """One word for units that count the same kind of thing: 件, 起 and 宗; 人 and 名 (but not 人次)."""
    return _FAMILIES.get(unit, unit)


def kind_of(unit: str) -> Kind | None:
    """The kind a unit settles by itself; None for counts and percentages, where the words around decide."""
    if unit in PERSONS:
        return "persons"
    if unit in MONEY:
        return "money"
    if unit in AREA:
        return "area"
    return "points" if unit == "百分点" else None

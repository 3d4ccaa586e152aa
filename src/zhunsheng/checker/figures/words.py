"""The words around numbers: precision, direction, comparison, fixed expressions."""

import re

DOWN = "下降|压降|下调|下浮|节约|节省|减少|降低|回落|下滑|压减|缩减|精简|减幅|降幅|少了|缩短|压缩|降|减|少|缩"
UP = "增长|上调|上浮|上升|提高|提升|增加|上涨|攀升|增幅|升幅|涨幅|增速|扩大|多了|提速|翻|增|升|涨|多"
MOVED = f"(?:{DOWN}|{UP})"
# The words a change may put between its verb and its number; 至 and 到 lead to a new level instead.
CHANGE_LEAD = re.compile(
    rf"(?P<verb>{MOVED})(?:了|率|幅度|比例)?(?:分别|依次|均|都)?(?:为|是|达|有|约|近|超过|超|逾|仅|了)?[::]?$"
)
_DOWN = re.compile(f"^(?:{DOWN})$")
COMPARED = re.compile(
    r"同比|环比|[比较](?:上年|上一年|去年|上月|上季|上半年|前年|往年|\d{1,2}月|\d{4}年|上期|同期)|与?(?:上年|去年)(?:同期)?相比|增幅|降幅|升幅"
)
LAST_YEAR = re.compile(
    r"(?:上年|去年|上一年|前一年|上一年度|上年度)(?:同期)?(?:的|为|是|达|仅为|办理|受理|共|数)?$|^同期(?:为)?$|(?:^|[(比较])\d{4}年度?(?:同期)?(?:的|为|是)?$"
)

BEFORE = {
    "超过": "over", "超": "over", "逾": "over", "突破": "over", "至少": "over", "不少于": "over", "不低于": "over",
    "近": "nearly", "将近": "nearly", "接近": "nearly", "约": "about", "大约": "about", "大概": "about",
    "约为": "about",
    "不足": "under", "不到": "under", "不超过": "under", "低于": "under", "最多": "under",
}  # fmt: skip
BEFORE_NUMBER = re.compile("(" + "|".join(sorted(BEFORE, key=len, reverse=True)) + ")$")
AFTER = {"以上": "over", "以下": "under", "以内": "under", "左右": "about", "上下": "about", "余": "over", "多": "over"}
AFTER_NUMBER = re.compile("(?:个)?(以上|左右|以内|以下|上下|余|多(?=[,，。；;、)]))")

RATE_WORD = re.compile(r"率|比例|比率|评查面|覆盖面|满意度|好评度|知晓度|[^地方表全里]面$|[^年季月制进态程高]度$")
SHARE_WORD = re.compile(r"占(?!用|地|道|有)|占比|比重|这一比例|比例(?:分别|依次)")

HOTLINES = frozenset(
    [
        "110",
        "119",
        "120",
        "122",
        "12110",
        "12119",
        "12309",
        "12315",
        "12318",
        "12319",
        "12320",
        "12321",
        "12328",
        "12333",
        "12338",
        "12345",
        "12348",
        "12355",
        "12363",
        "12366",
        "12367",
        "12368",
        "12369",
        "12371",
        "12377",
        "12380",
        "12381",
        "12385",
        "12388",
        "12389",
        "12393",
        "12398",
        "12313",
        "96110",
        "12339",
        "12350",
        "12356",
    ]
)

# Chinese numerals with a measure word that are names of things and count nothing.
FIXED = re.compile(
    r"三项(?:制度|机制|清单|改革)|两个(?:维护|确立|责任|一以贯之|清单|毫不动摇|关键|结合|规范)|四个(?:意识|自信|全面|最严|服务|定位|伟大|统一)|八项规定|"
    r"[二三四五六七八九十两]个(?:方面|环节|层面|维度|阶段|到位|坚持|转变|重点|关键|领域|统筹|体系|一批|一律|一致)|"
    r"[二三四五六七八九十两](?:项|条|部|场)(?:法规制度|硬措施|底线|红线|战线|主线|曲|攻坚战)|三家(?:抬|村)|两头|两面|两手|四类人员|百家争鸣|"
    r"十条|三级联|双|三个一|四个一|五个一|两条腿|两条线|三条线|十分|百分|七分|三分|八分|几|万人|千人|百人|一人|"
    r"三门|十大|两案|三审|一案|四所|两所一庭|三所联|两所联|两代表|两会|三人成"
)  # fmt: skip


def is_down(verb: str) -> bool:
    return bool(_DOWN.match(verb))

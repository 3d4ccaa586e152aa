"""What a figure counts: the words before it, or after it where nothing stands before."""

import re

from zhunsheng.checker.figures import words

_CLAUSE = re.compile(r"[，,。；;、:(|]")
_HEAD = re.compile(
    r"^(?:其中|另有|另外|同时|并|还|共|全年|当年|今年|去年|本年|年内|累计|合计|全市|全区|全县|全省|截至目前|目前|先后|分别|其余|内有|内含|"
    r"\d{4}年度?|及|和|与|有|含|包括|在|已|均|各|\s|的)+"
)
_TAIL = re.compile(
    rf"(?:共|共计|合计|总计|累计|达到?|为|有|计|约|近|超过?|逾|至少|突破|不少于|了|是|{words.MOVED}|同比|环比|[比较](?:上年|去年)(?:同期)?|"
    r"分别|依次|数量|数|的|已|至|到|仅|均|由|从|\s|“|”)+$"
)
_AFTER = re.compile(r"^(?:的|以上|左右)*([^，,。；;、:()|\d]{1,16})")
LONGEST = 24


def counted(lead: str, after: str) -> str:
    """The thing counted, in the words of the text; empty when the text does not say."""
    for clause in reversed(_CLAUSE.split(lead)):
        named = _TAIL.sub("", _HEAD.sub("", clause))
        if named:
            return named[-LONGEST:]
    following = _AFTER.match(after)
    return _TAIL.sub("", following[1])[:LONGEST] if following else ""

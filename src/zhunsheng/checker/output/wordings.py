"""The words for kinds of finding, severities and standings, in both languages."""

from typing import Literal

from zhunsheng.law.refusal import Wording

Standing = Literal["confirmed", "contradicted", "doubted", "unverifiable"]

KINDS = {
    "sum_mismatch": Wording("合计不符", "sum does not add up"),
    "wrong_share": Wording("占比或比率不符", "wrong share or rate"),
    "hidden_base": Wording("分母未交代", "hidden base"),
    "growth_mismatch": Wording("增减幅不符", "growth does not follow"),
    "impossible_percentage": Wording("不可能的百分比", "impossible percentage"),
    "contradiction": Wording("前后矛盾", "contradiction"),
    "part_exceeds_whole": Wording("部分大于总体", "part exceeds whole"),
    "truncated_rounding": Wording("截尾未四舍五入", "digits cut off"),
    "percent_for_points": Wording("百分点与百分比混用", "percent for points"),
    "contradictory_bound": Wording("限定词矛盾", "contradictory bound"),
    "unit_slip": Wording("单位或小数点错位", "slip of unit or decimal point"),
}
SEVERITIES = {
    "fault": Wording("错误", "fault"),
    "doubtful": Wording("存疑", "doubtful"),
    "note": Wording("提示", "note"),
}
STANDINGS: dict[Standing, Wording] = {
    "confirmed": Wording("已印证", "confirmed"),
    "contradicted": Wording("有矛盾", "contradicted"),
    "doubted": Wording("存疑或提示", "doubtful or a note"),
    "unverifiable": Wording("无从核对", "not checkable"),
}
STATUSES = {
    "same": Wording("与台账一致", "same as the ledger"),
    "different": Wording("与台账不同", "differs from the ledger"),
    "no indicator": Wording("台账没有对应指标", "no such indicator"),
}

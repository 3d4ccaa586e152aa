"""The paragraph on reconsideration in the annual report, written by the justice bureau."""

from zhunsheng.domains.disputes.reconsideration.tables import balance, table_1
from zhunsheng.kernel.reports import Section

JUSTICE_BUREAU = "sfj"

SECTIONS = [
    Section(
        form="annual",
        at="二.六.2",
        title="大力推进行政复议体制改革",
        by=JUSTICE_BUREAU,
        text=(
            "畅通行政复议申请渠道，实行繁简分流，除重大、疑难、复杂案件外，及时受理、抓紧审理、尽快办结。"
            "全年收到行政复议申请{reconsideration.received}件，受理行政复议案件{reconsideration.accepted}件，"
            "同比{reconsideration.accepted:change}，当年受理的案件已办结{reconsideration.concluded}件。\n\n"
            "全年审结行政复议案件（含上年结转）{reconsideration.concluded_all}件，其中维持{reconsideration.upheld}件、"
            "撤销{reconsideration.annulled}件、确认违法{reconsideration.confirmed_unlawful}件、"
            "责令履行{reconsideration.ordered_to_perform}件、驳回{reconsideration.dismissed}件、"
            "调解结案{reconsideration.mediated}件、撤回申请终止{reconsideration.withdrawn}件。"
            "直接纠错率{reconsideration.correction_rate}，调解和解率{reconsideration.mediation_rate}。"
            "举行听证{reconsideration.hearings}次，制发行政复议意见书{reconsideration.letters}份。"
        ),
        tables=[balance, table_1],
        chart=["reconsideration.received", "reconsideration.accepted", "reconsideration.concluded"],
    )
]

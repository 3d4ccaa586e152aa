"""What this system contributes to the annual report: 二（六）1, disputes found early and settled at the doorstep."""

from zhunsheng.domains.disputes.dispute.tables import mediation_table
from zhunsheng.kernel.reports.declare import Section

SECTIONS = [
    Section(
        form="annual",
        at="二.六.1",
        title="网格排查与人民调解",
        by="sfj",
        text=(
            "坚持把矛盾纠纷化解在网格、化解在微站。全年网格和党群服务微站登记矛盾纠纷{dispute.screened}件，"
            "排查调处{dispute.mediated}件，同比{dispute.mediated:change}；"
            "化解信访苗头{dispute.petition_prone}件，同比{dispute.petition_prone:change}。\n\n"
            "落实“吹哨报到”机制，网格吹哨{dispute.whistles}次，部门反馈{dispute.whistles_answered}次；"
            "对有可能激化的纠纷，向公安机关和有关部门报告{dispute.escalations}次；"
            "回访调解协议履行情况{dispute.visits}次。\n\n"
            "人民调解组织全年受理纠纷{dispute.accepted}件。调解终结的纠纷中，调解成功{dispute.settled}件、"
            "调解不成{dispute.failed}件，调解成功率{dispute.success_rate}；达成书面协议{dispute.settled_written}件、"
            "口头协议{dispute.settled_oral}件。当事人共同申请司法确认{dispute.confirmations_applied}件，"
            "人民法院裁定确认有效{dispute.confirmed}件。"
        ),
        tables=[mediation_table],
        chart=["dispute.mediated", "dispute.petition_prone", "dispute.accepted", "dispute.settled"],
    )
]

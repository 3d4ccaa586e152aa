"""What this system contributes to the annual report: 二（七）4, public legal services."""

from zhunsheng.domains.society.adviser.tables import township_table
from zhunsheng.kernel.reports.declare import Section

SECTIONS = [
    Section(
        form="annual",
        at="二.七.4",
        title="村（社区）法律顾问",
        by="sfj",
        text=(
            "深入持续开展一村（社区）一法律顾问工作，引导、督促法律顾问深入村（社区）开展法律服务。"
            "年末聘用法律顾问的村（社区）{adviser.villages_covered}个，覆盖率{adviser.coverage}。"
            "法律顾问全年入村（社区）服务{adviser.visits}次，同比{adviser.visits:change}；"
            "提供法律咨询{adviser.consultations}人次，同比{adviser.consultations:change}；"
            "开展普法宣传活动{adviser.education_events}场次，参与调解矛盾纠纷{adviser.mediations}件，"
            "审查合同、村规民约等文书{adviser.papers_reviewed}件。\n\n"
            "年末尚有{adviser.unvisited}个村（社区）一个月内没有法律顾问入村（社区）服务，将逐一督促落实。"
        ),
        tables=[township_table],
    )
]

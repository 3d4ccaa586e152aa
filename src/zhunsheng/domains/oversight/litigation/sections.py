"""What the annual report says about suits against the government."""

from zhunsheng.domains.oversight.litigation.tables import appearance_table, outcome_table
from zhunsheng.kernel.reports.declare import Section

SECTIONS = [
    Section(
        form="annual",
        at="二.五.4",
        title="扎实做好行政应诉工作",
        by="sfj",
        text="全年以区政府为被告的行政诉讼案件{litigation.defended}件，同比{litigation.defended:change}。"
        "从受案类型看，房屋拆迁（征收）和行政赔偿补偿{litigation.subject_expropriation_compensation}件，"
        "涉及行政复议{litigation.subject_reconsideration}件。"
        "从结案情况看，裁定不予立案{litigation.outcome_not_filed}件，"
        "裁定驳回起诉{litigation.outcome_suit_dismissed}件，判决驳回诉讼请求{litigation.outcome_claim_dismissed}件，"
        "原告撤诉{litigation.outcome_withdrawn}件，责令作出处理{litigation.outcome_ordered_to_act}件，"
        "裁定移送管辖{litigation.outcome_transferred}件，未审结{litigation.pending}件。\n\n"
        "落实行政机关负责人出庭应诉制度，全年开庭审理{litigation.hearings}次，"
        "负责人出庭应诉{litigation.head_appearances}次，依法说明理由未出庭{litigation.head_absences_explained}次，"
        "负责人出庭应诉率{litigation.head_appearance_rate}。",
        tables=[outcome_table, appearance_table],
        chart=["litigation.defended", "litigation.outcome_claim_dismissed", "litigation.outcome_ordered_to_act"],
    )
]

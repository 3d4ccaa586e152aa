"""非诉执行: an organ asks the court to carry out a decision that was neither performed nor challenged."""

from datetime import date

from zhunsheng.domains.oversight.litigation.choices import Ruling
from zhunsheng.kernel.procedures import Clock, ClockKind, Holder, Procedure, State, Step, Total


class EnforcementProcedure(Procedure):
    title = "申请人民法院强制执行（非诉执行）"
    basis = "AEL11 第五十三条"
    edition = "2018"
    since = date(2018, 2, 8)

    due = State("待催告", first=True)
    demanded = State("已催告，待申请")
    applied = State("待法院受理")
    refused = State("法院不予受理，复议期内", closed=True)
    accepted = State("法院审查中")
    ruled = State("法院准予执行", closed=True)
    denied = State("法院不准予执行", closed=True)
    objected = State("上级法院复议中")
    ended = State("执行完毕", final=True)
    lapsed = State("逾期未申请", final=True)

    demand = Step("送达催告书", at=[due], to=demanded, basis="AEL11 第五十四条", documents=["litigation.demand"])
    performed = Step(
        "义务人自行履行", at=[due, demanded, applied, accepted], to=ended, decides=[Ruling.PERFORMED],
        basis="AEL11 第五十四条",
    )  # fmt: skip
    apply = Step(
        "申请强制执行", at=[demanded], to=applied, asks=["applied_on", "court"], waits_for=["after_demand"],
        basis="AEL11 第五十四条", documents=["litigation.enforcement_application"],
    )  # fmt: skip
    miss = Step("逾期未申请", at=[due, demanded], to=lapsed, decides=[Ruling.OUT_OF_TIME], basis="ALI18 第一百五十六条")
    not_accept = Step("法院不予受理", at=[applied], to=refused, decides=[Ruling.NOT_ACCEPTED], basis="AEL11 第五十六条")
    accept = Step("法院受理", at=[applied, objected], to=accepted, asks=["case_number"], basis="AEL11 第五十六条")
    hear = Step("明显违法情形，法院听取意见", at=[accepted], once=True, basis="ALI18 第一百六十条")
    allow = Step(
        "裁定准予执行", at=[accepted, objected], to=ruled, decides=[Ruling.ALLOWED], basis="ALI18 第一百六十条"
    )
    deny = Step("裁定不准予执行", at=[accepted], to=denied, decides=[Ruling.DENIED], basis="ALI18 第一百六十条")
    object_to_refusal = Step("对不予受理申请复议", at=[refused], to=objected, once=True, basis="AEL11 第五十六条")
    object_to_denial = Step("对不准予执行申请复议", at=[denied], to=objected, once=True, basis="ALI18 第一百六十一条")
    uphold_refusal = Step(
        "复议维持不予受理", at=[objected], to=refused, decides=[Ruling.NOT_ACCEPTED], basis="AEL11 第五十六条"
    )
    uphold_denial = Step(
        "复议维持不准予执行", at=[objected], to=denied, decides=[Ruling.DENIED], basis="ALI18 第一百六十一条"
    )
    carry_out = Step("执行完毕", at=[ruled], to=ended, basis="ALI18 第一百六十条")

    after_demand = Clock(
        "催告后申请的最早日期", term="litigation.demand", kind=ClockKind.MINIMUM, starts_on=[demand],
        runs_in=[demanded], met_on=[apply], basis="AEL11 第五十四条",
    )  # fmt: skip
    applying = Clock(
        "申请强制执行的期限", term="litigation.enforcement_apply", counts_from="sue_until", runs_in=[due, demanded],
        met_on=[apply], basis="ALI18 第一百五十六条",
    )  # fmt: skip
    accepting = Clock(
        "法院受理期限", term="litigation.enforcement_accept", holder=Holder.COURT, starts_on=[apply],
        runs_in=[applied], met_on=[accept, not_accept], basis="AEL11 第五十六条",
    )  # fmt: skip
    review = Clock(
        "法院审查期限", term="litigation.enforcement_review", holder=Holder.COURT, starts_on=[accept],
        runs_in=[accepted], met_on=[allow, deny], basis="ALI18 第一百六十条",
        changed_by={hear: Total("litigation.enforcement_review_heard")},
    )  # fmt: skip

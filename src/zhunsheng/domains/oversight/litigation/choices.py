"""The lists of administrative litigation: outcomes, subjects, case classes, fields, roles and grounds of absence."""

from django.db import models


class Outcome(models.TextChoices):
    """How an instance ended (ALL17 第六十九条至第七十八条、第八十九条; ALI18 第一百零一条)."""

    NOT_FILED = "not_filed", "裁定不予立案"
    REJECTED = "rejected", "裁定驳回起诉"
    WITHDRAWN = "withdrawn", "准许撤诉"
    TREATED_WITHDRAWN = "treated_withdrawn", "按撤诉处理"
    TRANSFERRED = "transferred", "裁定移送管辖"
    TERMINATED = "terminated", "终结诉讼"
    CLAIMS_DISMISSED = "claims_dismissed", "判决驳回诉讼请求"
    ANNUL = "annul", "判决撤销（部分撤销）"
    PERFORM = "perform", "判决限期履行法定职责"
    ORDERED_TO_ACT = "ordered_to_act", "责令作出处理"
    PAY = "pay", "判决给付"
    CONFIRM_UNLAWFUL = "confirm_unlawful", "判决确认违法"
    CONFIRM_INVALID = "confirm_invalid", "判决确认无效"
    CHANGE = "change", "判决变更"
    AGREEMENT = "agreement", "判决承担行政协议责任"
    COMPENSATION = "compensation", "判决赔偿或者采取补救措施"
    MEDIATION = "mediation", "行政调解书结案"
    APPEAL_DISMISSED = "appeal_dismissed", "驳回上诉（申诉），维持原裁判"
    REMANDED = "remanded", "发回重审"


JUDGMENTS = (
    Outcome.CLAIMS_DISMISSED,
    Outcome.ANNUL,
    Outcome.PERFORM,
    Outcome.ORDERED_TO_ACT,
    Outcome.PAY,
    Outcome.CONFIRM_UNLAWFUL,
    Outcome.CONFIRM_INVALID,
    Outcome.CHANGE,
    Outcome.AGREEMENT,
    Outcome.COMPENSATION,
)
LOST = tuple(outcome for outcome in JUDGMENTS if outcome is not Outcome.CLAIMS_DISMISSED)
"""What reports call 败诉 (taxonomy litigation_outcomes, government_lost)."""

WITHDRAWALS = (Outcome.WITHDRAWN, Outcome.TREATED_WITHDRAWN)


class Level(models.TextChoices):
    """Of an instance. A suit sent back is tried again at first instance, which is no second suit."""

    FIRST = "first", "一审"
    SECOND = "second", "二审"
    REHEARING = "rehearing", "发回重审"
    RETRIAL = "retrial", "再审"


class DefendantLevel(models.TextChoices):
    DISTRICT = "district", "县级人民政府"
    DEPARTMENT = "department", "县级人民政府部门"
    TOWNSHIP = "township", "镇人民政府（街道办事处）"


class DefendantRole(models.TextChoices):
    """ALL17 第二十六条, 第二十九条; ALI18 第一百三十三条至第一百三十六条."""

    SOLE = "sole", "单独被告"
    CO_REVIEW = "co_review", "作为复议机关的共同被告"
    REVIEW_ALONE = "review_alone", "作为改变原行政行为的复议机关单独被告"
    CO_OTHER = "co_other", "与其他行政机关共同被告"
    THIRD_PARTY = "third_party", "第三人"


class Subject(models.TextChoices):
    """The groups in which the annual report counts the suits; each suit stands in exactly one."""

    COMPENSATION = "compensation", "房屋拆迁（征收）、行政赔偿补偿"
    RECONSIDERATION = "reconsideration", "涉及行政复议"
    OTHER = "other", "其他"


class CaseClass(models.TextChoices):
    """The nine classes of the statistics of reconsideration and litigation cases."""

    PENALTY = "penalty", "行政处罚"
    COMPULSION = "compulsion", "行政强制措施"
    LEVY = "levy", "行政征收"
    LICENCE = "licence", "行政许可"
    TITLE = "title", "行政确权"
    AUTONOMY = "autonomy", "干预经营自主权"
    DISCLOSURE = "disclosure", "信息公开"
    INACTION = "inaction", "行政不作为"
    OTHER = "other", "其他"


class Administration(models.TextChoices):
    """Fields of administration in which suits against a district government usually arise."""

    HOUSING = "housing", "房屋征收与补偿"
    LAND = "land", "自然资源"
    CONSTRUCTION = "construction", "城乡建设"
    URBAN = "urban", "城市管理"
    MARKET = "market", "市场监管"
    LABOUR = "labour", "劳动和社会保障"
    SECURITY = "security", "公安"
    CIVIL = "civil", "民政"
    ENVIRONMENT = "environment", "生态环境"
    AGRICULTURE = "agriculture", "农业农村"
    OTHER = "other", "其他"


class Plaintiff(models.TextChoices):
    CITIZEN = "citizen", "公民"
    LEGAL_PERSON = "legal_person", "法人"
    ORGANISATION = "organisation", "其他组织"


class Appellant(models.TextChoices):
    PLAINTIFF = "plaintiff", "原告"
    DEFENDANT = "defendant", "被告"
    THIRD_PARTY = "third_party", "第三人"
    BOTH = "both", "双方当事人"


class WithdrawalReason(models.TextChoices):
    ACT_CHANGED = "act_changed", "被告改变行政行为"
    SETTLED = "settled", "和解"
    OTHER = "other", "其他"


class Absence(models.TextChoices):
    """The four grounds on which a head need not appear (HEAD20 第八条)."""

    FORCE_MAJEURE = "force_majeure", "不可抗力"
    ACCIDENT = "accident", "意外事件"
    DUTY = "duty", "需要履行他人不能代替的公务"
    OTHER = "other", "无法出庭的其他正当事由"


class Breach(models.TextChoices):
    """What the court records and may report to the supervisory organ (HEAD20 第十二条)."""

    UNEXPLAINED = "unexplained", "负责人未出庭且未说明理由或者理由不成立"
    AGAIN = "again", "延期审理后负责人仍不出庭"
    NOBODY = "nobody", "负责人和工作人员均未出庭"
    LEFT = "left", "未经法庭许可中途退庭"
    SILENT = "silent", "拒绝陈述、回答"


class Measure(models.TextChoices):
    """What a court may do when a judgment is not performed (ALL17 第九十六条)."""

    TRANSFER = "transfer", "通知银行划拨"
    FINE = "fine", "对负责人按日罚款"
    NOTICE = "notice", "公告"
    SUGGESTION = "suggestion", "向监察机关或者上一级行政机关提出司法建议"
    DETENTION = "detention", "拘留"


class Suggestion(models.TextChoices):
    """What a suggestion of the court is about."""

    ABSENCE = "absence", "负责人未依法出庭"
    DOCUMENT = "document", "规范性文件不合法"
    PERFORMANCE = "performance", "拒不履行裁判"
    OTHER = "other", "个案或者一类问题"


class Ruling(models.TextChoices):
    """How an application to enforce a decision ended (ALI18 第一百六十条; AEL11 第五十六条)."""

    ALLOWED = "allowed", "裁定准予执行"
    DENIED = "denied", "裁定不准予执行"
    NOT_ACCEPTED = "not_accepted", "裁定不予受理"
    PERFORMED = "performed", "义务人自行履行"
    OUT_OF_TIME = "out_of_time", "逾期未申请"


class Obligation(models.TextChoices):
    MONEY = "money", "缴纳款项"
    ACT = "act", "为一定行为"
    LAND = "land", "腾退、拆除"

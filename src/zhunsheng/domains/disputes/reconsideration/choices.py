"""The fixed answers of a reconsideration, in the order of the national tables."""

from django.db import models


class Applicant(models.TextChoices):
    """Who may apply (行政复议法第二条)."""

    CITIZEN = "citizen", "公民"
    LEGAL_PERSON = "legal_person", "法人"
    ORGANISATION = "organisation", "其他组织"


class Respondent(models.TextChoices):
    """The columns 被申请人 of the national Table 1."""

    TOWNSHIP = "township", "乡镇政府"
    COUNTY_DEPARTMENT = "county_department", "县级政府的部门"
    COUNTY = "county", "县级政府"
    CITY_DEPARTMENT = "city_department", "市级政府的部门"
    CITY = "city", "市级政府"
    PROVINCE_DEPARTMENT = "province_department", "省级政府的部门"
    PROVINCE = "province", "省级政府"
    STATE_DEPARTMENT = "state_department", "国务院部门"
    OTHER = "other", "其他"


class Act(models.TextChoices):
    """The columns 申请复议事项 of the national Table 1, with the two items the law of 2023 added."""

    PENALTY = "penalty", "行政处罚"
    COMPULSION = "compulsion", "行政强制"
    EXPROPRIATION = "expropriation", "行政征收"
    LICENCE = "licence", "行政许可"
    RIGHTS = "rights", "行政确权"
    CONFIRMATION = "confirmation", "行政确认"
    DISCLOSURE = "disclosure", "信息公开"
    REPORT = "report", "举报投诉处理"
    INACTION = "inaction", "行政不作为"
    AGREEMENT = "agreement", "行政协议"
    COMPENSATION = "compensation", "行政赔偿"
    OTHER = "other", "其他"


class Area(models.TextChoices):
    """The rows 行政管理类型 of the national Table 1."""

    POLICE = "police", "公安"
    SECURITY = "security", "国家安全"
    LABOUR = "labour", "人力资源和社会保障"
    WATER = "water", "水利"
    LAND = "land", "自然资源"
    HOUSING = "housing", "住房和城乡建设"
    MARKET = "market", "市场监管"
    EMERGENCY = "emergency", "应急管理"
    COMMERCE = "commerce", "商务"
    PRICES = "prices", "发展改革（物价）"
    ENERGY = "energy", "能源"
    TRANSPORT = "transport", "交通运输"
    FARMING = "farming", "农业农村"
    HEALTH = "health", "卫生健康"
    EDUCATION = "education", "教育"
    CIVIL_AFFAIRS = "civil_affairs", "民政"
    TAX = "tax", "税务"
    ENVIRONMENT = "environment", "生态环境"
    CITY_ORDER = "city_order", "城市管理"
    CULTURE = "culture", "文化和旅游"
    OTHER = "other", "其他"


class ReviewFirst(models.TextChoices):
    """Why the act cannot go to court before reconsideration; blank where it can."""

    ON_THE_SPOT = "on_the_spot", "对当场作出的行政处罚决定不服"
    RESOURCES = "resources", "认为侵犯已依法取得的自然资源权利"
    DUTY = "duty", "认为行政机关未履行法定职责"
    DISCLOSURE = "disclosure", "申请政府信息公开，行政机关不予公开"
    OTHER_LAW = "other_law", "其他法律、行政法规规定应当先申请复议"


REVIEW_FIRST_2017 = (ReviewFirst.RESOURCES.value, ReviewFirst.OTHER_LAW.value)
"""What had to be reviewed first before 2024 (ARL17 第三十条); the rest is new (ARL23 第二十三条)."""


class Outcome(models.TextChoices):
    """How an application ended, accepted or not."""

    UPHOLD = "uphold", "维持"
    ANNUL = "annul", "撤销"
    ANNUL_PART = "annul_part", "部分撤销"
    CHANGE = "change", "变更"
    CONFIRM_UNLAWFUL = "confirm_unlawful", "确认违法"
    CONFIRM_INVALID = "confirm_invalid", "确认无效"
    PERFORM = "perform", "责令履行"
    AGREEMENT_DUTY = "agreement_duty", "责令承担行政协议责任"
    DISMISS_APPLICATION = "dismiss_application", "驳回申请"
    DISMISS_CLAIM = "dismiss_claim", "驳回行政复议请求"
    MEDIATION = "mediation", "调解结案"
    WITHDRAWN = "terminate_withdraw", "终止（撤回申请）"
    ENDED = "terminate_other", "终止（其他）"
    REFUSED = "refuse", "不予受理"
    REDIRECTED = "redirect", "告知有管辖权的机关"
    TRANSFERRED = "transferred", "转送"
    ABANDONED = "abandoned", "逾期不补正视为放弃"
    WITHDRAWN_EARLY = "withdrawn_early", "受理前撤回"
    PUT_RIGHT_EARLY = "put_right_early", "受理前被申请人自行纠正"


UPHELD = (Outcome.UPHOLD.value,)
CORRECTED = tuple(
    outcome.value
    for outcome in (
        Outcome.ANNUL, Outcome.ANNUL_PART, Outcome.CHANGE, Outcome.CONFIRM_UNLAWFUL, Outcome.CONFIRM_INVALID,
        Outcome.PERFORM, Outcome.AGREEMENT_DUTY,
    )
)  # fmt: skip
"""The outcomes by which the respondent's act was put right."""
DISMISSED = (Outcome.DISMISS_APPLICATION.value, Outcome.DISMISS_CLAIM.value)
TERMINATED = (Outcome.WITHDRAWN.value, Outcome.ENDED.value)


class Withdrawal(models.TextChoices):
    """Why an accepted application was withdrawn."""

    SETTLED = "settled", "和解"
    AFTER_MEDIATION = "after_mediation", "调解后撤回"
    ACT_CHANGED = "act_changed", "被申请人改变行为后撤回"
    OTHER = "other", "其他"


class Ending(models.TextChoices):
    """Why a case ended otherwise (ARL23 第四十一条; ARR07 第四十二条); blank after sixty days of suspension."""

    NO_HEIR = "no_heir", "公民死亡，没有近亲属或者近亲属放弃权利"
    NO_SUCCESSOR = "no_successor", "组织终止，没有承受人或者承受人放弃权利"
    CRIMINAL = "criminal", "同一违法行为涉嫌犯罪，被采取刑事强制措施"


class Suspension(models.TextChoices):
    """The grounds of suspension (ARL23 第三十九条; ARR07 第四十一条)."""

    HEIRS = "heirs", "公民死亡，近亲属尚未确定是否参加"
    CAPACITY = "capacity", "公民丧失行为能力，尚未确定法定代理人"
    MISSING = "missing", "公民下落不明"
    SUCCESSOR = "successor", "组织终止，尚未确定权利义务承受人"
    FORCE_MAJEURE = "force_majeure", "当事人因不可抗力或者其他正当理由不能参加"
    MEDIATION = "mediation", "进行调解、和解，双方同意中止"
    LEGAL_QUESTION = "legal_question", "法律适用问题需要有权机关解释或者确认"
    OTHER_CASE = "other_case", "需要以其他案件的审理结果为依据"
    OTHER = "other", "其他需要中止的情形"


class Approver(models.TextChoices):
    """Who approves an extension: the organ's head under the law of 2017, the institution's under that of 2023."""

    ORGAN = "organ", "行政复议机关负责人"
    INSTITUTION = "institution", "行政复议机构负责人"


class Service(models.TextChoices):
    """How a document reached the person (served as under the Civil Procedure Law)."""

    DIRECT = "direct", "直接送达"
    POST = "post", "邮寄送达"
    ELECTRONIC = "electronic", "电子送达"
    LEFT = "left", "留置送达"
    NOTICE = "notice", "公告送达"


class SimplifiedGround(models.TextChoices):
    """When the simplified procedure may be used (ARL23 第五十三条)."""

    ON_THE_SPOT = "on_the_spot", "当场作出的行政行为"
    WARNING = "warning", "警告或者通报批评"
    SMALL = "small", "涉及款额三千元以下"
    DISCLOSURE = "disclosure", "政府信息公开案件"
    CONSENT = "consent", "当事人各方同意"


class StayGround(models.TextChoices):
    """Why the act is stayed (ARL23 第四十二条; ARL17 第二十一条)."""

    RESPONDENT = "respondent", "被申请人认为需要停止执行"
    ORGAN = "organ", "行政复议机关认为需要停止执行"
    APPLICANT = "applicant", "申请人、第三人申请，理由合理"
    LAW = "law", "法律、法规、规章规定停止执行"

"""The national lists by which disputes are counted: types, sources, committees, and how mediation ended."""

from django.db import models


class DisputeType(models.TextChoices):
    """The types of the national mediation statistics."""

    FAMILY = "family", "婚姻家庭纠纷"
    NEIGHBOUR = "neighbour", "邻里纠纷"
    HOMESTEAD = "homestead", "房屋宅基地纠纷"
    CONTRACT = "contract", "合同纠纷"
    BUSINESS = "business", "生产经营纠纷"
    DAMAGE = "damage", "损害赔偿纠纷"
    LAND = "land", "山林土地纠纷"
    DEMOLITION = "demolition", "征地拆迁纠纷"
    POLLUTION = "pollution", "环境污染纠纷"
    WAGES = "wages", "拖欠农民工工资纠纷"
    LABOUR = "labour", "其他劳动争议纠纷"
    TOURISM = "tourism", "旅游纠纷"
    ONLINE_TRADE = "online_trade", "电子商务纠纷"
    CONSUMER = "consumer", "其他消费纠纷"
    MEDICAL = "medical", "医疗纠纷"
    TRAFFIC = "traffic", "道路交通事故纠纷"
    PROPERTY = "property", "物业纠纷"
    IP = "ip", "知识产权纠纷"
    INTERNET = "internet", "互联网纠纷"
    OTHER = "other", "其他纠纷"


class Source(models.TextChoices):
    """How the dispute came to be mediated; ``GRID_SOURCES`` are those found by the grid itself."""

    PATROL = "patrol", "网格员巡查发现"
    STATION = "station", "网格党群服务微站接待"
    APPLIED = "applied", "当事人申请"
    COURT = "court", "人民法院委派、委托"
    PROCURATORATE = "procuratorate", "检察机关移送"
    POLICE = "police", "公安机关移送"
    PETITION = "petition", "信访部门移送"
    DEPARTMENT = "department", "其他部门移送"


GRID_SOURCES = (Source.PATROL, Source.STATION)


class Body(models.TextChoices):
    """The kinds of people's mediation committees in the national statistics."""

    VILLAGE = "village", "村人民调解委员会"
    RESIDENTS = "residents", "居（社区）人民调解委员会"
    TOWN = "town", "乡镇人民调解委员会"
    STREET = "street", "街道人民调解委员会"
    ENTERPRISE = "enterprise", "企事业单位人民调解委员会"
    PROFESSIONAL = "professional", "行业性、专业性人民调解委员会"


class Result(models.TextChoices):
    """How mediation ended; what became of the agreement afterwards is the state."""

    WRITTEN = "written", "达成书面协议"
    ORAL = "oral", "达成口头协议"
    FAILED = "failed", "调解不成"
    REFUSED = "refused", "一方明确拒绝调解"
    WITHDRAWN = "withdrawn", "当事人要求终止"
    DECLINED = "declined", "不接受委派，退回法院"


SETTLED = (Result.WRITTEN, Result.ORAL)
MEDIATED = (*SETTLED, Result.FAILED)

"""How this system counts its days."""

from zhunsheng import law
from zhunsheng.kernel.registry import parameters

RULES = [rule for code, each in parameters().items() if code.startswith("litigation.") for rule in each.rules]


def test_a_suit_knows_no_working_days():
    counted = {rule.code for rule in RULES if rule.unit is law.Unit.WORKDAYS}
    assert counted == {"litigation.demand", "litigation.enforcement_accept"}

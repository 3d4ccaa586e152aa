"""How an application for reconsideration is dealt with: one edition a law, chosen by the day of acceptance."""

from zhunsheng.domains.disputes.reconsideration.procedure.edition_2017 import Reconsideration2017
from zhunsheng.domains.disputes.reconsideration.procedure.edition_2023 import Reconsideration2023

__all__ = ["Reconsideration2017", "Reconsideration2023"]

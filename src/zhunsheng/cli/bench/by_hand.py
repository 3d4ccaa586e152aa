"""The figures of a year as somebody would write them by hand: one statement for each table of matters."""

from collections.abc import Iterator

from zhunsheng.cli.bench.scratch import run

TYPES = (
    "family", "neighbour", "homestead", "contract", "business", "damage", "land", "demolition", "pollution", "wages",
    "labour", "tourism", "online_trade", "consumer", "medical", "traffic", "property", "ip", "internet", "other",
)  # fmt: skip
GRID = "d.source IN ('patrol', 'station')"
SETTLED = "m.outcome IN ('written', 'oral')"
MEDIATED = "m.outcome IN ('written', 'oral', 'failed')"


def _in(column: str) -> str:
    return f"m.{column} BETWEEN :since AND :until"


CLOSED, OPENED, ACCEPTED = _in("closed_on"), _in("opened_on"), _in("accepted_on")
DISPUTE = {
    "dispute.screened": f"count(*) FILTER (WHERE {OPENED} AND {GRID})",
    "dispute.mediated": f"count(*) FILTER (WHERE {CLOSED} AND {GRID} AND {MEDIATED})",
    "dispute.petition_prone": f"count(*) FILTER (WHERE {CLOSED} AND {GRID} AND {SETTLED} AND d.petition_prone)",
    "dispute.received": f"count(*) FILTER (WHERE {OPENED})",
    "dispute.accepted": f"count(*) FILTER (WHERE {ACCEPTED})",
    "dispute.settled": f"count(*) FILTER (WHERE {CLOSED} AND {SETTLED})",
    "dispute.settled_written": f"count(*) FILTER (WHERE {CLOSED} AND m.outcome = 'written')",
    "dispute.settled_oral": f"count(*) FILTER (WHERE {CLOSED} AND m.outcome = 'oral')",
    "dispute.failed": f"count(*) FILTER (WHERE {CLOSED} AND m.outcome = 'failed')",
    "dispute.not_mediated": f"count(*) FILTER (WHERE {CLOSED} AND m.outcome IN ('refused', 'withdrawn'))",
    "dispute.success_rate": f"count(*) FILTER (WHERE {CLOSED} AND {SETTLED})",
    "dispute.amount": f"coalesce(sum(d.amount) FILTER (WHERE {CLOSED} AND {SETTLED}), 0)",
    "dispute.persons": f"coalesce(sum(d.persons) FILTER (WHERE {CLOSED} AND {MEDIATED}), 0)",
    "dispute.difficult": f"count(*) FILTER (WHERE {CLOSED} AND {MEDIATED} AND d.difficult)",
    "dispute.group": f"count(*) FILTER (WHERE {CLOSED} AND {MEDIATED} AND d.scale <> 'single')",
    **{f"dispute.settled_{each}": f"count(*) FILTER (WHERE {CLOSED} AND {SETTLED} AND d.type = '{each}')"
       for each in TYPES},
}  # fmt: skip
FOI = {
    "foi.received": f"count(*) FILTER (WHERE {OPENED})",
    "foi.answered": f"count(*) FILTER (WHERE {CLOSED})",
    "foi.disclosed": f"count(*) FILTER (WHERE {CLOSED} AND m.outcome IN ('provided', 'already_public'))",
    "foi.partly_disclosed": f"count(*) FILTER (WHERE {CLOSED} AND m.outcome = 'partial')",
    "foi.refused": f"count(*) FILTER (WHERE {CLOSED} AND m.outcome GLOB 'refused_*')",
    "foi.unable": f"count(*) FILTER (WHERE {CLOSED} AND m.outcome IN"
    " ('not_exist', 'not_ours', 'no_ready_made', 'still_unclear'))",
    "foi.not_processed": f"count(*) FILTER (WHERE {CLOSED} AND m.outcome IN"
    " ('petition_like', 'repeat', 'publication', 'excessive', 'confirm'))",
    "foi.otherwise": f"count(*) FILTER (WHERE {CLOSED} AND m.outcome IN ('abandoned', 'unpaid', 'other'))",
    "foi.carried_in": "count(*) FILTER (WHERE m.opened_on < :since AND (m.closed_on IS NULL OR m.closed_on >= :since))",
    "foi.carried_out": "count(*) FILTER (WHERE m.opened_on <= :until"
    " AND (m.closed_on IS NULL OR m.closed_on > :until))",
    "foi.fees": f"coalesce(sum(d.fee) FILTER (WHERE {CLOSED} AND m.outcome <> 'unpaid'), 0)",
}
ENDED = f"{CLOSED} AND m.accepted_on IS NOT NULL"
CORRECTED = "'annul', 'annul_part', 'change', 'confirm_unlawful', 'confirm_invalid', 'perform', 'agreement_duty'"


def _ended(*outcomes: str) -> str:
    return f"count(*) FILTER (WHERE {ENDED} AND m.outcome IN ({', '.join(map(repr, outcomes))}))"


RECONSIDERATION = {
    "reconsideration.received": f"count(*) FILTER (WHERE {OPENED})",
    "reconsideration.accepted": f"count(*) FILTER (WHERE {ACCEPTED})",
    "reconsideration.refused": f"count(*) FILTER (WHERE {CLOSED} AND m.outcome IN ('refuse', 'redirect'))",
    "reconsideration.applicants": f"coalesce(sum(d.applicants) FILTER (WHERE {ACCEPTED}), 0)",
    "reconsideration.carried_in": "count(*) FILTER (WHERE m.accepted_on < :since"
    " AND (m.closed_on IS NULL OR m.closed_on >= :since))",
    "reconsideration.carried_out": "count(*) FILTER (WHERE m.accepted_on <= :until"
    " AND (m.closed_on IS NULL OR m.closed_on > :until))",
    "reconsideration.concluded": f"count(*) FILTER (WHERE {CLOSED} AND {ACCEPTED})",
    "reconsideration.concluded_all": f"count(*) FILTER (WHERE {ENDED})",
    "reconsideration.upheld": _ended("uphold"),
    "reconsideration.annulled": _ended("annul", "annul_part"),
    "reconsideration.changed": _ended("change"),
    "reconsideration.confirmed_unlawful": _ended("confirm_unlawful", "confirm_invalid"),
    "reconsideration.ordered_to_perform": _ended("perform"),
    "reconsideration.agreement_duty": _ended("agreement_duty"),
    "reconsideration.dismissed": _ended("dismiss_application", "dismiss_claim"),
    "reconsideration.mediated": _ended("mediation"),
    "reconsideration.withdrawn": _ended("terminate_withdraw"),
    "reconsideration.ended_otherwise": _ended("terminate_other"),
    "reconsideration.correction_rate": f"count(*) FILTER (WHERE {ENDED} AND m.outcome IN ({CORRECTED}))",
    "reconsideration.mediation_rate": f"count(*) FILTER (WHERE {ENDED} AND"
    " (m.outcome = 'mediation' OR d.withdrawal IN ('settled', 'after_mediation')))",
    "reconsideration.resolved_rate": f"count(*) FILTER (WHERE {ENDED} AND d.sued_on IS NULL)",
    "reconsideration.simplified_rate": f"count(*) FILTER (WHERE {ACCEPTED}"
    " AND d.simplified_ground <> '' AND d.switched_for = '')",
}
DEFENDED = f"{OPENED} AND d.defendant_level = 'district' AND d.defendant_role <> 'third_party'"
DECIDED = """EXISTS (SELECT 1 FROM litigation_instance i
    WHERE i.matter_id = m.id AND i.level = 'first' AND i.decided_on <= :until)"""
SUIT = {
    "litigation.defended": f"count(*) FILTER (WHERE {DEFENDED})",
    "litigation.by_subject": f"count(*) FILTER (WHERE {DEFENDED})",
    "litigation.subject_expropriation_compensation": f"count(*) FILTER (WHERE {DEFENDED}"
    " AND d.subject = 'compensation')",
    "litigation.subject_reconsideration": f"count(*) FILTER (WHERE {DEFENDED} AND d.subject = 'reconsideration')",
    "litigation.subject_other": f"count(*) FILTER (WHERE {DEFENDED} AND d.subject = 'other')",
    "litigation.pending": f"count(*) FILTER (WHERE {DEFENDED} AND NOT {DECIDED})",
}
ENFORCEMENT = {
    "litigation.enforcement_applied": f"count(*) FILTER (WHERE {_in('applied_on').replace('m.', 'd.')})",
    "litigation.enforcement_allowed": f"count(*) FILTER (WHERE {CLOSED} AND m.outcome = 'allowed')",
}
BY_TABLE = {
    "dispute_dispute": DISPUTE,
    "foi_foirequest": FOI,
    "reconsideration_reconsideration": RECONSIDERATION,
    "litigation_suit": SUIT,
    "litigation_enforcement": ENFORCEMENT,
}
SPANS = {
    "foi_foirequest": "1",
    "reconsideration_reconsideration": "1",
    "litigation_enforcement": f"{CLOSED} OR {_in('applied_on').replace('m.', 'd.')}",
}
"""Which rows to read: stocks look at every earlier year; elsewhere those of the year."""


def codes() -> list[str]:
    return [code for columns in BY_TABLE.values() for code in columns]


def figures(since: str, until: str) -> dict[str, float]:
    """Code and hits of every figure above."""
    found: dict[str, float] = {}
    for statement, names in _statements(since, until):
        found |= dict(zip(names, map(_number, run(statement)[0]), strict=True))
    return found


def _statements(since: str, until: str) -> Iterator[tuple[str, list[str]]]:
    for table, columns in BY_TABLE.items():
        span = SPANS.get(table, f"{CLOSED} OR {OPENED} OR {ACCEPTED}")
        text = f"SELECT {', '.join(columns.values())} FROM {table} d JOIN kernel_matter m ON m.id = d.matter_ptr_id"  # noqa: S608
        text += f" WHERE {span}"
        yield text.replace(":since", f"'{since}'").replace(":until", f"'{until}'"), list(columns)


def _number(value: object) -> float:
    return round(float(str(value or 0)), 2)

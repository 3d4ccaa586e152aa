"""What programmes refuse, each in one sentence of Chinese and of English that says how to repair it."""

from zhunsheng.law import Refusal


class ProgrammeNotFound(Refusal):
    zh = "没有序号为“{key}”的计划，或者您无权查看。请核对序号。"
    en = 'There is no programme "{key}" that you may see. Check the key.'


class ItemNotFound(Refusal):
    zh = "没有序号为“{key}”的计划项，或者您无权查看。请核对序号。"
    en = 'There is no item "{key}" that you may see. Check the key.'


class AssignmentNotFound(Refusal):
    zh = "没有序号为“{key}”的任务，或者您无权查看。请核对序号。"
    en = 'There is no assignment "{key}" that you may see. Check the key.'


class NotYourPart(Refusal):
    zh = "“{what}”须由{unit}的{role}办理，您在该单位没有这一岗位。请由有权人员办理。"
    en = '"{what}" is for the {role} of {unit}, a post you do not hold. Ask someone who does.'


class TooDeep(Refusal):
    zh = "“{parent}”已是最末一级，其下不能再分解；该类计划的层级为：{levels}。请列在上一级之下。"
    en = '"{parent}" is on the last level and cannot be divided; the levels are: {levels}. Put it one level higher.'


class ItemOfAnotherProgramme(Refusal):
    zh = "“{item}”不属于计划“{programme}”。请在该计划内选择上级项。"
    en = '"{item}" does not belong to the programme "{programme}". Choose an item of this programme.'


class DueTooSoon(Refusal):
    zh = "任务“{title}”的完成期限{due}早于{day}。请填写其后的日期。"
    en = 'Assignment "{title}" would be due on {due}, before {day}. Give a later day.'


class DayBeforeAssigned(Refusal):
    zh = "任务“{title}”于{assigned}分解下达，日期{day}早于该日。请核对日期。"
    en = 'Assignment "{title}" was given on {assigned}; the day {day} is before that. Check the date.'


class ServesAlready(Refusal):
    zh = "任务“{title}”已列在“{item}”之下，不必重复挂接。"
    en = 'Assignment "{title}" already serves "{item}"; there is no need to link it again.'


class ProgressEmpty(Refusal):
    zh = "任务“{title}”：完成比例和进展情况不能都空。请至少填写一项。"
    en = 'Assignment "{title}": percentage and words cannot both be empty. Give at least one.'


class EvidenceEmpty(Refusal):
    zh = "任务“{title}”：佐证“{evidence}”没有指向任何事项、活动、登记项或文号。请选择一项。"
    en = 'Assignment "{title}": evidence "{evidence}" points to no matter, activity, entry or document. Choose one.'


class EvidenceMissing(Refusal):
    zh = "任务“{title}”没有佐证，不能确认完成。请先由承办单位补充佐证。"
    en = 'Assignment "{title}" has no evidence and cannot be confirmed. Let the unit add some first.'


class ConfirmedAlready(Refusal):
    zh = "任务“{title}”已于{on}确认完成，不能再{what}。需要继续的，请先重新打开。"
    en = 'Assignment "{title}" was confirmed on {on}; "{what}" is no longer possible. Reopen it to go on.'


class NotConfirmedYet(Refusal):
    zh = "任务“{title}”尚未确认完成，无需重新打开。"
    en = 'Assignment "{title}" has not been confirmed, so there is nothing to reopen.'


class ConfirmedByOneself(Refusal):
    zh = "任务“{title}”由{unit}承办，须由其他单位的人员确认；{by}属于承办单位或者填报过进展。请由他人确认。"
    en = (
        'Assignment "{title}" belongs to {unit} and is confirmed by people of another unit; {by} is of this unit or '
        "has reported on it. Let someone else confirm."
    )

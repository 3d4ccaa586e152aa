"""What registers refuse, each in one sentence of Chinese and of English that says how to repair it."""

from zhunsheng.law import Refusal


class EntryNotFound(Refusal):
    zh = "没有序号为“{key}”的登记项，或者您无权查看。请核对序号。"
    en = 'There is no register entry "{key}" that you may see. Check the key.'


class NotYourRegister(Refusal):
    zh = "登记册“{register}”由{unit}的{role}登记，您在该单位没有这一岗位。请由有权人员登记。"
    en = 'Register "{register}" is kept by the {role} of {unit}, a post you do not hold. Ask someone who does.'


class EndedAlready(Refusal):
    zh = "登记项“{title}”已于{until}终止，不能再于{on}终止。需要改期的，请用“变更”修改有效至。"
    en = 'Entry "{title}" has ended on {until} and cannot end on {on}. To move its end, change "valid until".'


class EntryOverlaps(Refusal):
    zh = (
        "登记册“{register}”：“{title}”（{since}起）与已登记的“{other}”（{begun}起）有效期重叠。请先终止前者或改正日期。"
    )
    en = (
        'Register "{register}": "{title}" (from {since}) and "{other}" (from {begun}) would be valid at the same time. '
        "End the earlier one first or correct the dates."
    )


class EntryWithdrawn(Refusal):
    zh = "登记项“{title}”已于{at}作废，不能再办理。请另行登记一项。"
    en = 'Entry "{title}" was withdrawn at {at} and can no longer be changed. Enter a new one.'


class EntryInUse(Refusal):
    zh = "登记项“{title}”之下有{count}条活动记录，不能作废。请先更正或作废这些活动；确已终止的，请用“终止”。"
    en = (
        'Entry "{title}" has {count} activities under it and cannot be withdrawn. Correct or withdraw them first; '
        "if it has come to its end, end it."
    )

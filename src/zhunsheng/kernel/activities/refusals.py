"""What activities refuse, each in one sentence of Chinese and of English that says how to repair it."""

from zhunsheng.law import Refusal


class ActivityNotFound(Refusal):
    zh = "没有序号为“{key}”的活动，或者您无权查看。请核对序号。"
    en = 'There is no activity "{key}" that you may see. Check the key.'


class NotYourActivity(Refusal):
    zh = "“{what}”须由{unit}的{role}办理，您在该单位没有这一岗位。请由有权人员办理。"
    en = '"{what}" is for the {role} of {unit}, a post you do not hold. Ask someone who does.'


class WithdrawnAlready(Refusal):
    zh = "活动“{title}”已于{at}作废，不能再更正或作废。请另行登记一条。"
    en = 'Activity "{title}" was withdrawn at {at} and cannot be corrected or withdrawn. Record a new one.'


class EntryOfAnotherRegister(Refusal):
    zh = "“{kind}”须依据登记册“{register}”中的登记项，“{entry}”不在其中。请改选。"
    en = '"{kind}" happens under an entry of the register "{register}", and "{entry}" is none. Choose another.'


class EntryNotValidThen(Refusal):
    zh = "“{kind}”的日期{day}不在登记项“{entry}”的有效期内（{since}至{until}）。请核对日期，或改选登记项。"
    en = (
        'The day {day} of "{kind}" is outside the validity of the entry "{entry}" ({since} to {until}). '
        "Check the day or choose another entry."
    )

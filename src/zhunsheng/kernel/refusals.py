"""What the kernel refuses, each in one sentence of Chinese and of English that says how to repair it."""

from zhunsheng.law import Refusal


class UnknownKind(Refusal):
    zh = "没有名为“{code}”的事项类型；可用的有：{known}。请改用其中之一。"
    en = 'There is no kind of matter called "{code}"; known ones are: {known}. Use one of these.'


class UnknownRegister(Refusal):
    zh = "没有代码为“{code}”的登记册；可用的有：{known}。请改用其中之一。"
    en = 'There is no register with the code "{code}"; known ones are: {known}. Use one of these.'


class UnknownActivityKind(Refusal):
    zh = "没有代码为“{code}”的活动类型；可用的有：{known}。请改用其中之一。"
    en = 'There is no kind of activity with the code "{code}"; known ones are: {known}. Use one of these.'


class UnknownProgrammeKind(Refusal):
    zh = "没有代码为“{code}”的计划类型；可用的有：{known}。请改用其中之一。"
    en = 'There is no kind of programme with the code "{code}"; known ones are: {known}. Use one of these.'


class UnknownStep(Refusal):
    zh = "{number}：程序“{procedure}”中没有步骤“{step}”；可用的步骤有：{known}。"
    en = '{number}: procedure "{procedure}" has no step "{step}"; its steps are: {known}.'


class StepOutOfOrder(Refusal):
    zh = "{number} 现处于“{state}”，不能进行“{step}”；该步骤只能在“{at}”时进行。请刷新页面，按当前状态办理。"
    en = (
        '{number} is in state "{state}", where "{step}" cannot be taken;'
        ' it needs state "{at}". Reload and go on from there.'
    )


class StepTakenAlready(Refusal):
    zh = "{number}：“{step}”依法只能进行一次，已于{day}由{by}办理。"
    en = '{number}: by law "{step}" may be taken once only; {by} took it on {day}.'


class NotYourStep(Refusal):
    zh = "{number}：“{step}”须由{unit}的{role}办理，您在该单位没有这一岗位。请转交有权人员。"
    en = '{number}: "{step}" is for the {role} of {unit}, a post you do not hold. Pass it to someone who does.'


class NotYourUnit(Refusal):
    zh = "您在{unit}没有可以登记“{kind}”的岗位，不能为该单位登记。请由该单位人员登记。"
    en = 'You hold no post in {unit} that may open "{kind}". Ask someone of that unit to do it.'


class DayInTheFuture(Refusal):
    zh = "{where}：日期{day}晚于今天（{today}），尚未发生的事不能登记。请核对日期。"
    en = "{where}: the day {day} is after today ({today}); what has not happened cannot be recorded. Check the date."


class EndBeforeBegin(Refusal):
    zh = "“{title}”止于{until}，早于开始的{since}。请改正其中一个日期。"
    en = '"{title}" would end on {until}, before it begins on {since}. Correct one of the dates.'


class DayBeforeTheLast(Refusal):
    zh = "{number}：“{step}”的日期{day}早于上一步的日期{last}。请核对日期；补记以前的步骤请先撤回其后的步骤。"
    en = (
        '{number}: "{step}" on {day} is before the last step, on {last}. '
        "Check the date, or revoke the later steps first."
    )


class NoEditionThen(Refusal):
    zh = "“{kind}”在{day}没有可适用的程序：最早的版本自{first}起施行。请核对日期。"
    en = 'No procedure of "{kind}" is in force on {day}; the earliest begins on {first}. Check the date.'


class UnknownEdition(Refusal):
    zh = "{number}：没有名为“{edition}”的程序版本；可用的有：{known}。"
    en = '{number}: there is no edition "{edition}"; known ones are: {known}.'


class EditionLacksStates(Refusal):
    zh = "{number}：程序版本“{edition}”没有已经历的环节：{states}。请先撤回相应步骤，或不更换版本。"
    en = '{number}: edition "{edition}" does not know what the matter went through: {states}. Revoke these steps first.'


class AnswerMissing(Refusal):
    zh = "{number}：“{step}”要求填写“{field}”，现为空。请补填后再提交。"
    en = '{number}: "{step}" requires "{field}", which is empty. Fill it in and submit again.'


class AnswerNotAsked(Refusal):
    zh = "{number}：“{step}”不需要“{field}”；可填写的有：{known}。请去掉该项。"
    en = '{number}: "{step}" does not ask for "{field}"; it asks for: {known}. Remove it.'


class AnswerInvalid(Refusal):
    zh = "{where}：“{field}”的值“{value}”不可用：{why}"
    en = '{where}: the value "{value}" of "{field}" cannot be used: {why}'


class OutcomeNotOffered(Refusal):
    zh = "{number}：“{step}”的结果“{outcome}”不在可选范围内；可选：{known}。"
    en = '{number}: outcome "{outcome}" is not among those of "{step}": {known}.'


class RequirementNotMet(Refusal):
    zh = "{number}：不能进行“{step}”：{title}（{basis}）。请先满足该条件。"
    en = '{number}: "{step}" cannot be taken: {title} ({basis}). Meet this condition first.'


class TooEarly(Refusal):
    zh = "{number}：“{step}”最早可在{earliest}进行（{clock}未满），所填日期为{day}。"
    en = (
        '{number}: "{step}" may be taken on {earliest} at the earliest '
        "({clock} has not passed); the day given is {day}."
    )


class FirstDayUnknown(Refusal):
    zh = "“{clock}”（{code}）从哪一天起算尚未登记，不推算期限；请先办理“{step}”，登记该日期。"
    en = 'The first day of "{clock}" ({code}) is not recorded, so no date is guessed; take "{step}" and record it.'


class SomeoneElseWasFirst(Refusal):
    zh = "{number}：在您打开页面之后，{by}已办理“{step}”（{at}）。您的填写没有保存；请查看最新状态后再决定。"
    en = (
        '{number}: since you opened the page {by} has taken "{step}" ({at}). '
        "Nothing of yours was saved; look at it again."
    )


class ReasonMissing(Refusal):
    zh = "{where}：“{what}”必须写明理由，现为空。请填写理由。"
    en = '{where}: "{what}" needs a reason, and none was given. State the reason.'


class NothingChanged(Refusal):
    zh = "“{where}”：所填内容与原登记相同，没有可以变更的。请修改后再提交。"
    en = '"{where}": what was given is what stands there already. Change something and submit again.'


class NothingToRevoke(Refusal):
    zh = "{number}：没有可以撤回的步骤。"
    en = "{number}: there is no step to revoke."


class UnknownIndicator(Refusal):
    zh = "没有代码为“{code}”的指标；相近的有：{near}。用 zhunsheng figures 查看全部指标。"
    en = 'There is no indicator "{code}"; similar ones are: {near}. List all with: zhunsheng figures.'


class UnknownYear(Refusal):
    zh = "年份“{year}”不可用：应为{first}至{last}之间的四位年份。"
    en = 'The year "{year}" cannot be used: a four-digit year from {first} to {last} is expected.'


class UnknownUnit(Refusal):
    zh = "没有代码或名称为“{unit}”的单位；用 zhunsheng units 查看全部单位。"
    en = 'There is no unit with the code or name "{unit}"; list them with: zhunsheng units.'


class MatterNotFound(Refusal):
    zh = "没有编号为“{number}”的事项，或者您无权查看。请核对编号。"
    en = 'There is no matter "{number}" that you may see. Check the number.'


class DatabaseBusy(Refusal):
    zh = "数据库正被另一程序占用（{where}），已等待{seconds}秒；什么都没有写入。请稍后重试，或停止占用它的程序。"
    en = "The database is held by another program ({where}); waited {seconds} s and wrote nothing. Retry, or stop it."


class DiskFull(Refusal):
    zh = "磁盘空间不足，无法写入{where}；本次操作已全部撤销。请清理磁盘后重试。"
    en = "The disk is full and {where} could not be written; the operation was undone. Free some space and retry."

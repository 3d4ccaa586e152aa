"""What reports refuse, each in one sentence of Chinese and of English that says how to repair it."""

from zhunsheng.law import Refusal


class UnknownForm(Refusal):
    zh = "没有名为“{form}”的报告；可用的有：{known}。请改用其中之一。"
    en = 'There is no report called "{form}"; known ones are: {known}. Use one of these.'


class ReportNotFound(Refusal):
    zh = "没有{year}年的报告“{form}”，或者尚未建立。请先用 zhunsheng report {year} 建立。"
    en = 'There is no report "{form}" of {year}. Start it first with: zhunsheng report {year}.'


class StartedAlready(Refusal):
    zh = "“{report}”已经建立，不能再次建立。请直接打开该报告继续撰写。"
    en = '"{report}" exists already and cannot be started again. Open it and go on writing.'


class YearNotOver(Refusal):
    zh = "“{report}”不能封存：{year}年到今天（{today}）尚未结束，数据还会变化。请在该年结束后再封存。"
    en = '"{report}" cannot be sealed: on {today} the year {year} is not over. Seal it when the year has ended.'


class YearNotBegun(Refusal):
    zh = "不能建立{year}年的报告“{form}”：今天是{today}，该年尚未开始。请核对年份。"
    en = 'The report "{form}" of {year} cannot be started: today is {today} and that year has not begun.'


class NoPlaceYet(Refusal):
    zh = "还没有可以起草报告的单位：请先载入单位（zhunsheng sample 或者导入单位），再建立报告。"
    en = "There is no unit yet that could draft a report. Load units first (zhunsheng sample), then start it."


class SealedAlready(Refusal):
    zh = "“{report}”已于{at}封存，不能再修改或者删除。此后的变化请看该报告的更正说明（zhunsheng restate）。"
    en = '"{report}" was sealed on {at} and can no longer be changed. Later changes are in its restatement.'


class NotSealedYet(Refusal):
    zh = "“{report}”尚未封存，还没有可以比对的数据。请先封存该报告。"
    en = '"{report}" is not sealed yet, so there is nothing to compare with. Seal it first.'


class UnknownSection(Refusal):
    zh = "“{report}”没有位置为“{at}”的章节；已有的位置：{known}。请核对位置。"
    en = '"{report}" has no section at "{at}"; its sections are at: {known}. Check the place.'


class SectionWrittenMeanwhile(Refusal):
    zh = "“{section}”在您打开页面之后已由{by}改写（{at}）。您的文字没有保存；请先查看最新内容再合并。"
    en = '"{section}" was rewritten by {by} after you opened it ({at}). Nothing was saved; look at it and merge.'


class SectionEmpty(Refusal):
    zh = "“{section}”的正文为空。请写明内容；没有内容的，写明“无”。"
    en = '"{section}" has no text. Write it; where there is nothing to say, say so.'


class NotYourReport(Refusal):
    zh = "“{what}”须由{unit}的{role}办理，您在该单位没有这一岗位。请转交有权人员。"
    en = '"{what}" is for the {role} of {unit}, a post you do not hold. Pass it to someone who does.'


class UnknownFigure(Refusal):
    zh = "“{section}”引用了不存在的指标“{code}”；相近的有：{near}。请改正引用。"
    en = '"{section}" refers to the figure "{code}", which does not exist; similar ones: {near}. Correct it.'


class BrokenReference(Refusal):
    zh = (
        "“{section}”中的“{found}”不是完整的数据引用。"
        "引用写作 {{系统.指标}}、{{系统.指标:last}} 或 {{系统.指标:change}}。"
    )
    en = (
        'In "{section}", "{found}" is no complete reference to a figure. '
        "Write {{system.figure}}, {{system.figure:last}} or {{system.figure:change}}."
    )


class FigureNotInReport(Refusal):
    zh = "“{report}”没有使用指标“{code}”，无需确认。请核对代码。"
    en = '"{report}" does not use the figure "{code}", so there is nothing to confirm. Check the code.'


class FiguresUnconfirmed(Refusal):
    zh = "“{report}”有{count}项数据未经负责人确认，或者确认之后又有变化：{codes}。请逐项确认后再封存。"
    en = '"{report}" has {count} figures not confirmed by a head, or changed since: {codes}. Confirm each first.'


class PartMissing(Refusal):
    zh = "“{report}”缺少“{part}”（{basis}）。请写好该部分后再封存。"
    en = '"{report}" lacks the part "{part}" ({basis}). Write it before sealing.'


class CountsMoved(Refusal):
    zh = "“{report}”封存时数据仍在变动：“{code}”计数{hits}，清单{listed}条。什么都没有写入；请稍后再封存。"
    en = '"{report}": figures moved while sealing: "{code}" counts {hits}, its list {listed}. Nothing written; retry.'

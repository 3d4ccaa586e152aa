"""What is refused when official documents are drafted and issued."""

from zhunsheng.law.refusal import Refusal


class UnknownDocument(Refusal):
    zh = "没有代码为“{code}”的文书；本类事项可用的有：{known}。"
    en = 'There is no document "{code}"; this kind of matter has: {known}.'


class NothingToAnnounce(Refusal):
    zh = "{number}：出具“{title}”前须先办理“{steps}”。请先办理该步骤。"
    en = '{number}: "{title}" announces the step "{steps}", which has not been taken. Take it first.'


class IssuedAlready(Refusal):
    zh = "{number}：“{title}”已于{day}出具（{document}）。确需更改的，请撤回步骤后重新办理。"
    en = '{number}: "{title}" was issued on {day} as {document}. To change it, revoke the step and take it again.'


class GapsLeft(Refusal):
    zh = "{number}：“{title}”还有{count}处待填：{gaps}。请补充登记或者在文稿中填写后再出文。"
    en = '{number}: "{title}" has {count} gaps left: {gaps}. Record what is missing or write it into the draft.'


class EditUnknown(Refusal):
    zh = "文稿不含“{part}”；可修改的有：{known}。"
    en = 'A draft has no "{part}"; it has: {known}.'


class IssuedBeforeTheStep(Refusal):
    zh = "{number}：“{title}”的出文日期{day}早于所依据步骤的日期{step}。请核对日期。"
    en = '{number}: "{title}" cannot be issued on {day}, before the step of {step} that it announces. Check the date.'


class DocumentChanged(Refusal):
    """The text of an issued document is no longer the one that was frozen."""

    zh = "已出文书 {document}（{title}）的内容与出文时不同，不能再打印。请与备份比对，查明何人于何时修改。"
    en = "Issued document {document} ({title}) is not what was frozen and is not printed. Compare it with a backup."

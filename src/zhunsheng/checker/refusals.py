"""What the checker refuses to read."""

from zhunsheng.law.refusal import Refusal


class NoSuchFile(Refusal):
    zh = "找不到文件{name}；请核对路径。"
    en = "There is no file {name}; check the path."


class TooLarge(Refusal):
    zh = "文件{name}有{size} MB，超过{limit} MB的上限；请拆分后分别校核。"
    en = "The file {name} has {size} MB, more than the {limit} MB that are read; split it and check the parts."


class EmptyFile(Refusal):
    zh = "文件{name}里没有文字；请核对是否选错了文件。"
    en = "The file {name} holds no text; check that it is the right one."


class UnknownFormat(Refusal):
    zh = "文件{name}的格式不能读取；可用的有：文本（.txt）、Markdown（.md）、网页（.html）、Word（.docx）和PDF。"
    en = "The file {name} cannot be read; text (.txt), Markdown (.md), web pages (.html), Word (.docx) and PDF can."


class WrongSuffix(Refusal):
    zh = "文件{name}的后缀是{suffix}，内容却是{actual}；请改正后缀或重新导出。"
    en = "The file {name} ends in {suffix} but holds {actual}; correct its name or export it again."


class OldWord(Refusal):
    zh = "文件{name}是旧版Word（.doc）或加密的文档；请在Word或WPS中去除密码并另存为.docx。"
    en = "The file {name} is an old Word file (.doc) or encrypted; remove the password and save it as .docx."


class Encrypted(Refusal):
    zh = "文件{name}已加密，需要密码才能打开；请去除密码后重试。"
    en = "The file {name} is encrypted; remove the password and try again."


class Scanned(Refusal):
    zh = "文件{name}共{pages}页，只有图像没有文字层（扫描件）；请提供由文字处理软件导出的文件，或先做文字识别。"
    en = "The file {name} has {pages} pages of images and no text (a scan); give an exported file, or run OCR first."


class Damaged(Refusal):
    zh = "文件{name}已损坏，读到{where}时出错；请重新导出。"
    en = "The file {name} is damaged: reading failed at {where}. Export it again."


class UnpacksTooLarge(Refusal):
    zh = "文件{name}解压后有{size} MB，超过{limit} MB的上限（可能是压缩炸弹）；没有打开。"
    en = "The file {name} unpacks to {size} MB, more than the {limit} MB allowed (a zip bomb?); it was not opened."


class UnknownEncoding(Refusal):
    zh = "文件{name}既不是UTF-8也不是GB18030编码（第{at}字节起无法识别）；请另存为UTF-8文本。"
    en = "The file {name} is neither UTF-8 nor GB18030 (unreadable from byte {at}); save it as UTF-8 text."

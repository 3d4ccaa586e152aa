"""What is refused about files, each with the way out."""

from zhunsheng.law.refusal import Refusal


class FileRefused(Refusal):
    """A file cannot be taken in."""


class FileNameMissing(FileRefused):
    zh = "文件没有可用的名称（“{name}”）。请改名后重新上传。"
    en = 'The file has no usable name ("{name}"). Rename it and upload it again.'


class FileEmpty(FileRefused):
    zh = "文件“{name}”是空的。请检查后重新上传。"
    en = 'The file "{name}" is empty. Check it and upload it again.'


class FileTooLarge(FileRefused):
    zh = "文件“{name}”超过{most}兆字节（上限由 ZHUNSHENG_UPLOAD_MB 规定）。请压缩或者拆分后重新上传。"
    en = 'The file "{name}" is larger than {most} megabytes (ZHUNSHENG_UPLOAD_MB). Compress or split it.'


class FileTypeUnknown(FileRefused):
    zh = "文件“{name}”的类型不在允许之列：{known}。请转换格式后重新上传。"
    en = 'The type of "{name}" is not among those allowed: {known}. Convert it and upload it again.'


class FileNotWhatItSays(FileRefused):
    zh = "文件“{name}”的内容不是{suffix}格式（识别为{found}）。请用正确的程序另存后重新上传。"
    en = 'The content of "{name}" is not {suffix} (it looks like {found}). Save it anew with the right program.'


class FileNotFound(Refusal):
    zh = "没有序号为“{key}”的文件，或者您无权查看。请核对序号。"
    en = 'There is no file "{key}" that you may see. Check the key.'


class FileDamaged(Refusal):
    """The bytes kept are gone or are no longer those that were uploaded."""

    zh = "{number} 的文件“{name}”（摘要{digest}）已丢失或者被改动，不能打开。请从备份恢复。"
    en = 'The file "{name}" of {number} (digest {digest}) is missing or was changed. Restore it from a backup.'

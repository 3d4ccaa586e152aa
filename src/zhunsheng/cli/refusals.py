"""What the command line refuses."""

from zhunsheng.law import Refusal


class NotSetUp(Refusal):
    zh = "数据库{where}尚未建立；请先运行 make setup（或 zhunsheng setup）。"
    en = "The database {where} has not been set up; run make setup (or zhunsheng setup) first."


class NotADatabase(Refusal):
    zh = "文件{where}不是可用的数据库（{error}）；请从备份恢复，或移走该文件后重新运行 zhunsheng setup。"
    en = "{where} is not a usable database ({error}); restore a backup, or move it away and run zhunsheng setup."


class PortBusy(Refusal):
    zh = "端口{port}已被其他程序占用（{host}）；请换一个端口，例如 make demo PORT={other}，或停止占用它的程序。"
    en = "Port {port} on {host} is in use; choose another, e.g. make demo PORT={other}, or stop the program using it."


class BadDay(Refusal):
    zh = "日期“{value}”不可用：应写成 2023-03-01 这样的形式。"
    en = 'The date "{value}" cannot be used: write it like 2023-03-01.'


class FolderNotEmpty(Refusal):
    zh = "文件夹{folder}已存在；为避免覆盖，没有写入任何内容。请换一个名称。"
    en = "The folder {folder} exists already; nothing was written. Choose another name."


class BadName(Refusal):
    zh = "名称“{name}”不可用：应为小写英文单词，可用下划线连接，例如 legal_aid。"
    en = 'The name "{name}" cannot be used: lower-case English words joined by underscores, e.g. legal_aid.'


class UnknownChapter(Refusal):
    zh = "没有名为“{chapter}”的章；可用的有：{known}。"
    en = 'There is no chapter "{chapter}"; known ones are: {known}.'


class BrowserMissing(Refusal):
    zh = "没有找到浏览器（{names}）；Debian/Ubuntu 上请安装 chromium 后重试。"
    en = "No browser was found ({names}); on Debian or Ubuntu install chromium and try again."


class UnknownPerson(Refusal):
    zh = "没有名为“{username}”的在用账号；请核对账号。"
    en = 'There is no active account "{username}"; check the name.'


class DayPassed(Refusal):
    zh = "有效至{value}早于今天（{today}），这样的令牌一签发就已失效。请改用今天或以后的日期。"
    en = "The token would end on {value}, before today ({today}). Give today or a later day."

"""What the command line refuses."""

from zhunsheng.law import Refusal


class NotSetUp(Refusal):
    zh = "数据库{where}尚未建立；请先运行 make setup（或 zhunsheng setup）。"
    en = "The database {where} has not been set up; run make setup (or zhunsheng setup) first."


class DatabaseOutdated(Refusal):
    zh = "数据库{where}的结构与本程序版本不符（{error}）；请先备份，再运行 zhunsheng setup 更新结构；"
    zh += "仍然如此时，请换用与该数据库相符的程序版本。"
    en = "The tables of {where} are not those of this version ({error}); make a backup, then run zhunsheng setup. "
    en += "If that does not help, use the version that made the database."


class DatabaseFailed(Refusal):
    zh = "数据库{where}无法使用（{error}）；请检查文件及其目录的读写权限，或用环境变量 ZHUNSHENG_VAR 另选目录。"
    en = "The database {where} cannot be used ({error}); check who may read and write the file and its folder, "
    en += "or choose another folder in ZHUNSHENG_VAR."


class OtherDatabase(Refusal):
    zh = "数据库{where}无法使用（{error}）；请检查环境变量 DATABASE_URL 和数据库服务是否正常。"
    en = "The database {where} cannot be used ({error}); check DATABASE_URL and whether the database server is up."


class FileFailed(Refusal):
    zh = "无法读写{path}（{error}）；请核对路径和权限后重试。"
    en = "{path} cannot be read or written ({error}); check the path and the permissions and try again."


class BadArguments(Refusal):
    zh = "{problem}。用 {command} --help 查看用法。"
    en = "{problem}. See the usage with: {command} --help"


class BadNumber(Refusal):
    zh = "{name}的值“{value}”不可用：应为{least}至{most}之间的整数。"
    en = 'The value "{value}" of {name} cannot be used: a whole number from {least} to {most} is expected.'


class UnknownLanguage(Refusal):
    zh = "没有名为“{value}”的输出语言；可用的有：{known}。请改正 --language 或环境变量 ZHUNSHENG_LANGUAGE。"
    en = 'There is no language "{value}"; known ones are: {known}. Correct --language or ZHUNSHENG_LANGUAGE.'


class UnknownClock(Refusal):
    zh = "{number}没有名为“{clock}”的期限；可用的有：{known}。"
    en = '{number} has no clock "{clock}"; its clocks are: {known}.'


class NameNotUnique(Refusal):
    zh = "有几个单位都叫“{name}”；请改用代码，其代码为：{codes}。"
    en = 'Several units are called "{name}"; use a code instead, theirs are: {codes}.'


class UnknownPage(Refusal):
    zh = "没有名为“{name}”的页面；可用的有：{known}。"
    en = 'There is no page "{name}"; known ones are: {known}.'


class ServerSilent(Refusal):
    zh = "网页服务{address}在{seconds}秒内没有应答，没有拍照；请运行 zhunsheng serve 查看它报告的原因。"
    en = "The server {address} did not answer within {seconds} s; run zhunsheng serve to see why."


class NoSuchFile(Refusal):
    zh = "没有文件{path}；请核对路径。"
    en = "There is no file {path}; check the path."


class NotADatabase(Refusal):
    zh = "文件{where}不是可用的数据库（{error}）；请从备份恢复，或移走该文件后重新运行 zhunsheng setup。"
    en = "{where} is not a usable database ({error}); restore a backup, or move it away and run zhunsheng setup."


class PortBusy(Refusal):
    zh = "端口{port}已被其他程序占用（{host}）；请换一个端口，"
    zh += "例如 --port {other}（make demo PORT={other}），或停止占用它的程序。"
    en = "Port {port} on {host} is in use; choose another, e.g. --port {other} (make demo PORT={other}), "
    en += "or stop the program that uses it."


class CannotListen(Refusal):
    zh = "不能在{host}的端口{port}上提供服务（{error}）；请改正环境变量 ZHUNSHENG_HOST 或 ZHUNSHENG_PORT。"
    en = "Port {port} on {host} cannot be listened on ({error}); correct ZHUNSHENG_HOST or ZHUNSHENG_PORT."


class BadDay(Refusal):
    zh = "日期“{value}”不可用：应写成 2023-03-01 这样的形式。"
    en = 'The date "{value}" cannot be used: write it like 2023-03-01.'


class FolderNotEmpty(Refusal):
    zh = "文件夹{folder}已存在；为避免覆盖，没有写入任何内容。请换一个名称。"
    en = "The folder {folder} exists already; nothing was written. Choose another name."


class BadName(Refusal):
    zh = "名称“{name}”不可用：应为小写英文单词，可用下划线连接，例如 legal_aid。"
    en = 'The name "{name}" cannot be used: lower-case English words joined by underscores, e.g. legal_aid.'


class NameTaken(Refusal):
    zh = "名称“{name}”已经有系统在用；请换一个名称。"
    en = 'The name "{name}" is taken already; choose another.'


class BadClassName(Refusal):
    zh = "类名“{name}”不可用：应为首字母大写的英文单词相连，例如 LegalAidCase。"
    en = 'The class name "{name}" cannot be used: capitalised English words put together, e.g. LegalAidCase.'


class BadTitle(Refusal):
    zh = "名称“{title}”不可用：不能为空，也不能含有引号、反斜杠、花括号、百分号、美元符号或换行。"
    en = 'The title "{title}" cannot be used: it must not be empty nor hold quotes, backslashes, braces, % or $.'


class NotMigrated(Refusal):
    zh = "系统“{code}”的代码包无法载入（{said}），已全部撤销，没有留下任何文件。请先让 make lint 通过，再试一次。"
    en = 'The package of "{code}" could not be loaded ({said}) and was taken away again. '
    en += "Let make lint pass first, then try again."


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

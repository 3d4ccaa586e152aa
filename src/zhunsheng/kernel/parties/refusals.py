"""What is refused about parties. Numbers are shown masked: a refusal may end up in a log."""

from zhunsheng.law.refusal import Refusal


class PartyRefused(Refusal):
    """A party as it was given cannot be recorded."""


class UnknownPartyRole(PartyRefused):
    zh = "“{kind}”的当事人没有“{role}”这一身份；可用的有：{known}。请改用其中之一。"
    en = '"{kind}" has no party called "{role}"; it knows: {known}. Use one of these.'


class UnknownPartyField(PartyRefused):
    zh = "当事人信息不含“{field}”；可填写的有：{known}。请去掉该项。"
    en = 'A party has no "{field}"; it has: {known}. Remove it.'


class PartyNameMissing(PartyRefused):
    zh = "{role}的姓名或者名称为空。请填写后再提交。"
    en = "The {role} has no name. Fill it in and submit again."


class PartyTextTooLong(PartyRefused):
    zh = "当事人的“{field}”有{count}个字，最多{most}个字。请缩短。"
    en = 'The "{field}" of a party has {count} characters; {most} are allowed. Shorten it.'


class UnknownPartyKind(PartyRefused):
    zh = "当事人类别“{kind}”不可用；可用的有：{known}。"
    en = 'A party cannot be a "{kind}"; it can be: {known}.'


class NumberNotText(PartyRefused):
    """A number that came as a number: beyond fifteen digits the spreadsheet has already lost some."""

    zh = "“{field}”的值{value}不是文本：表格软件会丢失长号码的末几位。请将该列设为文本格式后重新填写原号码。"
    en = 'The value {value} of "{field}" is no text: spreadsheets lose the last digits of long numbers. '
    en += "Make the column text and enter the number anew."


class IdentityLength(PartyRefused):
    zh = "居民身份号码“{value}”应为17位数字加1位数字或者X，现为{count}位。请核对证件。"
    en = 'Identity number "{value}" should be 17 digits and a digit or X; it has {count} characters. Check the card.'


class IdentityDate(PartyRefused):
    zh = "居民身份号码“{value}”中的出生日期“{day}”不存在或者晚于今天。请核对证件。"
    en = 'The birthday "{day}" in identity number "{value}" does not exist or lies ahead. Check the card.'


class IdentityCheckDigit(PartyRefused):
    zh = "居民身份号码“{value}”的校验码不符（GB 11643），可能有一位输错。请核对证件。"
    en = 'Identity number "{value}" has a wrong check digit (GB 11643): a digit may be mistyped. Check the card.'


class CreditCodeInvalid(PartyRefused):
    zh = "统一社会信用代码“{value}”不正确：应为18位数字或者大写字母（不含I、O、S、V、Z），"
    zh += "末位校验码相符（GB 32100）。请核对证照。"
    en = 'Unified social credit code "{value}" is wrong: 18 digits or capitals without I, O, S, V, Z with the right '
    en += "check character (GB 32100). Check the licence."


class PhoneUnreadable(PartyRefused):
    zh = "电话号码“{value}”不可用：应为11位手机号码，或者带区号的固定电话，例如 0351-1234567。请核对。"
    en = 'Telephone number "{value}" cannot be used: an 11-digit mobile or a number with area code is expected.'


class NotEncryptedByUs(PartyRefused):
    """A stored number cannot be decrypted: the key is another one, or the stored bytes were changed."""

    zh = "“{field}”无法解密：密钥（ZHUNSHENG_FIELD_KEY，第{version}把）不是加密时的密钥，"
    zh += "或者存储内容被改动。请恢复原密钥或者备份。"
    en = '"{field}" cannot be decrypted: key {version} of ZHUNSHENG_FIELD_KEY is not the one it was encrypted with, '
    en += "or the stored bytes were changed. Restore the key or a backup."


class FieldKeyTooShort(PartyRefused):
    zh = "ZHUNSHENG_FIELD_KEY 的第{version}把密钥只有{count}个字符，至少需要{least}个。请改正后重新启动。"
    en = "Key {version} in ZHUNSHENG_FIELD_KEY has {count} characters; at least {least} are needed. Correct it."

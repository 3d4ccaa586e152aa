"""Which numbers are no figures: dates, headings, ranks, documents, telephones, versions, slogans."""

import re

from zhunsheng.checker.figures import words

_DATE_AFTER = re.compile(
    r"\s?(?:年(?!均|检|审|报|底前完成)|月|号|时(?!长|间)|点(?!位|次)|级|版|届|岁|楼|室|路|师|代|类?区|世纪|周年|倍速|型|A|维)"
)
_NAMED_AFTER = re.compile(
    r"\s?(?:热线|平台|电话|接警|指挥中心|政务服务|便民|服务热线|举报|投诉热线|专线|网格|工作法|工程|模式|机制|体系|行动|小时制)"
)
_RANGE_BEFORE = re.compile(r"\d\s?(?:年|月|日|时|点)?\s?(?:—+|-+|–|~|至|到)\s?$")
_RANGE_AFTER = re.compile(r"(?:—+|-+|–|~|至|到)\s?\d")
_RANGE_TO_DATE = re.compile(r"(?:—+|-+|–|~|至|到)\s?\d+(?:\.\d+)?\s?(?:年|月|日|时|号|点)")
_HEADING_BEFORE = re.compile(r"(?:^|[。.;:!?\n]|[\u4e00-\u9fff]\))\s*\(?$")
_HEADING_AFTER = re.compile(r"(?:[.、)](?!\d)|\.\d+(?:\.\d+)*\s)")
_DAY_AFTER = re.compile(r"(?:之?内|以内|的)")
_DAY_BEFORE = re.compile(r"(?:缩短|压缩|不超过|提前|减少|为期|至|到|平均|历时|耗时|限)(?:为|了)?\s?$")
_CLOCK_BEFORE = re.compile(r"\d\s?[时点:]\s?$")
_ORDINALS = re.compile(r"第[\d一二三四五六七八九十百]+(?:批|次|期|条|款|项)?[、和至]$")
_MONTH_BEFORE = re.compile(r"月\s?$")
_WITHIN_DAYS = re.compile("之?内|以内")
_CIRCLE = re.compile(r"[^，。；、,\d]{0,10}圈")
_SCORE = re.compile(r"分|绩|评|考|均|测")
_SLOGAN = re.compile(r"^[^，。；;、,“”的]{0,8}[+×xX*]|^\s?[+×]")
_SLOGAN_BEFORE = re.compile(r"[+×][^，。；;、,“”]{0,6}$")
_PUNCTUATION = frozenset("，。；、,;.)|!?:\n")
_COUNTED_NOUN = re.compile(r"\s?(?:县|区|镇|乡|街道|村|市|省|部门|单位|地市|州)")
_LIST_OF_YEARS = re.compile(r"(?:[、和及]|至|到|~|-|—)\s?\d{4}")
_RUNS_OF_YEARS = re.compile(r"连续|蝉联|连年")
_NAMES_A_NUMBER = frozenset("第-/_#№·•")
_ONE_EACH = re.compile(r"[\u4e00-\u9fff]{1,3}1[\u4e00-\u9fff]")
_ONE_EACH_BEFORE = re.compile(r"1[\u4e00-\u9fff]{1,3}$")
LONGEST_BARE = 8


def counts_nothing(text: str, start: int, end: int, number: str, unit: str) -> bool:
    """Whether the number at start:end (with its unit, if it has one) is one of these."""
    before, after = text[max(0, start - 14) : start], text[end : end + 14]
    if _stands_in_a_name(before, after, number, unit):
        return True
    if unit:
        return _is_date_or_time(before, after, number, unit)
    return _bare_counts_nothing(before, after, number)


def _stands_in_a_name(before: str, after: str, number: str, unit: str) -> bool:
    last = before[-1:]
    if last in _NAMES_A_NUMBER or (last == ":" and before[-2:-1].isdigit()):
        return True
    if "第" in before and _ORDINALS.search(before):
        return True
    if last == "前" and unit in ("名", "位"):
        return True
    if number == "1" and (_ONE_EACH.match(text_after_unit(unit, after)) or _ONE_EACH_BEFORE.search(before)):
        return True  # 1村1顾问
    if "+" in before or "×" in before or "+" in after or "×" in after:
        return bool(_SLOGAN.match(after) or _SLOGAN_BEFORE.search(before))
    return False


def text_after_unit(unit: str, after: str) -> str:
    """The words a slogan of ones goes on with, the unit among them."""
    return unit + after


def _is_date_or_time(before: str, after: str, number: str, unit: str) -> bool:
    if unit == "日":
        return bool(_MONTH_BEFORE.search(before)) or not (_DAY_AFTER.match(after) or _DAY_BEFORE.search(before))
    if unit in ("分", "秒"):
        return bool(_CLOCK_BEFORE.search(before)) or (unit == "分" and not _SCORE.search(before))
    if unit in ("分钟", "小时", "公里") and _CIRCLE.match(after):
        return True
    if unit == "小时":
        return number == "24" and before[-1:] not in "时训课超达为限至到在"
    # “报送案件1至10起的单位” names a class
    return bool(_RANGE_BEFORE.search(before)) and after.startswith("的")


def _bare_counts_nothing(before: str, after: str, number: str) -> bool:
    if _RANGE_TO_DATE.match(after) or _DATE_AFTER.match(after):
        return not _counts_years(before, after, number)
    if _looks_like_a_heading(before, after, number) or _is_a_year(before, after, number):
        return True
    if number in words.HOTLINES or _NAMED_AFTER.match(after) or len(number) > LONGEST_BARE:
        return True
    if after[:1] in "-/—–~至:" and after[1:2].isdigit():
        return True
    ends = not after or after[0] in _PUNCTUATION or after[0].isspace()
    return not (ends or _COUNTED_NOUN.match(after)) or not before.strip()


def _counts_years(before: str, after: str, number: str) -> bool:
    return after.startswith("年") and len(number) == 1 and bool(_RUNS_OF_YEARS.search(before[-2:]))


def _looks_like_a_heading(before: str, after: str, number: str) -> bool:
    if before.endswith("(") and after.startswith(")"):
        return True
    return len(number) <= 4 and bool(_HEADING_AFTER.match(after)) and bool(_HEADING_BEFORE.search(before))


def _is_a_year(before: str, after: str, number: str) -> bool:
    if len(number) != 4 or not "1949" <= number <= "2099":
        return False
    return not after or after[0] in "，、。)年—-–~至和|" or bool(_LIST_OF_YEARS.match(after))


def names_a_range(text: str, start: int) -> bool:
    """Whether the number before start is the lower end of a range that ends here (3至5个)."""
    return bool(_RANGE_BEFORE.search(text[max(0, start - 8) : start]))


_CHINESE_BEFORE = re.compile(
    r"(?:[第每某这那几数逐初周首各述同另隔半一二三四五六七八九十百千\d]|(?<!先)后|(?<!史)前|[以]?上|下)$"
)
_ROUNDLY = re.compile("[近逾超约]$")
_CHINESE_AFTER = re.compile(
    r"(?:\s*\+|制度|机制(?!\d)|工程|攻坚|联动|行动|计划|融合|合一|一体|指标|[^，,。、;]{0,4}率)"
)


def chinese_counts_nothing(text: str, start: int, end: int, number: str, unit: str) -> bool:
    """The same for Chinese numerals, which stand in many names; 一 alone is a word, not a number."""
    before, after = text[max(0, start - 8) : start], text[end : end + 8]
    if number in ("百", "千") and not (_ROUNDLY.search(before) or "余" in text[start:end]):
        return True
    if number == "两" and unit == "项" and (not before or before[-1] in "。；;，,"):
        return True
    if number == "一" or _CHINESE_BEFORE.search(before) or words.FIXED.match(text, start):
        return True
    if _ORDINALS.search(before) or _SLOGAN_BEFORE.search(before):
        return True
    if unit == "日":
        return not _WITHIN_DAYS.match(after)
    return bool(_CHINESE_AFTER.match(after) or _SLOGAN.match(after))

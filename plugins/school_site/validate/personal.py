"""Personal data in texts: where it begins and ends, and how to speak of it without repeating it. Pure.

A recogniser gives spans, never the datum itself; what a finding may show is `masked`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from ..findings import Finding
from ..vietnamese import fold, read_day
from ..writing import Writing

Span = tuple[int, int]

# The codes that the residence database gave to the provinces before they were merged; numbers keep them for life.
_PROVINCES = frozenset(
    "001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 "  # noqa: SIM905
    "044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 "
    "089 091 092 093 094 095 096".split()
)
_OLDEST = 110
_CITIZEN = re.compile(r"(?<!\d)(?<!\d[.,])0\d{11}(?!\d|[.,]\d)")
_CITIZEN_SPACED = re.compile(
    r"(?<!\d)(?<!\d[ .-])0\d{2}"
    r"(?:([ .-])\d{3}\1\d{6}|([ .-])\d{3}\2\d{3}\2\d{3}|\d([ .-])\d{4}\3\d{4}|([ .-])\d\4\d{2}\4\d{6}|[ .-]\d{9})"
    r"(?!\d)(?![ .-]\d{3})"
)
# After these words any number of nine or twelve digits is an identity number, even one that is not plausible.
_CITIZEN_WORDS = ("cccd", "cmnd", "căn cước", "chứng minh nhân dân", "định danh")
_CITIZEN_NAMED = re.compile(
    r"(?:\bcccd\b|\bcmnd\b|căn cước|chứng minh nhân dân|số định danh|mã định danh cá nhân)[^\d\n]{0,40}"
    r"(\d(?:[ .-]?\d){11}|\d(?:[ .-]?\d){8})(?![ .-]?\d)(?![/,]\d)"
)
# A spreadsheet that took the number for a number has lost its first zero.
_CITIZEN_CUT = re.compile(r"(?<!\d)(?<!\d[.,])[1-9]\d{10}(?!\d|[.,]\d)")
_MOBILE = re.compile(r"(?<!\d)(?<!\d[.,-])(?:\(?\+?84\)?[ .-]?(?:\(0\)[ ]?)?|0)[35789](?:[ .-]?\d){8}(?!\d)")
_MOST_GAPS = 5
_TRANSFER = re.compile(r"chuyển khoản")
_BANK = re.compile(r"ngân hàng|bank|chủ tài khoản|bidv|agribank|\bmb\b|\bacb\b|\bvib\b|\btp\.?bank")
_ACCOUNT_WORDS = ("chuyển khoản", "tài khoản", "stk", "số tk", "tk số", "tk ngân hàng", "account n")
_ACCOUNT_WORD = re.compile(
    r"\bstk\b|số tài khoản|số tk\b|tài khoản(?: ngân hàng| số|:| (?=\d))|\btk (?:số|ngân hàng)|account (?:number|no)"
)
_ACCOUNT = re.compile(r"[^\d\n]{0,40}?(\d(?:[ .-]?\d){5,18}+)(?![\d/%]|\s*(?:đồng|đ\b|vnđ|triệu|tỷ))")
_ACCOUNT_BELOW = re.compile(r"(?<![\d.,])(?!0\d{9}\b|0\d{11}\b)\d{9,19}(?![\d%]|[.,]\d)")
_OFFICE_ACCOUNT = re.compile(r"kho bac|(?:chu|ten)(?: chu)? tai khoan\W{0,3}truong")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_DAY = re.compile(r"(?<!\d)(?:\d{1,2}[/.-]\d{1,2}[/.-]20\d{2}|20\d{2}-\d{2}-\d{2})(?!\d)")
_BIRTH_WORDS = ("ngày sinh", "sinh ngày", "năm sinh", "ntns", "ngay sinh")
_ROLL = re.compile(r"danh sách (?:học sinh|các em|trẻ|lớp|thí sinh|đội tuyển)")
_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 150
_NOT_NAMES = frozenset({"Thứ", "Chủ", "Ngày", "Tháng", "Năm", "Tuần", "Học", "Trường", "Lớp"})


def masked(datum: str) -> str:
    """Dots in place of all but the last three digits."""
    digits = [letter for letter in datum if letter.isdigit()]
    return "•" * (len(digits) - 3) + "".join(digits[-3:])


def discreet(finding: Finding, today: date) -> Finding:
    """The finding without the personal data that its sentences may quote from the content."""
    message, fix = _hidden(finding.message, today), _hidden(finding.fix, today)
    return finding if (message, fix) == (finding.message, finding.fix) else replace(finding, message=message, fix=fix)


def _hidden(text: str, today: date) -> str:
    writing = Writing(path="", text=text)
    if not writing.numbers:
        return text
    spans = {*citizen_numbers(writing, today), *mobile_numbers(writing, ()), *bank_accounts(writing)}
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + masked(text[start:end]) + text[end:]
    return text


def citizen_numbers(writing: Writing, today: date) -> Iterator[Span]:
    """Identity numbers: twelve digits that a person can have, or digits after words that say what they are."""
    found: dict[int, int] = {}
    for pattern in (_CITIZEN, _CITIZEN_SPACED):
        for match in _near_numbers(pattern, writing, 12):
            if _is_plausible(_digits(match[0]), today):
                found[match.start()] = match.end()
    if any(word in writing.lower for word in _CITIZEN_WORDS):
        for match in _CITIZEN_NAMED.finditer(writing.lower):
            found.setdefault(match.start(1), match.end(1))
        for match in _near_numbers(_CITIZEN_CUT, writing, 11):
            if _is_plausible(f"0{match[0]}", today):
                found.setdefault(match.start(), match.end())
    yield from sorted(found.items())


def _near_numbers(pattern: re.Pattern[str], writing: Writing, least: int) -> Iterator[re.Match[str]]:
    """Matches where numbers of so many digits stand, with a little room for what goes before and comes after."""
    for start, end, digits in writing.numbers:
        if digits >= least:
            yield from pattern.finditer(writing.text, max(0, start - 2), end + 6)


def _is_plausible(digits: str, today: date) -> bool:
    """Province of birth, century and sex, two digits of the year: all must be possible."""
    year = 1900 + int(digits[3]) // 2 * 100 + int(digits[4:6])
    return digits[:3] in _PROVINCES and today.year - _OLDEST <= year <= today.year


def mobile_numbers(writing: Writing, official: Collection[str]) -> Iterator[Span]:
    """Mobile numbers of this country, without those that the school gives out as its own."""
    for match in _near_numbers(_MOBILE, writing, 10):
        gaps = sum(not letter.isdigit() for letter in match[0])
        if gaps <= _MOST_GAPS and national(match[0]) not in official and _is_mobile(match[0]):
            yield match.span()


def national(number: str) -> str:
    """Only digits, beginning with zero: «+84 (0) 903 …» and «0903 …» are the same."""
    digits = _digits(number)
    return f"0{digits[2:].lstrip('0')}" if digits.startswith("84") and len(digits) > 10 else digits


@lru_cache(maxsize=1024)
def _is_mobile(number: str) -> bool:
    # Half a megabyte of tables, loaded only when something looks like a number.
    import phonenumbers

    try:
        parsed = phonenumbers.parse(national(number), "VN")
    except phonenumbers.NumberParseException:
        return False
    kinds = (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE)
    return phonenumbers.is_valid_number(parsed) and phonenumbers.number_type(parsed) in kinds


def bank_accounts(writing: Writing) -> Iterator[Span]:
    """Account numbers after words that say so, or in a column under them; accounts of offices are left out."""
    text = writing.lower
    if not any(word in text for word in _ACCOUNT_WORDS):
        return
    found: dict[int, int] = {}
    last = 0
    for word in (*_ACCOUNT_WORD.finditer(text), *_TRANSFER.finditer(text)):
        beside = _ACCOUNT.match(text, word.end())
        if word.re is _TRANSFER and not (beside and _BANK.search(text, word.end(), beside.end() + 80)):
            continue
        if beside:
            numbers = [] if _DAY.fullmatch(beside[1]) else [beside.span(1)]
        else:
            numbers = list(_below(text, word.end())) if word.end() >= last else []
        if numbers and not _OFFICE_ACCOUNT.search(fold(text[max(0, word.start() - 150) : word.end() + 150])):
            found.update(numbers)
            last = max(last, numbers[-1][1])
    yield from sorted(found.items())


def _below(text: str, start: int) -> Iterator[Span]:
    """Long numbers on the lines under a heading, until two lines have none."""
    misses = 0
    at = text.find("\n", start)
    while at >= 0 and misses < 2:
        end = text.find("\n", at + 1)
        numbers = list(_ACCOUNT_BELOW.finditer(text, at, end if end >= 0 else len(text)))
        misses = 0 if numbers else misses + 1
        yield from (number.span() for number in numbers)
        at = end


def email_addresses(writing: Writing) -> Iterator[Span]:
    """Everything that is an e-mail address; whose it may be is for the rule to say."""
    at = writing.text.find("@")
    while at >= 0:
        start = at
        while start > 0 and (writing.text[start - 1].isalnum() or writing.text[start - 1] in "._+-"):
            start -= 1
        match = _EMAIL.match(writing.text, start)
        if match:
            yield match.span()
        at = writing.text.find("@", max(at + 1, match.end() if match else 0))


def birth_dates(writing: Writing, today: date) -> Iterator[Span]:
    """Days of birth of people of school age that stand on one line with a name, in a text that speaks of birth."""
    says_birth = any(word in writing.lower for word in _BIRTH_WORDS)
    if not says_birth and not _ROLL.search(writing.lower):
        return
    # A list of pupils may also hold days of this school's life: those are recent.
    latest = today.year - (2 if says_birth else 5)
    for match in _DAY.finditer(writing.text):
        day = read_day(match[0])
        if day and today.year - 21 <= day.year <= latest and _has_name(_line(writing.text, match)):
            yield match.span()


def _has_name(line: str) -> bool:
    """Two or more words in a row that begin with capitals."""
    row = 0
    for word in _WORD.findall(line):
        row = row + 1 if word[0].isupper() and word not in _NOT_NAMES else 0
        if row >= 2:
            return True
    return False


def _line(text: str, match: re.Match[str]) -> str:
    """The line around a match, or as much of it as may hold a name."""
    before = text[max(0, match.start() - _NEAR) : match.start()]
    return before[before.rfind("\n") + 1 :] + text[match.end() : match.end() + _NEAR].partition("\n")[0]


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())

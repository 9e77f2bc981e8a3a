"""Terms of measures: years, periods and what is done again and again.

All patterns are for folded text (`plancheck.text.folding.fold`).
"""

from plancheck.text.patterns import lazy_pattern

# 1990 to 2100: years outside are no terms of a programme, but numbers.
YEAR = r"(?<![\d.,])(?:199\d|20\d\d|2100)(?!\d|[.,]\d)"
_YEAR_BY_ITSELF = lazy_pattern(r"(?<!\d)(?:199\d|20\d\d|2100)(?!\d)")
_WORDS = lazy_pattern(r"[^\W\d_]+|\d+")
_OTHER_SIGNS = lazy_pattern(r"[^\w\s.,;:()/–—−-]")
_SIGNED = lazy_pattern(r"[-–−] ?\d")
_SHORT_YEAR = lazy_pattern(r"20\d\d ?[/–-] ?(\d\d)(?!\d|\.\d)")

_MONTH_WORD = lazy_pattern(
    r"(?:janvar|februar|mart|april|maij|junij|julij|august|septembr|oktobr|novembr"
    r"|decembr)\w{0,4}|(?:january|february|march|april|may|june|july|august|september"
    r"|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|okt|nov|dec)"
)
_PART_OF_YEAR = lazy_pattern(
    r"q[1-4]?|quarters?|cet|ceturks\w*|kv|pusg\w*|half|semester|i{1,3}|iv|st|nd|rd|th"
    r"|men|menes\w*"
)
_OTHER_TERM_WORD = lazy_pattern(
    r"g|gad\w{0,3}|gg|lidz|no|un|and|to|from|by|until|till|before|end|of|the|in|sakot"
    r"|sakum\w{0,3}|beig\w{0,3}|vid\w{1,2}|ar|ieskaitot|years?|turpmak|onwards?|pec"
    r"|start\w*|beginning|mid|late|early|periods?|period[aua]m?|laika|posm\w{0,2}|fy"
)
_LONGEST_RECURRING = 80
_RECURRING = lazy_pattern(
    r"(?:ikgad\w*(?=[.,;]|$| (?:pasakum|process|darb|aktiv))"
    r"|regular|pastavig|nepartraukt|katru (?:gadu|menesi|ceturksni|nedelu|dienu)"
    r"|katra gada|ik gad|ikmenes|ik menes|ikdien|reizi (?:gada|menesi|ceturksni"
    r"|pusgada|nedela|divos|\d)|reizi$|visu (?:planosanas )?period|visa (?:planosanas )?"
    r"period|turpina|ilgstos|annual|yearly|every (?:year|month|quarter|two)|ongoing"
    r"|continu|permanent|regularly|monthly|quarterly|throughout|twice a|once a|on-going"
    r"|recurr|biannual)"
)


def years_in(folded: str) -> tuple[int, ...]:
    """The first and the last year that a text names; empty for none.

    >>> years_in("2022.–2027. gads"), years_in("lidz 2025. gada 1. julijam")
    ((2022, 2027), (2025, 2025))
    """
    found = [int(year) for year in _YEAR_BY_ITSELF.findall(folded)]
    found += [
        int(match[0][:2] + match[1])
        for match in _SHORT_YEAR.finditer(folded)
        if int(match[1]) > int(match[0][2:4])
    ]
    return (min(found), max(found)) if found else ()


def is_recurring(folded: str) -> bool:
    """Whether a term is no end but "regularly" or "every year".

    >>> is_recurring("ikgadejs pasakums"), is_recurring("2022.-2027.")
    (True, False)
    """
    return len(folded) <= _LONGEST_RECURRING and bool(_RECURRING.match(folded))


def is_term(folded: str) -> bool:
    """Whether a text says when and nothing else: years, quarters, months, days.

    >>> is_term("2023. gada 4. ceturksnis"), is_term("2026q1- 2026q4"), is_term("85 (2021)")
    (True, True, False)
    """
    if len(folded) > 160 or _OTHER_SIGNS.search(folded) or _SIGNED.match(folded):
        return False
    if not _YEAR_BY_ITSELF.search(folded):
        return False
    short_years = {match[1] for match in _SHORT_YEAR.finditer(folded)}
    has_days = False
    names_part = False
    for word in _WORDS.findall(folded):
        if word.isdecimal():
            is_year = bool(_YEAR_BY_ITSELF.fullmatch(word))
            has_days |= not is_year and word not in short_years
            if not is_year and len(word) > 2:
                return False
        elif _MONTH_WORD.fullmatch(word) or _PART_OF_YEAR.fullmatch(word):
            names_part = True
        elif not _OTHER_TERM_WORD.fullmatch(word):
            return False
    return not has_days or names_part or bool(_NUMERIC_DATE.search(folded))


_NUMERIC_DATE = lazy_pattern(
    r"(?<!\d)(?:\d{1,2}[./-] ?)?\d{1,2}[./-] ?(?:199\d|20\d\d)(?!\d)|20\d\d-\d\d(?!\d)"
)


def is_several(folded: str) -> bool:
    """Whether a term names two years, or the same year twice: a period.

    >>> is_several("2026q1- 2026q4"), is_several("2030q4"), is_several("2023/24")
    (True, False, True)
    """
    return (
        len(_YEAR_BY_ITSELF.findall(folded)) > 1
        or _SHORT_YEAR.search(folded) is not None
    )

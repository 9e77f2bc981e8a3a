"""Which rules judge a programme, with which options and severities."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from plancheck.model.categories import Category
from plancheck.model.report import Severity
from plancheck.rule import Rule
from plancheck.settings import Profile, Settings, Stage
from plancheck.settings.checked_toml import SettingsError, unknown_name
from plancheck.settings.values import merged_rules

_CATEGORY_ORDER = {category: index for index, category in enumerate(Category)}

_TYPE_WORDS = {
    bool: "true or false",
    int: "a whole number from 0",
    float: "a number",
    str: "a text in quotes",
    tuple: "a list",
}
"""What the value of an option must be, in words, by the type of its default."""


@dataclass(frozen=True, slots=True)
class Selected:
    """A rule that is to judge, with its options and what its failure weighs.

    What the profile calls mandatory cannot be waived. `jurisdictions` are the profile's.
    """

    rule: Rule
    severity: Severity
    options: Mapping[str, object] = field(default_factory=dict)
    is_mandatory: bool = False
    jurisdictions: tuple[str, ...] | None = None


def select_rules(
    rules: Sequence[Rule], profile: Profile, settings: Settings
) -> tuple[Selected, ...]:
    """The rules that judge, in the order of their categories and codes.

    A selection that the user made replaces the profile's whole choice of rules; else
    the profile chooses. What the user ignores is left out in any case. Severity is the
    rule's own unless the profile, the profile at this stage or the settings say other,
    the later of these before the earlier.

    Args:
        rules: All rules of the installed plugins.
        profile: What the programme is judged by.
        settings: What the user set.

    Raises:
        SettingsError: The settings name a rule or an option that there is not, waive a
            rule that there is not, or leave no rule.
    """
    ordered = sorted(
        rules, key=lambda rule: (_CATEGORY_ORDER[rule.category], rule.code)
    )
    by_code = {rule.code: rule for rule in ordered}
    _check_codes(settings.select or (), by_code, "select")
    _check_codes(settings.ignore or (), by_code, "ignore")
    for code, options in settings.rules.items():
        _check_options(code, options, by_code, settings.origin)
    for request in settings.waivers or ():
        code = request.waiver.code
        if code not in by_code:
            raise unknown_name("rule", code, by_code, f"{settings.origin}, [[waiver]]")
    chosen = [rule for rule in ordered if _is_chosen(rule.code, profile, settings)]
    if not chosen and (settings.select or settings.ignore):
        raise SettingsError(
            "No rule is left to judge by: all that are selected are ignored too. Select "
            "more of them, or ignore fewer."
        )
    return tuple(_configured(rule, profile, settings) for rule in chosen)


def _is_chosen(code: str, profile: Profile, settings: Settings) -> bool:
    if code.startswith(settings.ignore or ()):
        return False
    if settings.select is not None:
        return code.startswith(settings.select)
    in_profile = profile.select is None or code.startswith(profile.select)
    return in_profile and not code.startswith(profile.ignore)


def _configured(rule: Rule, profile: Profile, settings: Settings) -> Selected:
    stage = profile.stages.get(settings.stage or Stage.DRAFT, {})
    by_stage = {rule.code: {"severity": stage[rule.code]}} if rule.code in stage else {}
    lower = merged_rules(profile.rules, by_stage)
    options = merged_rules(lower, settings.rules).get(rule.code, {})
    severity = Severity(str(options.pop("severity", rule.severity)))
    return Selected(
        rule,
        severity,
        options,
        is_mandatory=rule.code in profile.mandatory,
        jurisdictions=profile.jurisdictions,
    )


def _check_codes(
    prefixes: Sequence[str], by_code: Mapping[str, Rule], where: str
) -> None:
    for prefix in prefixes:
        if not any(code.startswith(prefix) for code in by_code):
            raise unknown_name("rule", prefix, by_code, where)


def _check_options(
    code: str, options: Mapping[str, object], by_code: Mapping[str, Rule], where: str
) -> None:
    if code not in by_code:
        raise unknown_name("rule", code, by_code, where)
    place = f"{where}, [rules.{code}]"
    known = by_code[code].options
    for name, value in options.items():
        if name == "severity":
            continue
        if name not in known:
            raise unknown_name("option", name, (*known, "severity"), place)
        if not _fits(value, known[name]):
            raise SettingsError(
                "{where}: “{key}” must be {what}, not {value}.",
                where=place,
                key=name,
                what=_kind_of(known[name]),
                value=repr(value),
            )


def _fits(value: object, default: object) -> bool:
    """Whether a value is of the type of an option's default, and within its range."""
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(default, bool) and isinstance(value, bool)
    if isinstance(default, float):
        return isinstance(value, int | float) and _is_in_range(value, default)
    if isinstance(default, int):
        return isinstance(value, int) and value >= 0
    if isinstance(default, tuple):
        return isinstance(value, list)
    return isinstance(value, type(default))


def _is_in_range(value: float, default: float) -> bool:
    """No option is below nought, and none whose default is a share is above one."""
    return 0 <= value <= (1 if _is_share(default) else float("inf"))


def _is_share(default: object) -> bool:
    return isinstance(default, float) and 0 < default < 1


def _kind_of(default: object) -> str:
    if _is_share(default):
        return "a number from 0 to 1"
    return _TYPE_WORDS.get(type(default), type(default).__name__)

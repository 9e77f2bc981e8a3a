"""What a rule is: a function that judges a programme, with its code and source as data."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING

from plancheck.model.categories import Category
from plancheck.model.page import RulePage
from plancheck.model.report import Certainty, Severity
from plancheck.model.verdict import Verdict

if TYPE_CHECKING:  # plugins are loaded in runs that judge nothing, and meaning is a lot
    from plancheck.programme.programme import Programme

RuleFunction = Callable[..., Verdict]


@dataclass(frozen=True)
class Rule:
    """A rule with its metadata; calling it judges a programme with the default options.

    `title` is the first line of the function's docstring. `options` holds the defaults
    of its keyword-only parameters, which a profile may set. `pages` is empty where the
    pages stand in files beside the module.
    """

    code: str
    category: Category
    criteria: tuple[str, ...]
    severity: Severity
    source: str
    function: RuleFunction = field(repr=False)
    certainty: Certainty = Certainty.HIGH
    pages: tuple[RulePage, ...] = field(default=(), repr=False)

    @cached_property
    def title(self) -> str:
        """The requirement in one sentence, in English."""
        return (inspect.getdoc(self.function) or self.code).splitlines()[0]

    @cached_property
    def options(self) -> MappingProxyType[str, object]:
        """Name and default of each option."""
        parameters = inspect.signature(self.function).parameters.values()
        keyword_only = inspect.Parameter.KEYWORD_ONLY
        return MappingProxyType(
            {
                each.name: each.default
                for each in parameters
                if each.kind is keyword_only
            }
        )

    @property
    def module(self) -> str:
        """The module that defines the rule; its pages stand in `pages` beside it."""
        return self.function.__module__

    def __call__(self, programme: "Programme", **options: object) -> Verdict:
        """Judge a programme."""
        return self.function(programme, **options)


OnCrash = Callable[[Rule, BaseException], None]
"""Called with a rule that crashed, and with what it raised."""


def rule(  # noqa: PLR0913 - the data of a rule, all but the code by keyword
    code: str,
    *,
    category: str,
    criteria: tuple[str, ...] = (),
    severity: str,
    source: str,
    certainty: str = "high",
) -> Callable[[RuleFunction], Rule]:
    """Make a rule of a function of a programme.

    Args:
        code: Two letters and two digits for the built-in rules; any other prefix for plugins.
        category: A value of `Category`, such as "monitoring".
        criteria: The criteria of the peer review that the rule counts for, such as "M2".
        severity: "error", "warning" or "info".
        source: Where the requirement comes from, so that someone can look it up.
        certainty: "high"; "medium" or "low" where the rule goes by signs that may mislead.

    Raises:
        ValueError: Category, severity or certainty is none of the known ones.
    """

    def decorate(function: RuleFunction) -> Rule:
        return Rule(
            code,
            Category(category),
            criteria,
            Severity(severity),
            source,
            function,
            Certainty(certainty),
        )

    return decorate


def rules_in(package: ModuleType) -> Iterator[Rule]:
    """The rules that the modules of a package define, by the names of the modules.

    Each module is imported. Rules that one only imports from another are not its own, and
    modules of packages below are not looked through.
    """
    for info in pkgutil.iter_modules(package.__path__):
        module = importlib.import_module(f"{package.__name__}.{info.name}")
        rules = (each for each in vars(module).values() if isinstance(each, Rule))
        yield from (each for each in rules if each.module == module.__name__)

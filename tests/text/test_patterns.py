import copy
import importlib
import pkgutil
import re

import plancheck
from plancheck.text.patterns import lazy_pattern


def test_lazy_pattern_answers_as_a_compiled_one() -> None:
    year = lazy_pattern(r"(?P<year>[0-9]{4})")

    assert [match["year"] for match in year.finditer("2014–2020")] == ["2014", "2020"]
    assert year.sub("—", "in 2014") == "in —"
    assert year.groups == 1
    assert year.pattern == r"(?P<year>[0-9]{4})"


def test_lazy_pattern_keeps_its_flags() -> None:
    assert lazy_pattern("plan", re.IGNORECASE).search("A Plan")


def test_lazy_pattern_can_be_copied_before_it_is_asked() -> None:
    assert copy.deepcopy(lazy_pattern("[a-z]+")).match("abc")


def test_every_pattern_of_a_module_compiles() -> None:
    kind = type(lazy_pattern(""))
    found = {
        f"{module.__name__}.{name}": value
        for each in pkgutil.walk_packages(plancheck.__path__, "plancheck.")
        if not each.name.endswith("__main__")
        for module in (importlib.import_module(each.name),)
        for name, value in vars(module).items()
        if isinstance(value, kind)
    }

    assert len(found) > 100
    for value in found.values():
        re.compile(value.pattern, value.flags)

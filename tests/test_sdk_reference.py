"""Every name of the sdk is documented, and the reference shows it."""

import ast
from pathlib import Path

import pytest

from docs.sdk_reference import reference
from plancheck import sdk


def test_every_public_name_has_its_section() -> None:
    page = reference()

    for name in sdk.__all__:
        assert f"## `{name}`\n" in page


@pytest.mark.parametrize(
    "name", [name for name in sdk.__all__ if isinstance(getattr(sdk, name), type)]
)
def test_every_class_says_what_it_is(name: str) -> None:
    text = getattr(sdk, name).__doc__ or ""

    assert len(text.split()) >= 3
    assert not text.startswith(f"{name}(")  # what a dataclass writes when nobody does


def test_no_name_is_listed_that_is_not_there() -> None:
    assert len(set(sdk.__all__)) == len(sdk.__all__)
    assert all(hasattr(sdk, name) for name in sdk.__all__)


def test_the_stub_lists_what_it_imports() -> None:
    stub = Path(sdk.__file__).with_suffix(".pyi").read_text(encoding="utf-8")
    listed = next(
        ast.literal_eval(line.value)
        for line in ast.parse(stub).body
        if isinstance(line, ast.Assign)
    )

    assert sorted(listed) == sorted(sdk.__all__)


def test_a_name_that_the_sdk_has_not_is_told_as_any_module_tells_it() -> None:
    with pytest.raises(AttributeError, match=r"plancheck\.sdk.*no attribute 'Nothing'"):
        sdk.Nothing  # type: ignore[attr-defined]  # noqa: B018 - asking is the test

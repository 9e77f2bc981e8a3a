"""Every name of the sdk is documented, and the reference shows it."""

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

"""Fields: an instruction that Word computes, and its last result, which is what is printed."""

from dataclasses import dataclass, field

_CONTENTS = frozenset({"TOC", "INDEX", "TOA"})
_MAX_INSTRUCTION = 200  # letters; only its first word is asked for


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    in_result: bool = False
    lists_contents: bool = False


@dataclass(slots=True)
class Fields:
    """The fields open at a place; each may hold others, in its instruction or its result.

    `open` has the outermost first. The counts make every question cheap, for a hostile
    file may open a million fields.
    """

    open: list[_Field] = field(default_factory=list)
    _instructions: int = 0
    _contents: int = 0

    @property
    def hold_instruction(self) -> bool:
        """Whether text at this place belongs to an instruction, which is not printed."""
        return self._instructions > 0

    @property
    def list_contents(self) -> bool:
        """Whether text at this place is a line of a table of contents or an index."""
        return self._contents > 0

    def begin(self) -> None:
        """A field begins with its instruction."""
        self.open.append(_Field())
        self._instructions += 1

    def instruct(self, text: str) -> None:
        """A piece of the innermost field's instruction."""
        if self.open and len(self.open[-1].instruction) < _MAX_INSTRUCTION:
            self.open[-1].instruction += text

    def separate(self) -> None:
        """The innermost field's result begins."""
        if self.open and not self.open[-1].in_result:
            innermost = self.open[-1]
            words = innermost.instruction.split(None, 1)
            innermost.in_result = True
            innermost.lists_contents = bool(words) and words[0].upper() in _CONTENTS
            self._instructions -= 1
            self._contents += innermost.lists_contents

    def end(self) -> None:
        """The innermost field ends."""
        if self.open:
            innermost = self.open.pop()
            self._instructions -= not innermost.in_result
            self._contents -= innermost.lists_contents

    def clear(self) -> None:
        """Forget all open fields."""
        self.open.clear()
        self._instructions = self._contents = 0

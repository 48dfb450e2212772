"""The tree of errors. No user interface here: `cli` decides what a person sees and which exit code it costs.

JianbaoError
├── ContentError        the content has problems; carries every one of them          exit code 1
├── UsageError          the command was called wrongly                               exit code 2
├── SourceError         a file to bring in holds no text that can be read            becomes a Problem of that file
├── StoreError          what earlier builds left cannot be used                      the build goes on without it
└── PublishError        a file could not be written; what was there before still is   exit code 1
    └── ChangedError    somebody else changed the file since it was read              `review` shows it anew
"""

from jianbao.model.problem import Problem


class JianbaoError(Exception):
    """Everything that jianbao raises on purpose."""


class ContentError(JianbaoError):
    """The content cannot be built as it is.

    `problems` holds all of them in the order of file and line, never only the first.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problem(s) in the content")
        self.problems = problems


class UsageError(JianbaoError):
    """A command, option or path that makes no sense; the message says what would."""


class SourceError(JianbaoError):
    """A file of which no digest can be made.

    `reason` goes on behind "the file …"; `hint` says what to do instead; `line` is where, or 0 for the whole file.
    `further` holds what else is wrong with it, in the order of its lines.
    """

    def __init__(self, reason: str, hint: str, line: int = 0, further: tuple["SourceError", ...] = ()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint
        self.line = line
        self.further = further


class PublishError(JianbaoError):
    """Writing a site or a file failed; what was there before is still in place."""


class ChangedError(PublishError):
    """A file is not what it was when it was worked out what to write into it."""


class StoreError(JianbaoError):
    """The store of earlier builds cannot be read or written any further."""

    def __init__(self, reason: str, *, damaged: bool) -> None:
        super().__init__(f"the store of earlier builds cannot be used: {reason}")
        self.reason = reason
        self.damaged = damaged
        """What it holds is not what was put in; else it is in use by others, or the disk refuses."""

"""The tree of errors. No user interface here: `cli` decides what a person sees and which exit code it costs.

JianbaoError
├── ContentError        the content has problems; carries every one of them          exit code 1
├── UsageError          the command was called wrongly                               exit code 2
└── PublishError        the site could not be written; the last good one still stands exit code 1
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


class PublishError(JianbaoError):
    """Writing the site failed; what was published before is still in place."""

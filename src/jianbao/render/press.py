"""Setting a view as a page, and telling beforehand whether the page would be another than before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Protocol

from jinja2 import Environment, TemplateError, TemplateSyntaxError

from jianbao.model.errors import ContentError
from jianbao.model.job import Job, Outcomes
from jianbao.model.problem import Problem
from jianbao.model.site import SiteConfig
from jianbao.model.theme import OutputFile
from jianbao.render.edition import Page
from jianbao.render.links import root_at, root_from
from jianbao.text.fingerprint import fingerprint

NOT_FOUND = "404.html"
"""The one page that is no folder: hosts show it for every address that leads nowhere."""


class View(Protocol):
    """A page, ready to be set. With the theme its bytes follow from it alone."""

    template: ClassVar[str]

    @property
    def page(self) -> Page:
        """Where it stands and what its head says."""


@dataclass(frozen=True, slots=True)
class Press:
    """What all pages of a site are set with."""

    environment: Environment
    config: SiteConfig
    looks: Mapping[str, str]
    """By template: fingerprint of all that a page shows beside its view."""

    def look(self, template: str) -> str:
        """The look of pages of a template; one that is missing is told when the page is set."""
        return self.looks.get(template, "")

    def set(self, view: View) -> OutputFile:
        """The bytes of one page."""
        page = view.page
        missing = page.path == NOT_FOUND
        root = root_at(self.config.base_url) if missing else root_from(page.path)
        try:
            html = self.environment.get_template(view.template).render(view=view, page=page, root=root)
        except TemplateError as error:
            raise ContentError((_template_problem(error, view.template),)) from error
        # Only a lone surrogate cannot be encoded; no decoder of ours lets one in, but a template of a site's own might.
        return OutputFile(page.path if missing else f"{page.path}index.html", html.encode(errors="xmlcharrefreplace"))

    def job(self, view: View) -> Job:
        """The job of a page whose view costs little to make."""
        facts = {"look": self.look(view.template), "content": fingerprint(view)}

        def make(_: Outcomes) -> Iterator[OutputFile]:
            yield self.set(view)

        return Job(f"page /{view.page.path}", facts, make)


def _template_problem(error: TemplateError, template: str) -> Problem:
    """What is wrong with a template; Jinja knows the line of a fault in its grammar only."""
    hint = "mend the template, or delete the site's own to use the one that jianbao brings"
    if isinstance(error, TemplateSyntaxError):
        return Problem(f"templates/{error.name or template}", error.lineno, f"no valid template: {error.message}", hint)
    return Problem(f"templates/{template}", 0, f"cannot be set: {error.message}", hint)

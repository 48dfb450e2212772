"""The address of a site as an option gives it."""

from importlib import import_module

import click


def site_address(base_url: str | None) -> str | None:
    """The address, ended by a slash; None for none. BadParameter where it is not written out."""
    if not base_url:
        return None
    # Imported where there is one: a build that has nothing to do takes no longer than that.
    address: str | None = import_module("jianbao.build.content.config").normal_base_url(base_url)
    if address is None:
        raise click.BadParameter("write it out, `https://…/`", param_hint="--base-url")
    return address

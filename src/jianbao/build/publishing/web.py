"""Asking the web: done by nobody but a keeper who names an address on the command line."""

import socket
from http import HTTPStatus
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from jianbao.build.content.files import LARGEST_FILE
from jianbao.model.errors import UsageError

_PATIENCE = 60
"""Seconds without an answer after which a host is given up."""
_NOT_THERE = frozenset((HTTPStatus.NOT_FOUND, HTTPStatus.GONE))


def ask(address: str) -> str | None:
    """The text at an `https://` or `http://` address; None where the host, or the file on it, is not there.

    UsageError where it is not known whether it is: what was published must not be taken for nothing.
    """
    try:
        with urlopen(address, timeout=_PATIENCE) as answer:  # noqa: S310 - the caller has looked at the scheme
            data: bytes = answer.read(LARGEST_FILE)
        return data.decode("utf-8")
    except HTTPError as error:
        with error:  # it holds the connection
            cause: object = error
        if error.code in _NOT_THERE:
            return None
    except (OSError, ValueError) as error:
        cause = error.reason if isinstance(error, URLError) else error
        if isinstance(cause, socket.gaierror) and cause.errno == socket.EAI_NONAME:
            return None
    raise UsageError(f"{address} does not tell what is published: {cause}; try again, or leave --published out")

"""Names that Windows keeps for devices, in any folder and with any ending: no part of an address may be one."""

import re

_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def is_device(name: str) -> bool:
    """Whether a file of that name cannot be made there."""
    return _DEVICE.fullmatch(name) is not None

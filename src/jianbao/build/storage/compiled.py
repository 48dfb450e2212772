"""Templates as Jinja compiled them, kept in the store: compiling takes half a second, reading them none.

They are code, and trusted as much as the archive's own templates are, which are no less: both lie in its folder. What
was compiled from another text, with other words of the interface or by other code is not taken.
"""

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from jianbao.build.storage.store import Store


class CompiledTemplates(BytecodeCache):
    """The templates of an edition; `setting` is the fingerprint of all that they follow from beside their text."""

    def __init__(self, store: Store, edition: str, setting: str) -> None:
        self._store = store
        self._edition = edition
        self._setting = setting

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 - as Jinja calls it
        """Name the row."""
        return f"template {name} ({self._edition})"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take a template from the store; Jinja compares the checksum of its text."""
        code = self._store.made(bucket.key, self._setting)
        if code:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Put a template into the store."""
        self._store.save_made(bucket.key, self._setting, bucket.bytecode_to_string())

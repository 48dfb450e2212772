"""The data that flow through jianbao: frozen dataclasses, the tree of errors, `Problem`. Imports nothing of ours."""

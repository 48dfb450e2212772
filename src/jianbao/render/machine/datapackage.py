"""The downloads as a Data Package (Frictionless, version 1): which file holds what, and the columns of the tables."""

from collections.abc import Sequence

from jianbao.model.site import Archive
from jianbao.render.identifiers import published
from jianbao.render.machine.exports import COLUMNS, DataFile

DATA_PACKAGE = "data/datapackage.json"

_TYPES = {"page": "integer", "characters": "integer"}
_FORMATS = {"csv": "text/csv", "jsonl": "application/x-ndjson", "json": "application/json"}


def data_package(archive: Archive, listing: Sequence[DataFile]) -> dict[str, object]:
    """The descriptor of the files of `listing`, which stand beside it."""
    config = archive.config
    described = {
        "profile": "data-package",
        "name": "archive",
        "title": config.title,
        "description": config.description,
        "homepage": published(config.base_url, ""),
        "resources": [_resource(file) for file in listing],
    }
    return {key: value for key, value in described.items() if value}


def _resource(file: DataFile) -> dict[str, object]:
    path = file.path.rpartition("/")[2]
    name, kind, *packed = path.split(".")
    told = {
        "name": f"{name}-{kind}",
        "path": path,
        "description": file.description,
        "format": kind,
        "mediatype": _FORMATS[kind],
        "encoding": "utf-8",
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
    }
    packing = {"compression": "gz"} if packed else {}
    table = {"profile": "tabular-data-resource", "schema": _schema()} if kind == "csv" else {"profile": "data-resource"}
    return told | packing | table


def _schema() -> dict[str, object]:
    """The columns of the table of articles; dates are EDTF, which the format has no type for."""
    return {"fields": [_field(column) for column in COLUMNS], "primaryKey": "id"}


def _field(column: str) -> dict[str, object]:
    if column == "title_inferred":
        return {"name": column, "type": "boolean", "trueValues": ["1"], "falseValues": ["0"]}
    return {"name": column, "type": _TYPES.get(column, "string")}

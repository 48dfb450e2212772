from tests.unit.cli.conftest import jianbao, root

__all__ = ["jianbao", "root"]

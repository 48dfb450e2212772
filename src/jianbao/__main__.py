"""`python -m jianbao`: the commands where the shell does not find `jianbao` itself."""

from jianbao.cli.main import main

main(prog_name="jianbao")

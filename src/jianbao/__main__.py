"""`python -m jianbao`: the commands where the shell does not find `jianbao` itself."""

from jianbao.cli.main import main

if __name__ == "__main__":
    main(prog_name="jianbao")

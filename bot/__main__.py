"""The way in: `milepost`, also `python -m bot`."""

import gc
import sys


def main() -> None:
    """Run the command line; `explain` by itself, so that it need not wait for servers and database to load."""
    if sys.argv[1:2] == ["explain"]:
        import typer

        from bot.explain_command import TEXT_AS_IS, explain_update

        alone = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
        alone.command(context_settings=TEXT_AS_IS)(explain_update)
        alone(sys.argv[2:], prog_name="milepost explain")
    # Nothing that is loaded is garbage; to look for some meanwhile takes a third of the start.
    gc.disable()
    from bot import cli

    gc.freeze()
    gc.enable()
    cli.main()


if __name__ == "__main__":
    main()

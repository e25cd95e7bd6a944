"""`python -m unmask`: the same as the command `unmask`, which starts here too."""

import gc
from typing import NoReturn


def main() -> NoReturn:
    """Run the command, without looking for cycles in what it makes: it is soon over, and there are none worth looking for."""
    gc.disable()  # before anything is imported, which makes the most
    from unmask.app.cli import main as command

    command()


if __name__ == "__main__":
    main()

"""`python -m unmask`: the same as the command `unmask`, which starts and ends here too."""

import atexit
import gc
import os
from typing import NoReturn


def main() -> NoReturn:
    """Run the command. What it makes is neither looked through for cycles on the way nor taken apart at the end: it is soon over."""
    gc.disable()  # before anything is imported, which makes the most
    from unmask.app.cli import main as command

    try:
        command()
    except SystemExit as left:
        # All is written by now. Whoever asked to be called at the end is called.
        if not atexit._ncallbacks() and isinstance(left.code, int):
            os._exit(left.code)
        raise


if __name__ == "__main__":
    main()

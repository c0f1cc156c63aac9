"""A pseudo-terminal of a given size for a program that a person would sit before: keys go in, and
what was written comes out, with the program's exit status."""

import fcntl
import os
import pty
import select
import struct
import termios
import time

TIME_LIMIT = 60  # seconds for the whole of a run


def run_on_terminal(arguments, environment, folder, columns=80, rows=24, keys=()):
    """Runs a program; returns (what it wrote, its exit status).

    `keys` are (text, keys): once `text` has been written since the last keys, these are typed.
    """
    child, terminal = pty.fork()
    if child == 0:
        try:
            os.chdir(folder)
            os.execvpe(arguments[0], arguments, environment)
        finally:
            os._exit(127)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    return _converse(child, terminal, list(keys))


def _converse(child, terminal, keys):
    written, seen = b"", 0
    end = time.monotonic() + TIME_LIMIT
    try:
        while True:
            if keys and keys[0][0].encode() in written[seen:]:
                seen = len(written)
                os.write(terminal, keys.pop(0)[1].encode())
            ready, _, _ = select.select([terminal], [], [], max(0, end - time.monotonic()))
            if not ready:
                os.kill(child, 9)
                raise TimeoutError(f"no end after {TIME_LIMIT} seconds; written so far: {written!r}")
            try:
                piece = os.read(terminal, 65536)
            except OSError:  # the program has closed its side
                piece = b""
            if not piece:
                break
            written += piece
    finally:
        os.close(terminal)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return written.decode().replace("\r\n", "\n"), status

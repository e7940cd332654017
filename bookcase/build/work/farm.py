"""Other machines: Dask's scheduler and its workers, an extra of this package."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from bookcase.errors import MachineError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor
    from pathlib import Path

_PATIENCE = 20
"""Seconds to wait for a scheduler."""


@dataclass(frozen=True, slots=True)
class Farm:
    """Workers that a scheduler knows.

    They have this program, and see the content, the theme, the site and the shared
    folder by the same paths as this machine does. A worker that dies is made up for by
    the others.

    Attributes:
        scheduler: Its address, ``tcp://host:port``.
        shared: The folder in which they are handed what they need.
    """

    scheduler: str
    shared: Path

    @contextmanager
    def executor(self) -> Iterator[Executor]:
        """Give an executor of all of them.

        Raises:
            UsageError: Dask is not installed, or the address makes no sense.
            MachineError: No scheduler answers.
        """
        try:
            distributed = import_module("distributed")
        except ImportError as error:
            msg = "chưa cài Dask; cài bằng: pip install 'bookcase[distributed]'"
            raise UsageError(msg) from error
        try:
            client = distributed.Client(self.scheduler, timeout=_PATIENCE)
        except (OSError, TimeoutError) as error:
            message = f"không có bộ điều phối nào trả lời ở {self.scheduler}"
            raise MachineError(message) from error
        except ValueError as error:
            msg = f"«{self.scheduler}» không phải địa chỉ; viết như tcp://may:8786"
            raise UsageError(msg) from error
        with client:
            executor: Executor = client.get_executor(pure=False)
            yield executor

"""The command line as a whole."""

from __future__ import annotations

from importlib import import_module

import pytest

from bookcase.cli import COMMANDS, main


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_called_what_its_module_says(name: str) -> None:
    assert name == import_module(f"bookcase.cli.{COMMANDS[name]}").NAME


def test_all_commands_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert all(name in said for name in COMMANDS)


def test_an_unknown_command_is_misuse(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["bay"])
    assert ended.value.code == 2
    assert "bay" in capsys.readouterr().err

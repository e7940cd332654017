"""The content folder as one library: walked, read, and held against itself."""

from bookcase.content.loading import load
from bookcase.content.texts import version_text
from bookcase.content.works import read_work_file

__all__ = ["load", "read_work_file", "version_text"]

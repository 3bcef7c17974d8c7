"""The docstring may come first."""
from __future__ import annotations
from __future__ import (division as _division, print_function)

value: Missing = _division

from __future__ import annotations

value: (lambda item: item)
other: [item for item in value]


def apply(action: (lambda value: value)) -> {item for item in action}:
    local: (lambda: local) = action
    return lambda: local

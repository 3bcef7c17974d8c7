def outer(items):
    return [(lambda: item, [item for _ in items], {inner: item for inner in items}) for item in items]

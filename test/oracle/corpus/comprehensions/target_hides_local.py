def prices(item, items):
    result = [item for item in items]
    return item, result

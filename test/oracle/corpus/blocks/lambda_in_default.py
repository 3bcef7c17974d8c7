def process(items, key=lambda item: item.price, *, order=lambda left, right: left < right):
    item = items[0]
    return key(item), order(item, item)

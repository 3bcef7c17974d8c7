def drain(queue):
    while queue:
        item = queue.pop()
        if item is None:
            break
    else:
        exhausted = True
    return item, exhausted

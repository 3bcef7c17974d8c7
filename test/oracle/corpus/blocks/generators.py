def produce(count):
    received = yield
    while count:
        received = yield count
        count -= 1
    other = yield from produce(received)
    yield lambda: (yield other)

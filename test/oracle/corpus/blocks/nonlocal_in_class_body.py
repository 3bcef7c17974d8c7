def outer():
    total = 0

    class Accumulator:
        nonlocal total
        total = 1

        def read(self):
            return total

    return Accumulator, total

class Cart:
    def total(self):
        __sum = 0

        def add(__item):
            nonlocal __sum
            __sum += __item
            return lambda: (__sum, __item)

        return add

class Holder:
    __source = None
    [first, *__name], other = __source

    def method(self, __source):
        [first, *__name], other = __source
        return __name, lambda: __name

    def closure(self, __source):
        __name = 0

        def inner():
            nonlocal __name
            [first, *__name], other = __source
            return __name

        return inner

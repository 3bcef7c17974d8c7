class Holder:
    __source = None
    __name = __source

    def method(self, __source):
        __name = __source
        return __name, lambda: __name

    def closure(self, __source):
        __name = 0

        def inner():
            nonlocal __name
            __name = __source
            return __name

        return inner

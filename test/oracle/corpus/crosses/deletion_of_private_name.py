class Holder:
    __source = None
    del __name

    def method(self, __source):
        del __name
        return __name, lambda: __name

    def closure(self, __source):
        __name = 0

        def inner():
            nonlocal __name
            del __name
            return __name

        return inner

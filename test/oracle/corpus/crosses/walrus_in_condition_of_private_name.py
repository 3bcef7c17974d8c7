class Holder:
    __source = None
    if (__name := __source) and __name:
        pass

    def method(self, __source):
        if (__name := __source) and __name:
            pass
        return __name, lambda: __name

    def closure(self, __source):
        __name = 0

        def inner():
            nonlocal __name
            if (__name := __source) and __name:
                pass
            return __name

        return inner

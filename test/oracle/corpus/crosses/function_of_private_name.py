class Holder:
    __source = None
    def __name(__source=__source):
        return __source

    def method(self, __source):
        def __name(__source=__source):
            return __source
        return __name, lambda: __name

    def closure(self, __source):
        __name = 0

        def inner():
            nonlocal __name
            def __name(__source=__source):
                return __source
            return __name

        return inner

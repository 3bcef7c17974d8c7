class Holder:
    __source = None
    class __name(__source):
        pass

    def method(self, __source):
        class __name(__source):
            pass
        return __name, lambda: __name

    def closure(self, __source):
        __name = 0

        def inner():
            nonlocal __name
            class __name(__source):
                pass
            return __name

        return inner

class Holder:
    __source = None
    for __name in __source:
        pass

    def method(self, __source):
        for __name in __source:
            pass
        return __name, lambda: __name

    def closure(self, __source):
        __name = 0

        def inner():
            nonlocal __name
            for __name in __source:
                pass
            return __name

        return inner

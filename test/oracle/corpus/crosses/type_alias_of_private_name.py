class Holder:
    __source = None
    type __name = list[__source]

    def method(self, __source):
        type __name = list[__source]
        return __name, lambda: __name

    def closure(self, __source):
        __name = 0

        def inner():
            nonlocal __name
            type __name = list[__source]
            return __name

        return inner

class Holder:
    __source = None
    type __name[__source] = dict[__source, __name]

    def method(self, __source):
        type __name[__source] = dict[__source, __name]
        return __name, lambda: __name

    def closure(self, __source):
        __name = 0

        def inner():
            nonlocal __name
            type __name[__source] = dict[__source, __name]
            return __name

        return inner

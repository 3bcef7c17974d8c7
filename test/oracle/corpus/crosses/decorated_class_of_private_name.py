class Holder:
    __source = None
    @__source
    class __name(key=__source):
        attribute = __source

    def method(self, __source):
        @__source
        class __name(key=__source):
            attribute = __source
        return __name, lambda: __name

    def closure(self, __source):
        __name = 0

        def inner():
            nonlocal __name
            @__source
            class __name(key=__source):
                attribute = __source
            return __name

        return inner

class Holder:
    def method(self, __source):
        print([__name := item for item in __source])
        return __name, lambda: __name

    def closure(self, __source):
        __name = 0

        def inner():
            nonlocal __name
            print([__name := item for item in __source])
            return __name

        return inner

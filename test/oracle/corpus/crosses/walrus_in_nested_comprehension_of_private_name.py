class Holder:
    def method(self, __source):
        print([[__name := cell for cell in row] for row in __source])
        return __name, lambda: __name

    def closure(self, __source):
        __name = 0

        def inner():
            nonlocal __name
            print([[__name := cell for cell in row] for row in __source])
            return __name

        return inner

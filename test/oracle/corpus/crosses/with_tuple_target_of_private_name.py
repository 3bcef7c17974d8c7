class Holder:
    __source = None
    with __source as (__name, second), __source as third:
        print(__name, second, third)

    def method(self, __source):
        with __source as (__name, second), __source as third:
            print(__name, second, third)
        return __name, lambda: __name

    def closure(self, __source):
        __name = 0

        def inner():
            nonlocal __name
            with __source as (__name, second), __source as third:
                print(__name, second, third)
            return __name

        return inner

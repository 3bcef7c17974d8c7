class Holder:
    def method(self, __source):
        print(any((__name := item) for item in __source if __name))
        return __name, lambda: __name

    def closure(self, __source):
        __name = 0

        def inner():
            nonlocal __name
            print(any((__name := item) for item in __source if __name))
            return __name

        return inner

class Holder:
    __source = None
    from module import __name

    def method(self, __source):
        from module import __name
        return __name, lambda: __name

    def closure(self, __source):
        __name = 0

        def inner():
            nonlocal __name
            from module import __name
            return __name

        return inner

class Holder:
    __source = None
    import __name.module

    def method(self, __source):
        import __name.module
        return __name, lambda: __name

    def closure(self, __source):
        __name = 0

        def inner():
            nonlocal __name
            import __name.module
            return __name

        return inner

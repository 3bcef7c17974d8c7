class Holder:
    __source = None
    import module.inner as __name

    def method(self, __source):
        import module.inner as __name
        return __name, lambda: __name

    def closure(self, __source):
        __name = 0

        def inner():
            nonlocal __name
            import module.inner as __name
            return __name

        return inner

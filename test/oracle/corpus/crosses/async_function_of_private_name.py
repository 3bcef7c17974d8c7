class Holder:
    __source = None
    async def __name(*__source):
        return await __source

    def method(self, __source):
        async def __name(*__source):
            return await __source
        return __name, lambda: __name

    def closure(self, __source):
        __name = 0

        def inner():
            nonlocal __name
            async def __name(*__source):
                return await __source
            return __name

        return inner

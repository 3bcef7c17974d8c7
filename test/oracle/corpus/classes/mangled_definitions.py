class Holder:
    def __helper(self):
        return __helper

    class __Nested:
        def __inner(self):
            return __Nested, __inner

    __alias = __helper
    async def __later(self):
        return __later

class _Hidden:
    __value = 1

    class __Deep:
        __value = 2

        def read(self):
            return __value

    def read(self):
        return __value, __Deep

def outer(__value):
    class Inner:
        copied = __value

        def read(self):
            return __value

    return Inner, __value

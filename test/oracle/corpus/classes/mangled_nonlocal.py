def outer():
    _Inner__value = 1

    class Inner:
        def change(self):
            nonlocal __value
            __value = 2
            return __value

    return Inner

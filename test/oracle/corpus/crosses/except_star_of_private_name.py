class Holder:
    __source = None
    try:
        pass
    except* __source as __name:
        print(__name)

    def method(self, __source):
        try:
            pass
        except* __source as __name:
            print(__name)
        return __name, lambda: __name

    def closure(self, __source):
        __name = 0

        def inner():
            nonlocal __name
            try:
                pass
            except* __source as __name:
                print(__name)
            return __name

        return inner

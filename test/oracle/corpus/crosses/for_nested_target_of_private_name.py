class Holder:
    __source = None
    for index, (__name, *rest) in __source:
        print(__name, index, rest)
    else:
        print(__name)

    def method(self, __source):
        for index, (__name, *rest) in __source:
            print(__name, index, rest)
        else:
            print(__name)
        return __name, lambda: __name

    def closure(self, __source):
        __name = 0

        def inner():
            nonlocal __name
            for index, (__name, *rest) in __source:
                print(__name, index, rest)
            else:
                print(__name)
            return __name

        return inner
